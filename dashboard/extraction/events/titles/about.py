"""About: what a clause is about, where its own words are no title: the noun phrase that says most, and who tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.extraction.events.lines.shortening import capital
from dashboard.extraction.events.lines.weighing import best_phrase
from dashboard.extraction.events.paper.context import with_context
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.telegraphese import in_english, spelled_out
from dashboard.extraction.events.paper.voices import author
from dashboard.extraction.events.titles.hanging import OfItsDate
from dashboard.extraction.events.titles.wording import GLUED_MARK, without_marks
from dashboard.model import Mention, Span

TELLING = 5.0
"""What a phrase weighs that has a name and what it is of."""
_NAMED, _LITTLE = 2.9, 1.7
"""What one weighs that has a name, or little more than a noun."""


def about(
    frame: Frame,
    clause: Span,
    words: str,
    dates: Sequence[Mention],
    told_in: tuple[str, ...],
    *,
    least: float = 0.0,
) -> str:
    """“Execution of Operation Dracula (Combined Chiefs of Staff to Roosevelt and Churchill)”.

    With `least` only a phrase of the clause itself that weighs so much.
    """
    if not told_in or _DENIES.search(frame.words_at(clause)):
        return ""
    near = dates[0].start - clause.start if dates else 0
    own = OfItsDate(frame, clause, dates)
    clause_said = in_english(frame, clause, f"{words}; {GLUED_MARK.sub('', without_marks(frame, clause))}")
    phrase = best_phrase(clause_said, near=near, least=least or _NAMED, fits=own.has)
    if not phrase and not least:
        phrase = best_phrase(words, near=near, least=_LITTLE, hollow=True, fits=own.has)
    phrase = _WORDS_OF_IT.sub("", phrase)
    whom = author(frame, clause.start)
    if whom and phrase.count(whom) > 1:
        phrase = phrase.removesuffix(f" {whom}")
    phrase = spelled_out(phrase, [state for hit in within(frame.states, clause) for state in hit.value])
    if not phrase:
        return ""
    if _PROPOSES.search(frame.words_at(clause)) and not _PROPOSED.search(phrase):
        phrase = f"{phrase}, proposed"
    if any(phrase.lower() in context.lower() for context in told_in):
        return ""
    return with_context(capital(_of_its_owner(frame, clause, dates, phrase)), told_in)


def _of_its_owner(frame: Frame, clause: Span, dates: Sequence[Mention], phrase: str) -> str:
    """“Lincoln’s message to Congress”, where the date stands between the two."""
    for date in dates:
        owner = _OWNER.search(frame.text, clause.start, date.start)
        if owner and frame.text[date.end : clause.end].lstrip(" ,").startswith(phrase):
            return f"{owner['whose']} {phrase}"
    return phrase


_OWNER = re.compile(r"(?P<whose>(?:[A-Z][\w.-]+ ){0,2}[A-Z][\w-]+[’'](?:s\b)?) $")
_WORDS_OF_IT = re.compile(
    r"^(?:[Tt]he )?(?:[Tt]exts?|[Dd]ocumentation|[Ss]ubstance|[Cc]op(?:y|ies)) (?:of|on) (?=[a-zA-Z]+ [a-z])"
)
"""“text of the agreement”: the agreement is what was made that day."""
_DENIES = re.compile(r"\b(?:not|never|neither|nor|without|instead)\b")
"""What may say that just what a phrase names did not happen."""


_PROPOSES = re.compile(
    r"\b(?:I|[Ww]e) (?:[a-z]+ )?(?:propose|suggest|recommend|favor|advocate)\b|\bserved by an? "
    r"|\bwould be (?:useful|wise|desirable|helpful|well|advisable)\b"
    r"|\b(?:propose[sd]?|suggest(?:s|ed)?|recommend(?:s|ed)?) (?:an?|that an?)\b"
)
"""What says that a thing does not exist yet."""
_PROPOSED = re.compile(r"\b(?:[Pp]ropos|[Ss]uggest|[Rr]ecommend|[Ff]uture|[Pp]lan)")
