"""Affair: what a paper is on by its first words, its file number or the thing that it names most."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.lines.openness import asks_on_what
from dashboard.extraction.events.lines.shortening import is_surely_cut
from dashboard.extraction.topics import find_terms
from dashboard.extraction.vocabulary import rows
from dashboard.extraction.words import words_in
from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

LANDS = ("China", "Bolivia", "Paraguay", "Chile", "Persia")
HEAD = "The Ambassador in China (Gauss) to the Secretary of State\n\nChungking, March 20, 1943.\n\n"
RESIGNED = "On March 7 the Minister resigned."
TOLD = "The Minister resigned (Gauss to the Secretary of State"

PAPERS = [
    # file number, words before, what the title says the paper is on, why
    ("", "I refer to your letter regarding the Leticia matter. ", ", on the Leticia matter)", "named in the opening"),
    ("", "I have your note on the subject of the exchange of prisoners with Japan, which I have read. ",
     ", on the exchange of prisoners with Japan)", "a whole phrase, before the comma"),
    ("", "With reference to your telegram No. 101, I agree. ", ")", "a paper is not a subject"),
    ("", "I wrote concerning the importance attached by China to this equipment. ", ")", "the phrase is cut"),
    ("", "I wrote regarding his views. ", ")", "nothing is named"),
    ("", "I wrote regarding status negotiations. ", ")", "a cable's phrase without its article"),
    ("893.51/7708: Telegram\n", "We await the Palestine refugee problem. ", ", on the Palestine refugee problem)",
     "an affair by its name says more than the file"),
    ("", "We await news of the exchange control situation. ", ", on the exchange control situation)", "without a name"),
    ("", "Negotiations wait. The Kashmir problem waits. ", ", on the Kashmir problem)", "not where a sentence begins"),
    ("893.51/7708: Telegram\n", "China waits. ", ", on the finances of China)", "internal affairs: finance"),
    ("891.51/7708: Telegram\n", "", ", on the finances of Iran)", "the paper names no state: its number does"),
    ("891.51/7708: Telegram\n", "Persia waits. ", ", on the finances of Persia)", "as the paper calls it"),
    ("724.3415/4188: Telegram\n", "Bolivia and Paraguay wait. ", ", on the Chaco dispute)", "a file of its own"),
    ("724.2515/41: Telegram\n", "Bolivia and Chile wait. ", ", on the boundary between Bolivia and Chile)",
     "relations of two"),
    ("724.2515/41: Telegram\n", "Bolivia waits. ", ", on the boundary between Bolivia and Chile)",
     "the paper names one, its number the other"),
    ("711.9315/41: Telegram\n", "", ", on the boundary with China)", "of one with the own state"),
    ("711.93/41: Telegram\n", "", ", on relations with China)", "no subject: anything between the two"),
    ("711.93/41: Telegram\n", "The wolfram is there. No wolfram came. We ask for wolfram. ", ", on wolfram)",
     "what is named most says more than “relations”"),
    ("851g.01/41: Telegram\n", "", ", on the government of Indochina)", "a small letter; a country of several states"),
    ("Paris Peace Conf. 182/12\n", "", ", on the Paris Peace Conference)", "a collection of papers"),
    ("Paris Peace Conf. 182/12\n", "China waits. China asks. China hopes. ", ", on China)", "its states say more"),
    ("611.2531/77: Telegram\n", "Chile waits. ", ", on a trade agreement with Chile)", "not with the own state"),
    ("893.00/7708: Telegram\n", "Hyderabad waits. Hyderabad asks. China looks to Hyderabad. ", ", on Hyderabad)",
     "a place says more than “political affairs in China”"),
    ("", "The wolfram is there. No wolfram came. We ask for wolfram. ", ", on wolfram)", "named three times"),
    ("", "The wolfram is there. We ask for wolfram. ", ")", "named twice, it is not sure"),
    ("", "The wolfram and tin are there. No wolfram or tin came. We ask for wolfram and tin. ", ")", "two as often"),
    ("", "The wolfram is there. No wolfram came. We ask for wolfram. " + "So it is with all things here. " * 60,
     ", on wolfram)", "three times on a page, and nothing beside it"),
    ("", "The wolfram and tin are there. No wolfram or tin came. We ask for wolfram. "
     + "So it is with all things here. " * 60, ")", "three times on a page, and another thing beside it"),
    ("", "The wolfram is there. No wolfram came. We ask for wolfram. " + "So it is with all things here. " * 99, ")",
     "three times on many pages"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "words", "on", "why"), PAPERS)
def test_what_a_paper_is_on(file: str, words: str, on: str, why: str) -> None:
    text = f"{file}{HEAD}{words}{RESIGNED}"
    titles = [event.title for event in events_of(text, {"March 7": "1943-03-07"}, own="1943-03-20", lands=LANDS)]
    assert f"{TOLD}{on}" in titles, (why, titles)


LINES = [
    # the clause, its title, why
    ("The plan was given to Kung on March 7.",
     "The plan was given to Kung (Gauss to the Secretary of State, on wolfram)", "on what was it?"),
    ("The wolfram was given to Kung on March 7.", "The wolfram was given to Kung",
     "the line says so itself"),
    ("Kung, Soong and Adler left Cairo for London on March 7.", "Kung, Soong and Adler left Cairo for London",
     "nothing is open"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "title", "why"), LINES)
def test_a_line_that_says_not_on_what_is_told_with_it(clause: str, title: str, why: str) -> None:
    text = f"{HEAD}The wolfram is there. No wolfram came. We ask for wolfram. {clause}"
    titles = [event.title for event in events_of(text, {"March 7": "1943-03-07"}, own="1943-03-20")]
    assert title in titles, (why, titles)


def test_a_line_that_names_the_place_its_paper_is_on_is_not_told_with_the_state_it_is_filed_under() -> None:
    text = (
        f"893.00/7708: Telegram\n{HEAD}Hyderabad waits. Hyderabad asks. On March 7 the Minister in Hyderabad resigned."
    )
    titles = [event.title for event in events_of(text, {"March 7": "1943-03-07"}, own="1943-03-20", lands=LANDS)]
    assert any(one.startswith("The Minister in Hyderabad resigned") for one in titles), titles
    assert not any("China)" in one for one in titles), titles


def test_a_paper_addressed_to_nobody_is_on_its_title() -> None:
    text = (
        "Memorandum by the Adviser on Political Relations (Hornbeck)\n\nWashington, March 20, 1943.\n\n"
        "U.S.S.R. Aims in the Far East\n\nThe plan was given to Kung on March 7.\n"
    )
    titles = [event.title for event in events_of(text, {"March 7": "1943-03-07"}, own="1943-03-20")]
    assert any(one.startswith("The plan was given to Kung (") and "U.S.S.R. Aims" in one for one in titles), titles


def test_a_list_of_those_present_is_no_title() -> None:
    text = (
        "Memorandum of a Conversation\n\nWashington, March 20, 1943.\n\nOTHERS PRESENT\n\nMr. Kung, Mr. Soong\n\n"
        "The plan was given to Kung on March 7.\n"
    )
    titles = [event.title for event in events_of(text, {"March 7": "1943-03-07"}, own="1943-03-20")]
    assert not any("resent" in one for one in titles), titles


def test_a_note_is_told_with_the_paper_that_it_is_put_to() -> None:
    """It may itself be on something else: the title says only what the paper is on."""
    text = (
        f"{HEAD}The wolfram is there. No wolfram came. We ask for wolfram.\n\n1. The reply was sent to Kung on March 7."
    )
    titles = [event.title for event in events_of(text, {"March 7": "1943-03-07"}, own="1943-03-20", notes_from="1. ")]
    assert any(one.startswith("The reply was sent to Kung (note to ") and "on wolfram)" in one for one in titles), (
        titles
    )


def test_in_a_long_line_the_paper_that_reported_gives_its_room_to_the_subject() -> None:
    """“Kung reported in telegram 12 …, that he raised the subject” has no room for it."""
    note = (
        "1. Kung reported in telegram 12 from Tihwa, undated, received on March 9, that he raised the subject with"
        " Soong and Chiang Kai-shek on March 7."
    )
    text = f"{HEAD}The wolfram is there. No wolfram came. We ask for wolfram.\n\n{note}"
    titles = [event.title for event in events_of(text, {"March 7": "1943-03-07"}, own="1943-03-20", notes_from="1. ")]
    assert any(one.startswith("Kung raised the subject with Soong") and "on wolfram)" in one for one in titles), titles


LONG = "The plan was given to Kung by the Minister of Finance of Sinkiang with the papers of the Central Bank"


def test_a_long_line_gives_room_to_its_subject() -> None:
    """Its second clause would leave none."""
    clause = f"On March 7 {LONG[0].lower()}{LONG[1:]}, and another came to Soong from the same bank."
    text = f"{HEAD}The wolfram is there. No wolfram came. We ask for wolfram. {clause}"
    titles = [event.title for event in events_of(text, {"March 7": "1943-03-07"}, own="1943-03-20")]
    assert f"{LONG} (Gauss to the Secretary of State, on wolfram)" in titles, titles


CUTS = [
    # the whole, where it is cut, whether that is sure, why
    ("Eden came, and Dulles went", "Eden came", True, "a second clause"),
    ("Eden, Dulles, and Bevin came", "Eden, Dulles", False, "the end of a list"),
    ("Eden came in haste", "Eden came", False, "how he came may be what is meant"),
    ("Eden came (Gauss to Hull)", "Eden came", True, "by whom it is told"),
    ("Resolution 212 (III) was adopted", "Resolution 212", False, "part of its name"),
]


@pytest.mark.parametrize(("whole", "head", "sure", "why"), CUTS)
def test_where_a_line_is_surely_cut(whole: str, head: str, sure: bool, why: str) -> None:
    assert is_surely_cut(whole, head) is sure, why


ASKS = [
    ("Macomber confirmed that Hussein will deliver them to Jordan", True, "things of which nothing is told"),
    ("Macomber confirmed that Hussein will deliver the tanks to Jordan", False, "what is delivered"),
    ("Full agreement was not reached", True, "on what"),
    ("Kung and Soong reached agreement on wolfram", False, "on what is told"),
    ("Marshall was informed of the attitude taken by Kung", True, "to what"),
    ("Kung and Soong effected a treaty signed at Chungking", True, "on what"),
    ("Kung and Soong signed a treaty with Japan", False, "with whom is told"),
]


@pytest.mark.parametrize(("line", "asks", "why"), ASKS)
def test_what_asks_on_what(line: str, asks: bool, why: str) -> None:
    assert asks_on_what(line) is asks, why


def test_the_subjects_are_terms_of_topics() -> None:
    """A row whose term no topic knows is never found."""
    for row in rows("subjects.csv", "term", "on"):
        written = (row["term"], row["term"].title(), row["term"].upper())
        found = (text[hit.start : hit.end] for text in written for hit in find_terms(words_in(text), text))
        assert row["term"].lower() in {one.lower() for one in found}, row
        assert row["on"], row
