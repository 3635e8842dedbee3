"""Offices: the country put to “the King” and “the Foreign Minister”, where the paper goes between an embassy and home.

And the adjective that a country gives to its offices.
"""

from __future__ import annotations

import pytest

from dashboard.extraction.states import adjectives
from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

FROM = "Telegram From the Embassy in {} to the Department of State\n\n{}, March 20, 1955.\n\n"
TO = "Telegram From the Department of State to the Embassy in Egypt\n\nWashington, March 20, 1955.\n\n"
TALK = "Memorandum of a Conversation, Department of State, Washington, March 20, 1955\n\n"
CAIRO, AMMAN = FROM.format("Egypt", "Cairo"), FROM.format("Jordan", "Amman")

OFFICES = [
    # heading, words, title, why
    (CAIRO, "On March 7 the Foreign Minister told Byroade that Nasser would leave Gaza.",
     "The Egyptian Foreign Minister told Byroade that Nasser would leave Gaza", "that of the country it is sent from"),
    (TO, "On March 7 the Prime Minister told Byroade that Nasser would leave Gaza.",
     "The Egyptian Prime Minister told Byroade that Nasser would leave Gaza", "or to"),
    (CAIRO, "Fawzi saw the Syrian Foreign Minister. On March 7 the Foreign Minister told Byroade Nasser would leave"
     " Gaza.", "The Foreign Minister told Byroade Nasser would leave Gaza", "another's may be meant"),
    (CAIRO, "On March 7 Foreign Minister Fawzi told Byroade that Nasser would leave Gaza.",
     "Foreign Minister Fawzi told Byroade that Nasser would leave Gaza", "he is named"),
    (AMMAN, "On March 7 Mallory told Fawzi that the King would leave Gaza.",
     "Mallory told Fawzi that the King of Jordan would leave Gaza", "a crown is of its country"),
    (AMMAN, "On March 7 Mallory told Fawzi that the Shah would leave Gaza.",
     "Mallory told Fawzi that the Shah would leave Gaza", "there is but one"),
    (FROM.format("France", "Paris"), "On March 7 Mallory told Fawzi that the King would leave Gaza.",
     "Mallory told Fawzi that the King would leave Gaza", "a republic has none"),
    (AMMAN, "King Hussein waits. On March 7 Mallory told Fawzi that the King would leave Gaza.",
     "Mallory told Fawzi that King Hussein would leave Gaza", "the one name that the paper gives him"),
    (AMMAN, "On March 7 Mallory told the King to leave Gaza with Fawzi.",
     "Mallory told the King of Jordan to leave Gaza with Fawzi", "“to” begins what he is told"),
    (TALK, "Ambassador Eban was there. On March 7 the Ambassador told Fawzi that Nasser would leave Gaza.",
     "Ambassador Eban told Fawzi that Nasser would leave Gaza", "the one who calls, where a talk is told"),
    (TALK, "Ambassador Eban and Ambassador Hussein were there. On March 7 the Ambassador told Fawzi that Nasser would"
     " leave Gaza.", "The Ambassador told Fawzi that Nasser would leave Gaza", "of two it may be either"),
    (CAIRO, "On March 7 the Embassy told Fawzi that Nasser would leave Gaza.",
     "The Embassy in Egypt told Fawzi that Nasser would leave Gaza", "the writer's own"),
    (CAIRO, "On March 7 the Foreign Office told Byroade that Nasser would leave Gaza.",
     "The Egyptian Foreign Office told Byroade that Nasser would leave Gaza", "where the embassy is"),
    (TO, "On March 7 the Foreign Office told Byroade that Nasser would leave Gaza.",
     "The Foreign Office told Byroade that Nasser would leave Gaza", "to Washington it may be that in London"),
    (CAIRO, "On March 7 the Foreign Office told Byroade that Mr. Eden would leave London.",
     "The Foreign Office told Byroade that Mr. Eden would leave London", "what it tells may be that in London’s"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "words", "title", "why"), OFFICES)
def test_of_which_country(head: str, words: str, title: str, why: str) -> None:
    titles = [event.title for event in events_of(f"{head}{words}", {"March 7": "1955-03-07"}, own="1955-03-20")]
    assert any(one.startswith(title) for one in titles), (why, titles)


ADJECTIVES = [
    ("Persia", "Persian", "the one of that name"),
    ("Iran", "Iranian", "the one of that name"),
    ("Netherlands", "Dutch", "no person"),
    ("Switzerland", "Swiss", "it only ends like a plural"),
    ("United Arab Republic", None, "not the name the state goes by"),
]


@pytest.mark.parametrize(("name", "adjective", "why"), ADJECTIVES)
def test_adjective(name: str, adjective: str | None, why: str) -> None:
    assert adjectives().get(name) == adjective, why
