"""Shortening: one line of a title, cut where what is left is whole."""

from __future__ import annotations

import re
from functools import lru_cache

from dashboard.extraction.events.lines.reporting import in_few_words
from dashboard.extraction.vocabulary import word_list

LONGEST = 158
"""Characters of a title: one line of a page 1,000 points wide."""
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|shall|did|does|do|can|could|may|might|must|should"
    r"|said|told|gave|took"
    r"|made|held|met|sent|left|went|came|saw|began|spoke|wrote|brought|thought|felt|knew|put|set|led|won|lost|found"
    r"|stood|fell|rose|broke|drew|withdrew|became|got|kept|paid|read|bought|sold|\w+[’'](?:ve|re|ll|m)|[a-z]{3,}ed"
    r"|(?:[a-z]{3,}[^s]s))\b"
)
_DANGLING = re.compile(
    r"(?:[\s,;:(—–-]+(?:on|of|the|in|at|for|to|by|from|dated|since|until|till|about|and|or|but|as|with|between"
    r"|(?<!did )(?<!than )before"
    r"|after|during|this|a|an|no|not|that|which|who|whom|when|where|whether|if|is|was|were|are|be|been|being|has|have"
    r"|had|will|would|shall|should|may|might|can|could|must|last|next|another|under|over|upon|into|through|than|its"
    r"|his|her|their|my|your|our|very|more|most|each|every|these|those|such|any|some|because|while|although|so|via|per"
    r"|re|against|toward|towards|within|without|among|concerning|regarding|including|Mr|Gen|Dr|Col|i\.e|viz"
    r"|beyond|prior|near|amid|approximately|unless|therefore|however|also|did|does|do|already|(?<!ly )effective|then"
    r"|together|thus|avoid|seek|both|either|early|late|only|even|yet|further))+$"
)
_STRONG = re.compile(
    r"[;—]|, (?=(?:which|who|whose|where|when|while|whereas|although|because|but|and|so|with|in|as|by|on|at|for"
    r"|[a-z]+ing)\b)| (?=(?:which|because|while|whereas|although|in order|so that|with a view|in view|in accordance"
    r"|both with respect|with respect to|with regard to|in regard to|as a result|on the ground|on condition"
    r"|pending|owing|due to|despite|in spite|in an effort)\b)| \("
)
_WEAK = re.compile(
    r"(?<![A-Z]\w{2})(?<!\d),(?= [a-z])| and (?=(?:the|that|a|an|to|his|its|their|was|were|had|has|will|would|he|it"
    r"|they|[a-z]+ed)\b)| (?!(?:in|on|at|after|before) [a-z]+ing\b)(?=(?:at|in|on|under|during|regarding"
    r"|concerning|through|after|before|within|since"
    r"|among|along|throughout)\b)"
    r"| (?=(?:touching|respecting|making) )| (?=[a-z]{3,}ing (?:the|that|an?|these|this|his|him|to|in)\b)"
)
_LOOSE = re.compile(
    r" (?=before [a-z]+ing )| (?=(?:to|for|with|by|from|against|into|between)\b)(?!(?<=[A-Z]\w\w\w) \w+ [A-Z])"
)
"""Before what a verb may need: only behind a noun, and only where nothing better can be cut."""
_OPEN_END = re.compile(
    r"(?:\b[a-z]+(?:ed|ing|ly)|\b(?:able|unable|likely|ready|willing|due|made|given|sent|held|taken|shown|seen|left|set"
    r"|according|prior|due|subject|addition|return|access|right|need|desire|attempt|effort|plan|time|order|permission"
    r"|request|decision|proposal|agreement|intention|opportunity|authority|power|failure|refusal|possible|impossible"
    r"|necessary|important|free|similar|equal|open|close|is|was|are|were|be|been|has|have|had))$"
)
_ASIDE = re.compile(
    r", (?:whilst|while|in connection with|notwithstanding|without|after|following|having|in view of|as|although"
    r"|through|among other things|however|therefore|moreover|accordingly|accompanied)\b[^,;]{0,160}, (?=[a-z])"
)
"""What a sentence says by the way, between its subject and its verb."""
_OPEN = re.compile(r"\b(?:that|which|who|whom|whether|if|when|where|until|unless)\b(?P<rest>[^;]*)$")
_LEADS_ON = re.compile(
    # a verb or an adjective that leads to something
    r"\b(?:said|says|told|stated|states|asked|informed|indicated|reported|decided|agreed|intended|wish|wished|wishes"
    r"|adhere|spell out"
    r"|suggested|proposed|recommended|believed|believes|thought|felt|feels|hoped|hopes|expected|seems?|seemed"
    r"|appears?|appeared"
    r"|conveyed|(?<!\bbe )(?<!been )(?<!was )(?<!were )made|brought|put|set|gave|took|get|become|able|unable"
    r"|ready|willing|likely"
    r"|sought|tried|wanted|wants|desires?|desired|intends?|prefers|ought|glad|happy|pleased|anxious|eager|prepared"
    r"|inclined|compelled|obliged|disposed"
    r"|authorized|instructed|(?<!as )requested|urged|failed|added|noted|expressed|assured|continued|began|commented"
    r"|went|let|wrote"
    r"|convinced|so|order|view|regard|respect|reference|accordance|addition|well|effort|attempt|[Aa]ccording|not"
    r"|than|about|all|only"
    r"|chance|everything|in (?:large|great|good) part|have the effect|stemming|resulting|arising"
    r"|intending|requiring|containing|including|stating|saying|regarding|concerning|consists?"
    r"|consisted|depends?|considers?|considered|regards?|regarded|called(?: on| upon| for)?)$"
)
_WANTS_MORE = re.compile(
    r"\b(?:"  # one “\b” for all that begin with a word: a third of the time of one for each
    # “informed the Minister”: of what?
    r"(?:informed|informs|told|tells|assured|assures|advised|advises|notified|reminded|convinced|persuaded"
    r"|instructed|requested|urged|ordered|warned|authorized|directed|invited|asked|enabled)"
    r" (?:[A-Z][\w.’'-]*|[Tt]he|him|her|them|me|us)(?: (?:[A-Z][\w.’'-]*|of|for|in|the)){0,9}$"
    # “wrote in his own |”, “has limited itself |”
    r"|(?:his|her|its|their|our|my) own$"
    r"|(?:limit|confin|commit|pledg|devot|address)t?ed (?:it|him|her|them)sel(?:f|ves)$"
    # “the Department wished him”: to do what?
    r"|(?:wish|want|expect|allow|enable|ask|permit|instruct|direct|urge)(?:e?[ds])? (?:him|them|me|us|you)$"
    # “requiring all ships”: to do what?
    r"|(?:requiring|enabling|permitting|allowing|causing|asking|inviting|ordering) [\w ]{3,30}$"
    # “thought it advisable”: to do what?
    r"|it (?:was |is |be |would be |seems |seemed )?(?:[a-z]+ly )?(?:in)?(?:advisable|desirable|possible|necessary"
    r"|important|essential|appropriate|likely|wise|politic)$"
    # “called on all governments”: to do what?
    r"|called (?:up)?on (?:all|both|the) (?:[a-z]+ ){0,2}(?:governments|states|members|parties|nations|countries)$"
    # a helping verb without its participle
    r"|making (?:an? )?[a-z]+$|(?:has|have|had) (?:whilst|while)\b.*$"
    r"|(?:had|has|have|will|would)(?: already| also| not)?,? (?:by|in|on|at|with|for|during|after|before) [^,]*$"
    # “received a letter”: from whom?
    r")|received (?:an? |the )?(?:letter|message|note|telegram|report|reply|communication|memorandum|request)$"
    # an infinitive without its object
    r"| to (?!(?:date|work|power|war|peace|court|arms|office|begin|meet|continue|leave|return|resign|attend|go"
    r"|open|end|arrive|stay|withdraw|agree|act|talk|come|speak)$)[a-z]+$"
    # “in particular |”, the end of a list, an adverb
    r"|, in (?:particular|general)$|, [a-z]+$|, (?:the|an?) \w+$| and (?:our|we) \w+(?: \w+ed)?$"
)


