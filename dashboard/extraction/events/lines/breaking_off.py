"""Breaking off: a sentence that fits no line, broken off with “…” where a clause or a phrase of it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.extraction.events.lines.leading import without_opening
from dashboard.extraction.events.lines.shortening import has_verb, is_dangling, loses_sense, wants_more, without_tail
from dashboard.extraction.events.lines.standing import has_finite_verb
from dashboard.extraction.vocabulary import word_list

LEAST_FILLED = 0.55
"""How much of the room a sentence that is broken off must fill."""


def is_cut_whole(text: str, head: str) -> bool:
    """Whether the text, cut behind the head, is cut where a clause ends, or before what its last word does not need."""
    if not text.startswith(head) or _CLAUSE_ENDS.match(text, len(head)):
        return True
    return not (loses_sense(text, head) or _INFINITIVE.match(text, len(head)) or _NOUN_OF_DEED.search(head))


_INFINITIVE = re.compile(r" to [a-z]+")
_NOUN_OF_DEED = re.compile(r"(?:[ts]ions?|ments?|[ae]nces?|(?<!even)(?<!morn)ings?|ures?|ness|ity)$")
"""“extending this agreement |”, “in connection |”: a noun of what is done, which may want what it is done to."""


_ONLY_LEADS_UP = re.compile(
    r"(?:For|On the basis|Concerning|Regarding|Although|Though|Since|If|When|While|After|Following|Because|As|In reply"
    r"|In response|Replying|Referring|Having|With reference|Noting|Considering|Recalling|Whereas)\b"
    r"(?!.*, (?:the|an?|I|we|it|he|she|they|there|this|[A-Z]\S*) .*\b(?:\w+ed|was|were|is|are|has|have|had|will|would"
    r"|should|could|may|can|must|did|said|told|gave|took|made|held|met|sent|saw)\b)"
)
"""What leads up to a main clause that the line has no room for."""
_FRAGMENT = re.compile(r"(?:with|of|by|from|than)\b|[a-z]+, ")
"""What begins within a phrase."""


def broken_off(text: str, room: int, *, torn: bool) -> Iterator[str]:
    """The text where it fits, else broken off with “…” where a clause or a phrase ends, as late as the line allows."""
    ending = _PHRASE_ENDS if torn else _CLAUSE_ENDS
    for whole in dict.fromkeys((text, without_opening(text))):
        if whole != text and (_FRAGMENT.match(whole) or not has_finite_verb(whole)):
            continue
        if len(whole) <= room:
            if (has_verb(whole) or _REQUEST.match(whole)) and not is_dangling(whole):
                yield whole
            continue
        ends = [found.start() for found in ending.finditer(whole, int(room * LEAST_FILLED), room - 1)]
        cut = (without_tail(whole[:end]) for end in reversed(ends))
        cut = (
            words for words in cut if not (torn and (loses_sense(whole, words) or _INFINITIVE.match(whole, len(words))))
        )
        yield from (
            f"{words} …{CLOSING if is_open(words) else ''}"
            for words in cut
            if (has_verb(words) or _REQUEST.match(words)) and not (_is_half_said(words) or _ONLY_LEADS_UP.match(words))
        )


_REQUEST = re.compile(
    r"(?:Please|Kindly|Inform|Request|Ask|Convey|Deliver|Tell|Advise|Suggest|Express|Assure|Urge|Remind|Continue|Seek"
    r"|Report|Arrange|Instruct|Will [a-z]+) "
)
"""What somebody is asked to do, or the writer is to do, without a subject."""


def is_open(words: str) -> bool:
    """Whether a quotation within the words goes on at their end."""
    return "‘" in words and not _INNER_END.search(words, words.rfind("‘"))


CLOSING = "’"
_INNER_END = re.compile(r"[\w.,!?]’(?= |$)")
_CLAUSE_ENDS = re.compile(
    r" ?[;—]|,? (?:because|while|whereas|although|though|so that|in order (?:to|that)|rather than"
    r"|in view of|owing to|pending)\b"
    r"|, (?:which|who|whose|where|when|as|since|if|with|[a-z]+ing|not|but|after|before|for example|however|due|thus|so"
    r"|(?:of|in|to|for|from|by|on|with) (?:which|whom))\b"
    r"|,? (?:and|but|or)(?: that)? (?=(?:[Ii]t|he|she|they|I|we|there|this|these|that|[Tt]he [\w ]{3,30}?"
    r"|[A-Z]\w+(?: [A-Z]\w+)?) "
    r"(?:is|was|are|were|has|have|had|will|would|should|could|can|may|must|[a-z]+ed)\b)"
    r"|,? and (?=(?:[a-z]{3,}ed|[a-z]{3,}s|will|would|has|had|is|was) (?:that|to|with|the|an?|his|its|their|him|not)\b)"
)
"""What begins behind the end of a clause that stands by itself."""
_PHRASE_ENDS = re.compile(
    r"[,;:—]? (?=(?:in|on|at|for|by|with|from|but|as|into|under|if|when|after|before|through|against|regarding"
    r"|concerning|during|until|since)\b)"
)
"""What may follow the end of a phrase."""


def _is_half_said(words: str) -> bool:
    """Whether the words end just before what they lead to."""
    last = words.rsplit(" ", 1)[-1]
    if last.endswith("ed") or last in word_list("verb", "finite verb", "auxiliary"):
        return True
    return _HALF_SAID.search(words) is not None or wants_more(words[-_TAIL:])


_TAIL = 90
"""Characters at the end by which it is seen that words lead to something."""


_HALF_SAID = re.compile(
    r"(?:\b(?:is|was|were|are|has|have|had|be|been|the|an?|to|not|[a-z]+ly|would|will|could|should|might|may)"
    r"|^[A-Z][a-z]+ing that [^,]*"
    r"|\b(?:[Ii]f|[Ww]hen|[Uu]nless|[Aa]lthough|[Ww]hile|[Cc]onsidering|[Hh]aving) [^,]{0,70})$"
)
"""What no reader could end by himself: a helping verb, a condition without what follows from it."""
