"""Named events: the list itself, and what is and is not an event in a sentence."""

import csv
import re

import pytest

from dashboard.config import DATA
from dashboard.extraction.events.reference import COLUMNS, named_events, namings
from dashboard.extraction.states import known_states
from dashboard.extraction.topics import topics
from dashboard.gazetteer import Gazetteers
from tests.extraction.event_case import events_of

ROWS = list(
    csv.DictReader((DATA / "vocabulary" / "named_events.csv").read_text(encoding="utf-8").splitlines(keepends=True))
)


def test_every_row_is_complete_and_known() -> None:
    """Dates parse, codes and topics are known, a key is used once, a source is given."""
    assert list(ROWS[0]) == list(COLUMNS)
    assert len(named_events()) == len(ROWS)
    for row in ROWS:
        event = named_events()[row["key"]]
        assert row["source"], row["key"]
        assert row["topics"], row["key"]
        assert set(event.states) <= known_states(), row["key"]
        assert set(event.topics) <= set(topics()), row["key"]
        assert event.date.earliest is not None, row["key"]
        assert len(event.title) <= 110, row["key"]
        assert re.fullmatch(r"[a-z0-9-]+", row["key"])


def test_names_that_clash_can_be_told_apart_by_date() -> None:
    """Two rows may share a name only where their dates differ, so that the document's date decides."""
    owners: dict[str, set[str]] = {}
    for row in ROWS:
        for name in row["names"].split("|"):
            owners.setdefault(name, set()).add(row["key"])
    for name, keys in owners.items():
        dates = {named_events()[key].date.edtf for key in keys}
        assert not name or len(dates) == len(keys), (name, keys)
    assert namings() is namings()


EVENTS = [
    # words, the document's date, key of the event meant, why
    ("The first time he had met the Generalissimo at Yalta he spoke.", "1945-12-19", "yalta-conference", "met at"),
    ("This was agreed at Yalta.", "1946-02-01", "yalta-conference", "agreed at"),
    ("As to the interpretation of the Berlin agreement they differed.", "1945-12-19", "potsdam-agreement", "agreement"),
    ("The Moscow Conference of Foreign Ministers met.", "1945-12-19", "moscow-conference-1945", "going on that day"),
    ("He recalled the Moscow Conference.", "1944-05-01", "moscow-conference-1943", "the last one before"),
    ("The Moscow Conference failed.", "1947-06-01", "moscow-cfm-1947", "the last one before"),
    ("He had gone to the London Conference.", "1945-12-19", "london-cfm-1945", "the last one before"),
    ("Had we not decided to invade Europe through Normandy?", "1945-12-19", "normandy-landing", "a way of saying it"),
    ("Signed the Declaration at Tehran and left.", "1945-12-19", "tehran-conference", "signed at"),
    ("Consider all the implications of Octagon.", "1944-08-08", "quebec-conference-1944", "a code name"),
    (
        "He chose delegates to the Central American Conference.",
        "1934-03-01",
        "central-american-conference-1934",
        "next",
    ),
    (
        "Both recalled the Geneva Conference with the Arabs.",
        "1977-10-04",
        "geneva-me-conference-1973",
        "near",
    ),
    (
        "They demand that Israel give up what it took in the 1967 war with Egypt.",
        "1977-06-17",
        "six-day-war",
        "by year",
    ),
    ("The crisis was caused by a rebellion in Leticia.", "1934-04-06", "leticia-incident", "one that was"),
    (
        "Since Yalta, as the Yalta Conference shows, much has changed.",
        "1969-05-01",
        "yalta-conference",
        "only one such",
    ),
    ("Article 103 of the proposed Charter of the United Nations", "1945-07-31", "un-charter", "hardly over"),
    (
        "He read the American Convention.\nIt protects human beings.",
        "1977-05-01",
        "american-convention-human-rights",
        "company",
    ),
    (
        "The accession of the United States to the treaty of Paris would end privateering.",
        "1861-06-07",
        "declaration-of-paris-1856",
        "its articles on the law of the sea",
    ),
    (
        "He declared the amendment to the treaty of Paris inadmissible.",
        "1861-08-05",
        "declaration-of-paris-1856",
        "Marcy’s",
    ),
    ("The Crimea was settled by the treaty of Paris.", "1861-06-07", "treaty-of-paris-1856", "without its company"),
    (
        "They ratified the Hague Convention for the pacific settlement of disputes.",
        "1934-07-12",
        "hague-conventions",
        "either",
    ),
    ("The Hague Convention of 1907 binds them.", "1934-07-12", "hague-conventions-1907", "its year is told"),
    (
        "Said GOL is responsible under GAA. Syria and Israel met.",
        "1967-05-12",
        "lebanon-israel-armistice-1949",
        "GOL",
    ),
    (
        "The Anglo-Iraqi treaty was initialed this afternoon.",
        "1948-01-10",
        "portsmouth-treaty-1948",
        "the one being made",
    ),
    (
        "They sent a copy of the Anglo-Iraqi Treaty of 1930.",
        "1948-01-10",
        "anglo-iraqi-treaty-1930",
        "its year is told",
    ),
    (
        "The high tide of Arab Summit solidarity receded.",
        "1965-07-19",
        "alexandria-summit-1964",
        "what was, not the next",
    ),
    ("Hussein will attend the coming Arab Summit.", "1965-07-19", "casablanca-summit-1965", "the next"),
    (
        "The wrong done to Bulgaria in the treaty of Bucharest rankles.",
        "1917-12-22",
        "treaty-of-bucharest-1913",
        "done",
    ),
    ("Congress has the Marshall Plan before it.", "1948-02-10", "marshall-plan", "talked of since June 1947"),
    (
        "The President proclaimed the blockade of the ports of Virginia and North Carolina.",
        "1861-05-11",
        "lincoln-blockade-virginia",
        "the second proclamation",
    ),
    (
        "The Moscow Declaration gave the Advisory Council a part in the control of Italy.",
        "1944-09-04",
        "moscow-declaration-italy-1943",
        "of three declarations",
    ),
    (
        "The Republic will attend the Hague conference once restored.",
        "1949-06-09",
        "round-table-conference-1949",
        "called",
    ),
    (
        "The Moscow Declaration says so of the war criminals.",
        "1944-09-04",
        "moscow-declaration-atrocities-1943",
        "of three declarations",
    ),
    ("He criticised the ENDC.", "1964-04-01", "eighteen-nation-disarmament", "two years after it opened"),
    ("The Monroe Doctrine was recalled.", "1934-10-01", "monroe-doctrine", "a name that lasts"),
    ("the proclamation of the independence of Panama", "1920-05-01", "panama-independence", "where it began"),
    (
        "The Italian press has changed its tone since the signing of the armistice.",
        "1918-11-15",
        "villa-giusti-armistice",
        "by the state that is named",
    ),
    (
        "Austria changed her flag; Italy saw it. No state at war may, and the armistice was not signed.",
        "1919-01-09",
        "villa-giusti-armistice",
        "by the states of its paragraph",
    ),
    ("The armistice put an end to the war.", "1918-11-15", "armistice-1918", "no state is named"),
    ("The armistice of November 11 ended it.", "1918-12-15", "armistice-1918", "by its day"),
    (
        "They would revise the present long terms of the Italian armistice.",
        "1944-09-19",
        "italian-long-terms-1943",
        "not the armistice itself",
    ),
    ("The Italian armistice made it possible.", "1944-09-19", "italian-armistice-1943", "without its long terms"),
    ("It began with the North African landings.", "1943-03-01", "torch", "the landing, not the campaign"),
]


