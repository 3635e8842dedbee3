"""What an event concerns: states and topics from its clause, its document, and what went on there and then."""

import pytest

from dashboard.datespan import DateSpan
from dashboard.extraction.events.named.going_on import states_going_on, topics_going_on
from dashboard.extraction.states import find_seats
from dashboard.extraction.words import words_in
from dashboard.model import Place
from tests.extraction.events.event_case import events_of


def place(name: str, country: str, lat: float, lon: float) -> Place:
    return Place(f"test:{name}", name, lat, lon, "settlement", country)


MADRID = place("Madrid", "ES", 40.42, -3.70)
SPAIN = Place("test:Spain", "Spain", 40.0, -4.0, "country", "ES")
PARIS = place("Paris", "FR", 48.86, 2.35)


def locate(name: str, *, when: int | None = None, near: str | None = None) -> Place | None:
    """A gazetteer of three."""
    del when, near
    return {"Madrid": MADRID, "Spain": SPAIN, "Paris": PARIS}.get(name)


def test_what_went_on_there_gives_topics_and_parties() -> None:
    """1936 in Madrid is the civil war; in the Paris of that day it is not, nor in Madrid ten years before."""
    war = topics_going_on(DateSpan("1936-09-30"), (MADRID,), {"ES"}, locate)
    assert "revolution-intervention" in war or "war-operations" in war
    assert "war-operations" not in topics_going_on(DateSpan("1936-09-30"), (PARIS,), {"FR"}, locate)
    assert topics_going_on(DateSpan("1926-09-30"), (MADRID,), {"ES"}, locate) == {}
    assert topics_going_on(None, (MADRID,), {"ES"}, locate) == {}
    assert topics_going_on(DateSpan("1930/1940"), (MADRID,), {"ES"}, locate) == {}
    assert "ES" in states_going_on(DateSpan("1936-09-30"), (MADRID,), {"ES"}, locate)


SEATS = [
    ("Berlin sent its ultimatum to Vienna.", ["DE", "AT"], "a seat that acts, one that is addressed"),
    ("Bryan protested to Berlin.", ["DE"], "one that is protested to"),
    ("Relations between Moscow and Peking were bad.", ["CN"], "the second of two"),
    ("He arrived in Berlin and lives in Vienna.", [], "places"),
    ("The conference at Paris met.", [], "where a conference is"),
]


@pytest.mark.parametrize(("words", "states", "why"), SEATS)
def test_a_seat_stands_for_its_government_where_it_acts(words: str, states: list[str], why: str) -> None:
    assert [hit.value[0] for hit in find_seats(words_in(words), words)] == states, why


STATES = [
    (
        "Mr. Seward to Mr. Motley.\n\nDepartment of State, Washington, September 20, 1861.\n\nSir: Yours has come."
        "\n\nWILLIAM H. SEWARD.\n\nJ. Lothrop Motley, Esq., &c., &c., &c., Vienna.\n",
        "September 20, 1861",
        ("AT", "US"),
        "the town in the address of an old letter",
    ),
    (
        "Mr. Seward to Mr. Pike.\n\nDepartment of State, Washington, November 2, 1861.\n\nSir: Privateers are"
        " excluded from the ports of the Netherlands.\n",
        "November 2, 1861",
        ("NL", "US"),
        "the one other state that a short letter names",
    ),
    (
        "The Secretary of State to the Delegation at the General Assembly, at Paris\n\nWashington, December 3, 1948"
        "\n\nThe Department agrees with Pakistan.\n",
        "December 3, 1948",
        ("PK", "US"),
        "where a delegation sits is no party",
    ),
]


@pytest.mark.parametrize(("text", "day", "states", "why"), STATES)
def test_states_of_a_letter(text: str, day: str, states: tuple[str, ...], why: str) -> None:
    edtf = {"September 20, 1861": "1861-09-20", "November 2, 1861": "1861-11-02", "December 3, 1948": "1948-12-03"}[day]
    events = events_of(text, {day: edtf}, own=edtf, at="Washington")
    assert {event.countries for event in events if event.date and event.date.edtf == edtf} == {states}, why


CLAUSES = [
    (
        "Cairo, July 18, 1958\n\nGuerrillas in Lebanon burned a bridge on July 12, 1958.\n",
        ("LB",),
        "what a third party did concerns neither writer nor reader",
    ),
    ("On July 12, 1958, Bathurst heard that Gambia had asked for a loan.\n", ("GB", "GM"), "a colony and its ruler"),
    ("Bryan protested on July 12, 1914.\n", ("US",), "who spoke for a state in the year told, without a dateline"),
    ("Reichswehr troops marched on July 12, 1923.\n", ("DE",), "an army that is named without its country"),
]


@pytest.mark.parametrize(("text", "states", "why"), CLAUSES)
def test_states_of_a_clause(text: str, states: tuple[str, ...], why: str) -> None:
    days = ("July 12, 1958", "July 12, 1914", "July 12, 1923", "July 18, 1958")
    dates = {day: f"{day[-4:]}-07-{day[5:7]}" for day in days if day in text}
    (event,) = [each for each in events_of(text, dates) if "July 12" in text[each.evidence[0].start :]]
    assert event.countries == states, why


@pytest.mark.parametrize("whom", ["the Marquis of Salisbury", "the Earl of Kingston", "Lord Wellington"])
def test_a_peer_called_after_a_town_is_no_seat_of_a_government(whom: str) -> None:
    text = f"Mr. Fane to {whom}.\n\nVienna, July 12, 1878.\n\nThe Congress closed on July 11, 1878.\n"
    dates = {"July 12, 1878": "1878-07-12", "July 11, 1878": "1878-07-11"}
    told = {state for event in events_of(text, dates, own="1878-07-12", at="Vienna") for state in event.countries}
    assert told <= {"AT", "GB"}, "Rhodesia, Jamaica and New Zealand have no part in it"
