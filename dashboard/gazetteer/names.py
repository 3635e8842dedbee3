"""The forms under which names are looked up and told from one another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = str.maketrans({"'": None, "’": None, "‘": None, "ʻ": None, "`": None, ".": None})
_SPACES = re.compile(r"[\s\x00-\x1f\-–—_,/]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})


@lru_cache(maxsize=1 << 16)
def key_of(name: str) -> str:
    """“Léopold-\\nville” and “LEOPOLD VILLE” alike become “leopold ville”; “St.” and “Saint” the same."""
    text = name.casefold()
    if not text.isascii():
        text = text.translate(_LETTERS)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = _SPACES.sub(" ", text.translate(_DROPPED)).strip()
    if text.startswith("the "):
        text = text[4:]
    return f"saint {text[3:]}" if text.startswith("st ") else text


def name_key(name: str) -> str:
    """What two spellings of one name have in common: letters but not their case, words but not their breaks."""
    return " ".join(name.split()).casefold()
