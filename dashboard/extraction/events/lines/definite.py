"""Definite: what “the resolution of January 28”, “the draft”, “the Council” leave open to who sees only the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from dashboard.extraction.vocabulary import word_list

COMPLEMENT = (
    r"(?:(?:of|on|for|between|with|against|to|in|at|from|by|concerning|regarding|about|over|that|which|who|whether"
    r"|among|under|toward|towards|as to|known|called|entitled)\b|[A-Z“]|\([A-Z])"
)
"""What follows a noun and may say which one is meant."""
MONTHS = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b\.?"
DATE = (
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTHS}(?:,? (?:\d{{4}}|last|instant))?"
    rf"|{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?|{MONTHS}(?:,? \d{{4}}|(?! \w))|1[89]\d\d|last [a-z]+"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
"""A date in the words of a line, which says when a thing was and not what it is on."""
_WHEN = (
    rf"(?:,? (?:of|on|in|at|dated|from|since|by|until|before|after)? ?(?:{DATE}|\d|noon|midnight|night|last|next)\b)"
)
_DONE = (
    r"(?:(?:[a-z]{2,}ed|made|sent|given|held|drawn up|written|left) (?:to|between|with|from|in connection)"
    r"|(?:sent|contained|enclosed|transmitted|quoted|suggested) in"
    r"|(?!go|be|dur|follow|accord)[a-z]{3,}ing (?:the|an?|that|for|on|upon|[A-Z][a-z])"
    r"|(?:issued|held|signed|reached|published|concluded) (?:at|in)|(?:belonging|known|owned) (?:to|as|by)"
    r"|(?:signed|issued|released|made|sent|written|submitted|presented|introduced|proposed|delivered|addressed|outlined"
    r"|published|drafted|prepared|adopted|given|handed) by)\b"
)
"""“the note handed to Hull by Nizamat”: what was done with it says which it is."""
_ENDED = re.compile(
    rf"\b(?![’'-](?!s\b)| {_DONE}|(?!{_WHEN}) {COMPLEMENT}"
    rf"| (?:of|on|dated) {DATE}(?: and \d+)?,? (?!by\b|in\b|at\b|to\b){COMPLEMENT})"
)
"""Where a noun ends and nothing that is no date says more of it."""
_ANYWHERE = re.compile(r"\b")
_THE = (
    r"(?:\b[Tt]he |(?:^|\b(?:after|before|of|to|in|on|for|with|at|by|from|about|until|under) )[Tt]hat "
    r"|^(?=[A-Z][a-z]+ \d))"
)
"""No “announced that elections will be held”."""
_THE_NOUN = re.compile(rf"{_THE}(?P<of>)(?P<noun>(?!the\b)[a-zé-]+)")
_THE_SUCH_NOUN = re.compile(
    rf"{_THE}(?P<of>(?:[A-Z][a-z]+ \d{{1,2}}|(?!(?:the|an?|his|our|its)\b)[a-z-]+) )(?P<noun>[a-zé-]+)"
)
_THE_STATES_PAPER = re.compile(
    r"\b[Tt]he (?P<of>[A-Z][a-z]+(?:an|ish|ese|i|ch|iet) )(?P<noun>notes?|drafts?|repl(?:y|ies)|answer"
    r"|communications?|memorandum|aide-mémoire|proposals?|counterproposals?|suggestions?|requests?|messages?|texts?)\b"
)
"""“the Norwegian note”: whose it is, but not on what."""
_THE_GIVEN_NOUN = re.compile(
    r"\b(?:forwarded|returned|submitted|presented|handed|relayed|delivered|gave|sent|read|transmitted|communicated"
    r"|adopted|approved|rejected|discussed|reviewed|showed|shown|conveyed|circulated|shared"
    r"|(?:re-?)?introduced|passed|declined|vetoed)"
    r"(?: (?:copies|a copy|the contents|the text|the substance) of)?"
    r" [Tt]he (?P<of>(?:(?!the\b)[a-z]+ )?)(?P<noun>memorandum of conversation|[A-Z]?[a-zé-]+)\b"
    r"(?= (?:to|with|under|in) (?:the |an? )?[A-Z]| by (?:the [A-Z]|an?|[A-Z]))"
)
"""“forwarded the paper to Winant”: to whom belongs to the deed, and not to the paper."""
_THE_MATTER = re.compile(r"\b[Tt]he (?P<of>)(?P<noun>matter|subject|issue|question)\b(?= (?:to|up|at|before|in|with) )")
"""“forward the matter to Soong”: to whom does not tell which."""
_BARE_OBJECT = re.compile(
    r"\b(?:discuss(?:ed)?|raised?|took up|presented|delivered|received?|conveyed|considered|adopted|approved|accepted"
    r"|continued?|submitted|mentioned|studied|settled?|reopened|reach(?:ed)?|prepar(?:ed?|ing)|publish(?:ed)?|outlined"
    r"|made|of|for|into|towards?|changes in) "
    r"(?P<noun>matter|message|bill|resolution|proposal|project|plan|agreement|treaty|note|letter|memorandum|draft"
    r"|reply|response|question|issue|subject|request|motion|decree|statement|shipment|points|report|(?<!for )text)\b"
    r"(?!(?: [a-z]+){1,4} (?:on|about|regarding|concerning) )"
    r"(?= (?:with|to|at|in|before|by) (?:the |his )?(?:[A-Z]|formal|meeting)|$|[.,;(”]| …"
    r"| (?:as|at some|along|during|and|when|while|this|last|yesterday|today|is|was|were|had|has|will|would)\b)"
)
"""“discussed matter with Finance Minister”, “had reached agreement”: the noun of a cable, without its article."""
_BARE_SUBJECT = re.compile(
    r"\b(?:stated|that|said|states|whether|if|when|until|date|since|because) "
    r"(?P<noun>questions?|discussions?|proposals?|matter|plan|negotiations|talks|meeting|bill|draft|study|sale|offer"
    r"|shipment)\b(?= (?:completed|was|were|is|are|be|had|has|have|will|would|should|could)\b)"
)
"""“stated question had been considered”: the same where it does something."""
_ALSO_PAPERS = frozenset(
    [
        *("paper", "draft", "document", "report", "text", "reply", "statement", "resolution", "motion", "proposal"),
        *("minutes", "memorandum of conversation", "translation", "communiqué", "aide-mémoire", "original"),
        *("legislation", "bill", "treaty", "treaties", "convention", "agreement", "protocol", "invitation"),
    ]
)
_BARE, _HALF = 0.7, 0.5
"""What “the agreement” leaves open: less than “this”, as it may be the only one a reader thinks of; and what one does
of which a word tells something."""


class Definite(NamedTuple):
    """A noun that leaves open which one is meant: where it stands, and how much it leaves open."""

    start: int
    end: int
    noun: str
    cost: float

    @property
    def is_told_by_subject(self) -> bool:
        """Whether the subject of its paper tells which: a body or an act of states, and no draft or office."""
        return self.noun in word_list("between whom") or (
            self.noun[0].isupper() and not self.noun.endswith(("Minister", "Delegation", "Delegate"))
        )


@lru_cache(maxsize=64)
def definite_nouns(line: str) -> tuple[Definite, ...]:
    """“the embargo”, “the proposed meeting”, “the Council”: what by itself leaves open which, in any order."""
    return tuple(_definite_nouns(line))


@cache
def _papers() -> frozenset[str]:
    return word_list("paper") | _ALSO_PAPERS


def _definite_nouns(line: str) -> Iterator[Definite]:
    """The same, one by one."""
    nouns = word_list("leaves open")
    ways = (
        (_THE_NOUN, nouns, _ENDED),
        (_THE_SUCH_NOUN, nouns, _ENDED),
        (_THE_STATES_PAPER, nouns, _ENDED),
        (_THE_GIVEN_NOUN, _papers(), _ANYWHERE),
        (_THE_MATTER, nouns, _ANYWHERE),
    )
    for pattern, fits, ended in ways:
        for found in pattern.finditer(line):
            if found["noun"].lower() in fits and ended.match(line, found.end()) and not _is_told(line, found, nouns):
                article = len("that " if line[: found.start("of")].lower().endswith("that ") else "the ")
                start = found.start("of") - article
                yield Definite(max(start, 0), found.end(), found["noun"], _HALF if found["of"] else _BARE)
    for found in chain(_BARE_OBJECT.finditer(line), _BARE_SUBJECT.finditer(line)):
        yield Definite(found.start("noun"), found.end(), found["noun"], _BARE)
    yield from bodies(line)


def bodies(line: str) -> Iterator[Definite]:
    """“the Council”: where the line speaks of a body or an office without its name."""
    for found in _BODY.finditer(line):
        start, body = found.start(), found.group()
        bare = _BEFORE_BODY.search(line, max(0, start - len("The ")), start)
        if bare and not re.search(rf"\b[A-Z]\w+ {body}\b", line[:start]):
            yield Definite(start, found.end(), body, _BARE)


def _is_told(line: str, found: re.Match[str], nouns: frozenset[str]) -> bool:
    """Whether the noun only begins another, “the draft letter”, or its place tells it, “the vote of May 3 in Egypt”."""
    after = _WORD_AFTER.match(line, found.end())
    held = found["noun"] not in _papers() and _HELD_IN.match(line, found.end())
    return bool(held or (after and after.group().strip() in nouns))


_HELD_IN = re.compile(rf" (?:of|on) {DATE},? (?:in|at) [A-Z]")
_WORD_AFTER = re.compile(r" [a-z]+\b")
_BODY = re.compile(
    r"(?:(?:Joint|Mixed|Special|Steering|Drafting|Working|Preparatory|Executive) )?(?:Council|Commission|Committee"
    r"|Conference|Assembly|Board|Minister|Delegation|Delegate|Fund|Group|Mission|Chamber|Agency|Bank|Authority"
    r"|Convention|Treaty|Protocol|Agreement|Charter)\b"
    r"(?! (?:(?:of|for|in|at|to|on|with)\b|[A-Z“])| \()"
)
_BEFORE_BODY = re.compile(r"(?:^|\b(?:[Tt]he|to|on|by) )$")
"""A body or an office of which there are many, and what stands before it where it has no name."""


@cache
def _dated_act() -> re.Pattern[str]:
    acts = "|".join(sorted(word_list("between whom")))
    return re.compile(
        rf"(?<!\bhis )(?<!\btheir )(?<![a-z]an )(?<!ish )(?<!ese )"
        rf"(?i:\b(?:{acts}))\b(?=,? (?:(?:of|dated) )?{DATE}(?!,? (?:{COMPLEMENT})\b))"
        rf"|\b(?:{DATE}) (?:[A-Z]?[a-z]+ )?(?i:(?:{acts}))\b(?! {COMPLEMENT})"
    )


def dated_acts(line: str) -> int:
    """How many acts the line tells by their date alone: “Council’s resolution of 28 January”, “March 8 agreement”."""
    generic = _OF_NO_PARTIES.search(line)
    if _DIGIT.search(line) is None:
        return int(generic is not None)
    dated = sum(1 for _ in _dated_act().finditer(line)) + bool(_OF_NOBODY.match(line) or is_dated_alone(line))
    return dated or int(generic is not None)


_OF_NO_PARTIES = re.compile(
    r"(?:\b[Tt]he |^|\bof |\ba )(?:(?:[Mm]utual|[Dd]efense|[Tt]rade|[Pp]eace|[Cc]ommercial|[Ee]xtradition"
    r"|[Ii]mmigration|[Ss]ecurity|[Mm]ilitary|[Ee]conomic|[Tt]echnical|[Aa]ssistance|[Aa]id|[Dd]raft) )+"
    r"(?:[Tt]reaty|[Aa]greement"
    r"|[Cc]onvention|[Pp]act)\b(?!s|(?:,? (?:of|signed) (?:at [A-Z]\w+ )?(?:on )?"
    rf"{DATE}| of [a-z ]+)? (?:with|between|on|for)\b)"
)
"""“the Mutual Defense Treaty”, “a draft treaty of peace”: with whom is not told."""
_DIGIT = re.compile(r"\d")
_OF_NOBODY = re.compile(
    r"(?:Text of )?(?:The )?(?:[Ss]peech|[Ss]tatement|[Dd]eclaration|[Aa]ddress|[Aa]ward|[Dd]ecision|[Ll]aw"
    rf"|[Rr]emarks|[Pp]ress conference) (?:of|on) {DATE}(?!,? (?:{COMPLEMENT})\b)"
)
"""“Speech of January 8”: whose it is not told."""


def is_dated_alone(line: str) -> bool:
    """Whether the line is nothing but a paper with its date, and whose it is."""
    return _OF_NOTHING.fullmatch(line) is not None


_PAPER_OF_SOMEBODY = (
    r"(?:statement|speech|address|report|decree|proposals?|letter|note|message|memorandum|telegram|order|announcement"
    r"|communiqué|recommendations?|act|law)"
)
_OF_NOTHING = re.compile(
    r"(?:[\w.’' -]{3,50}[’']s? |(?:[A-Z][a-z]+ ){2}(?!Act\b|Law\b))?"
    rf"(?i:{_PAPER_OF_SOMEBODY})(?:,? (?:of|dated|on) {DATE})(?:,? to (?:the )?(?:(?:of|the) |[A-Z]\w+ ?){{1,5}})?"
    rf"|[\w.’' -]{{3,50}}[’']s? {DATE} {_PAPER_OF_SOMEBODY}"
)
"""“Secretary Acheson’s statement of May 18”, “the Commission’s August 13 proposals”: on what it is not told."""


def is_told_by_subject(line: str) -> bool:
    """Whether the line speaks of “the Council”, or of “the resolution” of a day, and does not say on what."""
    bodies = (one for one in definite_nouns(line) if one.noun[0].isupper())
    return bool(dated_acts(line)) or any(one.is_told_by_subject for one in bodies)
