"""Events: occasions, cited papers and clauses, each with a reason; and what every event keeps."""

import time

import pytest

from tests.extraction.events.event_case import events_of

TELEGRAM = "The Ambassador in Iran (Wiley) to the Secretary of State\n\nTehran, May 29, 1948—11 a. m.\n\n591. "


def test_a_telegram_is_an_event() -> None:
    """The document's own occasion: kind, number, sender, recipient, place of the dateline."""
    (event,) = events_of(TELEGRAM + "Nothing new.", {"May 29, 1948": "1948-05-29"}, own="1948-05-29", at="Tehran")
    assert event.kind == "communication"
    assert event.title == "Telegram 591 from the Ambassador in Iran (Wiley) to the Secretary of State"
    assert [place.name for place in event.places] == ["Tehran"]
    assert event.countries == ("IR", "US")


CITED = [
    (
        "Reported in Embtel 538, May 18, and since.",
        {"May 18": "1948-05-18"},
        "Telegram 538 from the Embassy to the Department of State",
        "series",
    ),
    (
        "In a memorandum of May 18 to Mr. Lovett, Mr. Henderson stated that aid waits.",
        {"May 18": "1948-05-18"},
        "Memorandum from Mr. Henderson to Mr. Lovett",
        "who says something in it wrote it",
    ),
    ("Your telegram 782, May 25, is clear.", {"May 25": "1948-05-25"}, "Telegram 782", "owner and noun"),
    (
        "Embassy’s 809, May 29, 2 p.m. and previous.",
        {"May 29": "1948-05-29"},
        "Telegram 809 from the Embassy",
        "no noun",
    ),
    (
        "Referring to my despatch of the 5th instant, (No. 329,) I state.",
        {"5th instant": "1861-04-05"},
        "Despatch No. 329",
        "number after",
    ),
    (
        "Telegram 1652 from Tel Aviv, November 13, was late.",
        {"November 13": "1966-11-13"},
        "Telegram 1652 from Tel Aviv",
        "from a post",
    ),
    (
        "No. 1, Mr. Alcock to Mr. Harris, July 6.",
        {"July 6": "1861-07-06"},
        "Letter from Mr. Alcock to Mr. Harris",
        "a line in a list of enclosures, without a word of a paper",
    ),
]


@pytest.mark.parametrize(("words", "dates", "title", "why"), CITED)
def test_cited_papers(words: str, dates: dict[str, str], title: str, why: str) -> None:
    """A cited paper is a communication of its date, under its number."""
    (event,) = events_of(words, dates)
    assert (event.kind, event.title, event.certainty) == ("communication", title, "explicit"), why


KINDS = [
    ("German troops arrived in Prague on March 15.", "military", "a journey of troops"),
    ("The Minister arrived in Prague on March 15.", "visit", "a journey of others"),
    ("The bombardment of Prague began on March 15.", "military", "what a light verb says began"),
    ("The conference opened on March 15.", "meeting", "what a light verb says opened"),
    ("Deliveries fell short on March 15.", "economic", "what falls is not always a town"),
    ("The President spoke to the nation on March 15.", "statement", "to whom one speaks"),
]


@pytest.mark.parametrize(("words", "kind", "why"), KINDS)
def test_kinds_of_clauses(words: str, kind: str, why: str) -> None:
    assert [event.kind for event in events_of(words, {"March 15": "1939-03-15"})] == [kind], why


CLAUSES = [
    # words, dates, own date, kind, status, title, why
    ("At 8:30 last night Israeli force crossed DL east of Gaza and attacked GOE forces.", {"last night": "1955-02-28"},
     "1955-03-01", "military", "happened", "", "an attack"),
    ("Nasser received me alone in residency at 11 a.m. this morning.", {"this morning": "1955-08-24"},
     "1955-08-24", "meeting", "happened", "", "received me"),
    ("On the 15th instant a motion favoring the recognition will be pressed.", {"15th instant": "1861-04-15"},
     "1861-04-09", "political", "planned", "", "after the document, will be"),
    ("Conversation with Pignon tentatively scheduled September 26.", {"September 26": "1949-09-26"},
     "1949-09-24", "meeting", "planned", "Conversation with Pignon tentatively scheduled", "after the document"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "dates", "own", "kind", "status", "title", "why"), CLAUSES)
def test_clauses(words: str, dates: dict[str, str], own: str, kind: str, status: str, title: str, why: str) -> None:
    """A dated clause is an event of the kind its words say."""
    (event,) = events_of(words, dates, own=own, at="Cairo")
    assert (event.kind, event.status) == (kind, status), why
    assert not title or event.title == title


BOUNDED = [
    ("Soviet troops were withdrawn not later than March 2, 1946.", "March 2, 1946", "1946-03-02?"),
    (
        "Soviet troops would be withdrawn within a month and a half from March 24, 1946.",
        "March 24, 1946",
        "1946-03-24?",
    ),
    ("The conference will open not before June 1946.", "June 1946", "1946-06?"),
    ("Soviet troops were withdrawn after March 2, 1946.", "March 2, 1946", "1946-03-02?"),
    ("Soviet troops were withdrawn on March 2, 1946.", "March 2, 1946", "1946-03-02"),
]


@pytest.mark.parametrize(("words", "date", "edtf"), BOUNDED)
def test_a_date_that_only_bounds_an_event_is_not_shown_as_its_own(words: str, date: str, edtf: str) -> None:
    (event,) = events_of(words, {date: edtf.rstrip("?")}, own="1946-01-10", at="Cairo")
    assert event.date is not None
    assert event.date.edtf == edtf