@pytest.mark.parametrize(("words", "own", "key", "why"), EVENTS)
def test_named(words: str, own: str, key: str, why: str) -> None:
    """The event meant is found, dated by the list, inferred."""
    events = [event for event in events_of(words, own=own) if event.reference]
    assert [event.reference for event in events] == [key], why
    assert events[0].certainty == "inferred"
    assert events[0].date == named_events()[key].date


NO_EVENTS = [
    ("The road to Yalta was closed by snow.", "1945-12-19", "only a place"),
    ("He arrived at Yalta.", "1946-05-01", "only a place"),
    ("The Consul at Yalta has agreed to report.", "1946-05-01", "a post"),
    ("The meeting was held at Yalta last week.", "1975-05-01", "thirty years on, the place is a place again"),
    ("The Yalta Conference was not yet thought of.", "1940-01-01", "not before it was"),
    ("The project is described in Octagon 10, sent from Washington.", "1944-09-14", "the number of a telegram"),
    ("Oil will be a virtual “Marshall Plan for the Near East”.", "1948-05-01", "another is none of them"),
    ("The delegate to the North Atlantic Treaty Organization wrote.", "1955-05-01", "the body, not the treaty"),
    ("Vance and Gromyko met to discuss SALT II.", "1977-06-30", "the talks, two years before the treaty"),
    (
        "They asked for changes to armistice agreement with the Arabs at large. Israel and Egypt met.",
        "1955-09-21",
        "any",
    ),
    ("Jordan bears a burden from the Palestine hostilities, now sporadic.", "1955-01-14", "others, going on"),
    ("The Camp David discussions were very helpful.", "1978-04-19", "no summit was called yet"),
    ("The Republic refused to attend the Hague conference.", "1949-03-02", "another was called first"),
    ("In 1913 a Tripartite Conference was held in Simla.", "1943-04-19", "one of long before"),
    ("It should be also a Chinese Peace Conference.", "1918-12-04", "another"),
    ("Production is set at 18 months after the defeat of Germany.", "", "hoped for in a paper without a date"),
    ("The prelude may be an invasion of Italy from the west.", "1944-09-02", "one that may come"),
    ("It is a Middle East Locarno Pact.", "1948-04-06", "one like it"),
    ("He quashed the idea of a Marshall Plan for South Asia.", "1948-04-20", "one like it"),
    ("Plans were made in the case of the collapse or sudden surrender of Germany.", "1945-06-01", "for a case"),
    ("The German capitulation to Nasser was a blow.", "1965-02-15", "giving way"),
    ("The McGovern–Byrd amendment passed.", "1978-08-04", "of two names"),
    ("Salvador proposed a Chaco armistice.", "1934-11-22", "no talks on the later one had begun"),
    ("The Brussels Treaty Powers asked for equality.", "1949-04-02", "states"),
    ("Strengthen the OAS and the Andean Pact.", "1980-12-03", "an organisation"),
    ("Meetings were held in the Long Gallery at Lancaster House.", "1979-10-11", "a house"),
    (
        "For more on the talks, see Foreign Relations, 1969–1976, vol. XXXIII, SALT II, signed.",
        "1979-09-01",
        "a volume",
    ),
    ("In the SALT II negotiations we protected our freedom; the treaty rests.", "1979-12-12", "not yet the treaty"),
    ("They agreed on Hague Convention and on Jogja.", "1949-05-05", "needs its company"),
    ("Approve the Minute of the Tripartite meeting at Geneva of Foreign Ministers.", "1955-11-21", "of three"),
    ("Shall Brazil sit in the present Allied conferences at Versailles?", "1918-11-15", "others, going on"),
    ("We are co-chairmen of the prospective Geneva conference on Israel.", "1977-07-21", "one to come"),
    ("The Iranian note is a good presentation of the Iranian case.", "1948-04-03", "an argument"),
    ("Both agreed to reconvene the Geneva Conference with the Arabs.", "1977-10-04", "another session of it"),
    ("Sadat will speak before the Geneva Conference is reconvened.", "1977-10-04", "another session of it"),
    ("He held a meeting of the Guadeloupe type with Carter.", "1980-08-07", "one like it"),
    ("Nasser would try to get out of Arab Summit meetings.", "1966-02-15", "all of them"),
    ("Nobody wants a third Quebec Conference.", "1945-01-07", "one more"),
    ("Troops are paid in the current North African campaign.", "1942-12-04", "going on after the landing"),
    ("He spoke in the debate on the Indian Independence Bill.", "1948-08-06", "a bill"),
    (
        "The last precedent is of 1866 when, after the armistice of Cormons, Italy won it.",
        "1918-11-15",
        "another",
    ),
    ("Bolivia refused the armistice which should end the war.", "1934-01-13", "another, long after"),
    ("1959, p. 268, in the series United States Army in World War II: Special Studies.", "1946-01-25", "a series"),
    ("See Report of the Delegates to the Yalta Conference, pp. 18–19.", "1946-01-25", "a report"),
    (
        "See Report on the Assassination of President John F. Kennedy (Washington: Printing Office, 1964).",
        "1966-09-28",
        "a book",
    ),
    (
        "(“Senate Unit Opposes the Yalta Conference Terms,” The Washington Post, January 31, 1947, p. 1)",
        "1947-02-01",
        "an article",
    ),
]


