"""Told twice: what a paper tells again is one event, and what only looks alike stays two; each with a reason."""

import pytest

from tests.extraction.events.event_case import events_of

pytestmark = pytest.mark.usefixtures("whatever_is_open")

ONCE = [
    # the words, their dates, the EDTF dates of the events, why
    (
        "The matter was left as set forth in the cable of December 9, 4 p.m. from the Embassy at Santiago. "
        "See the telegram of Dec. 9, 1918, 4 p.m., from the Ambassador in Chile.",
        {"December 9": "1918-12-09", "Dec. 9, 1918": "1918-12-09"},
        ["1918-12-09"],
        "a paper of the same day and hour",
    ),
    (
        "See your telegram of May 3, 4 p.m. and my telegram of May 3, 4 p.m.",
        {"May 3": "1918-05-03"},
        ["1918-05-03", "1918-05-03"],
        "the same hour, but one is mine and the other yours",
    ),
    (
        "The agreements on blocked funds in 1932 and 1933 in Brazil were concluded at Paris.",
        {"1932": "1932", "1933": "1933"},
        ["1932/1933"],
        "years in a row: it went on from one to the other",
    ),
    (
        "Senator Mansfield proposed amendments on troops in Europe in 1971 and 1974 at Washington.",
        {"1971": "1971", "1974": "1974"},
        ["1971", "1974"],
        "years apart",
    ),
    (
        "Section 106 of the Mutual Security Act of 1954, which became Public Law 665 on August 26, dealt with sales.",
        {"1954": "1954", "August 26": "1954-08-26"},
        ["1954-08-26"],
        "the act of the list, with its year and its day",
    ),
    (
        "The Shipping Act of 1954, which became Public Law 664 on August 26, was amended at once.",
        {"1954": "1954", "August 26": "1954-08-26"},
        ["1954-08-26"],
        "an act that is in no list",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "dates", "edtf", "why"), ONCE)
def test_told_twice(words: str, dates: dict[str, str], edtf: list[str], why: str) -> None:
    """What the words say of one event twice is one, with one date."""
    assert sorted(event.date.edtf for event in events_of(words, dates) if event.date) == edtf, why


HEAD = (
    "332. Telegram From the Department of State to the Embassy in Israel\n\nWashington, November 13, 1966.\n\n83785. "
)
BODY = (
    "The Department deplores the Israeli attack on Jordan this morning.3 Mr. Rusk attacked Syria’s claim.\n\nRusk\n\n"
)
DAYS = {"November 13, 1966": "1966-11-13", "this morning": "1966-11-13", "on November 13": "1966-11-13"}

NOTED = [
    # the note, whether it tells the same event, why
    ("Israeli forces raided villages in the Hebron area on November 13.", True, "behind what tells of the attack"),
    ("The Israeli Cabinet met at Tel Aviv on November 13.", False, "of another kind"),
]


@pytest.mark.parametrize(("note", "same", "why"), NOTED)
def test_a_note_says_what_was_only_named(note: str, same: bool, why: str) -> None:
    """The note behind a clause tells in full what the clause names: one event, with the words of the note."""
    text = f"{HEAD}{BODY}3. {note}"
    found = events_of(text, DAYS, own="1966-11-13", notes_from=f"3. {note}", mark="this morning.3")
    mark = text.index("morning.3")
    told = [event for event in found if any(one.start <= mark < one.end for one in event.evidence)]
    assert [len(event.evidence) for event in told] == [2 if same else 1], why
    assert any(event.title.startswith("Israeli forces raided villages") for event in told) is same
