"""Acts and talks: what the writer did, had just done, or was told where a day stands beside it; each with a reason."""

import pytest

from dashboard.extraction.events.titles import choosing
from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")


HEAD = "215. Telegram From the Embassy in Egypt to the Department of State\n\nCairo, August 24, 1955—6 p.m.\n\n290. "
SIGNED = "\n\nByroade\n"
OWN = "1955-08-24"


def told(words: str, dates: dict[str, str] | None = None) -> dict[str, str]:
    """EDTF by title of what a telegram of Byroade’s tells beside itself."""
    dates = {"August 24, 1955": OWN, **(dates or {})}
    found = events_of(HEAD + words + SIGNED, dates, own=OWN, at="Cairo")
    return {event.title: event.date.edtf for event in found if event.date and event.evidence[0].start > len(HEAD) - 5}


OF_THE_DAY = [
    # the words, how the title begins, its date, why
    ("I saw Fawzi at 1230 and found him more forthcoming.", "Byroade’s meeting with Fawzi", OWN, "an hour of the day"),
    ("I have just returned from a meeting with President Nasser.", "Byroade has just returned", f"{OWN}~", "just"),
    ("Am off to see Hussein who ill, but who should be told.", "Byroade to see Hussein", f"{OWN}~", "next"),
    ("Dr. Fawzi has just been informed of the loan to Israel.", "Dr. Fawzi has just been", f"{OWN}~", "was"),
    ("General Burns is now en route to Gaza.", "Byroade: General Burns is now", OWN, "on the way"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "begins", "edtf", "why"), OF_THE_DAY)
def test_acts_of_the_day(words: str, begins: str, edtf: str, why: str) -> None:
    """A telegram dates by its own day what was done at an hour, and about it what was done just now."""
    found = told(words)
    assert any(title.startswith(begins) and date == edtf for title, date in found.items()), (why, found)


NOT_OF_THE_DAY = [
    # the words, why
    ("Israel has just activated the reactor at Dimona.", "what may have gone on for weeks"),
    ("It is just as clear that Dr. Fawzi received the message.", "“just” of another sense"),
    ("He replied: “I have just received a message from Tel Aviv.”", "another’s words of another day"),
    ("They passed through Gaza en route to Cairo.", "was on the way, on no day that is told"),
    ("The agreement which Egypt has just about received is Israel’s.", "not yet"),
]


@pytest.mark.parametrize(("words", "why"), NOT_OF_THE_DAY)
def test_no_acts_of_the_day(words: str, why: str) -> None:
    """What was not done right before the writing has no date from it."""
    assert not told(words), why


def test_just_now_in_a_talk_is_the_speakers() -> None:
    """The record of a talk may be of a later day than the talk: its “just” dates nothing."""
    head = "Memorandum of a Conversation, American Embassy, Cairo, August 24, 1955\n\n"
    found = events_of(head + "Dr. Fawzi said he has just received a message from Tel Aviv.", {}, own=OWN, at="Cairo")
    assert not [event.title for event in found if "just" in event.title]


BESIDE_A_DAY = [
    # the words, the days in them, how the title begins, its date, why
    ("Burns saw Gohar at Gaza August 22.", {"August 22": "1955-08-22"}, "Burns saw Gohar", "1955-08-22", "saw"),
    ("General Burns is leaving for Geneva August 30.", {"August 30": "1955-08-30"}, "Byroade: General Burns is leaving",
     "1955-08-30", "a journey ahead"),
    ("Delivered Secretary’s speech to Nasser August 23.", {"August 23": "1955-08-23"}, "Byroade delivered",
     "1955-08-23", "a cable without “I”"),
    ("In discussion with Eban August 22 and in Deptel 195 to Tel Aviv we have said that the Department has no blueprint"
     " for a settlement which it will seek to impose on the parties or on those who wish to keep out of all of it.",
     {"August 22": "1955-08-22"}, "Discussion with Eban", "1955-08-22", "the talk the day belongs to"),
    ("Dr. Fawzi of the Foreign Office in informal conversation with me on August 22 indicated that:",
     {"August 22": "1955-08-22"}, "Informal conversation of Dr. Fawzi of the Egyptian Foreign Office with Byroade",
     "1955-08-22", "a talk with the writer"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "dates", "begins", "edtf", "why"), BESIDE_A_DAY)
def test_beside_a_day(words: str, dates: dict[str, str], begins: str, edtf: str, why: str) -> None:
    """Words too common to tell anything do so beside a day; a talk is an event by whom it was with."""
    found = told(words, dates)
    assert any(title.startswith(begins) and date == edtf for title, date in found.items()), (why, found)


