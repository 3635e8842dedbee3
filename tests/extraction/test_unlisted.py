"""Names that no gazetteer knows: places by what stands around them, with a reason a row, and what is none."""

from __future__ import annotations

import pytest

from dashboard.documents.plain_text import make_document
from dashboard.extraction.people import find_people
from dashboard.extraction.places import find_places
from dashboard.extraction.places.unlisted import find_unlisted
from dashboard.gazetteer import Gazetteers
from tests.growth import times_as_long

PLACES = [
    ("a town after a preposition", "Bandits fired on a convoy near Ilianghow, in Yunnan.", ["Ilianghow"]),
    ("all its mentions", "He slept at Serkindeh. Serkindeh is small; the Serkindeh road is bad.", ["Serkindeh"] * 3),
    ("what is named with its kind", "They mined the village of Dishonet and left.", ["Dishonet"]),
    ("two words", "The party halted at Pino Altoso and waited.", ["Pino Altoso"]),
    ("with a hyphen", "He was seen at Tel-Achmarin, they said.", ["Tel-Achmarin"]),
    ("before a verb", "The troops at Keatsvillen were relieved.", ["Keatsvillen"]),
]
NONE = [
    ("an adjective before its noun", "It was decided in Qashqarian circles."),
    ("a people", "Fire was opened on positions in Israelis hands, near Egyptians."),
    ("with an article, as towns have none", "The men in the Qashqarrah were paid."),
    ("a series of papers has numbers", "As reported in Usgocan, and again in Usgocan 325, this is so."),
    ("another name before it", "The plans are held in Draculan. Operation Draculan begins in May."),
    ("a person's all through", "General Gohariq left. Trust was placed in Gohariq, and rightly."),
    ("a word the document writes small", "In Embarkation, the word embarkation is defined."),
    ("an abbreviation", "They met in NARKOM and at Dpt."),
    ("an institution", "It was said in Parliament and at Headquarters."),
    ("a newspaper", "This stood in Newsweek yesterday."),
    ("possessive", "They dined at Stikkeran’s and left."),
    ("two sentences", "They sold ten Quintals. Sea Island cotton was dear."),
    ("a title and a name that is a common noun", "SENATOR CHURCH spoke of it."),
    ("through a person", "The matter was taken up through Beamish, who agreed."),
]


def unlocated(text: str, gazetteers: Gazetteers) -> list[str]:
    document = make_document("d", text)
    mentions = find_places(document, gazetteers.names, people=find_people(document))
    return [each.text for each in gazetteers.resolve(document, mentions) if each.value is None]


@pytest.mark.parametrize(("reason", "text", "names"), PLACES)
def test_a_name_nobody_knows_is_kept_as_a_place(
    reason: str, text: str, names: list[str], gazetteers: Gazetteers
) -> None:
    assert unlocated(text, gazetteers) == names, reason


@pytest.mark.parametrize(("reason", "text"), NONE)
def test_what_only_looks_like_one_is_not_asked_about(reason: str, text: str, gazetteers: Gazetteers) -> None:
    assert unlocated(text, gazetteers) == [], reason


def test_many_unknown_names_take_linear_time(gazetteers: Gazetteers) -> None:
    """Twice the names take twice the time: no name is looked for in the whole text by itself."""

    def read(count: int) -> None:
        letters = "abcdefghijklmnopqrstuvwxyz"
        names = (f"Qv{letters[n % 26]}{letters[n // 26 % 26]}{letters[n // 676]}xan" for n in range(count))
        text = " ".join(f"He was at {name}." for name in names)
        assert len(find_unlisted(text, gazetteers.names, ())) == count

    assert times_as_long(read, 4_000, 16_000, below=12) < 12
