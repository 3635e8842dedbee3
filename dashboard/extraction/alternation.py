"""Alternations: patterns that match any of many phrases, written so that the expression engine is done with them soon.

Python's engine tries the branches of an alternation one after the other, at every place of a text. Written letter by
letter (“Mar(?:ch|t)”), hundreds of words cost as many attempts as they have first letters: the words that time is told
in are found in a third of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]
"""What may come next, by letter; nothing behind the empty one, where a phrase ends."""


def any_of(phrases: Iterable[str], *, space: str = " ") -> str:
    """A group that matches any of the phrases, of several the longest first; `space` is the pattern of a space."""
    tree: _Tree = {}
    for phrase in phrases:
        branch = tree
        for letter in phrase:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return f"(?:{_written(tree, space)})"


def first_of(phrases: Iterable[str], *, also: str = "") -> str:
    """A look ahead at the first letter, for the head of a pattern: most places of a text are passed over by it.

    Where the letters are few (those of capitals) it halves the time again. `also` is what else may stand there, as in
    a set of characters (“\\d”).
    """
    return f"(?=[{''.join(sorted({re.escape(phrase[0]) for phrase in phrases}))}{also}])"


def _written(tree: _Tree, space: str) -> str:
    """What the tree matches, the longest first."""
    branches = [
        (space if letter == " " else re.escape(letter)) + _written(rest, space)
        for letter, rest in tree.items()
        if letter
    ]
    if "" not in tree:
        return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{'|'.join(branches)})?" if branches else ""
