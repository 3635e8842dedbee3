"""Announced: what a sentence only leads up to, told by the first of what follows it: “Gohar: Egypt would hold talks”.

“He was instructed to deliver the following message”, “made the following points”: what was said stands behind the
colon, or in the first paragraph of a list, and the sentence tells nothing without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dashboard.extraction.events.lines.breaking_off import broken_off
from dashboard.extraction.events.lines.compressing import compressed
from dashboard.extraction.events.lines.lacking import LOOSE
from dashboard.extraction.events.lines.leading import without_greeting
from dashboard.extraction.events.lines.shortening import LONGEST, capital, heads_of, loses_sense
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.telegraphese import in_english
from dashboard.extraction.events.titles.missing_subject import with_subject
from dashboard.extraction.events.titles.said_once import said_once
from dashboard.extraction.events.titles.wholeness import Wholeness
from dashboard.extraction.events.titles.wording import clause_words
from dashboard.model import Mention, Span

_MAY_LEAD = re.compile(r"ollowing |as follows|I quote|with this ")
_REFERS = re.compile(
    r"(?:Referring|Adverting|With (?:further )?reference|In (?:further )?(?:reference|reply|response)) to "
)
"""What a letter begins with: the correspondence before it says nothing of what is said in it."""
_LEADS = re.compile(
    r"\b(?:(?:[Tt]he )?following (?!(?:day|morning|evening|week|month|year|text|telegrams)\b)"
    r"(?:[a-z-]+ ){0,2}?[a-z]{4,}"
    r"(?: (?:to|from|for|of|with|my|by|(?:was|were|has been) (?:contained|received|given|sent|made)) "
    r"(?:(?!\b(?:which|who|whose|as)\b)[^,;:.“”]){2,110})?"
    r"|(?:replied|stated|said|wrote|reads?|(?<!which )(?:is|are|was|were)) as follows"
    r"|(?:,? and )?I quote|(?:this|the following) (?:comment|remark|statement|message|note|endorsement))$"
)
"""How the words end that only lead up to what is said, up to its colon."""
_SAID = re.compile(
    r"(?P<rest>[^.:;“”]{0,70}?)(?:(?::|\.(?=\s*(?:“|\(?[1aA][.)]\s)))\s*)(?P<quoted>“)?"
    r"(?:\(?[1aAiI][.)]\s*|[A-Z][\w-]{2,20}\. (?=[A-Z]))?"
    r"(?P<what>(?:[A-Z]|[a-z]+ )(?:[^;“”\n]|“[^“”\n]{1,40}”){24,420}?)"
    r"(?=[;”\n]|(?<![A-Z])(?<!Mr)(?<!Dr)(?<!No)\.(?:\s|$)|,? (?:and )?\(?(?:2|b|ii)[.)] )"
)
"""The rest of those words, and the first sentence of what is said, without its number or its heading."""
_TAIL = re.compile(r",? (?:and (?:I quote|[A-Z]\w+ quotes)|(?:with )?(?:this|the) comment|as follows)$")
_THAT = re.compile(r".* that (?=[A-Z])")
_SPEAKER = re.compile(
    r"(?P<who>(?:[Tt]he )?(?:[A-Z][\w.’()-]*|of|the|for|in| )+?),? (?:(?:has|had|then|also|today) )*"
    r"(?:said|stated|states|replied|wrote|made|gave|told|tells|added|declared|raised|submitted|wants|wishes|described"
    r"|expressed)\b"
)
"""Who says it himself: nobody who only reports or receives it."""
_OPEN = re.compile(r"\b(?:you|your|[Hh]e|[Tt]his|[Tt]hese|above|following)\b|^To [a-z]")
"""What points elsewhere, or has no subject of its own."""
_LEAST_ROOM, _LONGEST_LEAD = 40, 112
"""Characters that what is said has at least, and that the words before it have at most."""


def announced(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """The sentence that leads up to it, or who says it, and by a colon the first sentence of what is said.

    Empty where it leads up to nothing, or no line has room.
    """
    led_up = frame.words_at(clause).removesuffix(".")
    may_lead = _MAY_LEAD.search(led_up) and not _REFERS.match(led_up)
    said = _SAID.match(frame.text, clause.start + len(led_up)) if may_lead else None
    if said is None or not _LEADS.search(" ".join(f"{led_up}{said['rest']}".split())):
        return ""
    words = said_once(frame, clause.start, with_subject(frame, clause, clause_words(frame, clause, dates)))
    what = in_english(frame, Span(*said.span("what")), without_greeting(" ".join(said["what"].split()))).rstrip(" ,")
    lines = (
        f"{lead}: {one}"
        for lead in _leads(capital(in_english(frame, clause, words)))
        for one in _short(what, LONGEST - len(lead) - len(": "), quoted=said["quoted"] is not None)
        if not _OPEN.search(one)
    )
    return next(lines, "")


def _short(what: str, room: int, *, quoted: bool) -> Iterator[str]:
    """What is said, as it stands or in fewer words; where it is quoted at last broken off."""
    if room < _LEAST_ROOM:
        return
    if len(what) <= room - 2 * quoted:
        yield f"“{what}”" if quoted else what
        return
    whole = Wholeness(what, "")
    for one in (*compressed(what, room), *heads_of(what)):
        if len(one) <= room and not loses_sense(what, one) and whole.lacks(one) <= LOOSE:
            yield one
    if quoted:
        yield from (f"“{one}”" for one in broken_off(what, room - 2, torn=True))


def _leads(words: str) -> Iterator[str]:
    """What leads up to it: the words, in fewer, from where they tell what somebody else tells, and only who says it."""
    bare = _TAIL.sub("", words)
    yield from (one for one in (bare, *compressed(bare, _LONGEST_LEAD)) if len(one) <= _LONGEST_LEAD)
    if _THAT.match(bare):
        yield capital(_THAT.sub("", bare))
    speaker = _SPEAKER.match(bare)
    if speaker:
        yield speaker["who"]
