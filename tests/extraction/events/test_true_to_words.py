"""True to the words: nobody named who was not there then, nothing told as done that was to come, no denial widened."""

from __future__ import annotations

import pytest

from dashboard.datespan import DateSpan
from dashboard.extraction.events.lines.leading import without_reference
from dashboard.extraction.events.lines.shortening import loses_sense
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.heading import Heading, heading_of_line
from dashboard.extraction.events.paper.holders import of_its_time
from dashboard.extraction.events.paper.telegraphese import spelled_out
from dashboard.model import Document
from tests.extraction.events.event_case import events_of, locate

HEAD = (
    "740.0011/7655: Telegram\n\nThe Secretary of State to the Chargé in China (Atcheson)\n\n"
    "Washington, May 24, 1943—7 p.m.\n\n658. "
)
DATES = {"May 24, 1943": "1943-05-24", "March 20": "1943-03-20", "May 20": "1943-05-20", "July 1": "1943-07-01"}

CITED = [
    # words, title of the paper, status, why
    ("Department’s 380, March 20, is here.", "Telegram 380 from the Department of State to the Embassy in China",
     "happened", "a chargé of May was not in charge in March"),
    ("Department’s 380, May 20, is here.",
     "Telegram 380 from the Department of State to the Chargé in China (Atcheson)", "happened", "four days ago he was"),
    ("This may lead to a report by the Commission on July 1 and to questions.", "Report from the Commission, expected",
     "planned", "a report to come is none yet"),
    ("Report No. 12 of July 1 by the Commission is here.", "Report No. 12 from the Commission", "happened",
     "what has a number is there: its date is of another year"),
    ("In a report by the Commission on July 1 this was said.", "Report from the Commission", "happened",
     "what is quoted is there"),
]  # fmt: skip


@pytest.mark.usefixtures("whatever_is_open")
@pytest.mark.parametrize(("words", "title", "status", "why"), CITED)
def test_a_cited_paper_is_told_as_of_its_time(words: str, title: str, status: str, why: str) -> None:
    events = events_of(HEAD + words, DATES, own="1943-05-24")
    told = {(event.title.split(" (the ")[0].split(" cited ")[0].rstrip(","), event.status) for event in events}
    assert (title, status) in told, (why, told)


OF_ANOTHER_TIME = [
    ("the Ambassador in Iran (Wiley)", "1948-06-01", "the Ambassador in Iran (Wiley)", "a month is no other time"),
    ("the Ambassador in Iran (Wiley)", "1947-06-01", "the Embassy in Iran", "a year is"),
    ("the Consul General at Batavia (Foote)", "1947-06-01", "the Consulate General at Batavia", "so for any office"),
    ("President Roosevelt", "1940-06-01", "President Roosevelt", "a name without an office stays"),
]


@pytest.mark.parametrize(("party", "date", "told", "why"), OF_ANOTHER_TIME)
def test_the_holder_of_an_office_is_not_carried_to_another_year(party: str, date: str, told: str, why: str) -> None:
    frame = Frame(Document("case", "Nothing."), (), (), (), DateSpan("1948-07-01"), None, locate, Heading())
    title = f"Telegram 5 from the Department of State to {party}"
    assert of_its_time(frame, title, DateSpan(date)) == title.replace(party, told), why


WHOLE = [
    # the words, a head of them, whether it loses the sense, why
    ("no trucks can be got to China for its own use until late in 1944", "no trucks can be got to China", True,
     "later they can"),
    ("trucks were sent to China until late in 1944", "trucks were sent to China", False, "they were, all the same"),
    ("he did not see Nasser, before whom the note lay", "he did not see Nasser", False, "an aside is no limit"),
    ("Carter told him to begin preparing the speech", "Carter told him to begin", True, "begin what?"),
    ("Nasser had no arms other than rifles", "Nasser had no arms", True, "he had rifles"),
]  # fmt: skip


@pytest.mark.parametrize(("full", "head", "loses", "why"), WHOLE)
def test_a_denial_keeps_its_limit(full: str, head: str, loses: bool, why: str) -> None:
    assert loses_sense(full, head) is loses, why


