"""Missing subject: the one given to a clause that has none: as its sentence, the one before, or the heading says."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.leading import third
from dashboard.extraction.events.lines.standing import has_finite_verb
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.papers import heading_at
from dashboard.extraction.events.paper.telegraphese import is_cable
from dashboard.extraction.events.paper.voices import antecedent, author, is_anothers, third_person
from dashboard.extraction.events.titles.wording import AS_THIRD
from dashboard.model import Span

_STARTS_WITHOUT_SUBJECT = re.compile(
    r"(?!is (?:why|how|where|what|when)\b)(?!(?:had|were|should) (?:we|I|he|she|they|it|the|there|this|any)\b)"
    r"(?:(?:then|also|again|further|later|now|and|immediately|subsequently) )*"
    r"(?:was|were|is|are|has|have|had|will|would|said|told|left"
    r"|met|gave|took|made|sent|held|went|came|began|arrived|replied|stated|informed|asked|called|received|visited"
    r"|discussed|presented|handed|delivered|expressed|requested|proposed|agreed|signed|announced|submitted|transmitted"
    r"|saw|spoke|found|wrote|brought|accepted|rejected|decided|declared|reported|lunched|dined|talked"
    r"|concluded)\b(?! by\b)",
    re.IGNORECASE,
)
_SAYS_IT_IS = (
    r"It (?:(?:is|was|were|has|have|had|will|would|be|been|may|might|could|not|never|also|then|now|quite|[a-z]+ly) )*"
    r"(?:(?!(?:inform|tol|advis|assur|convinc|satisfi|notifi|persuad|remind|warn|confid|aware\b|sure\b))[a-z]+"
    r"(?: (?:here|there|in [A-Z]\w+|by [^,.;]{3,40}|to (?:me|us)))?,? (?:that|whether)\b"
    r"|(?:on|in|at|from|only|then|there|not until|for) [^,.;]{2,60} that\b"
    r"|(?:decided|agreed|necessary|possible|impossible|difficult|easy|hoped|proposed|planned|desirable|essential) to\b)"
)
"""“It is not true that”, “it was agreed to”, “it was on May 3 that”: no thing; but a body “was told that”."""
_BARE_SUBJECT = re.compile(
    rf"(?!{_SAYS_IT_IS})(?:It|They|This|That|These|Those)\b(?= (?:was|were|had|has|have|is|are|will|would|did|\w+ed)\b)"
)
_SAYS = re.compile(
    r"(?:(?:then|also|again) )*(?:said|told|replied|stated|informed|asked|expressed|requested|proposed|agreed|announced"
    r"|submitted|spoke|accepted|rejected|decided|declared|reported|concluded|presented|made|gave|took)\b",
    re.IGNORECASE,
)
"""Without its subject this may be the writer’s or the other’s."""
_TO_HIM = re.compile(r"\w+ (?:to )?(?:him|her|them)\b")
"""“Told him”: the writer, whom nobody names, to the other."""
_DATED_BEHIND = re.compile(r"[^,]+, (?:on|in) (?:[A-Z]\w+ )?\d")
"""“who | was at sea, on August 2, Stettinius suggested”: the day is not that of the clause with “who”."""
_MAIN_VERB = re.compile(
    r", (?=(?:[a-z]+ed|was|were|is|are|has|had|will|would|said|gave|took|made|dealt|held|sent|met|came|led|found|left"
    r"|put|brought|became|began)\b)"
)
_RELATIVE = re.compile(r"\b(?:who|which)\b")


def with_subject(frame: Frame, clause: Span, text: str) -> str:
    """The words with the subject that stands before the clause, where they begin with their verb or with “it”."""
    bare = _BARE_SUBJECT.match(text)
    if bare:
        before = frame.sentences.index(clause.start)
        whom = ""
        if frame.sentences.all[before].start == clause.start and before:
            last = frame.sentences.all[before - 1]
            whom = antecedent(frame, Span(last.end - 1, last.end)) if bare.group() in ("It", "They") else ""
        return f"{whom}{text[bare.end() :]}" if whom else text
    at_start = frame.sentences.at(clause.start).start == clause.start
    relative = _RELATIVE.search(frame.text, max(0, clause.start - 8), clause.start + 6)
    cabled = _of_cable(frame, clause, text) if at_start else ""
    if cabled:
        return cabled
    if not _STARTS_WITHOUT_SUBJECT.match(text) and not (relative and text[:1].islower() and not at_start):
        return text
    if at_start and _SAYS.match(text):
        whom = "" if _TO_HIM.match(text) else third_person(frame, clause)
        return f"{whom} {text[:1].lower()}{text[1:]}" if whom else text
    if not at_start and _DATED_BEHIND.match(text):
        return ""
    whom = author(frame, clause.start) if at_start else antecedent(frame, clause)
    if not whom:
        return "" if relative and not at_start else text
    if relative and not at_start:
        text = _MAIN_VERB.split(text, maxsplit=1)[0]
    verb, _, rest = text.partition(" ")
    verb = AS_THIRD.get(verb.lower(), verb.lower()) if at_start else verb.lower()
    return f"{whom} {verb} {rest}"


_WHEN = r"(?P<when>(?:(?:Early |Late )?(?:Morning|Forenoon|Noon|Afternoon|Evening|Night) \d+(?:st|nd|rd|th)?,? )?)"
_ADVERB = r"(?P<adverb>(?:(?:[A-Za-z][a-z]{3,}ly|[Aa]lso|[Tt]hen|[Ll]ater|[Aa]gain|[Ss]till) )?)"
_WRITER = re.compile(
    rf"{_ADVERB}(?P<verb>(?i:believe|recommend|understand|assume|intend|consider|anticipate|regret|think|feel|suggest"
    r"|propose|expect|plan(?= to\b)|learn(?= (?:from|that)\b)"
    r"|(?:hope|doubt|request)(?! (?:of|from|for|by|made|expressed|received|was|is|has|had)\b)))"
    r" (?P<rest>(?!of\b)[A-Za-z‘“])"
)
"""“Suggest Department review …”: what the writer does, by the bare verb."""
_DID = re.compile(
    rf"{_WHEN}{_ADVERB}(?P<verb>(?!(?i:consider|expect|report|repeat|bas|dat|attach|enclos|sign|draft|not|estimat|provid"
    r"|limit|unit|relat|pouch|pass|regard|believ|continu|increas|concern|pleas|interest|arm|combin|follow|receiv"
    r"|need|inde|spe|propos|agre|detail|restrain|phon|telephon|attend|conferr|approach)ed\b)[A-Za-z][a-z]{2,}ed)"
    r" (?!(?:by|as|from|under|at|is|was|are|were|and|of)\b)(?=[a-z]|[A-Z][a-z])"
)
"""“Raised question with Kung”: what the writer or another did; no passive, nothing that a clerk notes, and no
act that has a title of its own (`own_acts`)."""
_OTHER = re.compile(
    r"(?:Believes|Finds|Feels|Thinks|Expects|Considers|Anticipates|Understands|Wishes|Wants|Intends|Favors"
    r"|Insists|Agrees|Adds|Assumes|Knows|Says|(?:States|Hopes|Fears|Claims|Doubts|Suggests)(?= that| to| he))\b"
)
"""“Believes, however, that …”: what somebody else does, by the verb of the third person."""
_OF_WRITER = re.compile(r"(?:[^.;]{0,30}\b)?(?:I|[Ww]e|[Mm]y)\b|(?:Had|Have|Am|Unable|Shall) ")
_LEAST_SENTENCE = 60
"""Characters of a sentence that may tell who did something: before the first of a paper stands only for whom it is."""


def _of_cable(frame: Frame, clause: Span, text: str) -> str:
    """“Adler raised question with Dr. Kung”, where a cable leaves out who; empty where the words do not say so."""
    other = _OTHER.match(text)
    found = None if other else _WRITER.match(text) or _DID.match(text)
    if not (other or found) or is_anothers(frame, clause.start) or not _is_wired(frame, clause):
        return ""
    if not found:
        whom = third_person(frame, clause)
        return f"{whom} {text[:1].lower()}{text[1:]}" if whom else ""
    whom, wrote = author(frame, clause.start), "rest" in found.groupdict()
    if not whom or not (wrote or found["when"] or _goes_on_of_writer(frame, clause)):
        return ""
    verb = found["verb"].lower()
    return f"{whom} {found['adverb'].lower()}{third(verb) if wrote else verb}{text[found.end('verb') :]}"


def _is_wired(frame: Frame, clause: Span) -> bool:
    """Whether the words are a telegram’s, or leave out articles as those do."""
    own = heading_at(frame, clause.start).paper in ("telegram", "cable", "airgram") and not frame.in_notes(clause.start)
    return own or is_cable(frame, clause)


def _goes_on_of_writer(frame: Frame, clause: Span) -> bool:
    """Whether the sentence before, if it is one, tells what the writer did."""
    at = frame.sentences.index(clause.start)
    before = frame.sentences.all[at - 1] if at else None
    if before is None or before.start < frame.opening:
        return True
    words = frame.words_at(before)
    short = len(words) < _LEAST_SENTENCE and not has_finite_verb(words)
    return short or _OF_WRITER.match(words) is not None
