"""Main verb: whether words are a sentence, and not a subject with what is said of it by the way."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.needs import SURE_VERB
from dashboard.extraction.events.lines.opened import without_agents
from dashboard.extraction.events.lines.standing import has_finite_verb
from dashboard.extraction.vocabulary import word_list

_NOT_OF_ITSELF = re.compile(
    r" ?[(\[][^()\[\]]*[)\]]|—[^—]*(?:—|$)"
    r"|\b(?:(?:dated|entitled|named|undersigned)\b|called(?! on| at| to| upon| for| and)\b"
    r"|(?:[Oo]ur|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) [a-z]{3,}ed\b|(?:involved|concerned)(?=,|$)"
    r"|in (?:the )?event(?: that)? (?!of\b)(?:[A-Z]\w* )*(?:[a-z]+ )?[a-z]+"
    r"|the (?:day|night|morning|moment) (?:[A-Z]\w* )+(?:[a-z]+ly )?[a-z]+ed\b"
    r"|(?:(?:which|who|whom|whose|where|when)|having|(?:that|those) (?:has|have|had|was|were|is|are|began|came|led))"
    r" (?:[^,;]|, (?=\d{4}\b))*(?:,|$))"
)
"""What a line says by the way: brackets, relative clauses, “our renewed relations”, “in event Communists come”."""
_LEADS_UP = re.compile(
    r"(?:(?:Although|Though|Since|If|When|While|Because|As|Inasmuch|After|Before|During|Until|Unless|Unlike|Once|Whereas|Having"
    r"|With (?:reference|respect|regard)|In order to|Referring|In (?:reply|response|answer|view|accordance|completing)"
    r"|Pursuant|Subsequent|Re|(?P<doing>[A-Z]?[a-z]+ing))\b[^,]*(?:, (?=(?P<main>.*))|$))"
)
"""What leads up to a main clause."""
_HELPING = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would)\b")
_WE = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Tt]hey) [a-z]{3,}\b")


def has_main_verb(words: str) -> bool:
    """Whether a sentence has the verb of its main clause."""
    bare = without_asides(words)
    lead = _LEADS_UP.match(bare)
    if lead and not lead["main"]:
        return not only_leads_up(words)
    main = lead["main"] if lead else bare
    if _HELPING.search(main) or _WE.search(main):
        return True
    return has_finite_verb(without_agents(main))


def without_asides(words: str) -> str:
    """A sentence without its brackets and relative clauses, with a capital."""
    bare = _NOT_OF_ITSELF.sub("", words).strip(" ,")
    return f"{bare[:1].upper()}{bare[1:]}"


def only_leads_up(words: str) -> bool:
    """Whether the words only lead up to a main clause: “Since 1970, when our trust in oil began to fall”."""
    bare = without_asides(words)
    lead = _LEADS_UP.match(bare)
    if lead is None or lead["main"]:
        return False
    if lead["doing"] and lead["doing"].lower() in word_list("noun in -ing"):
        return False
    if _CONJUNCTION.match(bare):
        return not words[:1].isupper() or len(_VERBS.findall(bare)) < _BOTH
    return not (SURE_VERB.search(bare) or _WE.search(bare))


_VERBS = re.compile(rf"(?:{SURE_VERB.pattern})(?: (?:not |also |been )*[a-z]{{2,}}(?:ed|en)\b)?")
"""A verb, with the participle that a helping verb has behind it."""
_BOTH = 2
"""The verbs of a clause that leads up to another and of that other."""
_CONJUNCTION = re.compile(r"(?:Although|Though|Since|If|When|While|Because|As|Inasmuch|Until|Unless|Once|Whereas)\b")
"""What has a verb of its own before that of the main clause."""