@pytest.mark.usefixtures("whatever_is_open")
def test_what_is_denied_of_a_day_is_not_denied_of_any() -> None:
    """“Will not arrive tomorrow” says nothing of next year."""
    words = "Chiang Kai-shek will not arrive in Chungking tomorrow; Ambassador Gauss will arrive in Kunming tomorrow."
    titles = [event.title for event in events_of(HEAD + words, {"tomorrow": "1943-05-25"}, own="1943-05-24")]
    assert "Chiang Kai-shek will not arrive in Chungking tomorrow" in titles
    assert not any(title.endswith("Kunming tomorrow") for title in titles), titles


NAMES = [
    ("General Amer Khammash called", "General Amer Khammash called", "a man’s name, which is no “American”"),
    ("the Amer note", "the American note", "a cable’s word"),
]


@pytest.mark.parametrize(("words", "told", "why"), NAMES)
def test_no_name_is_spelled_out(words: str, told: str, why: str) -> None:
    assert spelled_out(words) == told, why


def test_whom_a_telegram_is_for_does_not_speak_in_it() -> None:
    """“For Cochran: …” is said to him."""
    assert without_reference("For Cochran: While at Muntok I saw Hatta") == "While at Muntok I saw Hatta"
    assert without_reference("For Beam from Dept: Hatta left") == "Hatta left"
    assert without_reference("For years: nothing") == "For years: nothing"


INNER = (
    f"{HEAD}Nothing.\n\nMemorandum From Francis H. Russell to the Under Secretary of State (Hoover)\n\n"
    "Washington, May 20, 1943.\n\nI went to London on March 20. I hope that we agree."
)


def test_what_stands_below_a_second_heading_is_its_writers() -> None:
    """A memorandum that a telegram encloses without saying so."""
    titles = [event.title for event in events_of(INNER, DATES, own="1943-05-24")]
    assert any(title.startswith("Francis H. Russell went to London") for title in titles), titles
    assert not any("Hoover went" in title or "Atcheson went" in title for title in titles), titles


LINES = [
    # a heading, sender, recipient, why
    ("Memorandum by the Assistant to the President’s Naval Aide (Elsey)",
     "the Assistant to the President’s Naval Aide (Elsey)", "", "whom he assists is not whom he writes to"),
    ("Memorandum From the Deputy Special Counsel to the President (Feldman) to President Johnson",
     "the Deputy Special Counsel to the President (Feldman)", "President Johnson", "the second “to” is"),
    ("Memorandum From the Assistant Secretary of State (Hare) to the Secretary",
     "the Assistant Secretary of State (Hare)", "the Secretary", "an office with “Assistant” before it"),
    ("Letter From the Ambassador to Israel (Barbour) to the Assistant Secretary of State (Talbot)",
     "the Ambassador to Israel (Barbour)", "the Assistant Secretary of State (Talbot)", "whither he is sent"),
    ("Telegram From the Mission to the United Nations to the Department of State",
     "the Mission to the United Nations", "the Department of State", "to what it is accredited"),
    ("Memorandum From the Secretary to the President (Close) to the Secretary of State",
     "the Secretary to the President (Close)", "the Secretary of State", "whose secretary he is"),
    ("Letter From the Ambassador to the Secretary of State", "the Ambassador", "the Secretary of State", "only one"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "sender", "recipient", "why"), LINES)
def test_whom_an_assistant_assists(line: str, sender: str, recipient: str, why: str) -> None:
    heading = heading_of_line(line, None)
    assert heading is not None and (heading.sender, heading.recipient) == (sender, recipient), why


WHO = [
    # a sentence, with “who” before the clause with its date; its title, why
    ("General Stilwell tried to persuade the Generalissimo, who visited Kunming on March 20.",
     "The Generalissimo visited Kunming", "who stands before “who”, not whom the sentence names first"),
    ("This was told to General Stilwell, Chief of Staff of Chiang Kai-shek, who visited Kunming on March 20.",
     "Stilwell visited Kunming", "what stands between the two is what he is"),
]  # fmt: skip


@pytest.mark.usefixtures("whatever_is_open")
@pytest.mark.parametrize(("words", "title", "why"), WHO)
def test_of_whom_who_is_said(words: str, title: str, why: str) -> None:
    titles = [event.title for event in events_of(HEAD + words, DATES, own="1943-05-24")]
    assert title in titles, (why, titles)