NO_EVENTS = [
    ("[Received May 31—9:33 a.m.]", {"May 31": "1943-05-31"}, "a receipt"),
    ("Source: National Archives, RG 59, Central Files 1964–66, POL 32–1.", {"1964–66": "1964/1966"}, "a file"),
    ("See Foreign Relations, 1944, vol. vii, p. 338.", {"1944": "1944"}, "a volume"),
    ("Are you sailing February 1 as planned?", {"February 1": "1934-02-01"}, "a question"),
    ("The independence of Egypt is dear to us today.", {"today": "1949-06-14"}, "what is so in these days"),
]


@pytest.mark.parametrize(("words", "dates", "why"), NO_EVENTS)
def test_dates_of_no_event(words: str, dates: dict[str, str], why: str) -> None:
    """A date of receipt, of a file or of a volume is no event."""
    assert events_of(words, dates) == (), why


BRACKETED = [
    ("The Ambassador in China (Gauss) informed us on May 3 of a loan.", "The Ambassador in China", "a name"),
    ("The Strategic Arms Limitation Treaty (SALT II) was signed at London on May 3.", "The Strategic Arms", "letters"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "begins", "why"), BRACKETED)
def test_a_name_in_brackets_does_not_end_a_clause(words: str, begins: str, why: str) -> None:
    """It belongs to what it stands behind: the evidence begins before it."""
    (event,) = events_of(words, {"May 3": "1943-05-03"})
    assert words[event.evidence[0].start :].startswith(begins), why


def test_what_begins_today_is_an_event() -> None:
    """“From today” something begins, where “today” may mean these days."""
    (event,) = events_of("From today Egypt is independent.", {"today": "1949-06-14"}, own="1949-06-14")
    assert event.kind == "political"


def test_evidence_lies_in_the_document_and_ids_are_stable() -> None:
    """The evidence holds the words, is short, and a second run gives the same ids."""
    text = TELEGRAM + "Your telegram 782, May 25, is clear. We met the Shah at Tehran on May 20 and left."
    dates = {"May 29, 1948": "1948-05-29", "May 25": "1948-05-25", "May 20": "1948-05-20"}
    events = events_of(text, dates, own="1948-05-29", at="Tehran")
    assert len(events) == 3
    for event in events:
        for span in event.evidence:
            assert 0 <= span.start < span.end <= len(text)
            assert span.end - span.start <= 400
    assert [event.id for event in events] == [
        event.id for event in events_of(text, dates, own="1948-05-29", at="Tehran")
    ]


def test_a_note_is_told_by_the_note() -> None:
    """What stands in the notes is the editor's, and nothing there is planned."""
    text = "The talk went on.\n  1. The President delivered a speech on March 17."
    (event,) = events_of(text, {"March 17": "1977-03-17"}, own="1977-03-03", notes_from="  1.")
    assert (event.told_by, event.status, event.kind) == ("note", "happened", "statement")


@pytest.mark.parametrize(
    "words",
    [
        "The Minister had seen, at noon, his colleagues, and they agreed, that all, in time, by 1945",  # prose, commas
        "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p; 1945",  # many words
        "1945" + "12" * 60 + "x",  # digits without end
    ],
)
def test_a_line_is_told_from_a_dateline_in_no_time(words: str) -> None:
    """The patterns for datelines do not try every way of cutting a line into pieces."""
    begin = time.process_time()
    events_of(words, {"1945": "1945"})
    assert time.process_time() - begin < 1


def test_events_told_in_one_clause_have_ids_of_their_own() -> None:
    """One clause, one kind, two dates: corrections and links must be able to mean one of them, on every run."""
    text = "See the memoranda of conversations of October 24 and October 25 with the Minister at Paris."
    dates = {"October 24": "1945-10-24", "October 25": "1945-10-25"}
    events = events_of(text, dates, own="1945-12-19")
    assert len({event.id for event in events}) == len(events) == 2
    assert [event.id for event in events_of(text, dates, own="1945-12-19")] == [event.id for event in events]


NOT_EVENTS = [
    ("From the Minister in Guatemala; received August 14.", {"August 14": "1934-08-14"}, "a mark of receipt"),
    ("For the discussion see Yearbook, 1947, pp. 459–460.", {"1947": "1947"}, "a title with its pages"),
]


@pytest.mark.parametrize(("words", "dates", "why"), NOT_EVENTS)
def test_dates_of_receipt_and_of_books_are_no_events(words: str, dates: dict[str, str], why: str) -> None:
    assert events_of(words, dates) == (), why


NEW_WORDS = [
    ("He talked to Khammash on May 3.", "meeting", "talked to"),
    ("General Khammash left London with his party on the evening of May 3.", "visit", "left"),
    ("Frenzied rioting erupted on May 3 in the old town of the Shah.", "other", "erupted, where nothing else tells"),
    ("Mr. Cochran leaving London May 3 by plane for Cairo.", "visit", "leaving, as cables have it"),
]


@pytest.mark.parametrize(("words", "kind", "why"), NEW_WORDS)
def test_words_that_tell_of_an_event(words: str, kind: str, why: str) -> None:
    (event,) = events_of(words, {"May 3": "1966-05-03"})
    assert event.kind == kind, why


def test_what_would_have_been_denied_is_not_denied() -> None:
    """An amendment “that would have denied any sale” was adopted."""
    words = "On June 1, 1955 the House adopted an amendment that would have denied any sale to Egypt."
    events = events_of(words, {"June 1, 1955": "1955-06-01"}, own="1956-01-01")
    assert [event.status for event in events] == ["happened"]
