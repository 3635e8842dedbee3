"""Merging: the pairs that are one event, and those that must stay two."""

from dataclasses import replace

import pytest

from dashboard.datespan import DateSpan
from dashboard.extraction import merge
from dashboard.extraction.merge import family, merge_events
from dashboard.model import Event, Evidence, Person, Place

KREMLIN = Place("a", "Kremlin", 55.752, 37.617, "site", "RU")
MOSCOW = Place("b", "Moscow", 55.756, 37.617, "settlement", "RU")
LONDON = Place("c", "London", 51.51, -0.13, "settlement", "GB")
STALIN, BYRNES, BEVIN = Person("Stalin"), Person("James F. Byrnes"), Person("Bevin")
MEETING = Event(
    id="2", title="Byrnes and Stalin meet at the Kremlin", date=DateSpan("1945-12-19"), kind="meeting",
    certainty="explicit", status="happened", told_by="author", evidence=(Evidence("d1", 0, 9),), places=(KREMLIN,),
    people=(STALIN, BYRNES), topics=("troops-bases",), countries=("RU", "US"),
)  # fmt: skip
OTHER = replace(MEETING, id="1", evidence=(Evidence("d2", 5, 20),))
YALTA = replace(MEETING, id="3", reference="yalta-conference", date=DateSpan("1945-02-04/1945-02-11"), people=())
WIRE = replace(MEETING, id="4", kind="communication", title="Embassy telegram 538", places=(), people=())

TALK = replace(
    MEETING, people=(), title="Memorandum of a Conversation, Department of State, Washington, December 19, 1945"
)
RESOLVED = replace(
    MEETING, kind="political", people=(), title="Council’s Resolution of 19 December (Austin to the Secretary of State)"
)
LETTER = replace(WIRE, title="Text of the draft (note to telegram 30 from Jessup to Acting Secretary of State)")

ONE = [
    (
        RESOLVED,
        replace(RESOLVED, id="12", title="The Security Council resolution (Livengood to Acheson)"),
        "as told by two",
    ),
    (
        replace(RESOLVED, title="Burns offers the delegates a truce (note to telegram 17 from Cole (Acting))"),
        replace(RESOLVED, id="14", title="Offer of a truce to the delegates by Burns"),
        "the same words, whoever tells it",
    ),
    (MEETING, OTHER, "same day, place and people"),
    (MEETING, replace(OTHER, places=(MOSCOW,), title="Talk with Stalin"), "two gazetteers' points for one town"),
    (MEETING, replace(OTHER, people=(Person("Byrnes"), STALIN)), "the same person, with and without first name"),
    (YALTA, replace(YALTA, id="5", title="At Yalta", places=(), evidence=(Evidence("d2", 1, 2),)), "same entry"),
    (WIRE, replace(WIRE, id="6"), "the same paper by its number"),
]
TWO = [
    (
        TALK,
        replace(TALK, id="10", title="Memorandum of a Conversation, Department of State, 4:45 p.m."),
        "two talks of a day",
    ),
    (TALK, replace(TALK, id="11", title="Meeting the document speaks of"), "nothing said of what they are"),
    (
        replace(TALK, title="Memorandum of Conversation, by the Adviser on Political Relations (Hornbeck)"),
        replace(TALK, id="16", title="Memorandum of Conversation, by the Adviser on Political Relations (Hornbeck)"),
        "two memoranda by one hand",
    ),
    (LETTER, replace(LETTER, id="13"), "a number that is only where it stands"),
    (
        replace(RESOLVED, title="Invitation of the Advisory Committee appointed by the Assembly"),
        replace(RESOLVED, id="15", title="Courteous invitation of the Assembly of the League of Nations"),
        "two invitations",
    ),
    (MEETING, replace(OTHER, date=DateSpan("1945-12-20")), "another day"),
    (MEETING, replace(OTHER, places=(LONDON,)), "another place"),
    (MEETING, replace(OTHER, people=(BEVIN,)), "other people"),
    (
        MEETING,
        replace(OTHER, people=(STALIN, BEVIN), title="Bevin calls on the Generalissimo"),
        "one shared person only",
    ),
    (MEETING, replace(OTHER, kind="statement"), "another kind"),
    (MEETING, replace(OTHER, status="planned"), "the plan and the meeting"),
    (MEETING, replace(OTHER, date=None), "no date"),
    (YALTA, replace(YALTA, id="7", reference="yalta-agreement"), "another entry"),
    (YALTA, replace(YALTA, id="8", reference=""), "an entry and a clause"),
    (WIRE, replace(WIRE, id="9", title="Embassy telegram 539"), "another number"),
    (WIRE, replace(WIRE, id="9", title="Note from the Embassy"), "no number"),
    (
        replace(WIRE, title="Telegram 291 cited in a note to Telegram 294 from Livengood"),
        replace(WIRE, id="9", title="Telegram 292 cited in a note to Telegram 294 from Livengood"),
        "alike only in where they are cited",
    ),
    (
        replace(WIRE, title="Telegram from the Embassy received December 19"),
        replace(WIRE, id="9", title="Telegram from the Embassy received December 19"),
        "the day is no number of a paper",
    ),
    (MEETING, replace(OTHER, people=(STALIN, BEVIN), title="Bevin and Stalin meet at the Kremlin"), "another guest"),
    (
        replace(MEETING, kind="political", people=(), title="The oil of Baku (Livengood to the Secretary of State)"),
        replace(OTHER, kind="political", people=(), title="A new cabinet (Livengood to the Secretary of State)"),
        "alike only in who tells it",
    ),
    (replace(MEETING, people=()), replace(OTHER, people=()), "two memoranda of the day, nobody named"),
    (
        replace(MEETING, people=(STALIN, BYRNES, Person("Molotov"), Person("Bohlen"), Person("Harriman"))),
        OTHER,
        "the same two hosts, other guests",
    ),
    (replace(MEETING, date=DateSpan("1945")), replace(OTHER, date=DateSpan("1945")), "a year is no day"),
]


