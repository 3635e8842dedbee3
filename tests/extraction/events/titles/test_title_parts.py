"""What titles are made with: noun phrases, whether a line stands alone, words of cables, papers and their ends."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.lines.broken import is_broken, is_hollow
from dashboard.extraction.events.lines.reporting import in_few_words, without_source
from dashboard.extraction.events.lines.shortening import LONGEST, heads_of
from dashboard.extraction.events.lines.standing import points_away, standing_of
from dashboard.extraction.events.lines.weighing import best_phrase
from dashboard.extraction.events.paper.heading import Heading
from dashboard.extraction.events.paper.papers import heading_of_enclosure, post, subject_after, title_of
from dashboard.extraction.events.paper.telegraphese import in_full, spelled_out
from dashboard.extraction.events.titles.wording import tidy

STANDS = [
    ("Byroade presented his credentials to Nasser", True, "“his” is Byroade’s, who is named"),
    ("Fukuda visited Washington on the way to Ottawa", True, "a name that ends like an article takes no participle"),
    ("He presented his credentials to Nasser", False, "nobody before “he”"),
    ("Byroade handed him a letter from Truman", False, "“him” is somebody else than the subject"),
    ("The second meeting was held", False, "which meeting?"),
    ("The meeting of the Foreign Ministers of Egypt was held", True, "a meeting told by what it is of"),
    ("The Prime Minister left for Cairo", False, "which Prime Minister?"),
    ("The Prime Minister of Egypt left for Cairo", True, "an office with its country"),
    ("Those priorities strike Odom as sound", False, "which priorities?"),
    ("The Government decided", False, "a government of no country"),
    ("Both proclamations were covered in the press release by Truman", False, "“both” counts what was said before"),
    ("In Cairo Byroade raised the subject of Alpha", True, "a place may lead the line"),
    ("On the last page of the outline that Brzezinski sent", False, "no main clause"),
    ("Atcheson reports that the Consul at Tihwa", False, "the clause after “that” has no verb"),
    ("Byroade informed the Egyptian Government", False, "of what?"),
    ("The Embassy in London was instructed on August 12", False, "to do what?"),
    ("The treaty with Egypt was signed into law", True, "a passive has its object before it"),
    ("The meeting in Cairo took place as announced", True, "the object stands before"),
    ("“Occupied and administered” by Great Britain", False, "what was?"),
    ("Byroade believes is beginning to pay dividends in Egypt", False, "the clause has lost its subject"),
    ("The President had already, by the third week of May", False, "the participle was cut off"),
    ("Mr. Harvey refers to the note attached to telegram 12", False, "points to another page"),
    ("Battle reported that he raised the subject with Nasser", False, "which subject?"),
    ("Department, on receipt of a letter from Bao Dai addressed to Byroade", False, "an aside without its sentence"),
    ("Byroade said that this agreement was signed", False, "which agreement?"),
    ("Mondale: Carter has gone further than any President to stress", False, "an infinitive without its object"),
    ("The Map Room at Washington transmitted it to Moscow", False, "“it” after a verb is no part of the line"),
    ("Byroade thought it wise to leave Cairo", True, "“it” stands for what follows"),
    ("Byroade left Cairo this year", True, "the year stands beside the title"),
    ("Bevin feared that the Indians, encouraged by the success at Hyderabad", False, "what would they do?"),
    ("Macomber said that, subject to approval, the payments to Jordan", False, "what of the payments?"),
    ("Byroade said that at Cairo the figure which was suggested for the loan", False, "what of the figure?"),
    ("Dixon learned that in Egypt in 1952, Foster talked to Naguib", True, "what comes first is not the subject"),
    ("Byroade said that he was going to see Nehru again", True, "“see” as a verb sends nobody to another page"),
    ("A similar letter to Bevin was handed to Nehru", False, "like what?"),
    ("The former Governor of Maine defeated Payne", True, "“former” with its noun points nowhere"),
    ("Thence the frontier of Bavaria was held by Atcheson", False, "goes on from what stood before"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "alone", "why"), STANDS)
def test_standing_alone(line: str, alone: bool, why: str) -> None:
    """Whether a reader who sees only the line knows who did what."""
    assert standing_of(line, names={"Byroade", "Atcheson", "Battle"}).alone is alone, why


def test_said_at_the_beginning_points_away() -> None:
    """“Said Security Council report” names no report; “that Fawzi said” does."""
    assert points_away("Said Security Council report")
    assert not points_away("The report that Fawzi said was lost")


def test_speaker_says_who_we_are() -> None:
    """“We” and “our” are known where the speaker leads the line."""
    line = "Carter: our shipbuilding program will sustain a 550-ship Navy"
    assert standing_of(line, speaker="Carter").alone
    assert not standing_of(line.removeprefix("Carter: ")).alone


PHRASES = [
    ("We attach importance to the execution of Operation Dracula before the monsoon",
     "the execution of Operation Dracula", "the name before the rest"),
    ("If present procedure is followed there seems little prospect of implementation of the March 8 agreement by 1950",
     "little prospect of implementation of the March 8 agreement", "what it is of belongs to it"),
    ("You should inform Bitan that the Department deplores Israeli attack on Jordan this morning",
     "Israeli attack on Jordan", "a verb in -s begins no phrase"),
    ("The new foundation Carter has discussed can help us build peace with China", "peace with China",
     "a name with its verb is no part of the noun before it"),
    ("this Government and that matter", "", "what “this” stands with is not known"),
    ("a summary of the broadcast made by Chiang Kai-shek to armed forces",
     "a summary of the broadcast made by Chiang Kai-shek", "who made it belongs to it"),
    ("in contrast to the ceremony of June 14 at Saigon", "the ceremony of June 14 at Saigon",
     "a phrase of linking words"),
    ("the existing British statute for the prevention of armed expeditions",
     "the existing British statute for the prevention of armed expeditions", "a participle belongs to its noun"),
    ("it's an election year and they wait", "", "nothing named"),
    ("lunching with Roem Thursday for exchange of ideas on Indonesia", "exchange of ideas on Indonesia",
     "a weekday ends a phrase"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "phrase", "why"), PHRASES)
def test_best_phrase(words: str, phrase: str, why: str) -> None:
    """What a clause is about, where its own words do not stand alone."""
    assert best_phrase(words) == phrase, why


CABLES = [
    ("Brit Emb shld inform Dept", (), "British Embassy should inform Department", "words of cables"),
    ("GOE forces", ("EG",), "Egyptian Government forces", "a government’s letters, by the state spoken of"),
    ("GOI replied", ("IR",), "Iranian Government replied", "of the states with these letters the one spoken of"),
    ("GOI replied", (), "GOI replied", "left as it is where no state is spoken of"),
    ("settlement Kashmir question", (), "settlement of Kashmir question", "the “of” that cables leave out"),
    ("transfer sovereignty", (), "transfer of sovereignty", "before a common noun too"),
    ("acceptance GOI", ("IN",), "acceptance Indian Government", "who accepts, or what is accepted? Left open"),
    ("Viet Minh and re-export", (), "Viet Minh and re-export", "a name and a part of a word stay"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "states", "full", "why"), CABLES)
def test_spelled_out(words: str, states: tuple[str, ...], full: str, why: str) -> None:
    """Cables in English."""
    assert spelled_out(words, states) == full, why


REPORTS = [
    ("Battle reported in telegram 1070 from Cairo, October 20, that Kaissouni told him that morning that he had sent"
     " it to Nasser", "Battle: Kaissouni told him that morning that he had sent it to Nasser",
     "the source ends before the first “that”"),
    ("Barbour reported in telegram 926 from Tel Aviv, February 5, that in a meeting with Meir he stressed the concern",
     "Barbour: in a meeting with Meir he stressed the concern", "the paper that reports is left out"),
    ("Eshkol said that he would send Barbour his final comments soon",
     "Eshkol would send Barbour his final comments soon", "he who says is he who would"),
    ("The Embassy in London reported on May 23 that the Foreign Office had instructed the Ambassador to see Sharett",
     "The Embassy in London: the Foreign Office had instructed the Ambassador to see Sharett", "and on what day"),
    ("A June 3 memorandum from Rostow to Rusk states that the President authorized Rusk to instruct Goldberg",
     "Rostow to Rusk: the President authorized Rusk to instruct Goldberg", "who to whom is shorter than the paper"),
    ("Telegram 776 informed Barbour that the President was sending Harriman to Tel Aviv and instructed him to wait",
     "Telegram 776: the President was sending Harriman to Tel Aviv", "who instructed him would be in doubt"),
    ("Telegram 349 requested the Embassy to comment on reports that Israel had received jet fighters from France", "",
     "a noun, and no verb"),
    ("Telegram 1217 reported that since Tell had indicated that he wished no quarrel, the Embassy was to wait", "",
     "it would begin with what only leads up to the rest"),
    ("The King has been told by the Egyptians that the initiative came from Prime Minister Khrushchev", "",
     "who is told does not speak"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "short", "why"), REPORTS)
def test_reports(words: str, short: str, why: str) -> None:
    """Who said what, in few words."""
    assert in_few_words(without_source(words)) == short, why


TO_IRAN = Heading("telegram", "591", "The Ambassador in Iran ( Wiley )", "the Secretary of State")
LONG = Heading(
    "memorandum",
    "",
    "the Acting Assistant Secretary of State for Near Eastern, South Asian, and African Affairs (Jernegan)",
    "the Under Secretary of State (Hoover)",
    subject="Military Aid to Egypt",
)


TIDY = [
    ("post, p. 180), the Joint Chiefs suspended action", "the Joint Chiefs suspended action", "the end of a reference"),
    ("see ante, p. 365), Leahy presented a paper", "Leahy presented a paper", "the same, with its “see”"),
    ("post-war planning (1944) began", "post-war planning (1944) began", "no reference"),
    (
        "Doty heard of Gaza from Gohar at, a.m. [sic] and left",
        "Doty heard of Gaza from Gohar and left",
        "an hour of which the text has lost the figure",
    ),
    ("Doty heard of Gaza at 9:30 a.m. and left", "Doty heard of Gaza and left", "and a whole one"),
]


@pytest.mark.parametrize(("words", "left", "why"), TIDY)
def test_tidy(words: str, left: str, why: str) -> None:
    assert tidy(words) == left, why


def test_title_of_a_paper() -> None:
    """Kind, number, ends and subject; the longer office gives way to the name where the line is short."""
    assert title_of(TO_IRAN) == "Telegram 591 from the Ambassador in Iran (Wiley) to the Secretary of State"
    assert title_of(LONG) == "Memorandum from Jernegan to the Under Secretary of State (Hoover): Military Aid to Egypt"
    assert post(TO_IRAN) == "the Embassy in Iran"


NOUNS = [
    ("{}\n\nTehran, May 29, 1948.\n\nMy dear Mr. Secretary: I wait.", "letter", "it greets"),
    ("{}\n\nTehran, May 29, 1948—11 a. m.\n\n591. I wait.", "telegram", "only a telegram has its hour"),
    ("[Enclosure—Telegram—Translation]\n\n{}\n\nOmsk, May 29, 1918.\n\nSir: I wait.", "telegram",
     "the line above says so"),
    ("{}\n\n[Washington,] May 29, 1944.\n\ntop secret\n\nMemorandum Relative to “Policy”\n\nI wait.", "memorandum",
     "its own heading, behind its classification"),
    ("{}\n\nTehran, May 29, 1948.\n\nNote that I wait.", "communication", "nothing says what it is"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "noun", "why"), NOUNS)
def test_noun_of_a_paper(text: str, noun: str, why: str) -> None:
    """A paper is called what the lines around its heading call it."""
    text = text.format("The Ambassador in Iran (Wiley) to the Secretary of State")
    start = text.index("The Amb")
    assert heading_of_enclosure(text, start, len(text)).paper == noun, why


def test_what_a_cited_paper_is_about() -> None:
    """What follows its date, if it is whole and points nowhere."""
    text = "my telegram 538, May 18, regarding the Barzani tribe, which"
    assert subject_after(text, text.index(", regarding")) == " about the Barzani tribe"
    assert subject_after("my telegram 538 regarding this matter.", 15) == ""


def test_heads_are_whole_and_short() -> None:
    """A line is cut only before what can be spared, and the longest cut comes first."""
    line = (
        "An Israeli force conducted a raid on villages in the Hebron area, which was held by Jordan, before the talks"
    )
    heads = heads_of(line)
    assert heads[0] == "An Israeli force conducted a raid on villages in the Hebron area, which was held by Jordan"
    assert all(line.startswith(head) and len(head) <= LONGEST for head in heads)


BROKEN = [
    ("Byroade announced that nonacceptance Commission proposals", True, "“of” left out"),
    ("Allen did not visit Cairo until March 7", False, "“visit” is a verb here"),
    ("A spokesman of the Foreign Office and senator Pittman met", False, "a title before a name"),
    ("Byroade presented the report between the sessions of March and April", False, "between two"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "broken", "why"), BROKEN)
def test_broken(line: str, broken: bool, why: str) -> None:
    """What shows that a line has lost a part of itself."""
    assert is_broken(line) is broken, why


HOLLOW = [
    ("Security Council resolution", True, "which?"),
    ("UNCIP August 13 resolution", False, "known by its day"),
    ("absence Stikker from London", True, "a cable’s noun without “of”"),
    ("a total of CN $56,250,000,000", True, "of what?"),
    ("agreements March 8 between President Auriol", True, "and whom?"),
    ("relations with the UAR and more broadly", True, "half an adverb"),
    ("instructions for Barnes’", True, "whose what?"),
    ("sponsors of resolution UN Security Council", True, "whose it is, run on"),
    ("Possible for the Indian Government", True, "an adjective without its noun"),
    ("Statements from Jordanian", True, "a people’s adjective"),
    ("South of strip on road to Gaza town", True, "a direction"),
    ("sales to Communist", True, "a people’s adjective without its noun"),
    ("September 15 to The Hague and repeated", True, "what is left of a telegram’s route"),
    ("Telegrams from the Ambassador in Italy No.", True, "a number that is cut off"),
    ("1967 and agreement on secure borders", True, "a year run on from what stands before it"),
    ("a dinner party on September 25 Counselor", True, "the subject of a verb behind a date"),
    ("the execution of Operation Dracula", False, "an act with what it is done to"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "hollow", "why"), HOLLOW)
def test_hollow(phrase: str, hollow: bool, why: str) -> None:
    """What leaves open which of its kind a noun phrase means."""
    assert is_hollow(phrase) is hollow, why


IN_FULL = [
    ("Indian Ambassador called at Foreign Office", "The Indian Ambassador called at the Foreign Office", "offices"),
    ("Stikker said Security Council would decide in absence of Cochran",
     "Stikker said the Security Council would decide in the absence of Cochran", "bodies and linking words"),
    ("Byroade has decided inform the King", "Byroade has decided to inform the King", "“to” before a verb"),
    ("At request Cochran the Council met", "At the request of Cochran the Council met", "what somebody did"),
    ("United Nations Commission for Indonesia visited exiles, and Embassy’S note was read",
     "The United Nations Commission for Indonesia visited exiles, and the Embassy’s note was read",
     "a commission with what it is for, and the sign of an owner typed as a capital"),
    ("Byroade saw Ambassador Allen at Cairo", "Byroade saw Ambassador Allen at Cairo", "a title before a name stays"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "full", "why"), IN_FULL)
def test_articles_of_cables(words: str, full: str, why: str) -> None:
    """Articles that cables leave out."""
    assert in_full(words) == full, why
