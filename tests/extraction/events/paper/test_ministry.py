"""Ministry: whose papers a document belongs to. Every example is composed, none is copied from an edition."""

from __future__ import annotations

import re

import pytest

from dashboard.extraction.events.paper.heading import Heading, read_heading
from dashboard.extraction.events.paper.ministry import UNKNOWN, ministry_of
from dashboard.model import CatalogueRecord, Document
from tests.extraction.events.event_case import events_of

BODY = "\n\nI called today and was told that nothing had been decided.\n"

HEADINGS = [
    # heading and first lines, state, why
    ("The Ambassador in Norway (Quist) to the Secretary of State\n\nOslo, May 3, 1939.", "US",
     "the bare Secretary of State is the American one"),
    ("The British Secretary of State for Foreign Affairs (Eden) to the Secretary of State\n\nLondon, 1939.", "US",
     "an office with its nation is another's: the one without is the own"),
    ("The Minister for Foreign Affairs of Brazil to the American Ambassador\n\nThe Department will know.", "US",
     "“of Brazil” is another's; words further on decide"),
    ("Sir N. Henderson to Viscount Halifax\nTo the Secretary of State for Foreign Affairs\n\nBerlin, 1939.", "GB",
     "the longer title is not the American one"),
    ("Sir N. Henderson to Viscount Halifax\n\nBerlin, 1939.", "GB", "by who headed the Foreign Office that year"),
    ("Sir H. Quist to the Foreign Office\n\nBerlin, May 3, 1939.", "GB", "by the bare Foreign Office"),
    ("Memorandum by Mr. Quist\n\nHis Majesty’s Ambassador called.", "GB", "by the words of the first lines"),
    ("M. Quist, French Ambassador in Berlin, to the Minister for Foreign Affairs\n\nBerlin, May 3, 1939.", "FR",
     "many states have such a minister: the nation of the ambassador tells which"),
    ("The Ambassador in Berlin to the Minister for Foreign Affairs\n\nQuai d’Orsay, Paris, May 3, 1939.", "FR",
     "or what stands in the first lines"),
    ("The Ambassador in Great Britain to the Foreign Ministry\n\nLondon, May 3, 1938.", "DE", "by the bare ministry"),
    ("The State Secretary to the Embassy in Italy\n\nBerlin, May 3, 1938.", "DE", "by who writes for the ministry"),
    ("The German Foreign Office to the German Ambassador in the Soviet Union (Quist)\n\nBerlin, May 3, 1940.", "DE",
     "both parties are of one nation"),
    ("The Plenipotentiary in Poland to the People’s Commissariat for Foreign Affairs\n\nWarsaw, May 3, 1938.", "RU",
     "only the Soviet Union had commissariats"),
    ("The High Commissioner in London to the Secretary of State for External Affairs\n\nLondon, May 3, 1941.", "CA",
     "the longest of three titles that begin alike"),
    ("Mr. Quist to the Department of External Affairs\n\nCanberra, May 3, 1946.", "AU",
     "six dominions had such a department: the town tells which"),
    ("Mr. Quist to the Minister of External Affairs\n\nWellington, May 3, 1946.", "NZ", "here another town"),
    ("Mr. Quist to the Department of External Affairs\n\nMay 3, 1946.", "", "nothing tells which of them"),
    ("Mr. Quist to the Minister for Foreign Affairs\n\nMay 3, 1946.", "", "nor here: no state is made up"),
    ("Mr. Quist to Mr. Holm\n\nMay 3, 1946.", "", "nor from names that nobody knows"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "state", "why"), HEADINGS)
def test_the_heading_and_the_first_lines_say_whose_paper_it_is(head: str, state: str, why: str) -> None:
    document = Document("case", head + BODY)
    told = re.search(r"\b19\d\d\b", head)
    year = int(told.group()) if told else None
    assert ministry_of(document, read_heading(document), year=year, place="").state == state, why


COLLECTIONS = [
    ("Documents on British Foreign Policy, 1919–1939, Third Series", "GB"),
    ("Documents diplomatiques français 1932–1939", "FR"),
    ("DOCUMENTS ON GERMAN FOREIGN POLICY, Series D", "DE"),
    ("Foreign Relations of the United States, 1861", "US"),
    ("Letters of a family", ""),
]


@pytest.mark.parametrize(("title", "state"), COLLECTIONS)
def test_the_collection_says_it_before_the_words(title: str, state: str) -> None:
    """Of a paper whose words say nothing, by the title of the volume or by the folder."""
    for document in (Document("case", BODY, collection=title), Document("case", BODY, record=CatalogueRecord(title))):
        assert ministry_of(document, Heading(), year=None, place="").state == state


