"""Series: what an estimate or a study is called that is from no person: its series, its number, and whose it is."""

from __future__ import annotations

import re
from functools import lru_cache

_WITHIN = 300
"""Characters at the head of a paper within which it bears its number."""
_NUMBER = re.compile(r"^\s*(?:S?NIE|(?:[A-Z]{1,3} )?No\.) ?(?P<number>\d[\w./–-]*)\s*$", re.MULTILINE)
"""“NIE 36.1–55”, “No. 19–66”, “SC No. 00699/65A” on a line of its own."""
_ESTIMATE = re.compile(r"\bNational Intelligence Estimate$")
_LETTERS = re.compile(r"(Special )?National Intelligence Estimate (?=\d)")
_PREPARED = re.compile(
    r"^(?P<paper>(?:[A-Z]\w+ ){0,2}(?:Memorandum|Report|Study|Paper|Summary|Survey|Document))"
    r" [Pp]repared (?:in|by) (?:the )?(?P<whose>.+)$"
)
_SHORT = {"Central Intelligence Agency": "CIA"}
"""Bodies that every reader knows by their letters."""


@lru_cache(maxsize=8)
def in_series(text: str, title: str) -> str:
    """“National Intelligence Estimate 36.1–55”, “Special Memorandum 19–66 of the CIA”; any other title as it is."""
    prepared, estimate = _PREPARED.match(title), _ESTIMATE.search(title)
    if not (prepared or estimate):
        return title
    found = _NUMBER.search(text, 0, _WITHIN)
    number = f" {found['number']}" if found else ""
    if not prepared:
        return f"{title}{number}"
    return f"{prepared['paper']}{number} of the {_SHORT.get(prepared['whose'], prepared['whose'])}"


def by_letters(name: str) -> str:
    """“NIE 36.1–55”: an estimate as its number calls it, where a line has no room for more; any other name as it is."""
    return _LETTERS.sub(lambda found: f"{'S' if found[1] else ''}NIE ", name)