@pytest.mark.parametrize(("one", "other", "why"), ONE)
def test_one_event(one: Event, other: Event, why: str) -> None:
    """The smallest id stays, the other is an alias, all evidence is kept."""
    (event,) = merge_events([one, other])
    assert event.id == min(one.id, other.id), why
    assert event.aliases == (max(one.id, other.id),)
    assert set(event.evidence) == {*one.evidence, *other.evidence}


@pytest.mark.parametrize(("one", "other", "why"), TWO)
def test_two_events(one: Event, other: Event, why: str) -> None:
    """Doubtful pairs stay apart."""
    assert len(merge_events([one, other])) == 2, why


def test_only_events_of_a_family_are_merged() -> None:
    """Merged family by family, events come out the same; what no rule merges has no family."""
    events = [each for one, other, _ in (*ONE, *TWO) for each in (one, other)]
    events = [replace(event, id=f"{event.id} {at}") for at, event in enumerate(events)]
    families = {family(event) for event in events}
    apart = [merged for each in families - {""} for merged in merge_events(e for e in events if family(e) == each)]
    alone = [event for event in events if not family(event)]
    assert sorted(merge_events(events), key=str) == sorted([*apart, *alone], key=str)
    assert len(families) > 5
    assert alone


def test_order_does_not_matter() -> None:
    """The same events in another order give the same ids."""
    events = [MEETING, YALTA, OTHER, WIRE]
    assert {event.id for event in merge_events(events)} == {event.id for event in merge_events(reversed(events))}


def test_a_series_is_merged_without_comparing_all_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand events of one day in many towns, and thousands of one entry: hardly a pair is looked at."""
    compared = 0
    rule = merge.same_event

    def counted(one: Event, other: Event) -> bool:
        nonlocal compared
        compared += 1
        return rule(one, other)

    monkeypatch.setattr(merge, "same_event", counted)
    towns = [replace(MOSCOW, lat=lat, lon=lon) for lat in range(-80, 80, 2) for lon in range(-170, 170, 5)]
    talks = [replace(MEETING, id=f"talk {at}", places=(town,)) for at, town in enumerate(towns)]
    named = [replace(YALTA, id=f"named {at}") for at in range(5_000)]
    again = [replace(talk, id=f"{talk.id} again") for talk in talks]
    merged = merge_events([*talks, *named, *again])
    assert len(merged) == len(talks) + 1
    assert compared == len(talks)
