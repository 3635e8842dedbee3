"""A line without who tells it: neither “Byroade: …” before it nor “(Byroade to Dulles)” behind it."""

from __future__ import annotations

import re

_TELLER = re.compile(r"^[^:“”(]{3,70}: (?=\S)|(?<=\S) \((?:[^()]|\([^()]*\))*\)$")
"""Who tells it, before or behind what is told."""


def told_bare(line: str) -> str:
    """The line without any of those who tell it."""
    while (": " in line or ")" in line) and (bare := _TELLER.sub("", line)) != line:
        line = bare
    return line
