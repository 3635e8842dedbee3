"""Own clause: of a clause with several dates, the part that tells what one of them dates.

“Morgan informed me yesterday that riots broke out on March 10” tells what was said on the one day, and what happened on
the other; “a convention on the model of that concluded in 1853, offered in 1854” tells of 1853 no more than it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.events.drafts.denial import is_denied, source_of_untrue
from dashboard.extraction.events.lines.words_of_events import EventWord
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.lexicon import Hit
from dashboard.model import Mention, Span

_SAYS_THAT = re.compile(
    r"\b(?:said|says|stat(?:ed|es)|told|inform(?:ed|s)|report(?:ed|s)|wr(?:ote|ites)|telegraph(?:ed|s)|assured|announced"
    r"|declared|replied|learned|heard|cabled)\b[^;:“”]{0,120}? that (?=\S)"
)
_OF_ANOTHER = re.compile(r"\b(?:that|those|the one) (?:[a-z]+ed|made|held|given|drawn)\b[^,;.]{0,60}$")
"""“That concluded with Great Britain in | February, 1853”: another thing than the clause tells of."""


def dates_another(frame: Frame, clause: Span, mention: Mention) -> bool:
    """Whether the date is another thing’s, with which the clause, dated itself, only compares: “that concluded in”.

    So is that of who stated what the clause, dated itself, calls untrue.
    """
    aside = source_of_untrue(frame.words_at(clause))
    if aside and clause.start + aside.start <= mention.start < clause.start + aside.end:
        return bool(within(frame.dates, Span(clause.start + aside.end, clause.end)))
    another = _OF_ANOTHER.search(frame.text, clause.start, mention.start)
    return another is not None and bool(within(frame.dates, Span(clause.start, another.start())))


def part_of_its_date(frame: Frame, clause: Span, mention: Mention) -> Span:
    """What is said behind “that”, where that alone has this date and the rest of the clause has another.

    An editor's note tells of the paper that says so, with the paper's own date.
    """
    dates = within(frame.dates, clause)
    if (
        len(dates) < 2
        or frame.in_notes(clause.start)
        or is_denied(frame.words_at(clause), mention.start - clause.start)
    ):
        return clause
    for said in _SAYS_THAT.finditer(frame.text, clause.start, mention.start):
        if any(one.start < said.end() for one in dates) and said.end() <= mention.start:
            return Span(said.end(), clause.end)
    return clause


def of_its_own_date(
    frame: Frame, clause: Span, words: Sequence[Hit[EventWord]], mention: Mention
) -> tuple[Span, Sequence[Hit[EventWord]]]:
    """The part of a clause that tells what the date dates, with its words of events, if it has any."""
    part = part_of_its_date(frame, clause, mention)
    return (clause, words) if part == clause else (part, within(frame.event_words, part))
