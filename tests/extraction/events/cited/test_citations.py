"""Papers cited: whose they are, to whom they went, and what the note that cites them says stands in them."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.titles.cited_content import told_once
from tests.extraction.events.event_case import events_of

HEAD = "310.2/3–2055: Telegram\n\n{}\n\nCairo, March 20, 1955.\n\n150. Nothing happened.\n\n"
FROM_CAIRO = HEAD.format("The Ambassador in Egypt (Byroade) to the Secretary of State")
DATES = {"March 20, 1955": "1955-03-20", "March 19": "1955-03-19", "March 18": "1955-03-18", "March 25": "1955-03-25"}
STATE = "the Department of State"


def titles_of(text: str, notes_from: str = "", mark: str = "") -> list[str]:
    """The titles of the events of a text of 20 March 1955."""
    events = events_of(text, DATES, own="1955-03-20", notes_from=notes_from, mark=mark)
    return [event.title for event in events]


ENDS = [
    # the words of a telegram from Cairo to the Department, title, why
    ("Deptel 1025, March 19, is here.", f"Telegram 1025 from {STATE} to the Embassy in Egypt", "to the post"),
    ("He delivered the memorandum from Hoover to Dulles on the evening of March 19.",
     "Memorandum from Hoover to Dulles", "without the hour of its day"),
    ("See the aide-mémoire from Brit Emb Washington dated March 19 relative to Iranian claims.",
     "Aide-mémoire from the British Embassy Washington about Iranian claims", "a party in full words"),
    ("See Gadel 91, March 19.", f"Telegram Gadel 91 from {STATE} to the Delegation to the UN General Assembly",
     "a series always goes one way"),
    ("See Dulte 2, March 19, from Paris.", f"Telegram Dulte 2 from Secretary Dulles in Paris to {STATE}",
     "where he was"),
    ("I forwarded a copy of Tedul 2 of March 19 to President in Gettysburg.",
     f"Telegram Tedul 2 from {STATE} to Secretary Dulles", "to whom a copy went does not count"),
    ("In the Embassy’s note No. 99, March 19, we asked for it.", "Note No. 99 from the Embassy in Egypt to the"
     " Government of Egypt", "notes of a post go to the government it is accredited to"),
    ("In the Embassy’s despatch No. 99, March 19, we asked for it.", f"Despatch No. 99 from the Embassy in Egypt to"
     f" {STATE}", "its despatches go home"),
    ("London’s 4975, March 19, foreshadows it.", f"Telegram 4975 from London to {STATE}", "a post writes to it"),
    ("In view of Tehran tel 12, March 19, to London, wait.", "Telegram 12 from Tehran to London",
     "but where another town stands before it"),
    ("The paper was forwarded to the Secretary of War as the Department’s No. 7, March 19.",
     f"Telegram 7 from {STATE} to the Secretary of War", "forwarded to somebody else"),
    ("Roosevelt, however, sent a message to Stettinius of March 19.", "Message from Roosevelt to Stettinius",
     "who sent it, before it"),
    ("Its substance was reported to the Chargé in China in Department’s telegram No. 637, March 19.",
     f"Telegram 637 from {STATE} to the Chargé in China", "to whom it was reported"),
    ("A telegram from our Embassy in London received March 19 said so.",
     f"Telegram from the Embassy in London to {STATE}", "“our” is the writer’s, and a post of ours telegraphs home"),
    ("Your Excellency’s note 21 dated March 19 is here.", "Note No. 21 from the Secretary of State to the Ambassador in"
     " Egypt (Byroade)", "whom the writer calls so"),
    ("They asked, under your instructions Nos. 406 of March 19 and 420, for it.", "Instruction No. 406 from the"
     " Secretary of State to the Ambassador in Egypt (Byroade)", "the number, not the “s” of “Nos.”"),
    ("By my instructions of March 19 I ask for it.", "Instruction from the Secretary of State to the Ambassador in"
     " Egypt (Byroade)", "instructions that he got"),
    ("Mr. Appleton’s despatch of March 19 (No. 18) has been duly received.", "Despatch No. 18 from Mr. Appleton to the"
     " Ambassador in Egypt (Byroade)", "who received it"),
    ("See the letter of March 19, from Mr. John MacDonald, requesting the views of Egypt.",
     "Letter from Mr. John MacDonald requesting the views of Egypt", "what it does, behind it"),
    ("I enclose airgram A–20, March 19, 12 noon, from the Consul at Tehran in regard to reported activities.",
     "Airgram A–20 from the Consul at Tehran about reported activities", "behind an hour, before what it is on"),
    ("See a letter of March 19, from the Minister (A. B. Hill) to the Under Secretary of State (Hoover).",
     "Letter from the Minister (A. B. Hill) to the Under Secretary of State (Hoover)", "both with their names"),
    ("Reference is made to despatch No. 220 of March 19, in which you inquire whether it is so.",
     "Despatch No. 220 from the Secretary of State to the Ambassador in Egypt (Byroade)", "“in which you inquire”"),
    ("I enclose a despatch No. 9, March 19, with enclosure, from the Secretary on detail at Sian in regard to political"
     " unrest in Kansu.", "Despatch No. 9 from the Secretary on detail at Sian about political unrest in Kansu",
     "on detail somewhere"),
    ("Copies Nehru’s note to Eden March 19 were furnished me.", "Note from Nehru to Eden", "“Copies” is no name"),
    ("He recommends a message to Nuri which reassesses the March 19 decision.", "", "the date is not the message’s"),
    ("Deptels 77, March 19 and 83, March 18 to Tehran, are here.", f"Telegram 77 from {STATE} to Tehran",
     "whither the last of several went, all went"),
    ("Deptels 77, March 19 and 83, March 18 to Tehran, are here.", f"Telegram 83 from {STATE} to Tehran",
     "the last of several"),
    ("Embassy’s 77, March 19, 9 a.m.; 78 March 18; and Nos. 80 and 81 of March 25, are here.",
     f"Telegram 78 from the Embassy in Egypt to {STATE}", "the next of several, by its number alone"),
    ("Embassy’s 77, March 19, 9 a.m.; 78 March 18; and Nos. 80 and 81 of March 25, are here.",
     f"Telegrams 80 and 81 from the Embassy in Egypt to {STATE}", "two of one day among several"),
    ("As I said (mytel 144, March 19) they wait.", "Telegram 144 from the Ambassador in Egypt (Byroade) to the"
     " Secretary of State", "my telegram, in one word"),
    ("Reurtel 144, March 19, they wait.", "Telegram 144 from the Secretary of State to the Ambassador in Egypt"
     " (Byroade)", "regarding your telegram, in one word"),
    ("See Embdesp 95 March 19 on trade.", f"Despatch No. 95 from the Embassy in Egypt to {STATE}", "a despatch"),
    ("My first despatch referring to this matter was dated March 19.", "First despatch from the Ambassador in Egypt"
     " (Byroade) to the Secretary of State", "what is said of its date"),
    ("It was sent by Mr. Fay in his telegram numbered 431, dated March 19.", f"Telegram 431 from Fay to {STATE}",
     "numbered"),
    ("Telegram 2491 from USUN is dated March 19.", f"Telegram 2491 from USUN to {STATE}", "the same, of a number"),
    ("See Deptel March 19, 2 a. m.", f"Telegram from {STATE} to the Embassy in Egypt", "a series without a number"),
    ("See Cirtel March 19.", f"Circular telegram from {STATE} to certain posts", "it went to many"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "why"), ENDS)
def test_from_whom_and_to_whom(words: str, title: str, why: str) -> None:
    titles = titles_of(f"{FROM_CAIRO}{words}")
    assert title in titles if title else not [one for one in titles if one.startswith("Message")], (why, titles)


CONTENTS = [
    # the note, title, why
    ("Gallman met Nuri on March 18. (Telegram 58 from Tehran, March 19; ibid.)",
     "Telegram 58 from Tehran: Gallman met Nuri on March 18", "the sentence whose source stands in brackets"),
    ("Gallman met Nuri on March 25. (Telegram 58 from Tehran, March 19; ibid.)",
     f"Telegram 58 from Tehran to {STATE}", "no paper tells what came after it"),
    ("Gallman reported in telegram 58 from Tehran, March 19, that Nuri had left Egypt.",
     "Telegram 58 from Tehran: Gallman reported that Nuri had left Egypt", "the sentence around it"),
    ("In telegram 58 to Tehran, March 19, Dulles said that Nuri had left Egypt.",
     "Telegram 58 to Tehran: Dulles said that Nuri had left Egypt", "the sentence behind it"),
    ("Nuri left Egypt on March 18 (telegram 57 from Tehran, March 18), and Gallman met Byroade (telegram 58 from"
     " Tehran, March 19).", "Telegram 58 from Tehran: Gallman met Byroade", "the clause since the bracket before"),
    ("Telegram 58 from Tehran, March 19, reported a conversation that day between Nuri and Byroade. (Ibid.)",
     "Telegram 58 from Tehran reported a conversation between Nuri and Byroade", "without the day, with the parties"),
    ("Telegram 58 from Tehran, March 19, reported that Gallman had delivered the message. (Ibid.)",
     f"Telegram 58 from Tehran to {STATE}", "which message?"),
    ("See telegram 58 from Tehran, March 19, which reported the arrival of Nuri in Egypt.",
     "Telegram 58 from Tehran reported the arrival of Nuri in Egypt", "by a clause with “which”"),
    ("Telegram 58 from Tehran, March 19, reiterated that Nuri had left Egypt. (Ibid.)",
     "Telegram 58 from Tehran reiterated that Nuri had left Egypt", "its verb behind it"),
    ("A list of Israeli claims against Egypt was transmitted in telegram 58 from Tehran, March 19.",
     "Telegram 58 from Tehran with a list of Israeli claims against Egypt", "what it transmitted"),
    ("Reference is to Nuri’s journey. (Telegram 58 from Tehran, March 19.)", f"Telegram 58 from Tehran to {STATE}",
     "a reference tells nothing"),
    ("The leak was stopped by him. (Telegram 58 from Tehran, March 19.)", f"Telegram 58 from Tehran to {STATE}",
     "what does not stand by itself"),
    ("See telegram 58 to Tehran, March 19.", f"Telegram 58 from {STATE} to Tehran", "nothing is said of it"),
    ("See this memorandum to Tehran in telegram 1152, March 19.", "Telegram 1152 cited in a note to Telegram 150 from"
     " the Ambassador in Egypt (Byroade) to the Secretary of State", "the number is not the memorandum’s"),
]  # fmt: skip


@pytest.mark.usefixtures("whatever_is_open")
@pytest.mark.parametrize(("note", "title", "why"), CONTENTS)
def test_what_a_note_says_of_a_paper(note: str, title: str, why: str) -> None:
    titles = titles_of(f"{FROM_CAIRO}1. {note}", notes_from=f"1. {note[:6]}")
    assert title in titles, (why, titles)


PASSED_ON = [
    # heading, note, title, why
    ("The Ambassador in Egypt (Byroade) to the Secretary of State", "Repeated in telegram 287, March 19, to Tehran.",
     "Telegram 287 to Tehran, which repeats telegram 150 from the Ambassador in Egypt (Byroade) to the Secretary of"
     " State", "the paper itself went on"),
    ("Letter From President Eisenhower to President Nasser", "The text was transmitted in telegram 287 to Cairo,"
     " March 19.", "Telegram 287 to Cairo with the text of the letter from President Eisenhower to President Nasser",
     "its text went"),
    ("Memorandum by the Ambassador in Egypt (Byroade)", "Copy transmitted to the Department by the Ambassador in Egypt"
     " in his despatch No. 28, March 19; received March 25.", "Despatch No. 28 from the Ambassador in Egypt (Byroade)"
     " with a copy of the memorandum from the Ambassador in Egypt (Byroade)", "a copy went along"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "note", "title", "why"), PASSED_ON)
def test_the_paper_that_is_passed_on(heading: str, note: str, title: str, why: str) -> None:
    """A note to the heading speaks of the paper itself."""
    text = f"{HEAD.format(f'{heading}1')}1. {note}"
    titles = titles_of(text, notes_from=f"1. {note[:6]}", mark=f"{heading}1")
    assert title in titles, (why, titles)


def test_a_note_to_something_else_does_not_speak_of_the_paper() -> None:
    text = f"{FROM_CAIRO}He sent a long letter.1\n\n1. The text was transmitted in telegram 287 to Tehran, March 19."
    titles = titles_of(text, notes_from="1. The", mark="letter.1")
    assert f"Telegram 287 from {STATE} to Tehran" in titles, titles


def test_a_number_that_could_be_a_year_is_no_date_of_a_paper() -> None:
    """“mytel 1671” is a telegram of which no day is told."""
    found = events_of(f"{FROM_CAIRO}They wait (mytel 1671).", {**DATES, "1671": "1671"}, own="1955-03-20")
    assert not [event.title for event in found if event.date and event.date.edtf == "1671"]


def test_a_quoted_writer_is_not_the_author() -> None:
    """“Your message to me”, in somebody's letter that the telegram quotes, did not go to the telegram's writer."""
    text = f"{FROM_CAIRO}Nuri wrote: “Thank you for your kind message to me of March 19, which I liked.”"
    assert not [title for title in titles_of(text) if "to the Ambassador in Egypt" in title]


def test_a_day_is_no_party() -> None:
    events = titles_of(f"{FROM_CAIRO}He expects instructions by Friday night or March 25.")
    assert not [title for title in events if title.startswith("Instruction")]


ONE_END = [
    # the words, title, why
    ("See Nuri’s letter of March 19.", "", "to whom, and on what, nothing says"),
    (
        "Nuri delivered to Fawzi in Cairo the letter of March 19 on Gaza.",
        "Nuri delivered to Fawzi in Cairo the letter of March 19 on Gaza",
        "what its clause tells of it",
    ),
    (
        "Nuri delivered to Fawzi in Cairo the letter of March 19 to Eden.",
        "",
        "nor does its clause tell on what it is",
    ),
]


@pytest.mark.parametrize(("words", "title", "why"), ONE_END)
def test_a_paper_of_which_one_end_is_known(words: str, title: str, why: str) -> None:
    """Readers understand none of them by their name alone."""
    told = [one for one in titles_of(f"{FROM_CAIRO}{words}") if "150" not in one]
    assert told == ([title] if title else []), why


NOTHING_TOLD = [
    # the note, whether it is an event, why
    ("See telegram 3701, March 19, not printed.", False, "neither whose it is nor on what"),
    ("See telegram 3701, March 19, from Tehran.", True, "a post is known"),
]


@pytest.mark.parametrize(("note", "is_event", "why"), NOTHING_TOLD)
def test_a_paper_of_which_nothing_is_told_is_no_event(note: str, is_event: bool, why: str) -> None:
    titles = titles_of(f"{FROM_CAIRO}1. {note}", notes_from="1. See")
    assert any("3701" in title for title in titles) == is_event, (why, titles)


@pytest.mark.parametrize(
    ("line", "told", "why"),
    [
        ("The Embassy in Tehran: the Shah left", ": the Shah left", "its own title says whose it is"),
        ("The Embassy in Tehran reported that the Shah left", " reported that the Shah left", "and who reports"),
        ("The Embassy reported that the Shah left", " reported that the Shah left", "also in short"),
        ("The Embassy in Tehran was closed", ": The Embassy in Tehran was closed", "but not what became of it"),
        ("Nuri: the Shah left", ": Nuri: the Shah left", "another says so in it"),
        ("the Shah left", ": the Shah left", "nobody is named"),
    ],
)
def test_whose_a_telegram_is_is_told_once(line: str, told: str, why: str) -> None:
    title = "Telegram 58 from the Embassy in Tehran"
    assert told_once(title, line) == f"{title}{told}", why
