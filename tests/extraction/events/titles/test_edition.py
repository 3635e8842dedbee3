"""Edition: of what editors say of their own edition only the thing they date is an event."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import events_of

LETTER = "The Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)\n\nThe Council met.\n\n"
NOTE = "note to communication from the Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)"
DAYS = {"May 7": "1955-05-07", "June 1955": "1955-06"}

DATED = [
    # a note, the titles of its events, why
    ("For text of the resolution on Kashmir adopted by the Security Council on May 7, see Public Papers, June 1955.",
     ["Resolution on Kashmir adopted by the Security Council"], "what is told, not where it is printed"),
    ("For documentation on the conference at Cairo, see Foreign Relations, June 1955.", [], "the edition’s date alone"),
    ("A record of Allen’s conversation of May 7 with Nasser in Cairo is in Department of State, Central Files.",
     ["Allen’s conversation of May 7 with Nasser in Cairo"], "where it is kept is no part of it"),
    ("The memoranda on Gaza are printed in Foreign Relations, June 1955.", [], "printed by the editors"),
    ("The replies of Egypt are published in League of Nations, Official Journal, June 1955.",
     ["The replies of Egypt are published in League of Nations, Official Journal"], "a journal of the time was news"),
    ("The replies are published in League of Nations, Official Journal, June 1955.", [], "whose, and to what?"),
    ("Also “Kennedy Invited to Teng Dinner,” The New York Times, May 7, p. A–5.",
     ["Article “Kennedy Invited to Teng Dinner” in The New York Times (note to communication from Byroade to Dulles)"],
     "a headline is no sentence"),
    ("The source text is erroneously dated May 7.", [], "of the copy at hand"),
    ("The date “May 7” is presumably the date of typing.", [], "the same"),
    ("Tab A, entitled “Talking Paper”, dated May 7, is a draft of Document 55.", [], "what is attached to the copy"),
    ("For the texts of both treaties, see Department of State Bulletin, June 1955.", [], "nothing is dated"),
    ("Source: Department of State, Files: Lot 59 D 518; Alpha—memos of Allen, beginning after May 7.", [],
     "the name of a file"),
    ("A similar list of the party of Nasser in Cairo is given in Rigdon, White House Sailor, June 1955, pp. 280–281.",
     [], "a page of a book"),
    ("Source: Department of State, NEA Files: Lot 59 D 518; Alpha—memos, etc., beginning after May 7. Secret.", [],
     "the name of a file, wherever its sentence is cut"),
    ("Documentation on Allen’s mission is in Foreign Relations, 1955–1957, vol. X, Egypt: Revolution, June 1955.", [],
     "the title of a volume"),
    ("Earlier drafts of the address are in the Historical Society of Cairo, Allen Papers, File of May 7.", [],
     "where they are kept"),
    ("A summary of the agreements of Egypt may be found in the Year Book, June 1955.", [], "where it may be read"),
    ("For text of the Canal Act of Egypt, which became Public Law 11 on May 7, see 63 Stat. 7.",
     ["Canal Act of Egypt became Public Law 11"], "what became of the thing is told, not the page"),
    ("Bernard Allen, “Egypt and Canada Open Talks,” The New York Times, May 7, p. 1.",
     ["Allen’s article “Egypt and Canada Open Talks” in The New York Times (note to communication from Byroade to"
      " Dulles)"], "what was printed, and whose it is"),
    ("For Allen, who stayed in Cairo on May 7, it was a chance to see Nasser of Egypt.",
     ["For Allen, who stayed in Cairo on May 7, it was a chance to see Nasser of Egypt (note to communication from"
      " Byroade to Dulles)"], "to see a man, and no page"),
    ("Reference is apparently to Allen’s conversation with Nasser in Cairo on May 7.",
     ["Allen’s conversation with Nasser in Cairo"], "what the editors take the paper to mean"),
    ("A record of Allen’s conversation of May 7 with Nasser in Cairo is on file 841.2.",
     ["Allen’s conversation of May 7 with Nasser in Cairo"], "the same"),
    ("Presumably Allen was also referring to Fawzi’s conversation with Nasser in Cairo on May 7.",
     ["Fawzi’s conversation with Nasser in Cairo"], "the same of one whom they name"),
    ("It is not clear whether the reference is to Allen’s draft of May 7 on Egypt.", [], "nor what it means"),
    ("A copy filed with the notes of May 7 in the records of Egypt has no signature.", [], "where it is kept"),
    ("The information in the summary on Egypt is drawn from telegrams from Cairo of May 7.", [], "whence it is"),
    ("The following information on Allen’s meeting with Nasser on May 7 is taken from a memorandum on Egypt.",
     ["Allen’s meeting with Nasser"], "what is told, not whence"),
    ("A memorandum of the talk with Fawzi and a memorandum of a May 7 conversation between Allen and Nasser in Cairo"
     " are in Department of State, Central Files.", ["May 7 conversation between Allen and Nasser in Cairo"],
     "of two papers the one that is dated"),
    ("The text of the resolution on Kashmir adopted by the Security Council on May 7 is in telegram 360 to Cairo.",
     ["Resolution on Kashmir adopted by the Security Council"], "what is told, not in which telegram"),
    ("For texts of Egypt’s report on Gaza dated May 7 and its enclosures, see Public Papers, June 1955.",
     ["Egypt’s report on Gaza dated May 7"], "without what is enclosed"),
    ("See Allen, Relations Between Egypt and Canada (Cairo: Council Printing Office, June 1955), on Nasser.", [],
     "when a book was printed"),
    ("[Here follows Allen’s assessment of the elections of May 7 in Egypt.]",
     ["Allen’s assessment of the elections of May 7 in Egypt"], "what the editors left out"),
    ("A notation on the source text states that Allen met Nasser in Cairo on May 7.", ["Allen met Nasser in Cairo"],
     "what is told, not where"),
    ("Allen told Nasser on May 7 that Egypt was ready.", ["Allen told Nasser on May 7 that Egypt was ready"],
     "what editors tell of others stays"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "titles", "why"), DATED)
def test_note_of_the_edition(note: str, titles: list[str], why: str) -> None:
    """A note, in which the dates are known, and its events without who tells them."""
    dates = {words: edtf for words, edtf in DAYS.items() if words in note}
    events = events_of(f"{LETTER}1. {note}", dates, notes_from="1. ", mark="met.")
    assert [
        event.title.removesuffix(f" ({NOTE})") for event in events if "Communication" not in event.title
    ] == titles, why


def test_a_note_that_says_by_whom_the_paper_was_sent_names_the_paper() -> None:
    text = f"{LETTER}1. Sent by the Map Room on May 7 to Gaza."
    titles = [event.title for event in events_of(text, {"May 7": "1955-05-07"}, notes_from="1. ", mark="met.")]
    paper = NOTE.removeprefix("note to ").capitalize()[:13]
    assert any(title.startswith(paper) and "sent by the Map Room" in title for title in titles), titles
