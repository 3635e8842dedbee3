"""One made-up document with its events: as long, as full and as uncertain as those of a series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from random import Random
from typing import Any, get_args

from dashboard.datespan import Basis, DateBasis, DateSpan, Day
from dashboard.datewords import in_words
from dashboard.evaluation.synthetic.shares import numbers, places, shares, wording
from dashboard.evaluation.synthetic.writing import Named, Writing
from dashboard.model import (
    Annotations,
    CatalogueRecord,
    Certainty,
    Document,
    Event,
    EventKind,
    Evidence,
    Mention,
    Person,
    Place,
    Section,
    Span,
    Status,
)

DAYS_BACK = 20
"""Events lie this many days before their document in the mean."""
HOSTILE_ONE_IN = 50
"""Events and documents with words that try to run, as one in so many."""
SMALL_PLACE_ONE_IN = 10
"""Places that stand in no table, as one in so many: the ten volumes name a thousand, most of them once or twice."""
LONGEST_STAY = 12
"""Days from the first to the last of a range, at most."""


class Telegram:
    """A document in the making: `annotations` is the finished one."""

    def __init__(self, number: int, *, seed: int, small_places: int) -> None:
        self.id = f"synthetic-{number:06d}"
        self._number = number
        self._chance = Random(f"{seed} {number}")
        self._small_places = small_places
        self._writing = Writing()
        year = numbers("year").draw(self._chance)
        self._day = Day(year, self._chance.randint(1, 12), self._chance.randint(1, 28)).number()
        self._home = self._place("happened")

    def annotations(self, most: int) -> Annotations:
        """The document, its mentions and at most so many events."""
        chance = self._chance
        own_date = DateSpan(Day.of_number(self._day).isoformat(), basis=DateBasis(*[Basis.DATELINE] * 3))
        title = f"Telegram from the Embassy in {self._home.name}{self._hostile()}"
        self._dateline(own_date)
        count = min(most, numbers("events of a document").draw(chance))
        named, length = numbers("places named in a document").draw(chance), self._length()
        events = []
        for at in range(max(count, 1)):
            if at < count:
                events.append(self._event(at))
            self._fill(named * (at + 1) // max(count, 1), length * (at + 1) // max(count, 1))
        text = self._writing.text
        record = CatalogueRecord(
            series="Synthetic Series", volume_title="Made up for measuring", number=str(self._number)
        )
        sections = (Section("front", 0, text.index("\n")), Section("body", text.index("\n"), len(text)))
        document = Document(self.id, text, title, own_date, self._home.name, record, sections)
        dates, named_places, people = (self._mentions(kind) for kind in ("date", "place", "person"))
        return Annotations(document, own_date, self._home, dates, named_places, people, tuple(events))

    def _mentions(self, kind: str) -> tuple[Mention, ...]:
        return tuple(mention for mention in self._writing.mentions if mention.kind == kind)

    def _dateline(self, own_date: DateSpan) -> None:
        home, date = Named("place", self._home.name, self._home), Named("date", in_words(own_date.edtf), own_date)
        self._writing.sentence("{place}, {date}.", {"place": home, "date": date})
        self._writing.write("\n\n")

    def _length(self) -> int:
        longest = numbers("characters of a document").draw(self._chance)
        return int(longest * self._chance.uniform(0.6, 1.0))

    def _fill(self, named: int, length: int) -> None:
        """Sentences that tell of no event, until so many places are named and the text is so long."""
        chance, writing = self._chance, self._writing
        missing = named - sum(mention.kind == "place" for mention in writing.mentions)
        while missing > 0:
            words, _ = chance.choice(wording("named"))
            place = self._place("named")
            writing.sentence(words, {"place": Named("place", place.name, place)})
            missing -= words.count("{place}")
        while writing.length < length:
            writing.sentence(chance.choice(wording("filler"))[0], {})
        writing.write(f"{self._hostile()}\n\n")

    def _event(self, at: int) -> Event:
        chance = self._chance
        kind = shares("kind").draw(chance)
        words, title = chance.choice(wording(kind))
        date, where, who = self._date(), self._where(), self._people()
        spans = [self._told(words, date, where, who) for _ in range(numbers("evidence of an event").draw(chance))]
        told_by = shares("told by").draw(chance)
        return Event(
            id=blake2b(f"{self.id} {at}".encode(), digest_size=8).hexdigest(),
            title=self._title(title, date, where),
            date=date,
            kind=_known(kind, get_args(EventKind)),
            certainty=_known(shares("certainty").draw(chance), get_args(Certainty)),
            status=_known(shares("status").draw(chance), get_args(Status)),
            told_by=f"speaker: {who[0].name}" if told_by == "speaker" and who else "author",
            evidence=tuple(Evidence(self.id, span.start, span.end) for span in spans),
            places=where,
            people=who,
            topics=self._several("topic", "topics of an event"),
            countries=self._several("country", "countries of an event"),
        )

    def _told(self, words: str, date: DateSpan | None, where: Sequence[Place], who: Sequence[Person]) -> Span:
        """One sentence of evidence."""
        name = who[0].name if who else "the Minister"
        person = Named("person", name, who[0]) if who else name
        place = Named("place", where[0].name, where[0], before=" in ") if where else ""
        when = Named("date", in_words(date.edtf), date) if date else "an earlier day"
        begins = replace(person, words=name[:1].upper() + name[1:]) if isinstance(person, Named) else "The Minister"
        number = str(self._chance.randint(1, 4000))
        return self._writing.sentence(
            words, {"who": person, "Who": begins, "at": place, "date": when, "number": number}
        )

    def _title(self, title: str, date: DateSpan | None, where: Sequence[Place]) -> str:
        fillings = {
            "{number}": str(self._chance.randint(1, 4000)),
            "{of}": f" of {in_words(date.edtf)}" if date else "",
            "{at}": f" in {where[0].name}" if where else "",
        }
        for slot, words in fillings.items():
            title = title.replace(slot, words)
        return title + self._hostile()

    def _several(self, quantity: str, how_many: str) -> tuple[str, ...]:
        return shares(quantity).draw_several(self._chance, numbers(how_many).draw(self._chance))

    def _people(self) -> tuple[Person, ...]:
        count = numbers("people of an event").draw(self._chance)
        return tuple(Person(name) for name, _ in self._chance.sample(wording("person"), count))

    def _where(self) -> tuple[Place, ...]:
        count = numbers("places of an event").draw(self._chance)
        found = {place.id: place for place in (self._place("happened") for _ in range(count))}
        return tuple(found.values())

    def _place(self, column: str) -> Place:
        """A place of the table, now and then a small one in its neighbourhood."""
        place = places(column).draw(self._chance)
        if self._chance.randrange(SMALL_PLACE_ONE_IN):
            return place
        number = self._chance.randrange(self._small_places)
        aside = Random(number)
        near = places("named").draw(aside)
        return replace(
            near,
            id=f"synthetic:{number}",
            name=f"Post {number}, near {near.name}",
            as_written=f"Post {number}, near {near.name}",
            lat=round(max(-60.0, min(70.0, near.lat + aside.gauss(0, 2))), 4),
            lon=round(near.lon + aside.gauss(0, 2), 4),
            kind="settlement",
            radius_km=0.0,
        )

    def _date(self) -> DateSpan | None:
        """A date some days before the document's own, as precisely known as chance has it."""
        precision = shares("precision").draw(self._chance)
        day = Day.of_number(self._day - int(self._chance.expovariate(1 / DAYS_BACK)))
        year = day.year - int(self._chance.expovariate(0.5))  # what is known to the year only lies further back
        edtf = {
            "day": day.isoformat(),
            "day~": f"{day.isoformat()}~",
            "range": f"{day.isoformat()}/{self._later(day).isoformat()}",
            "month": f"{day.year:04d}-{day.month:02d}",
            "season": f"{day.year:04d}-{21 + day.month % 4}",
            "year": f"{year:04d}",
            "decade": f"{year // 10:03d}X",
            "open-end": f"{day.isoformat()}/..",
        }.get(precision)
        return DateSpan(edtf, basis=DateBasis(*[Basis.STATED] * 3)) if edtf else None

    def _later(self, day: Day) -> Day:
        return Day.of_number(day.number() + self._chance.randint(1, LONGEST_STAY))

    def _hostile(self) -> str:
        """Now and then words that try to run, with a blank before them."""
        if self._chance.randrange(HOSTILE_ONE_IN):
            return ""
        return f" {self._chance.choice(wording('hostile'))[0]}"


def _known(value: str, values: tuple[object, ...]) -> Any:
    """The value, which must be one of the model's."""
    if value not in values:
        raise ValueError(f"data/synthetic/series.csv holds “{value}”, which is none of {values}.")
    return value
