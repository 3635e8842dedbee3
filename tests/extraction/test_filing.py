"""Filing: what a file number says of subject and states, by the rules of its year."""

import pytest

from dashboard.extraction.events.states_concerned import year_of
from dashboard.extraction.filing import filing_of
from dashboard.extraction.states import known_states
from dashboard.extraction.topics import topics
from dashboard.extraction.vocabulary import rows, split
from dashboard.model import Document
from tests.extraction.events.event_case import events_of

HEADS = [
    ("724.3415/4188: Telegram", 1934, ("territory-borders",), ("BO", "PY"), "relations of two states: boundaries"),
    ("721.23/2205", 1934, (), ("CO", "PE"), "relations of two states in general"),
    ("893.51/7708: Telegram", 1943, ("trade-finance-aid",), ("CN",), "internal affairs: finance"),
    ("890F.6363/2–948: Telegram", 1948, ("oil-raw-materials",), ("SA",), "a number with a letter"),
    ("751G.00/4–355", 1955, (), ("FR", "VN"), "in the rules of 1950 the seventh class is internal affairs"),
    ("791.00/4–355", 1955, (), ("IN",), "91 is India from 1950"),
    ("891.00/4–348", 1948, ("revolution-intervention",), ("IR",), "91 was Persia before"),
    ("741.6111/12: Telegram", 1942, ("alliances-guarantees",), ("GB", "RU"), "treaties of two states, and no war"),
    ("765.84111/42", 1935, ("neutrality-claims-law",), ("IT", "ET"), "a longer number tells a war"),
    ("800.0146/125", 1943, ("armistice-occupation",), (), "military government"),
    ("611.3231/610", 1934, ("trade-finance-aid",), ("US", "BR"), "trade of two states: their treaties"),
    ("611.323 Coffee/61", 1934, ("trade-finance-aid",), ("US",), "trade in one thing"),
    ("763.72119/2604", 1918, ("peace-settlements",), (), "a war filed under its first two belligerents"),
    ("501.BC Kashmir/11–2648: Telegram", 1948, ("international-organizations",), ("IN", "PK"), "a matter in words"),
    ("856d.01/2–949: Telegram", 1949, ("recognition-sovereignty",), ("ID",), "a small letter"),
    ("033.1140/6: Telegram", 1918, ("summits-conferences",), (), "administration: visits"),
    ("Paris Peace Conf. 184.1/5", 1919, (), (), "the first class has no states"),
    ("Roosevelt Papers", 1944, (), (), "no number"),
    ("893.51/7708: Telegram", 1905, (), (), "nobody filed so before 1910"),
    ("893.51/7708: Telegram", None, (), (), "a paper without a date"),
]


@pytest.mark.parametrize(("head", "year", "subjects", "states", "why"), HEADS)
def test_the_number_at_the_head(
    head: str, year: int | None, subjects: tuple[str, ...], states: tuple[str, ...], why: str
) -> None:
    text = f"{head}\n\nThe Minister in Nowhere to the Secretary of State\n\nSir: I have seen 817.812/9."
    filing = filing_of(Document("case", text), year)
    assert (filing.topics, filing.states) == (subjects, states), why


SOURCES = [
    ("Department of State, Central Files, 674.84A/11–2355. Secret.", 1955, (), ("EG", "IL")),
    ("Department of State, Central Files, 396.1–GE/11–155. Secret.", 1955, ("summits-conferences",), ()),
    ("National Archives, RG 59, Central Files 1964–66, POL 32–1 ISR–JORDAN. Secret.", 1966, *(
        ("territory-borders",), ("IL", "JO"),
    )),
    ("National Archives, RG 59, Central Files 1964–66, DEF 12–5 JORDAN. Secret.", 1965, ("troops-bases",), ("JO",)),
    ("National Archives, RG 59, Central Files 1964–66, AID (US) 15 UAR.", 1965, ("trade-finance-aid",), ("EG",)),
    ("Johnson Library, National Security File, Country File.", 1965, (), ()),
]  # fmt: skip


@pytest.mark.parametrize(("source", "year", "subjects", "states"), SOURCES)
def test_the_number_in_the_note_on_the_source(
    source: str, year: int, subjects: tuple[str, ...], states: tuple[str, ...]
) -> None:
    """The file of another paper, cited further down, says nothing of this one."""
    text = f"Telegram From the Embassy\n\nText.\n\n1. Source: {source}\n2. Telegram 9; Central Files, 788.00/1–155."
    filing = filing_of(Document("case", text), year)
    assert (filing.topics, filing.states) == (subjects, states)


ON = [
    ("Department of State, Central Files, 684A.86/5–1055.", 1955, "the Arab-Israeli dispute", "a file of its own"),
    ("Central Files 1964–66, POL ARAB–ISR.", 1965, "the Arab-Israeli dispute", "the same by words"),
    ("Central Files 1964–66, AID (US) 15 UAR.", 1965, "food aid to {}", "fifteen is food for peace"),
    ("Department of State, Central Files, 474.008/6–2255.", 1955, "the trade of {}", "the fourth class is trade"),
    ("Central Files 1964–66, FT 11–2 ISR–ARAB.", 1964, "boycotts", "no trade of Israel"),
    ("Central Files 1964–66, DEF 6–1 JORDAN.", 1965, "the forces of {}", "longer than the class"),
    ("Central Files 1964–66, AID (US) 9 UAR.", 1965, "aid to {}", "any other aid"),
    ("Department of State, Central Files, 674.84A/5–1055.", 1955, "relations with {}", "relations in general"),
]


@pytest.mark.parametrize(("source", "year", "on", "why"), ON)
def test_what_a_paper_filed_there_is_on(source: str, year: int, on: str, why: str) -> None:
    text = f"Telegram From the Embassy\n\nText.\n\n1. Source: {source}"
    assert filing_of(Document("case", text), year).on == on, why


def test_the_tables_hold() -> None:
    """Known topics and states, years in their order, and no number of two states in one year."""
    for row in rows("filing.csv", "class", "subject", "first", "last", "topics", "on", "reason"):
        assert set(split(row["topics"])) <= set(topics()), row
        assert row["on"].count("{}") <= 1, row
        assert row["reason"], row
    spans: dict[str, set[int]] = {}
    for row in rows("filing_states.csv", "number", "first", "last", "states", "name"):
        years = set(range(int(row["first"]), int(row["last"]) + 1))
        assert years, row
        assert set(split(row["states"])) <= known_states(), row
        assert spans.setdefault(row["number"], set()).isdisjoint(years), row
        spans[row["number"]] |= years


def test_an_event_has_the_states_of_the_file() -> None:
    """Nothing in the telegram names them."""
    text = (
        "724.3415/4188: Telegram\n\nThe Acting Secretary of State to the Consul at Geneva (Gilbert)\n\n"
        "Washington, December 11, 1934.\n\nThe acceptance by the two belligerents is awaited.\n"
    )
    (event,) = events_of(text, {"December 11, 1934": "1934-12-11"}, own="1934-12-11", at="Washington")
    assert event.countries == ("BO", "PY", "US") or event.countries == ("BO", "CH", "PY", "US")
    assert year_of(event.date) == 1934
