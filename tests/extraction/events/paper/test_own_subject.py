"""Own subject: what a paper addressed to nobody is on, in the title of its sending."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.paper.heading import short_party
from tests.extraction.events.event_case import events_of

DAY = {"March 7, 1955": "1955-03-07"}
BY_HOOVER = "Memorandum by the Under Secretary of State (Hoover)"
FROM_HOOVER = "Memorandum from the Under Secretary of State (Hoover)"
DATELINE = "\n\nWashington, March 7, 1955.\n\n"

PAPERS = [
    # below the dateline, title, why
    ("secret\n\nU.S.S.R. Aims in the Far East\n\nI\n\nThe aims are old.", ": U.S.S.R. Aims in the Far East",
     "its title"),
    ("U.S. POLICY ON FINANCING HIGH ASWAN DAM IN EGYPT\n\nThe high dam at Aswan in Egypt is old.",
     ": U.S. Policy on Financing High Aswan Dam in Egypt", "in capitals"),
    ("The Argentine Ambassador called to inquire about trade.", " on a call of the Argentine Ambassador", "who called"),
    ("Israeli Minister Evron came in briefly today.", " on a call of Israeli Minister Evron", "with his name"),
    ("Egypt wants arms. Egypt wants money. Egypt waits.", " on Egypt", "the state it names"),
    ("My dear Mr. Secretary:\n\nNothing.", "", "a greeting is no title"),
    ("Participants: Mr. Hare\n\nNothing.", "", "nor is a list of those present"),
    ("In his report to the Congress of the United States the Administrator said of the whole of the aid:\n\n"
     "“Aid to Foreign Lands\n\nMuch.", "", "nor the heading of what is quoted below"),
    ("March Weather\n\nNothing.", ": March Weather", "a month is none in a title"),
    ("Memorandum Concerning the Geneva Conference\n\nNothing.", ": the Geneva Conference", "what kind of paper it is"),
    ("MEMORANDUM ON US-SOVIET RELATIONS\n\nOur relations with Moscow: Soviet Relations.", ": US-Soviet Relations",
     "a state of two letters"),
    ("The Chinese Minister for Foreign Affairs, Dr. T. V. Soong, called on me.",
     " on a call of the Chinese Minister for Foreign Affairs", "with his name behind"),
    ("At his request Sir George Sansom called.", " on a call of Sir George Sansom", "behind why"),
]  # fmt: skip


@pytest.mark.parametrize(("below", "subject", "why"), PAPERS)
def test_what_a_memorandum_is_on(below: str, subject: str, why: str) -> None:
    events = events_of(f"{BY_HOOVER}{DATELINE}{below}", DAY, own="1955-03-07", at="Washington", lands=("Egypt",))
    assert events[0].title == f"{FROM_HOOVER}{subject}", (why, events[0].title)


TALKS = [
    # the first words of the record, its title, why
    ("I called by appointment on Chou En-lai, the Communist representative, yesterday.",
     "Conversation of the Under Secretary of State (Hoover) with Chou En-lai", "on whom the writer called"),
    ("Under instructions from Dr. Feis, I called upon Mr. Harry White of the Treasury Department.",
     "Conversation of the Under Secretary of State (Hoover) with Mr. Harry White", "behind why"),
    ("During the course of a call Dr. Soong and I spoke of trade.",
     "Conversation of the Under Secretary of State (Hoover) with Dr. Soong", "in the course of what"),
    ("Mr. Tsui of the Chinese Embassy called.",
     "Conversation of the Under Secretary of State (Hoover) with Mr. Tsui", "with whose he is"),
    ("I discussed this subject with Dr. Soong last evening.",
     "Conversation of the Under Secretary of State (Hoover) with Dr. Soong", "with whom he talked"),
    ("On invitation I attended a tea, and the Kashmir question was raised.",
     "Memorandum of Conversation, by the Under Secretary of State (Hoover), on the Kashmir question",
     "nobody is named: on what it is"),
    ("On invitation I attended a tea.", "Memorandum of Conversation, by the Under Secretary of State (Hoover)",
     "nothing is told"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), TALKS)
def test_with_whom_or_on_what_a_record_of_talk_is(words: str, title: str, why: str) -> None:
    heading = "Memorandum of Conversation, by the Under Secretary of State (Hoover)"
    titles = [event.title for event in events_of(f"{heading}{DATELINE}{words}", DAY, own="1955-03-07", title=heading)]
    assert titles[:1] == [title], (why, titles)


def test_a_long_office_gives_way_to_the_name_before_a_title() -> None:
    named = "Far Eastern Matters Involving Relations Between the United States and Great Britain"
    text = f"Memorandum by the Chief of the Division of Far Eastern Affairs (Hamilton){DATELINE}{named}\n\nNothing."
    title = events_of(text, DAY, own="1955-03-07", at="Washington")[0].title
    assert title == f"Memorandum from Hamilton: {named}"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Address by President Carter", "Address by President Carter at Washington"),
        ("Address by President Carter on Arms", "Address by President Carter on Arms"),
    ],
)
def test_a_speech_that_says_not_on_what_is_told_with_its_place(heading: str, title: str) -> None:
    titles = [
        one.title for one in events_of(f"{heading}{DATELINE}No.", DAY, own="1955-03-07", at="Washington", title=heading)
    ]
    assert titles[:1] == [title]


def test_a_draft_by_colonel_house_is_no_sitting() -> None:
    text = f"Covenant{DATELINE}Draft of Colonel House, March 7, 1955\n\nNothing is said."
    assert not [one.title for one in events_of(text, DAY, own="1955-03-07") if "Sitting" in one.title]


def test_a_title_that_says_what_the_heading_says_is_told_once() -> None:
    text = f"Communiqué{DATELINE}Communiqué to the Press\n\nNothing."
    titles = [event.title for event in events_of(text, DAY, own="1955-03-07", at="Washington", title="Communiqué")]
    assert titles == ["Communiqué to the Press"]


def test_what_has_an_addressee_keeps_its_title() -> None:
    text = f"Memorandum by Mr. Hoover to Mr. Hare{DATELINE}Aims in the Far East\n\nNothing."
    title = events_of(text, DAY, own="1955-03-07", at="Washington")[0].title
    assert title == "Memorandum from Mr. Hoover to Mr. Hare"


def test_a_paper_may_have_its_date_below() -> None:
    """The date of a note that ends with it is its own, and no other paper’s that it encloses."""
    text = "The Department of State to the British Embassy\n\nNothing.\n\nWashington, March 7, 1955."
    titles = [event.title for event in events_of(text, DAY, own="1955-03-07", at="Washington")]
    assert titles == ["Communication from the Department of State to the British Embassy"]


def test_a_date_at_both_ends_of_a_paper_is_told_once() -> None:
    text = f"{BY_HOOVER}{DATELINE}Nothing.\n\nMarch 7, 1955."
    assert len(events_of(text, DAY, own="1955-03-07", at="Washington")) == 1


def test_an_attachment_of_the_day_is_another_paper() -> None:
    words = "All is well. " * 12
    text = f"{BY_HOOVER}{DATELINE}Nothing.\n\nAttachment\n\nWashington, March 7, 1955.\n\nMr. President: {words}"
    assert len(events_of(text, DAY, own="1955-03-07", at="Washington")) == 2


def test_what_the_last_line_refers_to_dates_no_paper() -> None:
    text = f"{BY_HOOVER}{DATELINE}Nothing.\n\nThis is reply to Department’s 1578, March 6, 1955.\n\nGauss"
    dates = {**DAY, "March 6, 1955": "1955-03-06"}
    titles = [event.title for event in events_of(text, dates, own="1955-03-07", at="Washington")]
    assert not [title for title in titles if "enclosed" in title], titles


def test_an_assistant_to_somebody_is_one_party() -> None:
    """“To” behind an office is part of it: the paper is the assistant’s, and addressed to nobody."""
    text = f"Memorandum by the Assistant to the President’s Naval Aide (Elsey){DATELINE}Nothing."
    title = events_of(text, DAY, own="1955-03-07", at="Washington")[0].title
    assert title == "Memorandum from the Assistant to the President’s Naval Aide (Elsey)"


@pytest.mark.parametrize(
    ("party", "name"),
    [
        (
            "Francis H. Russell and the Assistant Under Secretary in the Foreign Office (Shuckburgh)",
            "Russell and Shuckburgh",
        ),
        ("The Secretary of State and the Secretary of War (Stimson)", "Stimson"),
        ("The Ambassador in Iran (Wiley)", "Wiley"),
    ],
)
def test_two_who_write_together_are_both_named(party: str, name: str) -> None:
    assert short_party(party) == name


def test_what_a_paper_is_on_is_no_addressee() -> None:
    text = f"Memorandum by Mr. Hoover on Talks as to Indochina{DATELINE}Talks as Regards Indochina\n\nNothing."
    title = events_of(text, DAY, own="1955-03-07", at="Washington")[0].title
    assert title == "Memorandum from Mr. Hoover on Talks as to Indochina"
