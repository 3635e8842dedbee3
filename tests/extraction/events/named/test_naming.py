"""Naming: whether the words beside a name leave it the event, and what else the sentence then tells."""

import pytest

from tests.extraction.events.event_case import events_of

OTHERS = [
    ("740.0011 Pacific War/3567", "1943-05-01", "the name of a file"),
    ("to crush the Japanese war machine", "1943-05-01", "part of another name"),
    ("talks on a comprehensive nuclear test ban treaty", "1977-05-01", "one still to come"),
    ("US involvement in any future Korean War", "1977-05-01", "one that may come"),
    ("Hatta agreed to go to the Hague Conference.", "1972-07-01", "no such conference within memory"),
    ("It was received there as telegram No. Octagon–in–95.", "1944-09-20", "the number of a telegram"),
    ("Warsaw Pact forces signed nothing in 1955.", "1977-07-21", "an organisation"),
    (
        "The Armistice agreement binds them.\nWilson said so in 1918.",
        "1944-09-13",
        "a general word needs company beside it",
    ),
    ("740.0011 European War 1939/30697", "1943-05-01", "the name of a file with its year"),
    ("It may get worse without SALT. I doubt it.", "1978-08-15", "two sentences"),
    ("the Union for the Total Independence of Angola", "1976-09-27", "part of another name"),
    ("They expect an imminent Russo-Japanese war.", "1943-04-24", "another that may come"),
    ("the House supported a nuclear test ban treaty", "1977-02-01", "a new one"),
    ("current Moscow conversations may be followed by demands", "1948-08-20", "others going on"),
    ("after the defeat of Japan supplies will be needed", "1944-09-02", "what nobody can date"),
    ("At the last Versailles conference the delegates were not mentioned.", "1918-11-21", "an earlier one"),
    ("The political independence of Panama must be respected.", "1978-02-01", "a condition"),
    ("the prospects agreed at the Geneva trade talks", "1977-02-24", "other talks there"),
    ("SALT talks between Washington and Moscow were agreed", "1979-12-29", "two governments"),
    ("Negotiations of Iran with the company were resumed at Tehran; Iran agreed.", "1948-11-03", "its own capital"),
    ("The conclusions of the Cairo meeting were discussed.", "1955-08-30", "not after ten years"),
]


@pytest.mark.parametrize(("words", "own", "why"), OTHERS)
def test_other_things_of_that_name(words: str, own: str, why: str) -> None:
    """The same words where they name something else."""
    assert [event.reference for event in events_of(words, own=own) if event.reference] == [], why


NO_HEADS = [
    (
        "At his press conference on September 12, 1944 the President spoke of Quebec.",
        "September 12, 1944",
        "1944-09-12",
    ),
    ("The Anglo-Iraqi naval treaty of 1922 bound Great Britain, the United States and Japan.", "1922", "1922"),
    ("The Democratic National Convention of 1948 in the United States; France and China wrote.", "1948", "1948"),
    ("a loan agreement of 1907 between Great Britain, Russia and Persia", "1907", "1907"),
]


@pytest.mark.parametrize(("words", "said", "edtf"), NO_HEADS)
def test_no_event_of_the_list_by_its_year_alone(words: str, said: str, edtf: str) -> None:
    """A noun and a year are not enough where other words make another thing of it."""
    assert [event.reference for event in events_of(words, {said: edtf}, own="1955-01-01") if event.reference] == []


@pytest.mark.parametrize(
    ("said", "edtf", "basis", "why"),
    [
        ("February 26, 1921", "1921-02-26", ("stated", "stated", "stated"), "the whole date stands beside the name"),
        ("1921", "1921", ("stated", "reference", "reference"), "only the year does; the list knows the day"),
    ],
)
def test_what_the_text_states_of_a_date_is_not_said_to_come_from_the_list(
    said: str, edtf: str, basis: tuple[str, ...], why: str
) -> None:
    text = f"Reference is to the treaty of friendship between Persia and Soviet Russia, signed at Moscow, {said}."
    (event,) = events_of(text, {said: edtf}, own="1945-12-19")
    assert event.date is not None
    assert (event.date.edtf, event.date.basis) == ("1921-02-26", basis), why


BESIDE = [
    # words, the words and dates in it, evidence of the named event, other dates told, why
    (
        "The President spoke to the nation regarding the Cuban missile crisis on October 22, 1962.",
        {"October 22, 1962": "1962-10-22"},
        "the Cuban missile crisis",
        "a day of it is the day of what happened then, not its own",
    ),
    (
        "Stalin told Truman on July 17, 1945 of entering the war against Japan.",
        {"July 17, 1945": "1945-07-17"},
        "entering the war against Japan",
        "a clause with a day of its own tells something else",
    ),
    (
        "He had been at the Second Quebec Conference and met Stalin.",
        {},
        "at the Second Quebec Conference",
        "without one the clause tells something else all the same",
    ),
    (
        "Makins had instructions to consult on action under the famous Tripartite Declaration on the Middle East.",
        {},
        "under the famous Tripartite Declaration",
        "what he was told is no event of the list, and an adjective belongs to the name",
    ),
    (
        "Nothing has been said of the Yalta Conference since.",
        {},
        "the Yalta Conference",
        "“of” belongs to what is said",
    ),
]


