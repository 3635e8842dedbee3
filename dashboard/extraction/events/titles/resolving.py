"""Resolving: “this agreement” in a title put as what it stands for, where the words before it name only one."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.definite import bodies
from dashboard.extraction.events.lines.openness import open_references, pointers
from dashboard.extraction.events.lines.shortening import LONGEST, in_quotation
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.titles.antecedents import LINK, body_named, named_before
from dashboard.extraction.events.titles.own_paper import POINTING, of_own_paper
from dashboard.model import Span

_TELLS_MORE = re.compile(
    r" (?:[a-z]+ed|given|made|sent|held|taken|drawn up|written) (?:by|to|in|at|from|with|under|there)"
)
"""“the speech given by Eden”: which one the line itself says, or begins to."""


def resolved(frame: Frame, clause: Span, line: str) -> str:
    """The line with what its open nouns stand for, in square brackets where it is quoted.

    As it is where that is not sure, too long or no plainer.
    """
    line = _with_bodies(frame, clause, line)
    for start, end, noun in sorted(pointers(line), reverse=True):
        if _TELLS_MORE.match(line, end) or _stands_in(line[:start].lower(), noun.lower()):
            continue
        own = of_own_paper(frame, clause, line, (start, end, noun))
        if own:
            return own
        named = named_before(frame, clause, _called(line[start:end], noun).lower())
        link = LINK.search(named)
        if not named or (link and line.startswith(link.group(), end)):
            continue
        ways = (_put_in(line, start, end, one) for one in (named, re.sub(rf"^the .*\b(?={noun}\b)", "the ", named)))
        fits = (put for put in ways if len(put) <= LONGEST and open_references(put) < open_references(line))
        line = next(fits, line)
    return line


def _stands_in(before: str, noun: str) -> bool:
    return noun in before and re.search(rf"\b{noun}\b", before) is not None


def _put_in(line: str, start: int, end: int, named: str) -> str:
    """The line with a name in the place of what points to it."""
    what = f"{named[:1].upper() if line[start].isupper() else named[:1]}{named[1:]}"
    what = f"[{what}]" if in_quotation(line, start) else what
    return f"{line[:start]}{what}{line[end:]}"


def _with_bodies(frame: Frame, clause: Span, line: str) -> str:
    """The line with “the Council” put as the one that its paper names in full."""
    for one in sorted(bodies(line), reverse=True):
        named = body_named(frame, one.noun, at=clause.start)
        done, of = _DONE_AT.match(line, one.end), _OF_PLACE.search(named)
        if done and of and done["place"] != of["place"]:
            continue
        if line[one.end : one.end + 1] in ("’", "'"):
            named = LINK.split(named, maxsplit=1)[0]
        article = _ARTICLE_BEFORE.search(line[: one.start])
        start = article.start() if article else one.start
        put = _put_in(line, start, one.end, named)
        if named and len(put) <= LONGEST and open_references(put) < open_references(line):
            line = put
    return line


_DONE_AT = re.compile(r" (?:was|were|had been|has been) (?:signed|concluded|made) (?:at|in) (?P<place>[A-Z][\w’-]+)")
_OF_PLACE = re.compile(r" of (?P<place>[A-Z][\w’-]+)$")
"""“The Treaty was signed at Berlin”: it is not that of Turin."""
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he $")


def _called(pointer: str, noun: str) -> str:
    """The noun with the word of its own that it may have: “oral message”, which another than the one named may not."""
    return POINTING.sub("", pointer[0].lower() + pointer[1:]) if pointer.lower().endswith(noun) else noun