_LAST_WORDS = 24
"""Characters that hold the longest expression of `_DANGLING` or `_LEADS_ON` and what stands before it: one that ends
the words is looked for there alone, which spares two thirds of the time."""


def is_dangling(text: str) -> bool:
    """Whether the words break off before what they lead to."""
    return bool(_DANGLING.search(text, max(0, len(text) - _LAST_WORDS)))


def without_tail(text: str) -> str:
    """The words without connecting words left over at their end."""
    while found := _DANGLING.search(text, max(0, len(text) - _LAST_WORDS)):
        text = text[: found.start()]
    return text.rstrip(" ,;:(—–“‘")


def wants_more(text: str) -> bool:
    """Whether the words end in a verb that leads to something: “informed the Minister”, “intends to make”."""
    bare = _ADVERBS.sub("", text)
    if bare != text and is_dangling(bare):
        return True
    return _leads_on(bare)


@lru_cache(maxsize=256)
def _leads_on(text: str) -> bool:
    """Whether the last words lead to something that is not told; of most lines asked for twice."""
    text = _LAST_DATE.sub("", text)
    return bool(_LEADS_ON.search(text, max(0, len(text) - _LAST_WORDS)) or _WANTS_MORE.search(text))


_LAST_DATE = re.compile(
    r" on (?:[A-Z][a-z]{2,8}\.? \d{1,2}|(?:the )?\d{1,2}[a-z]{0,2} (?:of )?[A-Z][a-z]{2,8})(?:, \d{4})?$"
)
"""“Was instructed | on August 12”: to do what?"""


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
    said = in_few_words(bare)
    if said:
        return shortened(said)
    for boundary, least in ((_STRONG, 45), (_WEAK, 40), (_WEAK, 24)):
        cuts = [match.start() for match in boundary.finditer(bare, 0, LONGEST + 8) if least <= match.start() <= LONGEST]
        for cut in reversed(cuts):
            if is_whole_head(bare[:cut]):
                return balanced(bare[:cut].rstrip(" ,;:—–"))
    return balanced(without_tail(bare[: LONGEST - 2].rsplit(" ", 1)[0])) + " …"


