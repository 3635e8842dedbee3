"""Untold: what leaves too much open to be an event, and stays among the dated clauses of the document."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import found_in

LETTER = "The Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)\n\n"
DAY = {"March 7": "1955-03-07"}

CLAUSES = [
    # words, whether they are told as an event, why
    ("On March 7 Fawzi met the Security Council in secret session.", True, "all named"),
    ("On March 7 he stated that this was the second visit.", False, "who, and the second of which visits?"),
    ("Mr. Fawzi met him on March 7.", False, "whom?"),
    ("The truce will hold, or,\nb.\nThe army of Fawzi will attack Gaza on March 7.", False, "one of two that may be"),
    ("The truce will hold.\nThe army of Fawzi will attack Gaza on March 7.", True, "foretold"),
    ("The Potsdam Conference opened on March 7.", True, "of the reference list, whatever its words leave open"),
]


@pytest.mark.parametrize(("words", "told", "why"), CLAUSES)
def test_clause_of_a_letter(words: str, told: bool, why: str) -> None:
    """Either an event or an untold clause, in a letter whose own writing is an event."""
    text = LETTER + words
    found = found_in(text, DAY, own="1955-03-20")
    kept = [
        text[one.start : one.end] for event in found.events for one in event.evidence[:1] if one.start >= len(LETTER)
    ]
    left = [text[span.start : span.end] for span in found.untold]
    assert (bool(kept), len(left)) == ((True, 0) if told else (False, 1)), (why, kept, left)
    assert all(clause.rstrip(".") in words for clause in left)


BOTH = [
    # a sentence with two dates, the words listed as untold, why
    ("On March 7 Mr. Fawzi informed the Security Council at Cairo that the Congress would probably meet on March 9.",
     [], "its line tells both days"),
    ("On March 7 Fawzi met the Security Council of Egypt; he met them again on March 9.",
     ["he met them again on March 9."], "only what no event tells"),
    ("He stated that if he should meet him before March 9 the Council would consider the Potsdam Conference void.",
     ["He stated that if he should meet him before March 9 the Council would consider"], "what names an event is told"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "left", "why"), BOTH)
def test_no_words_are_both_told_and_untold(words: str, left: list[str], why: str) -> None:
    text = LETTER + words
    found = found_in(text, DAY | {"March 9": "1955-03-09"}, own="1955-03-20")
    assert [text[span.start : span.end] for span in found.untold] == left, why
    told = [set(range(one.start, one.end)) for event in found.events for one in event.evidence]
    assert not any(set(range(span.start, span.end)) & one for span in found.untold for one in told)


MENTIONED = [
    # words, the title of what they mention, why
    ("The agreement signed at Geneva on March 7 leaves no doubt that he remains.",
     "Agreement signed at Geneva on March 7", "where and when it was signed"),
    ("He held to the armistice concluded in Paris on March 7.",
     "The armistice concluded in Paris on March 7", "another"),
    ("I have received your Excellency’s despatch No. 88 of March 7.",
     "Despatch No. 88 from the Secretary of State (Dulles) to the Ambassador in Egypt (Byroade)",
     "“your Excellency’s” is “your”"),
    ("ReDeptel 271, March 7. He is well.", "Telegram 271 from the Department of State to the Embassy in Egypt", "“Re”"),
]  # fmt: skip


def test_the_last_of_several_agreements_is_told_by_itself() -> None:
    """What the sentence says of all of them is no clause of the last."""
    words = (
        "The treaty of alliance signed at Cairo on March 7, and the convention concluded at Geneva on March 9, remain."
    )
    found = found_in(LETTER + words, DAY | {"March 9": "1955-03-09"}, own="1955-03-20")
    assert found.events[-1].title == "The convention concluded at Geneva on March 9"


@pytest.mark.parametrize(("words", "title", "why"), MENTIONED)
def test_what_a_sentence_only_mentions_with_its_day_is_an_event(words: str, title: str, why: str) -> None:
    found = found_in(LETTER + words, DAY, own="1955-03-20")
    assert (found.events[-1].title, found.untold) == (title, ()), why


def test_a_text_without_a_heading_tells_what_it_says() -> None:
    """Nobody could be named as its teller: its words are all there is."""
    found = found_in("Mr. Fawzi met him on March 7.", DAY)
    assert (len(found.events), found.untold) == (1, ())


def test_the_dates_of_an_edition_are_not_untold() -> None:
    """“See Foreign Relations of March 7” tells of nothing that happened."""
    text = f"{LETTER}The Council met.\n\n1. For documentation on Egypt, see Foreign Relations, March 7."
    found = found_in(text, DAY, notes_from="1. For", mark="met.", own="1955-03-20")
    assert found.untold == ()


SPEECH = [
    # words, the titles of their events, why
    ("This morning I would like to talk to you about the security of Egypt.", [], "a speech announces itself"),
    ("This morning the Council of Egypt met Fawzi in Cairo.",
     ["Byroade to Dulles: “This morning the Council of Egypt met Fawzi in Cairo”"], "it met"),
    ("The decade of the ’50s brought the end of the war in Egypt.", [], "a view of history"),
    ("I have told you of the changes of the war in Egypt that go on as we meet here this morning.", [], "of the hour"),
    ("In the decade of the ’50s Fawzi signed the treaty with Canada at Cairo.",
     ["Byroade to Dulles: “In the decade of the ’50s Fawzi signed the treaty with Canada at Cairo”"], "it was done"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "titles", "why"), SPEECH)
def test_what_a_speech_says_of_itself_and_of_a_decade(words: str, titles: list[str], why: str) -> None:
    found = found_in(
        LETTER + words, {"This morning": "1960-03-20", "this morning": "1960-03-20", "50s": "195X"}, own="1960-03-20"
    )
    assert [one.title for one in found.events if one.evidence[0].start >= len(LETTER)] == titles, why
