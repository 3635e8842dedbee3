"""Beginnings: a title begins where its clause does, not within a list, a name or what leads up to it."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.drafts.clauses import from_its_beginning, shorten
from dashboard.extraction.events.lines.leading import from_main_clause, main_behind
from dashboard.extraction.events.lines.standing import standing_of
from dashboard.extraction.events.titles.wording import tidy
from dashboard.model import Span
from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

LETTER = "The Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)\n\n"
DAY = {"March 7": "1955-03-07", "end of the 1948": "1948", "March 5": "1955-03-05"}

BEGUN = [
    # words, title, why
    ("In a statement on March 7 before the committees on Trade, Refugees, and International Law of the Security"
     " Council, Fawzi told Nasser of the raid on Gaza.",
     "Fawzi told Nasser of the raid on Gaza", "the list that leads up ends before the main clause"),
    ("At a meeting called on March 7 at which those of Britain, China and Canada were also present, the Security"
     " Council reviewed the position of all parties in Gaza.",
     "The Security Council reviewed the position of all parties in Gaza", "a relative clause ends behind its verb"),
    ("A delegation headed by Nasser, Fawzi, Heikal, and Badr, called on Byroade at Gaza on March 7.",
     "A delegation headed by Nasser, Fawzi, Heikal, and Badr, called on Byroade at Gaza", "the last of a list"),
    ("At the end of the 1948 war, the Egyptian Army went on an alert to prevent Israel from intervening.",
     "At the end of the 1948 war, the Egyptian Army went on an alert to prevent Israel from intervening",
     "a year that is part of a noun stays"),
    ("Embassy’s 725, March 5 At the Foreign Office March 7 Allen and I signed the Gaza agreement.",
     "At the Foreign Office March 7 Allen and Byroade signed the Gaza agreement",
     "the paper spoken of is no part of it"),
    ("Fawzi wrote from Cairo. Cairo, on March 7, advised the Department that Fawzi was in Gaza.",
     "The U.S. mission in Cairo advised the Department that Fawzi was in Gaza",
     "a town that reports is the post there"),
    ("On March 74 Allen told Nasser of the raid on Gaza.", "Allen told Nasser of the raid on Gaza",
     "the mark of a note glued to the day goes with it"),
    ("Allen told Nasser that on March 74 and on Sunday the raid on Gaza would end the truce.",
     "Byroade to Dulles: “Allen told Nasser that on March 7 and on Sunday the raid on Gaza would end the truce",
     "or goes alone where the day stays"),
    ("Your circular of March 5, 2 p.m. Officials of the Security Council saw Nasser and Fawzi at Gaza on March 7.",
     "Officials of the Security Council saw Nasser", "nor is a circular by its day"),
    ("(S/NF) A team of the Security Council visited Gaza on March 7.", "A team of the Security Council visited Gaza",
     "nor how secret it is"),
    ("Fawzi, I understand, told Nasser of the raid on Gaza on March 7.",
     "Fawzi, Byroade understands, told Nasser of the raid on Gaza", "what the writer says by the way begins no clause"),
    ("March 7 considered a better date for the departure of Nasser to Cairo.", "March 7 considered a better date",
     "a day that is the subject stays"),
    ("With reference to telegram from the Minister at Tehran number 30, March 5, 2 p.m. I saw Nasser and Fawzi in"
     " Gaza on March 7.",
     "Byroade saw Nasser and Fawzi in Gaza", "nor with what a telegram is on"),
    ("Some talks failed, such as those at Cairo (Fawzi walked out over the raid), and Gaza on March 7 (Allen was"
     " thought weak by Nasser).",
     "Byroade to Dulles: Some talks failed", "a remark in brackets is on what stands before it"),
    ("Your telegram number 36, March 5, 6 p.m, I met Nasser and Fawzi in Gaza on March 7.",
     "Byroade met Nasser and Fawzi in Gaza", "nor a telegram with the printer’s comma"),
    ("The undersigned, envoy of the President, has the honor to invite Fawzi to the talks in Gaza on March 7.",
     "Byroade invites Fawzi to the talks in Gaza", "who signs is named"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), BEGUN)
def test_title_begins_with_its_clause(words: str, title: str, why: str) -> None:
    """The first words of the title are those of its main clause."""
    titles = [event.title for event in events_of(LETTER + words, DAY, own="1955-03-20")]
    assert any(one.startswith(title) for one in titles), f"{why}: {titles}"


def test_a_long_clause_is_told_from_its_beginning() -> None:
    """Evidence is cut around its date; a title is not."""
    text = f"He said so. The delegates {'of the party of Gaza ' * 25}told Nasser of the raid on March 7."
    anchor, sentence = Span(text.index("March 7"), len(text) - 1), Span(text.index("The"), len(text))
    cut = shorten(text, sentence, anchor)
    assert cut.start > sentence.start
    assert from_its_beginning(text, cut, sentence).start == sentence.start


GOES_ON = [
    # what stands before the clause, the clause, whether it goes on with that, why
    ("A bill brought in by Mr. Ali (Gaza) ", "in the House on March 7", True, "behind a bracket a phrase is no clause"),
    ("Mr. Ali (Gaza) ", "brought in a bill on March 7", False, "a verb is"),
    ("He informed Amman, Beirut, Tel Aviv, and ", "Paris the day before Ali left on March 7", True,
     "the last of a list"),
    ("He met the Adviser (Ali), the Secretary of State (Badr), and ", "the envoy (Heikal) in a letter of March 7", True,
     "the same with their offices"),
    ("Ali met Badr, and ", "Heikal left for Gaza on March 7", False, "the second of two sentences"),
    ("Steps would include, as ", "Ali pointed out on March 7, more arms", True, "“as” leads to an aside"),
    ("Steps would include, as ", "Mr. Ali said on March 7, more arms", True, "a title ends nothing"),
    ("Ali stayed, as ", "Badr had left Gaza for Cairo on March 7", False, "or to a reason"),
    ("The pay, which ", "the King agreed to on March 7, would not be raised", True, "its verb is that of the pay"),
    ("The pay, which ", "was raised on March 7, would not be enough", False, "what was raised is put in before it"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "clause", "goes_on", "why"), GOES_ON)
def test_a_clause_behind_an_aside_goes_on_with_its_sentence(before: str, clause: str, goes_on: bool, why: str) -> None:
    """It is then told from the beginning of the sentence."""
    text = f"{before}{clause}."
    whole = from_its_beginning(text, Span(len(before), len(text) - 1), Span(0, len(text)))
    assert whole.start == (0 if goes_on else len(before)), why


TOLD_TRULY = [
    # heading, words, title, why
    ("The Ambassador in Israel (Barbour) to the Secretary of State", "I met Eshkol at Gaza with Barbour on March 7.",
     "Barbour met Eshkol", False, "who writes names himself: another speaks"),
    ("Mr. Byroade and the Assistant Secretary (Allen) to the Secretary of State",
     "I am leaving Cairo for Gaza on March 7.", "Byroade and Allen are leaving Cairo for Gaza", True, "two are"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "words", "title", "told", "why"), TOLD_TRULY)
def test_subject_is_true(heading: str, words: str, title: str, told: bool, why: str) -> None:
    """Who did it is who the words say."""
    titles = [event.title for event in events_of(f"{heading}\n\n{words}", DAY, own="1955-03-20")]
    assert any(title in one for one in titles) is told, f"{why}: {titles}"


LEADS = [
    ("Since March 7 Fawzi and Badr, ", "Junior, together with Heikal have been working", "", "the rest of a name"),
    ("Since March 7 Fawzi and Badr, ", "Mello Franco have been working at Cairo", "", "the verb is of several"),
    ("Since March 7, ", "Fawzi and Badr have been working", "Fawzi and Badr have been working", "whole"),
    ("Since March 7, ", "His Majesty’s Government have met", "His Majesty’s Government have met", "a body of several"),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "main", "kept", "why"), LEADS)
def test_main_clause_behind_what_leads_up_to_it(lead: str, main: str, kept: str, why: str) -> None:
    """It has all of its subject, or nothing is left out before it."""
    assert main_behind(lead, main) == kept, why


def test_the_mark_of_a_note_hides_no_end_of_a_list() -> None:
    """“Heikal,2 the matter” is the end of a list, and then the main clause."""
    lead = "At the talk of March 7 with Nasser, Fawzi, General Heikal, the whole staff, and Mr. Badr,2 "
    text = f"{LETTER}{lead}the tour of Byroade in Gaza was discussed at great length, and all were against another one."
    titles = [event.title for event in events_of(text, DAY, own="1955-03-20")]
    assert any(one.startswith("The tour of Byroade in Gaza") for one in titles), titles


def test_no_clause_begins_without_its_subject() -> None:
    """What is said by the way behind “and” begins none."""
    text = f"{LETTER}Nasser turned to France among others, and in March 7 or so, paid for arms."
    events = [event for event in events_of(text, DAY, own="1955-03-20") if event.kind != "communication"]
    assert [text[event.evidence[0].start :].split(" ")[0] for event in events] == ["Nasser"]


def test_a_telegram_that_is_answered_ends_without_a_stop() -> None:
    """“USUN 1831 We adhered”: the first sentence begins behind its number."""
    assert from_main_clause("USUN 1831 We told Nasser of the raid on Gaza") == "We told Nasser of the raid on Gaza"
    assert from_main_clause("UNSC 181 Resolution on the raid on Gaza") == "UNSC 181 Resolution on the raid on Gaza"


def test_a_morning_that_follows_is_not_any() -> None:
    """“The following note” is a note, “the following morning” is one of those that are told of."""
    assert tidy("Nasser saw Fawzi the following morning") == "Nasser saw Fawzi the following morning"
    assert tidy("Nasser sent Fawzi the following note") == "Nasser sent Fawzi a note"


def test_the_first_week_of_a_month_keeps_its_month() -> None:
    """“First week July” is no week without it."""
    text = f"{LETTER}Nasser plans to leave Gaza for Cairo first week July 1955."
    titles = [event.title for event in events_of(text, {"July 1955": "1955-07"}, own="1955-03-20")]
    assert not any(one.endswith("first week") for one in titles), titles


def test_the_following_week_goes_as_other_days_do() -> None:
    """It stands beside the title, and means nothing on the line."""
    week = "the following week"
    text = f"{LETTER}Nasser told Fawzi {week} of the raid on Gaza."
    titles = [event.title for event in events_of(text, {week: "1955-03-14/1955-03-20"}, own="1955-03-20")]
    assert "Nasser told Fawzi of the raid on Gaza" in titles, titles


def test_where_a_paper_is_filed_is_no_title() -> None:
    """“Ibid., Files of …” stands for editors, and what is glued to it has no subject."""
    line = "Ibid., Files of Fawzi, Gaza Security They amended the exchange of letters between Allen and Ali"
    assert not standing_of(line).alone


def test_no_capital_within_a_sentence() -> None:
    """Where the marks of a quotation have gone its first word is one like others; a name stays a name."""
    assert tidy("Fawzi reported that On January 21 the Regent met him") == (
        "Fawzi reported that on January 21 the Regent met him"
    )
    assert tidy("Fawzi reported that The Hague was told") == "Fawzi reported that The Hague was told"


def test_that_is_kept_where_it_is_short_for_a_clause() -> None:
    """“That’s why” is no link with what stood before."""
    titles = [event.title for event in events_of(f"{LETTER}That’s why we left Gaza on March 7.", DAY, own="1955-03-20")]
    assert not any("“s why" in one for one in titles), titles


def test_an_office_that_is_written_to_has_its_article() -> None:
    """“You” is “the Secretary of State” where nobody is named."""
    letter = (
        "The Ambassador in Egypt (Byroade) to the Secretary of State\n\nOn March 7 I sent you Nasser’s new map of Gaza."
    )
    titles = [event.title for event in events_of(letter, DAY, own="1955-03-20")]
    assert any("sent the Secretary of State Nasser’s" in one for one in titles), titles


def test_behind_a_day_the_main_clause_has_begun() -> None:
    """No place behind a later comma is taken for its subject."""
    clause = (
        "On March 7, Fawzi addressed the executive board of the Security Council, meeting in Gaza, Egypt, prior to the"
        " start of the talks, and requested that the talks be moved to Cairo"
    )
    assert from_main_clause(clause) == clause
