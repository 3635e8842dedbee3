"""Signed: who wrote a paper without a heading, and to whom, as its own words say."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.cited.ends import Ends
from dashboard.extraction.events.cited.signed import signed_ends
from dashboard.model import Span
from tests.extraction.events.event_case import events_of

PAPERS = [
    # the paper below its dateline, writer, addressee, why
    ("\n\nSir: Yours is here.\n\nYour obedient servant,\n\nWM. L. DAYTON.", "Wm. L. Dayton", "", "in capitals"),
    ("\n\nMr. President:\n\nHe was here.\n\nR. W. Komer\n\n", "R. W. Komer", "the President", "whom it greets"),
    ("\n\nDear Mr. Cochran:\n\nHe was here.\n\nSincerely,", "", "Mr. Cochran", "not signed"),
    ("\n\nThe undersigned presents his compliments to his excellency M. d’Avila, minister.\n\nJAMES E. HARVEY.",
     "James E. Harvey", "M. d’Avila", "in the first polite words"),
    ("\n\nThe undersigned was here. The undersigned requests Mr. Adams to accept the assurance.\n\nRUSSELL.",
     "Russell", "Mr. Adams", "in the last"),
    ("\n\nNothing is said of it.\n\nEnclosure\n\nTOP SECRET", "", "", "a classification is no name"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "writer", "addressee", "why"), PAPERS)
def test_who_signed_and_who_is_greeted(words: str, writer: str, addressee: str, why: str) -> None:
    assert signed_ends(words, Span(0, len(words))) == Ends(writer, addressee), why


def test_an_enclosure_is_called_by_who_signed_it() -> None:
    text = "London, March 7, 1955.\n\nSir: Yours of the 19th instant was received.\n\nWM. L. DAYTON."
    events = events_of(text, {"March 7, 1955": "1955-03-07"}, own="1955-03-07", at="London",
                       title="Enclosure 2 to document 158")  # fmt: skip
    assert "Letter from Wm. L. Dayton at London (enclosure 2 to document 158)" in [event.title for event in events]


@pytest.mark.parametrize("known", [": E", ": Exhibit No. 1", ": No. 3"])
def test_a_letter_or_number_is_no_title_of_an_enclosure(known: str) -> None:
    text = "London, March 7, 1955.\n\nSir: Yours was received.\n\nWM. L. DAYTON."
    events = events_of(text, {"March 7, 1955": "1955-03-07"}, own="1955-03-07", at="London",
                       title=f"Enclosure 2 to document 158{known}")  # fmt: skip
    assert "Letter from Wm. L. Dayton at London (enclosure 2 to document 158)" in [event.title for event in events]


def test_a_record_of_which_nothing_else_is_told_is_called_by_who_signed_it() -> None:
    text = "Memorandum for Record\n\nWashington, March 7, 1955.\n\nHabib came in.\n\nR. W. Komer\n\n1. Secret."
    events = events_of(text, {"March 7, 1955": "1955-03-07"}, own="1955-03-07", at="Washington",
                       title="Memorandum for Record", notes_from="1. Secret")  # fmt: skip
    assert "Memorandum for Record by R. W. Komer" in [event.title for event in events]


def test_a_record_of_which_nothing_else_is_told_says_who_called() -> None:
    text = "Memorandum for the Record\n\nWashington, March 7, 1955.\n\nIsraeli Minister Evron came in briefly today."
    events = events_of(text, {"March 7, 1955": "1955-03-07"}, own="1955-03-07", title="Memorandum for the Record")
    assert events[0].title == "Memorandum for the Record on a call of Israeli Minister Evron"


def test_an_enclosed_paper_to_nobody_has_its_own_title() -> None:
    text = (
        "Memorandum From Mr. Komer to President Johnson\n\nWashington, March 7, 1955.\n\nHere it is.\n\n"
        "Memorandum by the Chief of the Division of Central European Affairs (Riddleberger)\n\n"
        "Washington, March 1, 1955.\n\nAmerican Policy for Germany\n\nNothing."
    )
    dates = {"March 7, 1955": "1955-03-07", "March 1, 1955": "1955-03-01"}
    told = "(Riddleberger): American Policy for Germany"
    assert [one.title for one in events_of(text, dates, own="1955-03-07") if one.title.endswith(told)]


def test_a_message_has_the_heading_right_above_it() -> None:
    """Two messages under the heading of the despatch that passes them on."""
    text = (
        "Despatch From the Ambassador in Egypt (Byroade) to the Secretary of State\n\nCairo, March 7, 1955.\n\n"
        "Here they are.\n\n"
        "Generalissimo Chiang Kai-shek to President Roosevelt\n\nTehran, March 1, 1955.\n\nNothing."
    )
    dates = {"March 7, 1955": "1955-03-07", "March 1, 1955": "1955-03-01"}
    titles = [event.title for event in events_of(text, dates, own="1955-03-07", at="Cairo")]
    assert "Communication from Generalissimo Chiang Kai-shek to President Roosevelt" in titles, titles