CABLED = [
    # the words, the days in them, how a title begins and its date (none: no title of Byroade’s), why
    ("Phoned Burns ten-thirty August 22.", {"August 22": "1955-08-22"},
     {"Byroade’s telephone call to Burns": "1955-08-22"}, "and the hour is no part of whom"),
    ("Met 8 p.m. 22d with Fawzi, Gohar and Hamid to consider invitation that would bring into UNCFI discussions"
     " representatives from areas other than Gaza.", {"22d": "1955-08-22"},
     {"Byroade’s meeting with Fawzi": "1955-08-22"},
     "a cable leaves out “I”"),
    ("When I called on Dr. Fawzi August 22 he said “You find me in a discouraged mood”, for the Council on August 19"
     " put off the complaint.", {"August 22": "1955-08-22", "August 19": "1955-08-19"},
     {"Byroade’s call on Dr. Fawzi": "1955-08-22"}, "the day of the call, not of what was said in it"),
    ("Received Dr. Fawzi’s letter August 22 and a copy of which the Department has, which leaves what it says in the"
     " dark.", {"August 22": "1955-08-22"}, {}, "a paper may have been received by anybody"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "dates", "titles", "why"), CABLED)
def test_deeds_as_cabled(words: str, dates: dict[str, str], titles: dict[str, str], why: str) -> None:
    """What the writer did is told of the day that belongs to it, by name also where a cable names nobody."""
    own = {title.split(" (")[0]: date for title, date in told(words, dates).items() if title.startswith("Byroade’s ")}
    assert own == titles, why


SENT_FOR = [
    ("From Adler to Secretary [of] Treasury.", "by the telegram of a post"),
    ("To Secretary of the Treasury from Adler.", "to whom first"),
]


@pytest.mark.parametrize(("lead", "why"), SENT_FOR)
def test_who_writes_by_the_telegram_of_a_post(lead: str, why: str) -> None:
    """“I” is who sends the words, not who signs the telegram they go by."""
    found = told(f"{lead} Saw Dr. Fawzi August 22 and notified him.", {"August 22": "1955-08-22"})
    assert any(title.startswith("Adler saw Dr. Fawzi") for title in found), (why, found)


def test_who_signs_above_the_name_of_the_post_writes() -> None:
    """“Signed Cochran.” over the consul's name: “I” is Cochran."""
    found = told("Saw Dr. Fawzi August 22 and notified him. Signed Cochran.", {"August 22": "1955-08-22"})
    assert any(title.startswith("Cochran saw Dr. Fawzi") for title in found), found


def test_what_was_done_to_the_writer_is_no_act_of_his() -> None:
    assert not any(
        "’s visit" in title for title in told("Visited tonight by Fawzi, Burns, Gohar.", {"tonight": "1955-08-24"})
    )


NOT_BESIDE = [
    ("Burns saw trouble and Gohar may be away August 22.", {"August 22": "1955-08-22"}, "the day of something else"),
    ("Burns saw few Israelis in 1953.", {"1953": "1953"}, "a year is too long for so common a word"),
    ("Talks with the parties of August 22 are at an end.", {"August 22": "1955-08-22"}, "nobody is named"),
]


@pytest.mark.parametrize(("words", "dates", "why"), NOT_BESIDE)
def test_not_beside_a_day(words: str, dates: dict[str, str], why: str) -> None:
    """Where a day belongs to something else, or nobody is named, nothing is told."""
    assert not [title for title in told(words, dates) if title.startswith(("Burns saw", "Talk"))], why


DONE = [
    # the last words of the telegram, the note, the end of the title, why
    ("Department pass Paris.", "This was done on August 25.", "passed on to Paris", "as the writer asked"),
    ("Department please repeat London, Paris.", "This was done on August 25.", "passed on to London and Paris", "two"),
    ("Burns will see to this.", "This was done on August 25.", "", "the note is of something else"),
]


@pytest.mark.parametrize(("last", "note", "end", "why"), DONE)
def test_passed_on(last: str, note: str, end: str, why: str) -> None:
    """“This was done” after a request to pass a telegram on is the passing on; after other words it tells nothing."""
    text = f"{HEAD}Nothing new. {last}1\n\nByroade\n\n1. {note}"
    dates = {"August 24, 1955": OWN, "August 25": "1955-08-25"}
    found = events_of(text, dates, own=OWN, at="Cairo", notes_from="1. This", mark=f"{last}1")
    titles = [event.title for event in found if event.date and event.date.edtf == "1955-08-25"]
    assert titles == ([f"Telegram 290 from the Embassy in Egypt to the Department of State {end}"] if end else []), why


def test_a_note_says_who_was_on_the_way() -> None:
    """A note to a paper says where its receiver was when it was written."""
    note = "1. Roosevelt was then en route from Washington to Cairo."
    found = events_of(f"{HEAD}Nothing new.{SIGNED}\n{note}", {}, own=OWN, at="Cairo", notes_from=note)
    (event,) = (one for one in found if "en route" in one.title)
    assert event.date is not None
    assert (event.date.edtf, event.topics) == (OWN, ("office-procedure",))


def test_who_met_whom_is_told_in_few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """“Byroade to see Hussein” is not weighed by its words, which are few: it says who, whom and what."""
    monkeypatch.setattr(choosing, "least_understood", lambda _: 1.0)
    assert any(title.startswith("Byroade to see Hussein") for title in told("Am off to see Hussein who ill."))