def test_a_minister_is_one_in_his_years_only() -> None:
    document, heading = Document("case", BODY), Heading(sender="Mr. Quist", recipient="Viscount Halifax")
    assert ministry_of(document, heading, year=1939, place="").state == "GB"
    assert ministry_of(document, heading, year=1925, place="") == UNKNOWN


def test_what_is_dated_at_washington_is_american_if_nothing_else_is_said() -> None:
    document = Document("case", BODY)
    assert ministry_of(document, Heading(), year=1939, place="Washington").state == "US"
    assert ministry_of(document, Heading(recipient="the Foreign Office"), year=1939, place="Washington").state == "GB"
    assert ministry_of(document, Heading(), year=1939, place="London") == UNKNOWN


TOLD = "\n\nOn May 2 the Chancellor received the delegates of the German miners.\n"
PAPERS = [
    # heading and first lines, states of what happened, why
    ("The Ambassador in Germany (Quist) to the Secretary of State\n\nBerlin, May 3, 1939.", ("DE", "US"), "as ever"),
    ("Sir N. Henderson to Viscount Halifax\nTo the Secretary of State for Foreign Affairs\n\nBerlin, May 3, 1939.",
     ("DE", "GB"), "no American had to do with it"),
    ("M. Quist, French Ambassador in Germany, to the Minister for Foreign Affairs\n\nBerlin, May 3, 1939.",
     ("DE", "FR"), "French"),
    ("The Plenipotentiary in Germany to the People’s Commissariat for Foreign Affairs\n\nBerlin, May 3, 1939.",
     ("DE", "RU"), "Soviet"),
    ("The High Commissioner in Germany to the Secretary of State for External Affairs\n\nBerlin, May 3, 1939.",
     ("CA", "DE"), "Canadian"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "states", "why"), PAPERS)
def test_an_event_concerns_the_state_whose_paper_tells_it(head: str, states: tuple[str, ...], why: str) -> None:
    found = events_of(head + TOLD, {"May 2": "1939-05-02", "May 3, 1939": "1939-05-03"}, own="1939-05-03")
    assert [event.countries for event in found if event.date.edtf == "1939-05-02"] == [states], why


CITED = [
    ("Sir H. Quist to the Foreign Office", "My telegram No. 12 of May 2 told of it.",
     "Telegram 12 from Sir H. Quist to the Foreign Office", "the writer's own"),
    ("The Ambassador in Great Britain to the Foreign Ministry", "I refer to the Embassy’s telegram No. 12 of May 2.",
     "to the German Foreign Ministry", "its mission's"),
    ("The Ambassador in Norway (Quist) to the Secretary of State", "I refer to the Embassy’s telegram No. 12 of May 2.",
     "to the Department of State", "as ever"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "words", "title", "why"), CITED)
def test_a_cited_paper_went_to_the_ministry_at_home(head: str, words: str, title: str, why: str) -> None:
    titles = [event.title for event in events_of(f"{head}\n\nMay 3, 1938.\n\n{words}", {"May 2": "1938-05-02"})]
    assert any(title in one for one in titles), (why, titles)
    assert not any("Department of State" in one for one in titles) or "Department of State" in title


def test_the_own_ministry_is_not_that_of_the_country_the_mission_is_in() -> None:
    """“the Foreign Office” is London's in a British paper from Cairo, and Egypt's in an American one."""
    told = "\n\nOn May 1 the Foreign Office told the newspapers that the frontier was closed."
    for head, title in (("Foreign Office", "The Foreign Office told"), ("Secretary of State", "The Egyptian Foreign")):
        text = f"The Ambassador in Egypt (Quist) to the {head}{told}"
        titles = [event.title for event in events_of(text, {"May 1": "1938-05-01"}, own="1938-05-03")]
        assert any(one.startswith(title) for one in titles), titles


@pytest.mark.parametrize(
    ("head", "government"),
    [
        ("The Secretary of State to Mr. Quist", "the U.S. Government"),
        ("Earl Granville to Mr. Quist", "the British Gov"),
    ],
)
def test_this_government_is_that_of_the_ministry_that_writes(head: str, government: str) -> None:
    text = f"{head}\n\nLondon, May 3, 1881.\n\nOn May 1 this Government closed the frontier of the colony to all ships."
    titles = [event.title for event in events_of(text, {"May 1": "1881-05-01"}, own="1881-05-03")]
    assert any(government.lower() in one.lower() for one in titles), titles
