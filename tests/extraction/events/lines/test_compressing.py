"""A sentence said in fewer words: whole, and true where the sentence is."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.lines.compressing import compressed
from dashboard.extraction.events.lines.said_when import without_times

ROOM = 90
SPARED = [
    # sentence, in fewer words, why
    ("In order to prevent an attack on the town the Council sent a large number of observers to Gaza and to Cairo",
     "To prevent an attack on the town the Council sent many observers to Gaza and to Cairo", "one word for three"),
    ("The Council (Allen, Eden, Fawzi and the others) heard Byroade on the loans to Egypt [Page 816] and Jordan",
     "The Council heard Byroade on the loans to Egypt and Jordan", "brackets and pages"),
    ("Moreover, the Council heard Byroade, of course, on the loans to Egypt, Jordan, Syria and the Sudan at length",
     "the Council heard Byroade on the loans to Egypt, Jordan, Syria and the Sudan at length", "words that only link"),
    ("Referring to my telegram No. 40, February 26, 4 p.m., the Minister informed Byroade that the formula was lost",
     "the Minister informed Byroade that the formula was lost", "the telegram that is answered"),
    ("While obviously not entirely reassured by what had been said, Fawzi agreed to receive the observers in Gaza",
     "Fawzi agreed to receive the observers in Gaza", "what leads up to the main clause"),
    ("Rusk told Burns to explore with the delegation in a “tentative, informal, and low-key manner” the will of Israel",
     "Rusk told Burns to explore with the delegation the will of Israel", "the manner, before what is explored"),
    ("The Council decided to inform the King of its readiness to furnish arms to be delivered over the years to come",
     "The Council decided to inform the King of its readiness to furnish arms", "when it is to be delivered"),
    ("Cole reported on May 4 that the Egyptians had removed all of the check points at El Auja and at Gaza",
     "Cole: the Egyptians had removed all of the check points at El Auja and at Gaza", "who reported it, by a colon"),
    ("On May 4 and 13, 1955, the Council considered the case of the Bat Galim, a ship of Israel which was seized",
     "the Council considered the case of the Bat Galim, a ship of Israel which was seized", "behind a year"),
    ("On February 26 the Council heard a report by General Burns and sent another group of observers there",
     "the Council heard a report by General Burns and sent another group of observers there",
     "the day, which stands beside the title"),
    ("Noyes called this morning to say that Allen was sending to Cairo tonight by cable the draft of the Council",
     "Noyes called to say that Allen was sending to Cairo by cable the draft of the Council", "hours of the day"),
    ("The Council on May 7, 1956, heard Byroade and General Burns on the loans to Egypt and the border of Gaza",
     "The Council heard Byroade and General Burns on the loans to Egypt and the border of Gaza", "the day within it"),
    ("Cole reported on May 4 in telegram 103 that the Egyptians had not removed all of the check points at El Auja",
     "Cole reported that the Egyptians had not removed all of the check points at El Auja", "where it was reported"),
    ("Fawzi told Allen with reference to his visit to Cairo that the Council was eager to receive the observers",
     "Fawzi told Allen that the Council was eager to receive the observers", "upon what he said it"),
    ("The Council of Gaza accepts with pleasure the invitation of Fawzi to send envoys to a Council to be held later",
     "The Council of Gaza accepts the invitation of Fawzi to send envoys to a Council", "with what feelings"),
    ("Secretary of League Commission informs me tonight that the Commission asked Paraguay whether it would withdraw",
     "the Commission asked Paraguay whether it would withdraw", "who told it to who tells it"),
    ("The Select Commission on Refugees, mandated by the Congress last September, should begin its work in the spring",
     "The Select Commission on Refugees should begin its work in the spring", "what is said by the way"),
    ("The meeting was a notable failure, through the puppet regime of Castro, to convince the countries of the south",
     "The meeting was a notable failure to convince the countries of the south", "before what belongs to its noun"),
    ("The Council heard Byroade and Fawzi on the loans to Egypt and to Jordan, which had been promised long before",
     "The Council heard Byroade and Fawzi on the loans to Egypt and to Jordan", "what follows the main clause"),
    ("The Council heard Byroade on the loans to Egypt, and the Minister of Finance promised an answer to the proposal",
     "The Council heard Byroade on the loans to Egypt", "a second sentence"),
    ("If the Council agrees to the loans, Fawzi will receive the observers of the UN in the town of Gaza and of Rafah",
     "If the Council agrees to the loans, Fawzi will receive the observers of the UN", "its condition stays"),
]  # fmt: skip

KEPT = [
    ("Fawzi agreed to receive the observers of the Council in the town of Gaza if all of the loans to Egypt were paid "
     "in full before June", "its condition stands at its end"),
    ("In the event of an attack on the town of Gaza, the Council would send a group of observers to the border of "
     "Egypt within the week", "“would” hangs on what leads up to it"),
    ("In the opinion of the chairman of the Armistice Commission, the attack on the town of Gaza took a week to plan "
     "and to carry out in full", "whose opinion it is"),
    ("Without the consent of the Government of Egypt to the plan, the Council sends observers neither to the border "
     "nor to Gaza or Rafah", "a condition without “if”"),
]  # fmt: skip


TIMES = [
    # sentence, without its times, why
    ("Allen called on Fawzi late yesterday afternoon", "Allen called on Fawzi", "all the words of one time"),
    ("Allen, on February 26, met Fawzi", "Allen met Fawzi", "with the commas around it"),
    ("Allen February 26 gave Fawzi a note", "Allen gave Fawzi a note", "a bare day before a verb"),
    ("Ali, who is chairman this month, advised Fawzi", "Ali, who is chairman, advised Fawzi", "its comma stays"),
    ("The offer was broadcast yesterday evening and this morning", "The offer was broadcast yesterday evening and this"
     " morning", "two times as one"),
    ("Cole said on May 3 that Ali had left the preceding day", "Cole said that Ali had left", "known by the other"),
    ("Allen praised the February 26 agreement", "Allen praised the February 26 agreement", "part of a noun"),
    ("Allen deplored the loss of life in Saturday incident", "Allen deplored the loss of life in Saturday incident",
     "and so in a cable"),
    ("The meeting of May 29 was adjourned on May 30", "The meeting of May 29 was adjourned on May 30", "two days"),
    ("Allen came yesterday and leaves today", "Allen came yesterday and leaves today", "two days told by words"),
    ("Allen will stay until May 29", "Allen will stay until May 29", "without it the words before mean nothing"),
    ("The Council is to meet in September", "The Council is to meet in September", "all that is told of the deed"),
    ("The resolution adopted on October 11 stated a fact", "The resolution adopted on October 11 stated a fact",
     "it says which resolution"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "bare", "why"), TIMES)
def test_times_are_spared_where_they_are_of_one_day(words: str, bare: str, why: str) -> None:
    assert without_times(words) == bare, why


@pytest.mark.parametrize(("words", "fewer", "why"), SPARED)
def test_what_is_spared(words: str, fewer: str, why: str) -> None:
    """The line in the end, and every line on the way fits."""
    lines = list(compressed(words, ROOM))
    assert lines and lines[-1] == fewer, why
    assert all(len(line) <= ROOM for line in lines)


@pytest.mark.parametrize(("words", "why"), KEPT)
def test_what_a_sentence_is_not_true_without(words: str, why: str) -> None:
    """Rather no line than one that says more than the sentence."""
    assert list(compressed(words, ROOM)) == [], why


def test_a_line_that_fits_is_offered_as_it_is() -> None:
    """Nothing is left out of a sentence that fits before it is offered whole."""
    words = "The Council heard Byroade on the loans to Egypt"
    assert next(compressed(words, ROOM)) == words


@pytest.mark.parametrize("words", ["", " ", "—", "Cairo", ", which had", "((((" * 200, "a, " * 500, "and the " * 300])
def test_anything_may_come(words: str) -> None:
    """No words make it fail; whatever comes back fits."""
    assert all(len(line) <= ROOM for line in compressed(words, ROOM))