@pytest.mark.parametrize(("words", "own", "why"), NO_EVENTS)
def test_no_named_event(words: str, own: str, why: str) -> None:
    """A place that is only a place stays one, and nothing is named long before it happens."""
    assert [event.reference for event in events_of(words, own=own) if event.reference] == [], why


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


@pytest.mark.parametrize(("words", "dates", "key"), DATED)
def test_named_with_its_date(words: str, dates: dict[str, str], key: str) -> None:
    """A date beside the name makes it explicit, and is not told again as another event."""
    events = events_of(words, dates, own="1945-12-19")
    assert [(event.reference, event.certainty) for event in events] == [(key, "explicit")]


def test_the_list_is_long_enough_and_its_places_are_known() -> None:
    """At least 600 events, and every place of theirs on the map, within the span of its event."""
    assert len(named_events()) >= 600
    gazetteers = Gazetteers()
    unknown = {
        (event.key, place)
        for event in named_events().values()
        for place in event.places
        if event.date.earliest and gazetteers.locate(place, when=event.date.earliest.year) is None
    }
    assert unknown == set()


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
        "Cuban missile crisis",
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
        "He had been at the Second Quebec Conference and met Stalin.",
        "without one it is the clause that tells the event",
    ),
]


@pytest.mark.parametrize(("words", "dates", "evidence", "why"), BESIDE)
def test_the_date_of_a_clause_belongs_to_its_own_verb(
    words: str, dates: dict[str, str], evidence: str, why: str
) -> None:
    """An event that a clause only mentions has its name for evidence, and leaves the date of the clause alone."""
    events = events_of(words, dates, own="1963-01-01")
    named = [event for event in events if event.reference]
    assert [words[one.start : one.end] for event in named for one in event.evidence] == [evidence], why
    assert {event.certainty for event in named} == {"inferred"}, why
    told = {event.date.edtf for event in events if event.date and not event.reference}
    assert told == set(dates.values()), why


def test_a_volume_named_after_a_conference_is_evidence_of_its_name_alone() -> None:
    words = (
        "For the formal text of the protocol, see Foreign Relations, The Conferences at Malta and Yalta, 1945, p. 118."
    )
    evidence = {words[one.start : one.end] for event in events_of(words, own="1950-01-01") for one in event.evidence}
    assert evidence and all(one in "Conferences at Malta and Yalta, 1945" for one in evidence), evidence


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
