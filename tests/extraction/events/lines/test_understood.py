"""How likely a title is understood: which lines stand above the limit and which below, and what each sign does."""

import pytest

from dashboard.extraction.events.lines.understood import LEAST_UNDERSTOOD, least_understood, understood
from tests.extraction.events.event_case import events_of

LINES = [
    # title, the clause it is from, whether readers would understand it, why
    ("Ecevit won a vote of confidence in the National Assembly", "", True, "who did what, by names"),
    ("Roosevelt forwarded copies of the two minutes to Hull at Quebec", "", True, "names of both and of the place"),
    ("The action must be the first step toward the ratification of other instruments", "", False, "what action?"),
    ("The draft, dated June 18, was a revised version of it (note to telegram 24 from Russell)", "", False, "of what?"),
    ("Lane: “The President informed me this morning that in his opinion no further steps …”", "", False, "torn"),
    (
        "He informed them now of the invitation",
        "He informed them now of the invitation which Nasser sent.",
        False,
        "cut before what the sentence goes on to say",
    ),
]


@pytest.mark.parametrize(("title", "clause", "good", "why"), LINES)
def test_a_title_stands_above_or_below_the_limit(title: str, clause: str, good: bool, why: str) -> None:
    assert (understood(title, clause or title) >= LEAST_UNDERSTOOD) is good, why


FLOORS = [
    # title, whether it must be understood better than others, why
    ("Roosevelt forwarded copies of the two minutes to Hull for his information", True, "it leaves open which"),
    ("Roosevelt met Hull at Quebec", False, "nothing is open"),
    ("Byroade spoke of the proposals (Byroade to Dulles, on Egypt)", False, "it says on what it is"),
    ("The incident was known to Byroade (Byroade to Dulles, on Egypt)", True, "a country does not tell which incident"),
    ("The incident was known to Byroade (Byroade to Dulles, on arms for Egypt)", False, "but a subject may"),
    ("Roosevelt and Hull had reached agreement", True, "on what?"),
    ("Roosevelt and Hull had reached agreement (note to a paper on lend-lease)", False, "the paper of a note may say"),
    ("Roosevelt and Hull had reached agreement (note to a paper on France)", True, "but not by a country"),
    ("Byroade made the premises clear (address by Byroade: Cairo University)", True, "nor a title"),
    ("Byroade sent the mission to Gaza (Byroade to Dulles, on the Soviet Union)", False, "behind others a state does"),
    ("The incident at Gaza was known to Byroade (Byroade to Dulles, on Egypt)", False, "at Gaza"),
]


@pytest.mark.parametrize(("title", "higher", "why"), FLOORS)
def test_what_leaves_a_thing_open_must_be_understood_better(title: str, higher: bool, why: str) -> None:
    assert (least_understood(title) > LEAST_UNDERSTOOD) is higher, why


PAIRS = [
    ("Nasser received Byroade in Cairo", "He received Byroade in Cairo", "a name tells more than a pronoun"),
    ("Nasser received Byroade in Cairo", "Nasser received Byroade in Cairo …", "what is broken off tells less"),
    ("Nasser received Byroade in Cairo", "Nasser received somebody there", "two names tell more than one"),
    ("The resolution on Kashmir passed in New York", "The resolution passed in New York", "on what"),
]


@pytest.mark.parametrize(("better", "worse", "why"), PAIRS)
def test_of_two_lines_the_fuller_one_is_understood_by_more(better: str, worse: str, why: str) -> None:
    assert understood(better, better) > understood(worse, worse), why


def test_a_line_that_ends_before_its_clause_is_understood_by_fewer() -> None:
    line = "Nasser received Byroade in Cairo"
    assert understood(line, f"{line} who had asked for it") < understood(line, line)


def test_a_clause_that_few_would_understand_is_no_event_where_a_heading_could_say_who_tells_it() -> None:
    words = "It might be desirable that such action should also be considered in March 1948 by those concerned."
    heading = "The Ambassador in Egypt (Byroade) to the Secretary of State\n\n"
    events = events_of(heading + words, {"March 1948": "1948-03"}, own="1948-05-01")
    assert [event.title for event in events if event.date and event.date.edtf == "1948-03"] == []
