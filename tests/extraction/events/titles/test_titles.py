"""Titles: understandable without the text, and true to it."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.lines.leading import from_main_clause
from dashboard.extraction.events.lines.shortening import LONGEST, shortened
from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

LETTER = "The Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)\n\n"
TELLERS = "Byroade to Dulles"
DAY = {"March 7": "1955-03-07", "The 7th of March": "1955-03-07"}

TOLD = [
    # words, title, why
    ("On March 7 the Council met Fawzi in secret session.", "The Council met Fawzi in secret session",
     "date and preposition"),
    ("The Council met Fawzi in secret session on March 7.", "The Council met Fawzi in secret session",
     "the same at the end"),
    ("The Council met in secret session on March 7.", f"The Council met in secret session ({TELLERS})",
     "an office of no country: who tells it closes the line"),
    ("Allen did not visit Cairo until March 7.", "Allen did not visit Cairo until March 7", "“until” is kept"),
    ("The second meeting was held on March 7.", f"The second meeting was held ({TELLERS})",
     "the passive is kept, and a noun without a name says by whom it is told"),
    ("The first memorandum of the Council was on March 7.",
     f"The first memorandum of the Council was on March 7 ({TELLERS})", "no verb is left without its end"),
    ("On March 7 I met the Prime Minister.", "Byroade met the Egyptian Prime Minister", "the author for “I”"),
    ("I shall meet Fawzi in Gaza on March 7.", "Byroade will meet Fawzi in Gaza", "and so does “shall”"),
    ("On March 7 I am in Cairo again and have every hope of a talk with Fawzi.",
     "Byroade is in Cairo again and has every hope of a talk with Fawzi", "with all its verbs"),
    ("On March 7 I met the Security Council and have since left Cairo.",
     "Byroade met the Security Council and has since left Cairo", "also behind another verb"),
    ("On March 7 I met men who left Gaza and have come to Cairo.",
     "Byroade met men who left Gaza and have come to Cairo", "but not those of somebody else"),
    ("On March 7 I shall go to Cairo and have a talk with Fawzi.",
     "Byroade will go to Cairo and have a talk with Fawzi",
     "nor behind “will”"),
    ("Fawzi called for one hour on March 7.", "Fawzi called on Byroade for one hour", "on whom"),
    ("Fawzi called for one vote in Cairo on March 7.", "Fawzi called for one vote in Cairo", "he wants it"),
    ("Following cable received from Gibson at Rio de Janeiro, dated March 7.",
     "Communication from the Ambassador in Egypt (Byroade) to the Secretary of State (Dulles) passes on a cable of"
     " March 7 from Gibson at Rio de Janeiro", "what it passes on"),
    ("I have met the Security Council on March 7.", "Byroade has met the Security Council", "and the verb agrees"),
    ("I have the honor to enclose the decree published on March 7.", "Byroade encloses the decree published",
     "no formula of politeness"),
    ("My visit to the Council took place on March 7.", "Byroade’s visit to the Council took place", "the author’s own"),
    ("Mr. Allen was ill. On March 7 he met the Council.", "Allen met the Council", "“he” is the subject before"),
    ("Mr. Fawzi wrote of Mr. Allen. On March 7 he met the Council.", "Fawzi met the Council",
     "the subject, not whom it speaks of"),
    ("The Prime Minister spoke of Mr. Allen. On March 7 he met Fawzi.",
     f"The Egyptian Prime Minister met Fawzi ({TELLERS})", "an office may be the subject"),
    ("Mr. Allen saw Mr. Fawzi, and on March 7 he met the Council.",
     f"{TELLERS}: “Mr. Allen saw Mr. Fawzi, and on March 7 he met the Council”",
     "of two named before it neither is sure: the sentence itself, and who wrote it"),
    ("Mr. Fawzi handed him a letter on March 7.", "Mr. Fawzi handed a letter", "“him” is not Fawzi, and can be spared"),
    ("Mr. Fawzi met him on March 7.", f"{TELLERS}: “Mr. Fawzi met him on March 7”",
     "“him” is not Fawzi, and cannot be spared"),
    ("On March 7 he stated that this was the second visit.",
     f"{TELLERS}: “On March 7 he stated that this was the second visit”",
     "neither “he” nor “this” is known, but who writes to whom says nothing of what happened"),
    ("Recalling the action started on March 7 with a view to prohibiting the transit of arms and war material intended"
     " for Cairo or Gaza the Council begs the Committee at once to resume this examination.",
     "Byroade: “Recalling the action started on March 7 with a view to prohibiting the transit of arms and war material"
     " intended for Cairo or Gaza the Council …”", "a long sentence that can be cut nowhere better: how it begins"),
    ("We visited the Canal base on March 7; I think so.", "Byroade: we visited the Canal base",
     "“we” is known by who speaks"),
    ("If not the raid on Gaza of March 7, said he.",
     f"{TELLERS}: “If not the raid on Gaza of March 7, said he”",
     "what the clause denies is not told as if it had happened"),
    ("The agreement with China on Gaza is old. The Council extended this agreement on March 7.",
     f"{TELLERS}: “The Council extended [the agreement with China on Gaza] on March 7”",
     "“this” is put as the only one named before, in brackets where it is quoted"),
    ("Although appointed Ambassador on March 7, Byroade did not present his credentials.",
     "Byroade was appointed Ambassador", "of two clauses the one with the date, its subject before it"),
    ("The Minister left the following memorandum in Cairo on March 7.",
     f"The Minister left a memorandum in Cairo ({TELLERS})", "“the following” points to what is not there"),
    ("These raids on Gaza were repeated on March 7.", f"The raids on Gaza were repeated ({TELLERS})",
     "so does “these”: who tells it closes the line"),
    ("Mr. Fawzi met in this regard Mr. Allen on March 7.", "Mr. Fawzi met Mr. Allen",
     "phrases that point back are spared"),
    ("Mr. Fawzi [sic] spoke [to] Allen in Cairo on March 7.", "Mr. Fawzi spoke to Allen in Cairo",
     "an editor’s missing word stays, a doubt goes"),
    ("I know Mondale’s plan; on March 7 he met the Council.",
     f"{TELLERS}: “I know Mondale’s plan; on March 7 he met the Council”",
     "a name that is no known person may be “he”"),
    ("The SALT I talks with Mr. Fawzi opened on March 7.", "The SALT I talks with Mr. Fawzi opened",
     "a number is not the writer"),
    ("On March 7 met the Council.", "Byroade met the Council", "a telegram leaves out “I”"),
    ("I saw Mr. Fawzi, who visited Cairo on March 7.", "Fawzi visited Cairo", "“who” is who stands before it"),
    ("The 7th of March will bring a meeting with Fawzi.", "The 7th of March will bring a meeting with Fawzi",
     "a date that is the subject stays"),
    ("And the Council met Fawzi on March 7.", "The Council met Fawzi", "no connecting word"),
    ("Following reply from the King of March 7.", "Reply from the King of March 7", "what a telegram passes on"),
    ("I shall visit Fawzi in Cairo on March 7 or Monday.", "Byroade will visit Fawzi in Cairo on March 7 or Monday",
     "of two days none goes alone"),
    ("Fawzi met Allen in Cairo only on March 7.", f"{TELLERS}: “Fawzi met Allen in Cairo only on March 7”",
     "“only” is of the day, not of Cairo"),
    ("I met Fawzi in Cairo only on March 7.", "Byroade’s meeting with Fawzi in Cairo (Byroade to Dulles)",
     "the noun does without it"),
    ("Fawzi and Allen signed the report, as amended and approved, in Cairo on March 7.",
     "Fawzi and Allen signed the report, as amended and approved, in Cairo", "nobody amended it in Cairo"),
    ("We must meet the new Council by March 7.", "Byroade: we must meet the new Council by March 7",
     "what the author asks is the author’s word"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), TOLD)
def test_title_of_a_clause(words: str, title: str, why: str) -> None:
    """The clause of a letter by Byroade, made into a line of its own."""
    titles = [event.title for event in events_of(LETTER + words, DAY, own="1955-03-20")]
    assert title in titles, why


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("left here for", "left Cairo for"),
        ("met Eden here", "met Eden in Cairo"),
        ("met Eden here in his tent near", "met Eden here in his tent near"),
    ],
)
def test_here_is_where_the_paper_was_written(said: str, title: str) -> None:
    """By its name, with “in” but not behind “left” or “from”, nor where the words say themselves where."""
    titles = [
        event.title for event in events_of(f"{LETTER}Fawzi {said} Gaza on March 7.", DAY, own="1955-03-20", at="Cairo")
    ]
    assert any(f"Fawzi {title}" in one for one in titles), titles


QUOTED = [
    ("Mr. Eden wrote: “On March 7 I met the Council.", "Eden met the Council", "who is named before the quotation"),
    (
        "It was put down: “On March 7 I met the Council.",
        f"“On March 7 I met the Council” (passed on by {TELLERS})",
        "nobody is named: the words are somebody’s",
    ),
]


@pytest.mark.parametrize(("words", "title", "why"), QUOTED)
def test_first_person_in_a_quotation(words: str, title: str, why: str) -> None:
    """“I” within quotation marks is never the author of the letter."""
    assert title in [event.title for event in events_of(LETTER + words, DAY, own="1955-03-20")], why


LEADING = [
    ("According to a memorandum, Black handed the paper over to Kaissouni", "Black handed the paper over to Kaissouni",
     "the source is no event"),
    ("For a summary, see the report by the Secretary General", "the report by the Secretary General", "a reference"),
    ("Please let the President know that his letter was received at Ottawa", "his letter was received at Ottawa",
     "a request to the reader"),
    ("In 1973 the oil states mounted an embargo", "In 1973 the oil states mounted an embargo", "short: stays"),
    ("Mr. Secretary General, members of the Council, 30 years ago the United States entered into a pact",
     "30 years ago the United States entered into a pact", "whom a speech greets"),
    ("My dear Mr. Secretary, It was agreed at Cairo", "It was agreed at Cairo", "whom a letter greets"),
    ("Mr. Dening, members of the Council and the King met", "Mr. Dening, members of the Council and the King met",
     "a name is no greeting"),
    ("You will recall that Eden met Nasser at Cairo", "Eden met Nasser at Cairo", "what the reader knows"),
    ("The Cairo Declaration was issued at Cairo, Department of State Bulletin, December 4, 1943, p. 393",
     "The Cairo Declaration was issued at Cairo", "where it is printed"),
    ("Thomas H. Bliss’s Dear Mr. Secretary:, in Paris Bliss met House", "in Paris Bliss met House",
     "a greeting made of a name"),
    ("while the war", "while the war", "without a verb the rest says nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "rest", "why"), LEADING)
def test_leading_words(words: str, rest: str, why: str) -> None:
    """What comes before the main clause goes where the rest is whole."""
    assert from_main_clause(words) == rest, why


LONG = [
    ("The Netherlands Government has decided to convene a round table conference at The Hague, which all parties to "
     "the dispute will be asked to attend in the autumn", "The Netherlands Government has decided to convene a round "
     "table conference at The Hague", "before a relative clause"),
    ("Byroade reported that the Foreign Ministers would not attend the conference and that the member states would be "
     "represented by the chiefs of their missions throughout the summer", "Byroade: the Foreign Ministers would not "
     "attend the conference and the member states would be represented by the chiefs of their missions",
     "who says it stays"),
    ("Byroade told the Prime Minister of Egypt that he would not attend the conference of the Foreign Ministers which "
     "was to be held in Cairo in the week after the raid",
     "Byroade would not attend the conference of the Foreign Ministers which was to be held in Cairo in the week after "
     "the raid",
     "“he” in what he said is himself"),
    ("The Ministers (Riad, Fawzi, Allen, Eden and the rest of the company) met the Prime Minister of Egypt and the "
     "King in Cairo early in order to hear of the latest raids",
     "The Ministers met the Prime Minister of Egypt and the King in Cairo early in order to hear of the latest raids",
     "an aside in brackets"),
    ("word " * 60, "word " * 31 + "…", "nothing whole to keep: cut after a word"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), LONG)
def test_long_titles(words: str, title: str, why: str) -> None:
    """One line, cut where what is left says something."""
    assert shortened(words.strip()) == title, why
    assert len(shortened(words)) <= LONGEST + 2


def test_paper_alone_is_told_apart() -> None:
    """A letter without number, writer or receiver says whence it comes."""
    text = (
        "Mr. Angel to Mr. Seward.\n\nLondon, May 22, 1861.\n\nSir: "
        + "I wait.\n" * 600
        + "\nParis, March 7, 1861.\n\nSir: I go.\n"
    )
    events = events_of(text, {"May 22, 1861": "1861-05-22", "March 7, 1861": "1861-03-07"}, own="1861-05-22")
    assert "Letter from Paris enclosed in Letter from Mr. Angel to Mr. Seward" in [event.title for event in events]


HANDED_ON = [
    # words, what the letter passes on, why
    ("The following radio reply has been received from the Governor, dated the 9th instant.",
     "a reply of the 9th instant from the Governor", "with its day"),
    ("Following received today from Gibson under date of 9th instant: He waits.",
     "a message of 9th instant from Gibson",
     "not told what it is"),
    ("Following information received from Gibson at Rio de Janeiro on the 9th instant.", "", "no date of its own"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "what", "why"), HANDED_ON)
def test_what_a_paper_passes_on(words: str, what: str, why: str) -> None:
    titles = [event.title for event in events_of(LETTER + words, {"9th instant": "1955-03-09"}, own="1955-03-20")]
    paper = "Communication from the Ambassador in Egypt (Byroade) to the Secretary of State (Dulles)"
    assert (f"{paper} passes on {what}" in titles) if what else not any("passes on" in one for one in titles), why


UNTOLD = [
    # how the enclosure is dated, its title, why
    ("Palace of Cintra, March 7, 1861.", "Communication from the Palace of Cintra enclosed in", "a seat"),
    ("March 7, 1861.", "Enclosure to", "neither whose nor whence"),
]


@pytest.mark.parametrize(("dated", "title", "why"), UNTOLD)
def test_paper_of_which_nothing_is_told(dated: str, title: str, why: str) -> None:
    """A paper that greets nobody says whence it comes, else only to what it is an enclosure."""
    text = f"Mr. Angel to Mr. Seward.\n\nLondon, May 22, 1861.\n\nSir: {'I wait.' * 600}\n\n{dated}\n\nAll go.\n"
    events = events_of(text, {"May 22, 1861": "1861-05-22", "March 7, 1861": "1861-03-07"}, own="1861-05-22")
    assert f"{title} Letter from Mr. Angel to Mr. Seward" in [event.title for event in events], why


SUBJECT = "SUBJECT: Aid to Egypt\n\n"


def test_an_open_title_ends_with_the_subject_of_its_paper() -> None:
    """“Our policy”: on what, the subject of the paper says."""
    text = f"{LETTER}{SUBJECT}By March 7, however, our policy was shot through with schizophrenia."
    titles = [event.title for event in events_of(text, DAY, own="1955-03-20")]
    assert "Byroade: By March 7, however, our policy was shot through with schizophrenia (on Aid to Egypt)" in titles, (
        titles
    )


UNTOLD = [
    (f"{LETTER}Will you please meet Fawzi in Cairo before March 7.", "", "what is asked for has not happened"),
    (f"{LETTER}He, not the raid on Gaza of March 7, was it.", "", "what is denied is never told, and nothing is said"),
    ("Signed.\n\n2. Drafted by Allen; approved by Fawzi on March 7.", "2. Drafted", "how a paper was drafted"),
    ("Signed.\n\n2. Dated March 7, letter.", "2. Dated", "a note that only dates, to nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "notes", "why"), UNTOLD)
def test_no_event_is_made_of_what_no_line_tells(text: str, notes: str, why: str) -> None:
    """A date of which only the paper could be named is no event."""
    told = [event.evidence[0] for event in events_of(text, DAY, own="1955-03-20", notes_from=notes)]
    at = text.index("March 7")
    assert not [one for one in told if one.start <= at < one.end], why


def test_a_note_that_only_dates_is_told_by_what_it_is_to() -> None:
    """“Signed at Washington” alone tells nothing either; the words before the mark of the note do."""
    text = f"{LETTER}I enclose the first agreement with China.1\n\n1. Signed at Cairo, March 7."
    titles = [event.title for event in events_of(text, DAY, own="1955-03-20", notes_from="1. Signed", mark="China.1")]
    assert any(title.startswith("The first agreement with China (note to ") for title in titles), titles


def test_a_note_on_a_person_says_who_that_is() -> None:
    note = "Jafar Pishevari, Prime Minister of the “National Government of Azerbaijan” in 1945 and 1946."
    text = (
        f"The Ambassador in Iran (Wiley) to the Secretary of State\n\nTehran, March 20, 1955.\n\nNehru waits.\n\n{note}"
    )
    events = events_of(text, {"1945 and 1946": "1945/1946"}, own="1955-03-20", notes_from=note, lands=("Iran",))
    who = "Jafar Pishevari, Prime Minister of the “National Government of Azerbaijan”"
    assert who in [event.title for event in events], events