@lru_cache(maxsize=64)
def heads_of(text: str) -> list[str]:
    """The text cut at each place where what is left is whole, the longest first, the doubtful cuts last."""
    sure = {match.start() for one in (_STRONG, _WEAK) for match in one.finditer(text, 24, LONGEST)}
    loose = {match.start() for match in _LOOSE.finditer(text, 45, LONGEST)}
    heads = [balanced(text[:cut].rstrip(" ,;:—–")) for cut in sorted(sure, reverse=True)]
    heads = [head for head in heads if is_whole_head(head)]
    behind_nouns = (cut for cut in sorted(loose, reverse=True) if not _OPEN_END.search(text[:cut]))
    return heads + [balanced(text[:cut]) for cut in behind_nouns if is_whole_head(text[:cut])]


def is_surely_cut(text: str, head: str) -> bool:
    """Whether what follows the head is said beside it: “ which …”, “; …”, or all in brackets, but no end of a list."""
    cut = _STRONG.match(text, len(head)) if text.startswith(head) else None
    if cut is None or (cut.group() == ", " and ", " in head and text.startswith("and ", cut.end())):
        return False
    return cut.group() != " (" or text.endswith(")")


@lru_cache(maxsize=256)
def is_whole_head(head: str) -> bool:
    """Whether the words, cut here, still say something: a verb, no verb without its object, no clause half told."""
    head = head.rstrip(" ,;:—–")
    if is_dangling(head) or head.count("“") > head.count("”") or not has_verb(head) or _leads_on(head):
        return False
    if head.count("(") > head.count(")"):
        return False
    if _NO_MAIN.search(head):
        return False
    last = _OPEN.search(head)
    return last is None or (has_verb(last["rest"]) and last["rest"].count(" ") > 2)


