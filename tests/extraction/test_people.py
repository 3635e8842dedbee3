"""People: one person under one name, offices linked, bodies and places left alone."""

from itertools import pairwise

import pytest

from dashboard.extraction.people import find_people
from dashboard.model import Document, Person

CASES = [
    (
        "General Morgan drew the Morgan Line; Morgan’s line ends where Morgan lined his men up.",
        ["Morgan", "Morgan", "Morgan"],
        "a line called after him",
    ),
    (
        "President Truman spoke of the Truman Doctrine, Mr. Marshall of the Marshall Plan and the Marshall plan.",
        ["Truman", "Marshall"],
        "a doctrine and a plan",
    ),
    (
        "Secretary Forrestal saw U.S.S. Forrestal, USS Forrestal, the carrier Forrestal and Camp Forrestal.",
        ["Forrestal"],
        "ships and a camp",
    ),
    (
        "Lord Curzon wrote. The Curzon line, the James K. Polk Act: Curzon signed.",
        ["Curzon", "Curzon"],
        "by initials too",
    ),
    ("He told the Minister. Consequently U. S. Troops left General Headquarters.", [], "no names at all"),
    (
        "Mr. Perry to Mr. Seward.\nHe wrote.\nSir: Mr. Seward is well.\n\nIt ends.\nWILLIAM H. SEWARD.\n",
        ["Perry", "William H. Seward", "William H. Seward", "William H. Seward"],
        "signed in capitals",
    ),
    (
        "By General Order No. 5 the General Staff, the General Assembly, General Headquarters and the Secretary General"
        " took note of the General Armistice; the Major Armed Forces agreed.",
        [],
        "a rank that is an adjective",
    ),
    (
        "General Orders named General Orde; General Staff told General Stafford.",
        ["Orde", "Stafford"],
        "surnames that begin like such words",
    ),
    ("The British Ambassador Cairo is authorized.", [], "a post by its town"),
    (
        "Mr. Churchill and Mrs. Churchill came; Churchill spoke.",
        ["Churchill", "Mrs. Churchill", "Churchill"],
        "his wife",
    ),
    (
        "Walt W. Rostow wrote this. It goes on for long.\nHe said so again.\nWalt\n",
        ["Walt W. Rostow", "Walt W. Rostow"],
        "signed with the first name",
    ),
    ("It was agreed.\nMore is said.\nIt is over.\nIII\n", [], "the number of a part"),
    (
        "J.C.S. Files and Secretary Byrnes, Mr. Byrnes and James F. Byrnes",
        ["James F. Byrnes", "James F. Byrnes", "James F. Byrnes"],
        "one person; files are none",
    ),
    ("Present: Mr. Molotov\nLater Molotov agreed.", ["Molotov", "Molotov"], "a title, then the bare surname"),
    ("Secretary Byrnes left. The Secretary replied.", ["Byrnes", "Byrnes"], "the office stands for its holder"),
    ("George M. Elsey wrote; Elsey signed.", ["George M. Elsey", "George M. Elsey"], "an initial within"),
    ("The Ambassador in Iran ( Wiley ) to the Secretary of State", ["Wiley"], "a name beside an office"),
    ("Maj. Gen. Donald H. Connolly commanded.", ["Donald H. Connolly"], "two titles"),
    ("The Secretary General spoke to the President of Peru.", [], "offices without names"),
    (
        "The President replied. President Roosevelt and President Truman agreed.",
        ["Roosevelt", "Truman"],
        "two presidents",
    ),
]


@pytest.mark.parametrize(("text", "names", "why"), CASES)
def test_people(text: str, names: list[str], why: str) -> None:
    """Names in order."""
    found = [mention.value.name for mention in find_people(Document("d", text)) if isinstance(mention.value, Person)]
    assert found == names, why


RANKS = [
    ("Generalissimo Stalin spoke.", "Generalissimo"),
    ("Maj. Gen. Donald H. Connolly commanded.", "Major General"),  # abbreviated, in two words
    ("Lt. Gen. Smith agreed.", "Lieutenant General"),
    ("Field Marshal Alexander agreed.", "Marshal"),
    ("King Farouk agreed.", "King"),
]


@pytest.mark.parametrize(("text", "rank"), RANKS)
def test_a_rank_is_the_one_given(text: str, rank: str) -> None:
    (mention,) = find_people(Document("d", text))
    assert isinstance(mention.value, Person)
    assert mention.value.office == rank


def test_mentions_are_the_words_themselves() -> None:
    """Offsets index the text, in order and apart."""
    text = "Lord John Russell saw Mr. Dallas. Mr. Dallas wrote to Mr. Seward."
    mentions = find_people(Document("d", text))
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]
    assert all(one.end <= two.start for one, two in pairwise(mentions))
