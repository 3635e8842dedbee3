"""The tables of data/vocabulary: what they do not know is a sentence, never an empty list."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.errors import VocabularyError
from dashboard.extraction.places.vocabulary import ROLES, words
from dashboard.extraction.vocabulary import word_list
from dashboard.tables import read_rows


def test_a_list_that_is_not_there_disables_no_rule_unseen() -> None:
    assert {"the", "telegram"} <= word_list("idle", "paper")
    with pytest.raises(VocabularyError, match="no list “papper”"):
        word_list("idle", "papper")


def test_a_role_that_no_word_has_disables_no_rule_unseen() -> None:
    assert all(words(role) for role in ROLES)
    with pytest.raises(VocabularyError, match="no word of the role “locativ”"):
        words("locativ")


DAMAGED = [
    ("a cell too many", b"a,b\n1,2,3\n", "line 2: not 2 cells"),
    ("a quote within a cell", b'a,b\n"1"x,2\n', "write it as CSV in UTF-8"),
    ("not UTF-8", b"a,b\n\xff,2\n", "write it as CSV in UTF-8"),
    ("other columns", b"a,c\n1,2\n", "it needs"),
]


@pytest.mark.parametrize(("reason", "data", "words"), DAMAGED)
def test_a_damaged_table_is_a_sentence(tmp_path: Path, reason: str, data: bytes, words: str) -> None:
    (tmp_path / "table.csv").write_bytes(data)
    with pytest.raises(VocabularyError, match=words):
        pytest.fail(f"{reason}: {read_rows(tmp_path / 'table.csv', ('a', 'b'))}")
    with pytest.raises(VocabularyError, match="restore it"):
        read_rows(tmp_path / "absent.csv", ("a", "b"))
