"""In the sentence: who wrote a cited paper, and to whom, by the words around it; who passed it on."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.cited.parties import with_parties
from dashboard.model import Span
from tests.extraction.events.event_case import events_of

HEAD = "774.11/3–2055: Telegram\n\n{}\n\nCairo, March 20, 1955.\n\n150. {}\n\n"
FROM_CAIRO = "The Ambassador in Egypt (Byroade) to the Secretary of State"
DATES = {"March 20, 1955": "1955-03-20", "March 19": "1955-03-19"}
STATE = "the Department of State"


def titles_of(text: str, *, heading: str = FROM_CAIRO, opening: str = "Nothing.", note: str = "") -> list[str]:
    """The titles of the events of a telegram of 20 March 1955, or of one with a note to its last word."""
    whole = f"{HEAD.format(heading, opening)}{text}{f'1{chr(10)}{chr(10)}1. {note}' if note else ''}"
    marks = {"notes_from": f"1. {note[:8]}", "mark": f"{text}1"} if note else {}
    return [event.title for event in events_of(whole, DATES, own="1955-03-20", **marks)]


ENDS = [
    # the words, title, why
    ("Nuri also in letter to Eden March 19 reiterated his view.", "Letter from Nuri to Eden", "who says so in it"),
    ("In a letter of March 19 to Eden, Francis Nuri, Director of the Office, stated that it was so.",
     "Letter from Francis Nuri to Eden", "he has an office behind his name"),
    ("See a memorandum of March 19 by Harry N. Howard, Adviser in the Division, to Mr. Jernegan.",
     "Memorandum from Harry N. Howard to Mr. Jernegan", "an office stands between the two"),
    ("I have Nuri’s letter of March 19 which Gallman delivered to Eden.", "Letter from Nuri to Eden",
     "to whom it was delivered"),
    ("I am in receipt of a letter from Nuri dated March 19.", "Letter from Nuri to the Ambassador in Egypt (Byroade)",
     "who received it"),
    ("In note No. 12 of March 19, from the Foreign Office, this is said.",
     "Note No. 12 from the Foreign Office to the Embassy in Egypt", "a ministry writes its notes to the post"),
    ("Lake sent the memorandum to Vance under a March 19 action memorandum.", "Memorandum from Lake to Vance",
     "the date is that of the paper that covers it"),
    ("John D. Jernegan initially sent a draft of this message to Dulles under cover of a memorandum dated March 19.",
     "Memorandum from John D. Jernegan to Dulles", "the same, its kind before its date"),
    ("In a memorandum dated March 19 to the Under Secretary (Hill) the Chief of the Division (Ballantine) suggested"
     " that it wait.", "Memorandum from the Chief of the Division (Ballantine) to the Under Secretary (Hill)",
     "an office with a name says so"),
    ("Mr. Stettinius concurred in a memorandum of March 19 to the President.",
     "Memorandum from Mr. Stettinius to the President", "the verb stands before it"),
    ("He said that the Secretary received Macmillan’s message on March 19.", "Message from Macmillan to the Secretary",
     "who received it, by name"),
    ("This was suggested by the Department in its 1302, March 19.",
     f"Telegram 1302 from {STATE} to the Embassy in Egypt", "whose “its” is"),
    ("In view of the position taken by the Dutch government in their communication to me of March 19, we wait.",
     "Communication from the Dutch government to the Ambassador in Egypt (Byroade)", "and “their”"),
    ("Reference is made to the Embassy’s despatch no. 1595, March 19.",
     f"Despatch No. 1595 from the Embassy in Egypt to {STATE}", "“no.” with a small letter"),
    ("In a memorandum of March 19 to Garrison Norton, Assistant Secretary of State, Joseph B. Knapp, Director, stated"
     " that it was so.", "Memorandum from Joseph B. Knapp to Garrison Norton", "each has an office"),
    ("I have Nehru’s telegram replying to Liaquat’s telegram of March 19.", "Telegram from Liaquat to Nehru",
     "who answers it received it"),
    ("Its substance was repeated by the Department in telegram No. 171, March 19, to the Commission.",
     f"Telegram 171 from {STATE} to the Commission", "by whom it was repeated"),
    ("See instruction No. 45, March 19, to the Minister in Costa Rica.",
     f"Instruction No. 45 from {STATE} to the Minister in Costa Rica", "the Department instructs"),
    ("He cites paragraph one UNCFI report to SC March 19.", "Report from the United Nations"
     " Commission for Indonesia to the Security Council", "a body without an article"),
    ("He said so (re London airgram A–311, March 19).", f"Airgram A–311 from London to {STATE}", "a post before it"),
    ("In their memorandum to you dated March 19, subject as above, the Joint Chiefs of Staff submitted comments.",
     "Memorandum from the Joint Chiefs of Staff to the Secretary of State", "a body says so, in a line of its own"),
    ("They say that the Executive Committee in its cable to Clark March 19 makes it clear.",
     "Cable from the Executive Committee to Clark", "a committee’s “its”"),
    ("Enclosed is despatch No. 2 of March 19 from the Second Secretary at Sian.",
     "Despatch No. 2 from the Second Secretary at Sian to the Embassy in Egypt", "he writes to his chief"),
    ("For a message from Winant dated March 19, announcing that Eden had left London on that date, see post, p. 9.",
     "Message from Winant announcing that Eden had left London", "where it is printed is cut"),
    ("Transmitted by the Chief of the Petroleum Division (Eakens) in a memorandum of March 19 to Mr. Rusk.",
     "Memorandum from the Chief of the Petroleum Division (Eakens) to Mr. Rusk", "by whom it was transmitted"),
    ("They were put into the Department’s memorandum of March 19 to the French Embassy in reply to its own.",
     f"Memorandum from {STATE} to the French Embassy", "to whom it replies"),
    ("It was told to the Embassy by the Department’s airmail instruction No. 484 of March 19.",
     f"Instruction No. 484 from {STATE} to the Embassy in Egypt", "the Department instructs its post"),
    ("This is Wilson’s 254, March 19.", f"Telegram 254 from Wilson to {STATE}",
     "numbers have those who lead a post"),
    ("A JCS memorandum of March 19 to Secretary McNamara is here.", "Memorandum from the JCS to Secretary McNamara",
     "a body that is called by its letters"),
    ("A telegram of March 19 from the American Ambassador at London is here.",
     f"Telegram from the American Ambassador at London to {STATE}", "our posts telegraph home"),
    ("Circular telegram 318, March 19, is here.", f"Circular telegram 318 from {STATE} to certain posts",
     "a circular goes to several"),
    ("See despatch No. 6, March 19, from Mr. Drumright. The despatch reports upon the views of General Nuri.",
     "Despatch No. 6 from Mr. Drumright reports upon the views of General Nuri", "the sentence behind it says on what"),
    ("See despatch No. 6 of March 19 from Mr. Drumright describing the use of wall slogans by Egypt.",
     "Despatch No. 6 from Mr. Drumright describing the use of wall slogans by Egypt", "a participle"),
]  # fmt: skip


@pytest.mark.usefixtures("whatever_is_open")
@pytest.mark.parametrize(("words", "title", "why"), ENDS)
def test_the_ends_that_the_words_around_a_paper_tell(words: str, title: str, why: str) -> None:
    titles = titles_of(words)
    assert title in titles, (why, titles)


def test_a_commission_named_by_what_it_negotiates_keeps_its_name() -> None:
    """“To negotiate peace” is no addressee."""
    heading = "The Commission to Negotiate Peace to the Acting Secretary of State"
    titles = titles_of("Your 71, March 19, is here. See also the Commission’s 91 of March 19.", heading=heading)
    commission = "the Commission to Negotiate Peace"
    assert f"Telegram 71 from the Acting Secretary of State to {commission}" in titles, titles
    assert f"Telegram 91 from {commission} to the Acting Secretary of State" in titles, titles


THROUGH_A_POST = [
    ("TF–128. From Adler to Secretary of Treasury only.", "Telegram TF–126 from Adler to the Secretary of Treasury"),
    ("For Secretary [of] Treasury only from Adler.", "Telegram TF–126 from Adler to the Secretary of Treasury"),
    ("From Adler.", "Telegram TF–126 from Adler to the Secretary of State"),
]


@pytest.mark.parametrize(("opening", "title"), THROUGH_A_POST)
def test_who_writes_through_the_telegram_of_a_post(opening: str, title: str) -> None:
    """“My” is not the ambassador’s there."""
    titles = titles_of("Re my TF–126, March 19.", opening=opening)
    assert title in titles, titles


PASSED_ON = [
    # the note, title, why
    ("Shriver delivered the President’s letter to Nuri on March 19.", "Shriver delivered the President’s letter to"
     " Nuri", "the letter is not Shriver’s"),
    ("The Map Room sent a copy of this telegram to Hull for his information on March 19.", "The Map Room sent to Hull a"
     " copy of telegram 150 from the Ambassador in Egypt (Byroade) to the Secretary of State", "the paper noted"),
    ("Nuri also sent the telegram to Eden on March 19, with his letter.", "Nuri sent to Eden telegram 150 from the"
     " Ambassador in Egypt (Byroade) to the Secretary of State", "the same"),
]  # fmt: skip


@pytest.mark.usefixtures("whatever_is_open")
@pytest.mark.parametrize(("note", "title", "why"), PASSED_ON)
def test_who_passed_a_paper_on(note: str, title: str, why: str) -> None:
    titles = titles_of("It ends here.", note=note)
    assert title in titles, (why, titles)


TOLD_OF_IT = [
    # the note, title, why
    ("Telegram 817 from Tehran, March 19, conveyed the Embassy’s analysis.", f"Telegram 817 from Tehran to {STATE}",
     "an analysis of what?"),
    ("Winant reported in telegram No. 7661 of March 19 that the substance of the quoted telegram had been told.",
     f"Telegram 7661 from Winant to {STATE}", "which telegram?"),
    ("Telegram 817 from Tehran, March 19, reported a meeting between Nuri and Eden.",
     "Telegram 817 from Tehran reported a meeting between Nuri and Eden", "nothing is open"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "title", "why"), TOLD_OF_IT)
def test_a_paper_whose_content_is_open_is_told_by_its_ends(note: str, title: str, why: str) -> None:
    titles = titles_of("It ends here.", note=note)
    assert title in titles, (why, titles)


OF_ITSELF = [
    # the note to the heading, title, why
    ("Sent by the Map Room at Tehran, via Navy channels, March 19.", "Telegram 150 from the Ambassador in Egypt"
     " (Byroade) to the Secretary of State sent by the Map Room at Tehran", "by whom it was sent"),
    ("As amended and approved by the Chiefs of Staff at Quebec, March 19.", "Telegram 150 from the Ambassador in Egypt"
     " (Byroade) to the Secretary of State was amended and approved by the Chiefs of Staff at Quebec", "of what"),
    ("Copy handed to Nuri by Eden on March 19.", "Telegram 150 from the Ambassador in Egypt (Byroade) to the Secretary"
     " of State was handed to Nuri by Eden", "of what it is a copy"),
    ("The message was relayed by the War Department to Paris on March 19.", "Telegram 150 from the Ambassador in Egypt"
     " (Byroade) to the Secretary of State relayed by the War Department to Paris", "“the message” is the paper"),
    ("Sent to the Map Room at London, which transmitted it on March 19 to Nuri.", "The Map Room at London transmitted"
     " telegram 150 from the Ambassador in Egypt (Byroade) to the Secretary of State to Nuri", "and so is “it”"),
]  # fmt: skip


@pytest.mark.usefixtures("whatever_is_open")
@pytest.mark.parametrize(("note", "title", "why"), OF_ITSELF)
def test_what_became_of_the_paper_itself(note: str, title: str, why: str) -> None:
    titles = titles_of("It ends here.", note=note)
    assert title in titles, (why, titles)


def test_a_paper_before_a_note_that_dates_it_has_both_ends() -> None:
    """A post telegraphs to the Department."""
    titles = titles_of("This was refused (USUN 2493).", note="Dated March 19.")
    assert f"Telegram 2493 from USUN to {STATE}" in titles, titles


SAID_OF_IT = [
    # the note, the title, why
    ("Dated March 19, it reported a conversation with Nasser on the Aswan Dam.",
     "Telegram 2493 from USUN reported a conversation with Nasser on the Aswan Dam", "what the note says of it"),
    ("Dated March 19; it transmitted the text of the letter from Nasser to Eden.",
     "Telegram 2493 from USUN transmitted the text of the letter from Nasser to Eden", "behind a semicolon"),
    ("Dated March 19, not printed.", f"Telegram 2493 from USUN to {STATE}", "nothing is said"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "title", "why"), SAID_OF_IT)
def test_a_note_that_dates_a_paper_tells_what_it_says(note: str, title: str, why: str) -> None:
    titles = titles_of("This was refused (USUN 2493).", note=note)
    assert title in titles, (why, titles)


def test_a_telegram_whose_name_in_a_series_stands_before_the_mark() -> None:
    """The series goes one way."""
    titles = titles_of("He gave me the aide-mémoire, reference Usgoc 290.", note="Telegram 80, March 19, not printed.")
    told = f"Telegram 80 (Usgoc 290) from {STATE} to the Representative on the UN Commission for Indonesia"
    assert told in titles, titles


def test_a_memorandum_to_several_is_not_also_to_who_wrote_it() -> None:
    text = "In a January 2 memorandum to Mondale and Vance, Brzezinski summarized the decisions."
    span = Span(text.index("memorandum"), text.index(" to Mondale"))
    assert with_parties(text, span, "Memorandum") == "Memorandum from Brzezinski to Mondale and Vance"


def test_a_post_led_by_a_charge_is_not_called_by_his_name() -> None:
    """He may not have been there yet; what the post is called, the paper says."""
    heading = "The Chargé in Egypt (Jones) to the Secretary of State"
    titles = titles_of("Reference is made to this Embassy’s wish and Department’s telegram No. 99, March 19.",
                       heading=heading)  # fmt: skip
    assert f"Telegram 99 from {STATE} to the Embassy in Egypt" in titles, titles


BARE_PAPERS = [
    # what a note says, title, why
    ("A March 19 memorandum from Rostow to Rusk states that the team was to be told of the visit to the plant.",
     "Memorandum from Rostow to Rusk", "the team and the plant are open"),
    ("A March 19 memorandum from Rostow to Rusk recommended Jack Valenti as Coordinator on Egyptian plants.",
     "A March 19 memorandum from Rostow to Rusk recommended Jack Valenti as Coordinator on Egyptian plants",
     "nothing is open"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "title", "why"), BARE_PAPERS)
def test_a_clause_that_tells_of_a_paper_falls_back_to_its_name(note: str, title: str, why: str) -> None:
    titles = titles_of("It ends here.", note=note)
    assert title in titles, (why, titles)
