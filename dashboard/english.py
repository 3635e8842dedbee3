"""Small pieces of English that many sentences need: a count with its noun, and a list of words."""

from __future__ import annotations

from collections.abc import Sequence


def counted(count: int, noun: str) -> str:
    """“0 events”, “1 event”, “2,733 events”; for nouns that take an s."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(words: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”; empty for none."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
