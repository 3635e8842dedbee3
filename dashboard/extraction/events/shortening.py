"""Shortening: one line of a title, cut where what is left is whole."""

from __future__ import annotations

import re

LONGEST = 115
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|shall|did|does|do|can|could|may|might|must|should"
    r"|said|told|gave|took"
    r"|made|held|met|sent|left|went|came|saw|began|spoke|wrote|brought|thought|felt|knew|put|set|led|won|lost|found"
    r"|stood|fell|rose|broke|drew|withdrew|became|got|kept|paid|read|bought|sold|[a-z]{3,}ed|(?:[a-z]{3,}[^s]s))\b"
)
_DANGLING = re.compile(
    r"(?:[\s,;:(—–-]+(?:on|of|the|in|at|for|to|by|from|dated|since|until|till|about|and|or|but|as|with|between|before"
    r"|after|during|this|a|an|no|not|that|which|who|whom|when|where|whether|if|is|was|were|are|be|been|being|has|have"
    r"|had|will|would|shall|should|may|might|can|could|must|last|next|another|under|over|upon|into|through|than|its"
    r"|his|her|their|my|your|our|very|more|most|each|every|these|those|such|any|some|because|while"
    r"|although|so|via|per"
    r"|re|against|toward|towards|within|without|among|concerning|regarding|including|Mr|Gen|Dr|Col|i\.e|viz"
    r"|therefore|however|also|did|does|do|both|either|early|late|only|even|yet|further))+$"
)
_STRONG = re.compile(
    r"[;—]|, (?=(?:which|who|whose|where|when|while|whereas|although|because|but|and|so|with|in|as|by|on|at|for"
    r"|[a-z]+ing)\b)| (?=(?:which|because|while|whereas|although|in order|so that|with a view|in view|in accordance"
    r"|as a result|on the ground|on condition|pending|owing|due to|despite|in spite|in an effort)\b)| \("
)
_WEAK = re.compile(
    r",(?= )| (?=(?:and|or|to|for|with|by|from|at|in|on|under|during|against|regarding|concerning"
    r"|through|after|before"
    r"|between|within|as|when|where|who|since|among|into|along|throughout)\b)"
)
_SAID = re.compile(
    r"(?P<who>[^,;:]{3,60}?) (?:(?:then|also|further|again|has|had|next) ){0,2}(?:said|stated|replied"
    r"|remarked|added|recalled"
    r"|reported|observed|states|pointed out|repeated|noted|explained|indicated|informed|told|announced|emphasized"
    r"|stressed|commented|declared)(?: [^,;:]{1,70}?)? that (?P<what>.{30,})"
)
_ASIDE = re.compile(
    r", (?:whilst|while|in connection with|notwithstanding|without|after|following|having|in view of|as|although"
    r"|through|among other things|however|therefore|moreover|accordingly|accompanied)\b[^,;]{0,160}, (?=[a-z])"
)
"""What a sentence says by the way, between its subject and its verb."""
_OPEN = re.compile(r"\b(?:that|which|who|whom|whether|if|when|where|until|unless)\b(?P<rest>[^;]*)$")
_WANTS_MORE = re.compile(
    r"\b(?:said|says|told|stated|states|asked|informed|indicated|reported|decided|agreed|intended|wished|wishes"
    r"|suggested|proposed|recommended|believed|believes|thought|felt|feels|hoped|hopes|expected|seemed|seems|appeared"
    r"|conveyed|brought|made|gave|took|put|set|able|unable|ready|willing|likely|sought|tried|wanted|wants|ought"
    r"|authorized|instructed|requested|urged|failed|added|noted|expressed|assured|continued|began|commented|went|let"
    r"|convinced|so|order|view|regard|respect|reference|accordance|addition|well|effort|attempt|[Aa]ccording|not)$"
)


def is_dangling(text: str) -> bool:
    """Whether the words break off before what they lead to."""
    return bool(_DANGLING.search(text))


def without_tail(text: str) -> str:
    """The words without connecting words left over at their end."""
    return _DANGLING.sub("", text).rstrip(" ,;:(—–“‘")


def has_verb(text: str) -> bool:
    """Whether the words hold what looks like a finite verb."""
    return bool(_FINITE.search(text))


def shortened(text: str) -> str:
    """At most one line: cut before a clause or phrase that can be spared, else after a word, with “…”."""
    if len(text) <= LONGEST:
        return text
    bare = " ".join(re.sub(r" \([^()]{1,80}\)", "", text).split())
    if len(bare) <= LONGEST:
        return bare
    bare = _ASIDE.sub(" ", bare, count=2)
    if len(bare) <= LONGEST:
        return bare
    said = _SAID.match(bare)
    if said:
        return shortened(f"{said['who']}: {said['what']}")
    for boundary, least in ((_STRONG, 55), (_WEAK, 40)):
        cuts = [match.start() for match in boundary.finditer(bare, 0, LONGEST + 8) if least <= match.start() <= LONGEST]
        for cut in reversed(cuts):
            if _is_whole(bare[:cut]):
                return _balanced(bare[:cut].rstrip(" ,;:—–"))
    return _balanced(without_tail(bare[: LONGEST - 2].rsplit(" ", 1)[0])) + " …"


def _is_whole(head: str) -> bool:
    """Whether the words, cut here, still say something: a verb, no verb without its object, no clause half told."""
    head = head.rstrip(" ,;:—–")
    if is_dangling(head) or _WANTS_MORE.search(head) or not has_verb(head) or head.count("“") > head.count("”"):
        return False
    if head.count("(") > head.count(")"):
        return False
    if re.match(r"(?:When|If|After|As|While|Although|Since|Because|Following)\b(?!.*, )", head):
        return False
    last = _OPEN.search(head)
    return last is None or (has_verb(last["rest"]) and last["rest"].count(" ") > 2)


def _balanced(text: str) -> str:
    """Without a bracket or a quotation mark that stands alone."""
    for opening, closing in ("()", "“”", "[]"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return " ".join(text.split())


balanced = _balanced
