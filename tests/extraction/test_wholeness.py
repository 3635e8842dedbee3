"""Wholeness: what a line lacks that was cut out of its sentence."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.wholeness import LACKING, LITTLE, LOOSE, TORN, WANTING, Wholeness

LINES = [
    # sentence, line, what it lacks, why
    ("On May 2 Fawzi met Allen in Cairo.", "Fawzi met Allen in Cairo", 0, "to the end of the sentence"),
    ("Fawzi met Allen on May 2.", "Fawzi met Allen", 0, "the day stands beside the title"),
    ("Fawzi met Allen on Saturday night.", "Fawzi met Allen", 0, "and so does the hour"),
    ("Fawzi met Allen in Cairo, where they talked.", "Fawzi met Allen in Cairo", 0, "before a clause by the way"),
    ("Fawzi met Allen in Cairo (see note 2).", "Fawzi met Allen in Cairo", 0, "before a bracket"),
    ("Fawzi told Allen today that Egypt would buy arms.", "Fawzi told Allen", TORN, "told him what?"),
    ("Fawzi sent the draft (no. 2) that Allen wrote.", "Fawzi sent the draft", TORN, "which draft?"),
    ("Fawzi spoke of the acceptance by Egypt of the plan.", "Fawzi spoke of the acceptance by Egypt", TORN, "of what?"),
    ("Fawzi made the curious unofficial request.", "Fawzi made the curious unofficial", TORN, "an adjective alone"),
    ("Fawzi is no longer thinking of war.", "Fawzi is no longer", TORN, "is no longer what?"),
    ("The meeting in Cairo ended when Allen was told.", "The meeting in Cairo ended when Allen", TORN, "did what?"),
    ("The arms would be sent to Cairo.", "The arms", 0, "a noun before its verb is whole"),
    ("Fawzi, writing of the meeting later, recalled a quarrel.", "Fawzi, writing of the meeting later", LACKING,
     "a noun and what is said by the way, but not its verb"),
    ("Fawzi is reluctant to see us close the door.", "Fawzi is reluctant", LOOSE, "to do what?"),
    ("Fawzi considers the acceptance by Cairo useful.", "Fawzi considers the acceptance by Cairo", LACKING,
     "considers it what?"),
    ("Fawzi ended the talks with opening sentences: “Fraught …”", "Fawzi ended the talks with opening sentences", LOOSE,
     "what a colon announces"),
    ("Fawzi could only consider the pact after a settlement.", "Fawzi could only consider the pact", LACKING,
     "true only after it"),
    ("Fawzi said that, according to Cairo, no broadcast was made.", "Fawzi said that, according to Cairo, no broadcast",
     TORN, "“that” without its verb"),
    ("You should tell him that we are aware you asked the Council.", "Allen should tell him that we are aware Allen",
     TORN, "found in the text by the words before “you”"),
    ("Allen will stay only until the end of May and plans to go.", "The end of May and plans", LACKING,
     "begins behind a preposition and has a verb"),
    ("Allen hopes to forward news from Cairo and will report.", "News from Cairo and will report", LACKING,
     "begins behind an infinitive"),
    ("Reference is to Allen’s talk, held in Cairo.", "Allen’s talk, held in Cairo", 0, "what a note refers to"),
    ("Afternoon 22nd in meeting with Fawzi.", "22nd in meeting with Fawzi", TORN, "what is left of a date"),
    ("Forces for war on 1 October. 693,000", "Forces for war on 1 October. 693,000", TORN, "a table’s cell"),
    ("Since you drew a parallel between 1968 and now, it may help.", "Allen: “Since you drew a parallel …”", TORN,
     "a quotation without its main clause"),
    ("The embargo of 1973—which hurt us—and prices show it.", "Allen: “The embargo of 1973—which hurt us …”", TORN,
     "and one without its verb"),
    ("The embargo of 1973 harmed us because we bought oil.", "Allen: “The embargo of 1973 harmed us …”", 0,
     "broken off where a clause ends"),
    ("In 1977 the dollar has fallen against the mark.", "Allen: “In 1977 the dollar has fallen against the mark”", 0,
     "an adverbial without a comma leads up to nothing"),
    ("House and Senate approval of aid to Egypt.", "“House and Senate approval of aid to Egypt” (note to letter)", 0,
     "a note that is no sentence may be quoted as it is"),
    ("Fawzi spoke of the plan contained in a letter.", "Fawzi spoke of the plan contained", LACKING, "in what?"),
    ("The plan of Fawzi was contained in a letter.", "The plan of Fawzi was contained", 0, "a passive"),
    ("Fawzi is in Cairo and will indicate to Allen a wish.", "Fawzi is in Cairo and will indicate", LACKING, "what?"),
    ("Fawzi advised his colleagues on the Council of a plan.", "Fawzi advised his colleagues", LACKING, "of what?"),
    ("Fawzi received, through Allen, a fuller account.", "Fawzi received, through Allen", TORN, "received what?"),
    ("Fawzi learned in Cairo—from Allen—that arms were sold.", "Fawzi learned in Cairo", TORN,
     "what stands between dashes does not end the sentence"),
    ("Fawzi spoke of the plan which was submitted to Allen in May.", "Fawzi was submitted to Allen in May", TORN,
     "said of the plan, not of him"),
    ("On February 9 and 10 General Arnold met Fawzi.", "10 General Arnold met Fawzi", TORN, "half of the date"),
    ("The plan which Fawzi sent to Allen in May.", "Fawzi sent to Allen", LACKING, "sent what?"),
    ("The extent to which the war over Gaza had begun.", "The extent to which the war over Gaza", TORN, "did?"),
    ("Fawzi would rather entrust to Allen the arms.", "Fawzi would rather entrust", LACKING, "entrust what?"),
    ("Fawzi found a reason, in response to Allen, to leave.", "Fawzi found a reason, in response", TORN, "to what?"),
    ("Cairo, as well as Gaza, would mean war.", "well as Gaza, would mean war", TORN, "begins within an expression"),
    ("The resolution of May calls for an armistice in Gaza.", "The resolution of May calls", LACKING, "for what?"),
    ("Fawzi said that the staff were interested in the matter.", "Fawzi said that the staff were interested", LACKING,
     "in what?"),
    ("The Senate adopted a version giving Allen a choice.", "The Senate adopted a version", LACKING, "of what?"),
    ("Fawzi says the Commission approved and signed a plan.", "Fawzi says the Commission approved", LACKING, "what?"),
    ("Cairo hinted through Ali, Minister of War, who was here, a wish.", "Cairo hinted through Ali, Minister of War",
     TORN, "hinted what?"),
    ("It shows that a summary sent to Allen, dated May 2, was lost.", "It shows that a summary sent to Allen", TORN,
     "what became of it?"),
    ("It has a list which I received this morning.", "Fawzi received this morning", TORN, "what stands before “which”"),
    ("It is a list in which I received the first place.", "Fawzi received the first place", 0, "but not in “in which”"),
    ("Fawzi fears that should the Commission fail on May 2, war begins.", "Fawzi fears that should the Commission fail",
     WANTING, "a condition without what follows: but of what it speaks is told"),
    ("General Burns gave me the following account. He met Gohar.", "Cole: General Burns gave me the following account",
     LACKING, "what he said is told behind it"),
    ("Sent to Nanking for Stilwell.", "“Sent to Nanking for Stilwell” (note to telegram 3)", LACKING, "what was sent?"),
    ("(telegrams 39 and 41 of January 13)", "Cole: telegrams 39 and 41 of January 13)", TORN, "torn out of brackets"),
    ("For text of the resolution on Kashmir adopted by the Council on May 7, see ibid.",
     "Resolution on Kashmir adopted by the Council", LITTLE, "all that a note tells of it"),
    ("In a memorandum of May 2, Fawzi observed: “No.”", "In a memorandum of May 2, Fawzi observed", LACKING, "what?"),
    ("Fawzi left as stated.", "Fawzi left as stated", 0, "nothing is said"),
    ("Fawzi welcomed the proposal for an armistice.", "Fawzi welcomed the proposal", WANTING, "for what?"),
    ("Fawzi said that before he left Cairo, he saw Allen.", "Fawzi said that before he left Cairo", LACKING,
     "a time without what was then"),
    ("Fawzi and Allen were to meet in Gaza.", "Allen were to meet in Gaza", TORN, "one of two"),
    ("There were no arms for Gaza.", "There were no arms for Gaza", 0, "but not “there were”"),
    ("Fawzi read the plan and in a letter dated May 2 rejected it.", "Fawzi read the plan and in a letter", TORN,
     "a second verb was to follow"),
    ("Fawzi met Allen.", "", 0, "no line lacks nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "lacks", "why"), LINES)
def test_what_a_line_lacks_of_its_sentence(text: str, line: str, lacks: float, why: str) -> None:
    assert Wholeness(text, text).lacks(line) == lacks, why


def test_a_short_line_of_a_long_clause_tells_little() -> None:
    """So that a head of a sentence is not thought better than the sentence."""
    clause = "Sanford called yesterday at the department of foreign affairs to press again on the minister’s attention"
    clause += " the proposition of adhesion without reserve to the declaration of Paris concerning neutral vessels"
    assert Wholeness(clause, clause).lacks("Sanford called yesterday") == LACKING
