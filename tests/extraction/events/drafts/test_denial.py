"""What a clause denies, and what only somebody denied: by whose day is told."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.drafts.denial import is_denied
from tests.extraction.events.event_case import events_of, found_in

HEAD = "Sir H. Layard to the Marquis of Salisbury\n\nLondon, June 3, 1878.\n\n"


@pytest.mark.parametrize(
    ("clause", "denied", "why"),
    [
        ("The troops have not, as was reported on May 30, evacuated Varna.", True, "an aside parts the verb"),
        ("The fleet did not, however, leave London on May 30.", True, "“however” parts it"),
        ("The Sultan has not, so far as I know, received the note of May 30.", True, "what the writer knows parts it"),
        ("The Consul did not see General Razmara on May 30.", True, "a deed that was not done"),
        ("On May 30 the Minister did not receive the Envoy.", True, "the day may come first"),
        ("Neither the Vizier nor the Minister met the Envoy on May 30.", True, "neither did"),
        ("No troops crossed the frontier on May 30.", True, "nobody did"),
        ("None of the ships entered the harbour on May 30.", True, "none did"),
        ("It is untrue that the troops entered Varna on May 30.", True, "it is said to be untrue"),
        ("There is no truth in the report that they met on May 30.", True, "no truth in it"),
        ("The report of a landing on May 30 is without foundation.", True, "so it is here"),
        ("Teheran denies that aircraft landed on May 30.", True, "the landing is denied"),
        ("The Porte denied the massacre of May 30.", True, "what is denied is a noun"),
        ("It was denied that aircraft landed on May 30.", True, "denied by nobody named"),
        ("On May 30 Teheran denied that aircraft had landed.", False, "that day was the denial’s"),
        ("Teheran denied on May 30 that aircraft had landed.", False, "so where it follows the verb"),
        ("Tito, in a note of May 30, denied that troops had crossed.", False, "the note was delivered"),
        ("The note, denying that troops had met, was published on May 30.", False, "the note is told again"),
        ("The note denying that troops had met on May 30 was published.", True, "what it denies"),
        ("It is not true, as Tass stated on May 30, that they had met.", True, "an aside parts the judgement"),
        ("The Consul was denied access to the prisoners on May 30.", False, "he was refused it: that happened"),
        ("It is not denied that the fleet left on May 30.", False, "twice denied is admitted"),
        ("The troops did not leave Varna until May 30.", False, "they left then"),
        ("The Minister did not know on May 30 that they had met.", False, "not to know is no deed"),
        ("The Minister did not tell me that the fleet had left on May 30.", False, "the fleet left nevertheless"),
        ("Not only the fleet left London on May 30.", False, "“not only” grants it"),
        (
            "Although the bill was not passed, the King signed the order on May 30.",
            False,
            "something else was not done",
        ),
        ("He told me that they had not met when he left London on May 30.", False, "the telling is the main clause"),
        ("The fleet left London on May 30 without having met the transports.", False, "the sailing happened"),
        ("No sooner had the fleet left on May 30 than it met them.", False, "“no sooner” grants it"),
        ("The fleet did not enter Varna on May 27, as Tass asserts, but on May 30.", False, "they entered then"),
        ("The fleet did not enter Varna on May 30, as Tass asserts, but on May 31.", True, "and not on this day"),
        ("General Marshall never went to Cairo on May 30.", True, "“never” and a deed"),
        ("General Anders had never visited Trieste on May 30.", True, "behind an auxiliary"),
        ("The Consul never ceased to protest on May 30.", False, "he went on with it"),
        ("The Consul never believed that they had met on May 30.", False, "a state of mind"),
        ("I could not admit that they had met on May 30.", True, "not to admit is to deny"),
        ("The Porte refused to admit that they had met on May 30.", True, "so is to refuse to"),
        ("Lord Derby told me on May 30 that he could not admit that they had met.", False, "the telling’s own day"),
        ("Lord Derby doubted whether they had met on May 30.", True, "what is doubted is not told as done"),
        ("Nobody doubted that they had met on May 30.", False, "twice denied is admitted"),
        ("It is not correct, as Tass states, that they met on May 30.", True, "an aside parts “not correct” too"),
    ],
)
def test_a_clause_denies_what_its_day_dates(clause: str, denied: bool, why: str) -> None:
    assert is_denied(clause, clause.index("May 30")) is denied, why


@pytest.mark.parametrize(
    ("sentence", "begins", "why"),
    [
        (
            "The Russian troops have not, as was reported at Paris on May 30, evacuated Varna.",
            "The Russian",
            "the aside",
        ),
        ("The British fleet did not, however, attack Varna on May 30.", "The British", "an adverb between commas"),
        (
            "Neither Prince Bismarck, nor Lord Derby, met the Shah of Persia at Paris on May 30.",
            "Neither Prince",
            "both halves",
        ),
        ("It is untrue that the fleet left London on May 30.", "It is untrue", "the judgement"),
    ],
)
def test_evidence_of_what_is_denied_begins_where_it_is_denied(sentence: str, begins: str, why: str) -> None:
    found = events_of(HEAD + sentence, {"June 3, 1878": "1878-06-03", "May 30": "1878-05-30"}, own="1878-06-03")
    told = [event for event in found if event.date and event.date.edtf == "1878-05-30"]
    assert [event.status for event in told] == ["denied"], why
    start = told[0].evidence[0].start
    assert (HEAD + sentence)[start:].startswith(begins), why


def test_a_paper_that_the_line_says_was_not_received_is_not_told_as_sent() -> None:
    text = (
        "883.00/6–348: Telegram\n\nThe Ambassador in Egypt (Tuck) to the Secretary of State\n\nCairo, June 3, 1948.\n\n"
    )
    text += "The British Embassy did not, however, receive the note of May 30."
    told = events_of(text, {"June 3, 1948": "1948-06-03", "May 30": "1948-05-30"}, own="1948-06-03")
    assert ["did not" in one.title for one in told] == [False, True]
    assert [one.status for one in told] == ["happened", "denied"]


def test_a_denial_happened_and_what_it_denies_did_not() -> None:
    note = "Marshal Tito, in a note of May 30, denied that Yugoslav troops had crossed the Italian frontier on May 27."
    text = HEAD + note
    dates = {"June 3, 1878": "1878-06-03", "May 30": "1878-05-30", "May 27": "1878-05-27"}
    found = {event.date.edtf: event for event in events_of(text, dates, own="1878-06-03") if event.date}
    told = {day: (found[day].status, found[day].told_by) for day in ("1878-05-30", "1878-05-27")}
    assert told == {"1878-05-30": ("happened", "author"), "1878-05-27": ("denied", "speaker: Tito")}


@pytest.mark.parametrize(
    ("sentence", "title", "why"),
    [
        (
            "It is untrue that British frigates violated the harbour of Varna on May 30.",
            "Sir H. Layard: it is untrue that British frigates violated the harbour of Varna on May 30",
            "no word of an event, and the day is denied with the deed",
        ),
        (
            "It is not correct, as Tass states in its issue of June 1, that Sir G. Hornby entered Varna on May 30.",
            "Sir H. Layard: it is not correct that Sir G. Hornby entered Varna on May 30",
            "the day in the aside is the newspaper’s",
        ),
    ],
)
def test_what_is_called_untrue_is_told_as_denied(sentence: str, title: str, why: str) -> None:
    dates = {"June 3, 1878": "1878-06-03", "May 30": "1878-05-30", "June 1,": "1878-06-01"}
    told = events_of(HEAD + sentence, dates, own="1878-06-03")[1:]
    assert [(one.date.edtf, one.status, one.title) for one in told if one.date] == [("1878-05-30", "denied", title)], (
        why
    )


def test_what_was_stated_is_not_told_as_what_is_not_yet_done() -> None:
    text = HEAD + (
        "The Porte has not yet signed the Convention with Austria, though it was stated at Paris on May 30 that Lord"
        " Derby would sign the Treaty."
    )
    found = found_in(text, {"June 3, 1878": "1878-06-03", "May 30": "1878-05-30"}, own="1878-06-03")
    assert not [one.title for one in found.events if "not yet" in one.title]
    words = [text[one.start : one.end] for one in found.untold]
    words += [text[one.evidence[0].start : one.evidence[0].end] for one in found.events[1:]]
    assert [one for one in words if "stated at Paris" in one], "told, or listed as untold"
