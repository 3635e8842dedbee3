"""On what: a title that names an act by its date alone is told with the states that its paper is on."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

HEAD = "The Ambassador in Egypt (Byroade) to the Secretary of State\n\nCairo, March 20, 1955.\n\n"
DECIDED = "The Council’s resolution of January 28 was not obeyed."
ON = "(Byroade to the Secretary of State"

LANDS = ("Indonesia", "India", "Pakistan", "Netherlands", "Iran")

PAPERS = [
    # what the paper says beside it, end of the title, why
    ("Indonesia waits. Indonesia hopes. Indonesia asks.", f"{ON}, on Indonesia)", "the only state often named"),
    ("India waits. India asks. Pakistan waits. Pakistan asks. India and Pakistan met.", f"{ON}, on India and Pakistan)",
     "a resolution on two"),
    ("Netherlands waits. The Netherlands hopes. The Netherlands asks.", f"{ON}, on the Netherlands)", "its article"),
    ("India waits. India asks. India hopes. India met. Pakistan waits. Pakistan asks. Pakistan met India and India.",
     f"{ON}, on India)", "the other is named half as often"),
    ("India waits. India asks. India hopes. " + "So it is with all things here. " * 150, f"{ON})",
     "three times on many pages"),
    ("Indonesia waits.", f"{ON})", "named once, it is not sure that the paper is on it"),
    ("The Dutch wait. The Dutch hope. Dutch troops came.", f"{ON})", "its people pass by in papers on anything"),
    ("The Dutch wait. The Dutch hope. Dutch troops came. The Dutch ask. The Dutch met.", f"{ON}, on the Netherlands)",
     "but not five times"),
    ("Soviet troops came. The Soviet wait. The Soviet hope. Soviet troops left. The Soviet ask.",
     f"{ON}, on the Soviet Union)", "the name that begins as its people’s"),
    ("Indonesia, India, Iran. Iran, India, Indonesia. India, Iran, Indonesia.", f"{ON})", "three are too many"),
]  # fmt: skip


@pytest.mark.parametrize(("around", "title", "why"), PAPERS)
def test_the_states_a_paper_is_on(around: str, title: str, why: str) -> None:
    text = f"{HEAD}{around} The matter rests. {DECIDED}"
    titles = [event.title for event in events_of(text, {"January 28": "1955-01-28"}, own="1955-03-20", lands=LANDS)]
    assert any("resolution of January 28" in one and one.endswith(title) for one in titles), (why, titles)


SUBJECT = "SUBJECT\nArms for Israel\n\n"
PUT = "Arms for Israel"
LONG = " Minister of Public Works and the Minister of Public Instruction resigned with the whole staff of their offices"
DOUBTFUL = [
    # above the text, what the paper says, a title, why
    (SUBJECT, "On March 7 the Minister resigned.",
     f"The Minister resigned (Byroade to the Secretary of State: {PUT})", "its subject, with who tells it"),
    (SUBJECT, "Fawzi left Gaza for Cairo with Nasser and Eden on March 7.",
     "Fawzi left Gaza for Cairo with Nasser and Eden", "it is understood alone"),
    ("", "Indonesia waits. Indonesia hopes. Indonesia asks. On March 7 Fawzi left Gaza for Cairo.",
     "Fawzi left Gaza for Cairo (Byroade to the Secretary of State, on Indonesia)", "not all would know"),
    (SUBJECT, f"On March 7 the{LONG}.", f"The{LONG} (on “{PUT}”)",
     "no room for who tells it: the line of a paper is quoted"),
    ("SUBJECT\nLatin America\n\n", f"On March 7 the{LONG}.",
     f"The{LONG} (on Latin America)", "but no mere name"),
    ("SUBJECT\nUnited Arab Republic and Iran\n\n", f"On March 7 the{LONG}.",
     f"The{LONG} (on United Arab Republic and Iran)", "nor that of a state"),
    ("SUBJECT\nNSC Weekly Report #81\n\n", "On March 7 the Minister resigned.",
     "The Minister resigned (Byroade to the Secretary of State: NSC Weekly Report #81)", "whatever it is called"),
    ("", "Indonesia waits. Indonesia hopes. Indonesia asks. On March 7 the Minister resigned.",
     "The Minister resigned (Byroade to the Secretary of State, on Indonesia)", "the state it is on"),
    ("", "Indonesia waits. Indonesia hopes. Indonesia asks. On March 7 the Indonesian Minister resigned.",
     "The Indonesian Minister resigned (Byroade to the Secretary of State)", "the line says so itself"),
    ("", "India waits. Indonesia hopes. India waits. India met Indonesia. India asks Indonesia. On March 7 the Indian"
     " Minister resigned.", "The Indian Minister resigned (Byroade to the Secretary of State, on India and Indonesia)",
     "it says one of the two"),
    ("", "Indonesia waits. On March 7 the Minister resigned.",
     "The Minister resigned (Byroade to the Secretary of State)", "named once it is not sure"),
]  # fmt: skip


@pytest.mark.parametrize(("above", "words", "title", "why"), DOUBTFUL)
def test_a_doubtful_line_is_told_with_what_its_paper_is_on(above: str, words: str, title: str, why: str) -> None:
    text = f"{HEAD}{above}{words}"
    titles = [event.title for event in events_of(text, {"March 7": "1955-03-07"}, own="1955-03-20", lands=LANDS)]
    assert title in titles, (why, titles)


def test_what_became_of_a_paper_is_told_with_what_it_is_on() -> None:
    """“Received March 8” tells of the paper at hand, and not of what a note to it is on."""
    text = (
        f"{HEAD}The Kashmir question rests. Fawzi waits.1\n\n1. Source: File 12. Secret. Received at 7 a.m., March 8."
    )
    days = {"March 8": "1955-03-08"}
    events = events_of(text, days, own="1955-03-07", notes_from="1. Source", mark="waits.1")
    titles = [event.title for event in events]
    assert [one for one in titles if "received March 8 (on the Kashmir question)" in one], titles


def test_what_a_paper_is_on_is_told_rather_than_with_what_it_was_sent() -> None:
    """The line has no room for both: the paper is called more briefly, and where it was read left out."""
    subject = "Strategic Requirements in Saudi Arabia"
    text = (
        "Memorandum From the Joint Chiefs of Staff of the United States to the Secretary of Defense (Forrestal)\n\n"
        f"Washington, March 7, 1955.\n\nSUBJECT\n{subject}\n\nNothing.1\n\n1. Copy transmitted to the Secretary of"
        " State by Mr. Forrestal with his letter of March 8."
    )
    days = {"March 7, 1955": "1955-03-07", "March 8": "1955-03-08"}
    events = events_of(text, days, own="1955-03-07", notes_from="1. Copy", mark="Nothing.1")
    told = "was transmitted to the Secretary of State by Mr. Forrestal (on “"
    assert [one.title for one in events if told in one.title], [one.title for one in events]


def test_a_paper_is_not_on_what_its_file_number_contradicts() -> None:
    """Paper 724.3415 is on Bolivia and Paraguay, also where it names Indonesia and Iran more often than these."""
    text = f"724.3415/3746: Telegram\n{HEAD}Indonesia waits. Indonesia hopes. Indonesia asks. {DECIDED}".replace(
        "1955", "1934"
    )
    titles = [event.title for event in events_of(text, {"January 28": "1934-01-28"}, own="1934-03-20", lands=LANDS)]
    assert any("resolution of January 28" in one for one in titles), titles
    assert not any("Indonesia" in one for one in titles), titles
