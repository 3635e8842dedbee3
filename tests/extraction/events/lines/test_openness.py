"""Openness: what a title leaves open to a reader who sees nothing else, counted, and the choice by it."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.lines.openness import is_paper_left_open, least_open, open_references

OPEN = [
    # line, how many, why
    ("Byroade met Nasser in Cairo", 0, "all named"),
    ("Byroade to Dulles: “this agreement expires”", 1, "which agreement?"),
    ("Both proclamations were printed by Truman", 1, "which two?"),
    ("Both Fawzi and Allen were in Cairo", 0, "“both … and” counts what it names"),
    ("A motion favoring the recognition will be pressed by Gregory", 0.7, "the recognition of whom?"),
    ("A motion favoring the recognition of Italy will be pressed by Gregory", 0, "of Italy"),
    ("Churchill hopes that the meeting will not be delayed", 0.7, "which meeting?"),
    ("Byroade proposed a meeting in Cairo and the meeting was held", 0, "the one named first"),
    ("The January 17 meeting (note to memorandum from Jernegan)", 0.8, "a day is half of what it is"),
    ("Winant informed Eden of our views", 1, "views on what?"),
    ("Winant informed Eden of our views on Argentina", 0, "on Argentina"),
    ("A study of U.S. policy options", 0, "a noun before a noun has no more to say"),
    ("Badeau presented US attitude based upon reftel", 2, "attitude to what, and which telegram?"),
    ("Embassy in Israel: he declined to agree to a full day", 1, "who?"),
    ("Regarding talks with UNTSO, he called on Burns", 1, "a body is no “he”, nor what only begins the line"),
    ("Indonesia waits while he goes to Paris", 1, "nor is a state"),
    ("Macomber said we will deliver them to Jordan", 1, "nothing of which there are several"),
    ("Macomber said we will deliver tanks and ship them to Jordan", 0, "the tanks"),
    ("Italy declared her neutrality", 0, "a state’s own"),
    ("What will Fawzi do in Cairo?", 1, "a question tells nothing"),
    ("The Fund inquired of Fawzi", 0.7, "which Fund? “in…” begins another word"),
    ("The Joint Commission with Israel met Fawzi", 0, "with whom it is"),
    ("Finds report by Fawzi fair", 1, "who does?"),
    ("Proposed during the Conference in Rome and opened in Cairo", 1, "what was?"),
    ("Attached to Byroade’s letter was a note by Fawzi", 0, "what was follows"),
    ("Byroade to Nasser: timing embarrassing to King", 0.3, "the King of what? the time may tell"),
    ("The Security Council met this morning in Cairo", 0, "the day stands beside the title"),
    ("JCSM–953–63, dated 7 December 1963", 0.8, "a paper of which only the number is known"),
    ("JCSM–953–63, “Sales of Tanks”", 0, "and one with its title"),
    ("Truman announced the sales", 0.7, "sales of what?"),
    ("Fawzi heard similar arguments from Nasser", 1, "similar to which?"),
    ("Fawzi heard arguments similar to Byroade’s in Cairo", 0, "to those of somebody"),
    ("Winant put the substance of the quoted telegram in a note to Eden", 1, "what is quoted stands elsewhere"),
    ("Four of the takeovers occurred in Cairo", 0.7, "several are as open as one"),
    ("Hull sent copies of the aide-mémoire to the War Department", 0.7, "to whom is not which"),
    ("Dulles conveyed the oral message to Nasser", 0.5, "which message?"),
    ("Fascell re-introduced the legislation in the House", 0.7, "which legislation?"),
    ("Sadat made the pledge when he visited Israel", 0.7, "which pledge?"),
    ("Dulles conveyed the message sent in telegram 734 to Nasser", 0, "that of the telegram"),
    ("Dulles sent the memorandum of conversation to Nasser", 0.7, "whose conversation?"),
    ("Carter signed the protocol confirming the exchange of documents", 0, "what it confirms"),
    ("The speech made by Nehru in Madras was bitter", 0, "by whom it was made"),
    ("Murchie gave Marshall an aide-mémoire", 0.5, "saying what?"),
    ("Brzezinski and Gardner submitted a memorandum to President Carter", 0.5, "to whom does not tell it either"),
    ("Brzezinski and Gardner submitted a memorandum to President Carter on Africa", 0, "on Africa"),
    ("The statement referred to in Gibson’s despatch was issued by Ayala", 1, "the despatch would tell which"),
    ("The substance of paragraph 3 was delivered to Fawzi", 1, "of which paper?"),
    ("The substance of paragraph 3 of the Balfour Declaration was delivered to Fawzi", 0, "of that paper"),
    ("Secretary Acheson’s statement of May 18", 0.65, "on what?"),
    ("Israel regarded the talks on November 12 and 13 between Eban and Rusk as helpful", 0, "between whom"),
    ("White House statement of January 3", 0.65, "nor is it told of a house"),
    ("Memorandum of October 3 to the Department of Defense", 0.8, "nor by to whom it went"),
    ("Trade Expansion Act of 1962", 0, "an act has its name"),
    ("Secretary Acheson’s statement of May 18 (Abbott to Dulles, on Indochina)", 0, "on Indochina"),
    ("Truman announced the sales of tanks to Egypt", 0, "of tanks"),
    ("Most correspondents were more cautious", 0.5, "whose correspondents?"),
    ("December 23 news conference (note to memorandum)", 0.8, "a noun alone, and whose is not told"),
    ("December 23 news conference of Rusk (note to memorandum)", 0, "of Rusk"),
    ("Austin recalled the resolution of 28 January", 1.35, "a date does not tell which resolution, nor on what"),
    ("Austin recalled the resolution of 28 January on Indonesia", 0, "on Indonesia"),
    ("Resolution of 28 January (Austin to Dulles, on Indonesia)", 0.8, "whose it was the paper does not say"),
    ("“I knew the difficulties of Thailand” (passed on by Gauss)", 1, "who speaks is not who passes it on"),
    ("Council’s resolution of 28 January (Austin to Dulles, on Indonesia)", 0, "whose, and on what the paper is"),
    ("Immigration Treaty of 1880", 0.65, "with whom?"),
    ("Immigration Treaty of 1880 with China", 0, "with China"),
    ("Johnston is to conclude his negotiations by September 19", 0, "his are known by him"),
    ("Hull forwarded the paper to Winant", 0.7, "to whom it went does not tell which paper"),
    ("Hull approved the approach to Winant", 0, "an approach is told by whom it is made to"),
    ("Hull filed the draft letter to Winant", 0, "a letter, and to whom"),
    ("Hull agrees with the note handed to Truman by Fawzi", 0, "what was done with it says which it is"),
    ("Persia denounced the Anglo-Russian agreement of 1907", 0, "its parties"),
    ("Fawzi communicated the proposed statement to Eden", 0.5, "a statement on what?"),
    ("The Committee of Three adopted the joint resolution by a roll call", 0.5, "on what?"),
    ("A translation of the Norwegian note was given to Hull", 0.5, "whose note, but not on what"),
    ("Speech of January 8, 1918 (telegram from House)", 0.65, "whose speech?"),
    ("Eden summarized views on recent developments", 0.7, "where?"),
    ("Anderson had further discussions about it", 0.7, "about what?"),
    ("Latest word on subject was a statement by Eden", 0.7, "on which subject?"),
    ("Eden read the aide-mémoire", 0.7, "which one?"),
    ("Carter ended the Mutual Defense Treaty", 0.65, "with whom?"),
    ("Carter ended the Mutual Defense Treaty with China", 0, "with China"),
    ("Enclosure 8 to document 203: “I cannot allow it to pass”", 0.8, "who writes? and nobody is named"),
    ("Carter: “Our two nations fought together”", 0.8, "whose?"),
    ("China and Iran met, and the two countries agreed", 0, "named before"),
    ("Colban described the Council meeting", 0.7, "of which Council?"),
    ("Colban told Hull that the Council would meet", 0.7, "of which body, in a volume with several"),
    ("Colban told Hull that the Security Council approved and the Council would meet", 0, "named before"),
    ("The meeting took place in spring", 0.8, "“took” says no more of it than “was”, and nobody is named"),
    ("Hull discussed the message with Truman", 0.7, "with whom does not tell which message"),
    ("A copy of the British communication of August 19 was left with Hull", 0.5, "whose, but not on what"),
    ("Hull suggested he consult Fawzi", 1, "whom he asked is somebody else"),
    ("During the October War, he met Fawzi", 1, "a war is no “he”"),
    ("Five days later he was Prime Minister", 1, "nor is a number at the beginning"),
    ("Rostow: the Army is his main support", 1, "nor a body"),
    ("The War Cabinet at their session heard Eden", 0, "but it may be “they”"),
    ("Hull: it will be delivered tonight", 1, "what?"),
    ("Dulles felt it would have to be given", 1, "what?"),
    ("Hull: it is possible to wait", 0, "what follows"),
    ("Hull wants to talk it out with Eden", 0.7, "talk what?"),
    ("“It was thought likely that it had been carried by Fawzi”", 0.7, "what had been?"),
    ("Hull did not do so until Eden arrived", 0.7, "do what?"),
    ("Hull sent foregoing position paper to Eden", 0.7, "one above"),
    ("“In contrast, Egypt has made no loan”", 0.7, "to whom?"),
    ("The Moniteur printed said declaration of Belgium", 0.7, "which declaration?"),
    ("Hull called his attention to Argentine exports", 1, "the attention of somebody else"),
    ("Friday he had to instruct his delegation in Cairo", 1, "a day of the week is no “he”"),
    ("At the King’s request I called on him in Gaza", 0.3, "the writer is none of those whom “him” may mean"),
    ("At Eden’s request Hull called on him in Gaza", 0, "two are named"),
    ("Hull called on him in Gaza", 1, "Hull does not call on himself"),
    ("At their 173d Meeting, September 13, the Combined Chiefs approved the plan of Hull", 0, "whose it is follows"),
    ("The correspondent spent a month in Yenan where he talked with Hull", 0, "what he is, is told"),
    ("Hull had discussed matter with Eden", 0.7, "a cable leaves the article out"),
    ("Hull will forward the matter to Eden", 0.7, "to whom it goes does not tell which matter"),
    ("The trial ended in Cairo", 0.7, "whose trial?"),
    ("Hull leased the building belonging to Fawzi", 0, "whose it is"),
    ("Soong had informed Soong of a plan", 0.5, "two of one name"),
    ("Foregoing has been confirmed to Hull", 1, "what?"),
    ("Meeting of March 29 (note to telegram 255 from Hull)", 0.8, "a date does not say which"),
    ("Secretary’s conversations of August 4 (note to telegram 255 from Hull)", 0.8, "nor with whom"),
    ("Fawzi had sent Hull a memorandum", 0.5, "saying what?"),
    ("Fawzi had sent Hull a memorandum on arms", 0, "on arms"),
    ("Hull replied October 2", 0.5, "what?"),
    ("Bill goes to Hull today", 0.7, "which bill?"),
    ("Hull raised the subject with Fawzi", 0.7, "with whom does not tell which subject"),
    ("Fawzi had not referred to one thought which Hull repeated", 0.7, "which?"),
    ("Fawzi had one ship which Hull bought", 0, "a thing that is told"),
    ("The Special Delegate met Fawzi", 0.7, "of whom?"),
    ("The Special Delegate of Iran met Fawzi", 0, "of Iran"),
    ("The Special Delegate met Fawzi (Byroade to Dulles, on Iran)", 0.7, "nor does the country of the paper tell it"),
    ("Hull approved Fawzi’s idea", 0.7, "what did he think of?"),
    ("Hull approved Fawzi’s idea of a loan", 0, "of a loan"),
    ("Hull stated his concurrence", 0.7, "in what?"),
    ("Hull welcomed the suggestion in telegram 361", 0.7, "a number tells nothing"),
    ("Hull supported the changes suggested in Cairo 1747", 0.7, "nor where it came from"),
    ("Hull welcomed the suggestion in Eden’s speech", 0, "a reader may find a speech"),
    ("Eden and Fawzi had talks in June 1942", 0, "a month is no telegram"),
    ("Fawzi stated question had been considered by Hull", 0.7, "a cable’s noun that does something"),
    ("Fawzi and Hull had reached agreement", 0.7, "on what?"),
    ("Fawzi and Hull had reached agreement on arms", 0, "on arms"),
    ("Egypt prepared stand up for plan", 0.7, "which plan?"),
    ("Fawzi announced that elections will be held", 0, "“that” leads to what he announced"),
    ("Fawzi left after that reply", 0.7, "and here it points"),
    ("Hull submitted the Convention to the Senate", 0.7, "which convention?"),
    ("Hull heard Fawzi’s views on Conference", 0.7, "nor is a body known without its article"),
    ("Allen’s assessment of the elections of May 7 in Egypt", 0, "a place tells which"),
    ("Hull received the letter of May 7 in Cairo", 0.7, "but not which letter"),
    ("Certainly they met Hull", 1, "an adverb is no name"),
    ("Italy said they met Hull", 0, "but a country is one"),
    ("Eden took the line which he had discussed with Hull", 0.7, "which line?"),
    ("Recalled discussion of two years ago with Hull", 1, "who did?"),
    ("Eden to Hull: Recalled discussion of two years ago", 0, "he who writes"),
    ("Fawzi will reject it in Cairo", 0.7, "reject what?"),
    ("Message was delivered to Fawzi", 0.7, "which message?"),
    ("Meeting adjourned until Fawzi came", 0, "the meeting that is spoken of"),
    ("A note by Hull states that it was approved by Eden", 0.7, "what was?"),
    ("Eden heard of the above from Hull", 0.7, "what stands above"),
    ("Hull seeks Fawzi’s consent thereto", 1, "to what?"),
    ("Fawzi and Hull had reached agreement during the afternoon on the allocation of zones", 0, "on what follows"),
    ("Letter of August 31 to President Truman", 0.8, "whose letter?"),
    ("Fawzi told Hull they were looking into matter", 0.7, "which matter?"),
    ("Hull took same line for Eden", 1, "for whom does not tell which"),
    ("Hull took same line as Eden", 0, "as whom does"),
    ("Fawzi pointed in the direction", 0.7, "in which?"),
    ("Fawzi left (Byroade to Dulles: this matter)", 0, "who tells it does not count"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "count", "why"), OPEN)
def test_open_references(line: str, count: float, why: str) -> None:
    assert open_references(line) == count, why


def test_the_first_that_leaves_least_open() -> None:
    """A line that leaves nothing open ends the search; nothing behind it is asked for."""
    asked = []

    def lines() -> object:
        for line in ("he met this Council", "Fawzi met the Council of Cairo", "Allen left Cairo"):
            asked.append(line)
            yield line, 0.0

    assert least_open(lines(), whole) == "Fawzi met the Council of Cairo"  # type: ignore[arg-type]
    assert len(asked) == 2
    assert least_open([("Fawzi left this Council", 0.0), ("Message from Byroade to Dulles", 1.2)], whole)[:5] == "Fawzi"
    assert least_open([], whole) == ""


def test_a_line_that_is_not_whole_gives_way() -> None:
    """To one that says less but is whole; what a line lacks is counted once, by whichever finds more."""
    lines = [("Fawzi told Allen", 0.0), ("Allen’s talk with Fawzi in Cairo", 0.4)]
    assert least_open(lines, lambda line: 0.6 * line.startswith("Fawzi")) == "Allen’s talk with Fawzi in Cairo"
    assert least_open(lines, lambda line: 0.3 * bool(line)) == "Fawzi told Allen"


def whole(line: str) -> float:
    """Stands in for the text around a line."""
    return 0 if line else 1


LEFT_OPEN = [
    ("Telegram 828 cited in a note to Telegram 556 from the Secretary of State to Huddle", True, "a number alone"),
    ("Letter of 29th instant cited in Enclosure 2 to document 69", True, "a date alone"),
    ("Telegrams 3628 and 3636 cited in a note to Memorandum of Conversation", True, "two numbers"),
    ("Letter from Nehru, cited in a paper on India and Pakistan", True, "to whom, and on what?"),
    ("Memorandum to Vance (note to telegram 556 from the Secretary of State to Huddle)", True, "from whom?"),
    ("Airgram A–20, cited in a paper on China", True, "a number alone"),
    ("Memorandum from Talbot to Rusk (note to telegram 556)", False, "both ends"),
    ("Letter from Nehru about Kashmir, cited in a paper on India", False, "on what it is"),
    ("Telegram 58 from Tehran to the Department of State", False, "from whom and to whom"),
]


@pytest.mark.parametrize(("title", "is_open", "why"), LEFT_OPEN)
def test_what_the_title_of_a_paper_leaves_open(title: str, is_open: bool, why: str) -> None:
    assert is_paper_left_open(title) == is_open, why