@pytest.mark.parametrize(("words", "dates", "evidence", "why"), BESIDE)
def test_the_date_of_a_clause_belongs_to_its_own_verb(
    words: str, dates: dict[str, str], evidence: str, why: str
) -> None:
    """An event that a clause only names has its name for evidence, and leaves the date of the clause alone."""
    events = events_of(words, dates, own="1963-01-01")
    named = [event for event in events if event.reference]
    assert [words[one.start : one.end] for event in named for one in event.evidence] == [evidence], why
    assert {event.certainty for event in named} == {"inferred"}, why
    told = {event.date.edtf for event in events if event.date and not event.reference}
    assert told == set(dates.values()), why


def test_the_year_in_the_title_of_a_volume_dates_no_event_of_the_list() -> None:
    words = "For the text, see Foreign Relations, The Conferences at Malta and Yalta, 1945, p. 118."
    events = events_of(words, {"1945": "1945"}, own="1950-01-01")
    assert [event.reference for event in events if event.reference] == []


TOLD_BY_TITLES = [
    (
        "See Proceedings of the United Nations Monetary and Financial Conference, Bretton Woods, July 1–22, 1944 "
        "(Washington: Printing Office, 1948).",
        "bretton-woods",
        "the title has the days",
    ),
    ("See Foreign Relations, 1945, p. 118; the Yalta Conference agreed.", "yalta-conference", "after the page"),
    ("See Foreign Relations, 1945, Document 12, and the Yalta Conference.", "yalta-conference", "after the number"),
    ("The Yalta Declaration (Feb. 11th, 1945) concluded with these words.", "yalta-agreement", "a day, no imprint"),
]


@pytest.mark.parametrize(("words", "key", "why"), TOLD_BY_TITLES)
def test_a_citation_beside_an_event_leaves_it_one(words: str, key: str, why: str) -> None:
    assert key in {event.reference for event in events_of(words, own="1950-01-01")}, why


HOPED_FOR = [
    ("Operations for the Defeat of Japan, 1944–45, were agreed.", {"1944–45": "1944/1945"}, "", "the year of a plan"),
    (
        "1. It is printed as “Lend-Lease Following the Defeat of Germany”.",
        {},
        "1. It is",
        "a title that a note quotes is of its paper’s time",
    ),
]


@pytest.mark.parametrize(("words", "dates", "notes_from", "why"), HOPED_FOR)
def test_what_nobody_could_foresee_is_no_event_before_its_day(
    words: str, dates: dict[str, str], notes_from: str, why: str
) -> None:
    events = events_of(words, dates, own="1944-09-09", notes_from=notes_from)
    assert [event.reference for event in events if event.reference] == [], why


AHEAD = [
    # words, the document's date, status, why
    ("He will go to the Yalta Conference.", "1945-01-20", "planned", "two weeks before"),
    ("He is at the Yalta Conference.", "1945-02", "happened", "some day of that month, so perhaps after its opening"),
    ("He was at the Yalta Conference.", "1945-02-12", "happened", "a day after"),
]


@pytest.mark.parametrize(("words", "own", "status", "why"), AHEAD)
def test_an_event_after_the_papers_date_can_only_be_planned(words: str, own: str, status: str, why: str) -> None:
    assert [event.status for event in events_of(words, own=own) if event.reference] == [status], why


OTHER_AGREEMENTS = [
    ("Its agreements in 1953 with the United Kingdom; Korea and China.", {"1953": "1953"}, "with another state"),
    (
        "The US declaration of 1945 affecting the continental shelf; Great Britain and Russia.",
        {"1945": "1945"},
        "about something else",
    ),
]


@pytest.mark.parametrize(("words", "dates", "why"), OTHER_AGREEMENTS)
def test_what_follows_the_year_of_an_agreement_must_be_its_own(words: str, dates: dict[str, str], why: str) -> None:
    events = events_of(words, dates, own="1955-11-15")
    assert [event.reference for event in events if event.reference] == [], why


DATED = [
    (
        "the expiration date of the 1942 treaty with Iran and Great Britain and Russia",
        {"1942": "1942"},
        "tripartite-treaty-iran-1942",
    ),
    (
        "the Declaration signed at Moscow, October 30, 1943 by four",
        {"October 30, 1943": "1943-10-30"},
        "moscow-declaration-1943",
    ),
    ("United Nations Declaration, January 1, 1942", {"January 1, 1942": "1942-01-01"}, "united-nations-declaration"),
]

SAME_NAME = [
    (
        "At the Quebec Conference of the President in August 1943 a plan was presented.",
        "August 1943",
        "1943-08",
        "1943",
    ),
    ("In September 1944 the Quebec Conference met.", "September 1944", "1944-09", "1944"),
]


@pytest.mark.parametrize(("words", "told", "edtf", "year"), SAME_NAME)
def test_a_date_of_the_sentence_tells_events_of_one_name_apart(words: str, told: str, edtf: str, year: str) -> None:
    """“At the Quebec Conference … in August 1943” is not the second one, though the paper is of 1945."""
    named = {event.reference for event in events_of(words, {told: edtf}, own="1945-01-10") if event.reference}
    assert named == {f"quebec-conference-{year}"}


@pytest.mark.parametrize(("words", "dates", "key"), DATED)
def test_named_with_its_date(words: str, dates: dict[str, str], key: str) -> None:
    """A date beside the name makes it explicit, and is not told again as another event."""
    events = events_of(words, dates, own="1945-12-19")
    assert [(event.reference, event.certainty) for event in events] == [(key, "explicit")]