_NO_MAIN = re.compile(
    r"^(?:When|If|After|As|While|Although|Since|Because|Following)\b(?!.*, )"
    r"|\bthat,? (?:in|on|at|after|before|following|despite|for|under|with|during|as|if|when|while) [^,]*$"
    r"|\b(?:will|would|has|have|had|was|were|is|are|should|may|can),? (?:of course|in fact|however|therefore)$"
)
"""A clause that only leads up to another, a helping verb and what is said by the way."""


@lru_cache(maxsize=256)
def loses_sense(full: str, head: str) -> bool:
    """Whether the cut behind the head takes what its last word needs: “made changes | in the list”, “joined | in”.

    Or the condition on which alone it is true: “arms control is headed for dormancy | unless …”, “no trucks | until …”.
    Of half the cuts it is asked twice.
    """
    rest = full[len(head) :].lstrip(" ") if full.startswith(head) else ""
    if _ONLY_IF.match(rest) and not _ONLY_IF.match(head):
        return True
    if _UNTIL.match(rest) and NOT.search(head):
        return True
    last = head.rsplit(" ", 1)[-1].lower()
    if (last in word_list("on what") and _AS_TO.match(rest)) or (last in _HOW_LONG and _BEFORE.match(rest)):
        return True
    if (_WHICH.match(rest) and _THE_ONE.search(head)) or (last in _BEGINS and _DOING.match(rest)):
        return True
    if _JOINED.search(head) and _IN_WHAT.match(rest):
        return True
    if not _ON_WHAT.match(rest):
        return False
    return last in word_list("needs what follows") or rest.startswith(("of ", "that ", "whether "))


_WHICH = re.compile(r"(?:which|who|whom|where|that) ")
_THE_ONE = re.compile(r"\b(?:the|those|all) (?:very |same |only )?[a-z]+$")
"""“The positions | which were taken by the states”: without a comma it says which are meant."""
_BEGINS = frozenset(["begin", "began", "start", "started", "stop", "consider", "avoid"])
_DOING = re.compile(r"[a-z]+ing ")
"""“directed him to begin | preparing the speech”."""
_ON_WHAT = re.compile(r"(?:in|of|before|after|to|for|between|that|whether|at) ")
_ONLY_IF = re.compile(
    r"[^;]*?\b(?:unless|provided that|(?<=, )provided (?!by|for|with|in|to)|only if|only when|on condition)\b"
)
NOT = re.compile(r"\b(?:not(?!/)|never|no|nor|neither|none|nobody|nothing|cannot|hardly)\b|n[’']t\b")
_UNTIL = re.compile(r"[^;,]*?\b(?:until|till|except|before|prior to|other than|but for)\b")
"""“No trucks can be got to China | until late in 1944”: what is denied is so only till then, or but for that."""
_AS_TO = re.compile(r"(?:both )?(?:with respect|with regard|in regard|regarding|concerning|on|as to|about|of) ")
_HOW_LONG = frozenset(["long", "shortly", "soon", "just", "immediately", "even", "only", "days", "weeks", "months"])
_BEFORE = re.compile(r"(?:before|after|as) ")
_JOINED = re.compile(r"\bjoin(?:s|ed)?\b(?!.*\bin\b)")
_IN_WHAT = re.compile(r"in |[^,;.]{3,40} in (?:[a-z]+ing|an?|the)\b")
"""“Joined other nations | throughout the world in signing”."""


_ADVERBS = re.compile(
    r",? (?!(?:re|sup|multip|app|comp)ly$|(?:assemb|fami|on|ear|dai|week|month|al)ly$)[a-z]+ly(?: and [a-z]+ly)?$"
)


def balanced(text: str) -> str:
    """Without a bracket or a quotation mark that stands alone."""
    for opening, closing in ("()", "“”", "[]"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return " ".join(text.split())


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def in_quotation(line: str, at: int) -> bool:
    """Whether a quotation is open at that place of the line: what is put in there stands in square brackets."""
    return line.count("“", 0, at) > line.count("”", 0, at)
