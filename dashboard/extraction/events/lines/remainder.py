"""Remainder: what a line lacks that its sentence goes on to say, judged by how the rest of the sentence begins."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.enumeration import cuts_series
from dashboard.extraction.events.lines.lacking import LACKING, LOOSE, TORN, WANTING
from dashboard.extraction.events.lines.main_verb import without_asides
from dashboard.extraction.events.lines.needs import SURE_VERB
from dashboard.extraction.events.lines.opened import THAT
from dashboard.extraction.vocabulary import word_list

WANTED = re.compile(
    r",? (?:that|whether|how) (?!(?:day|date|time|morning|afternoon|evening|night|year|month|week)\b)"
    r"| of (?!course)(?=[a-zA-Z])"
    r"|(?: here| there)? (?:is|was) that\b"
    r"| than | as (?:to|follows|[a-z]+ing)\b| or so\b| (?:at|in|to|from) (?:[A-Z][\w.]* ){1,3}that [a-z]"
    r"| (?:according to|to|in|of|with|within|by|from|for|on|upon|at|under|through|before|after|until)"
    r" (?:which|whom|what) "
)
"""What no line can do without that was cut before it."""
_ENDS_SERIES = re.compile(r"[’”)]*,? (?:and|or) ")
_BODY = re.compile(r"\b(?:Commission|Committee|Council|Agency|Organization|Administration|Fund|Bank|Bureau|Office)$")
_OF_WHAT_BODY = re.compile(r" (?:for|on|of) (?:the )?[A-Z]")
"""“The United Nations Commission | for Indonesia”: within a name."""
_BODY_FOR = re.compile(
    r"\b(?:Commission|Committee|Subcommittee|Council|Board|Bureau|Office|Department|Ministry|Division|Under Secretary"
    r"|Assistant Secretary|Minister|Report)(?: of State)? (?:for|on|of) (?:the )?(?:[A-Z]\w+,? ){0,3}[A-Z]\w+$"
)
_AND_BODY = re.compile(
    r",? and (?:the )?[A-Z]\w+ (?:Affairs|Policy|Committee|Commission|Relations|Development|Welfare|Labor)\b"
)
"""“The Select Commission on Immigration | and Refugee Policy”: so too."""
_SO_LONG = re.compile(r"\b(?:weeks|days|months|years|hours|minutes|[Tt]he (?:day|night|week|month|year))$")
_EARLIER = re.compile(r" (?:before|after|earlier|previous|hence|prior)\b")
"""“Some five weeks | before”, “the day | after he left”: when?"""
_INFINITIVE = re.compile(r" (?:not )?to (?!the\b|an?\b|his\b|its\b|our\b|their\b|this\b)[a-z]+\b")
_TO_BE = re.compile(r" to be [a-z]+(?:ed|en|t)\b")
_RELATIVE = re.compile(r" (?:which|who|whose|where)\b")
_COMPLEMENT = re.compile(r" (?:for|with|on|between|against|about|regarding|concerning|to|among|toward|towards|from) ")
_WHERE = re.compile(r" (?:in|at|under|into|over) ")
_ADJUNCT = re.compile(
    r"[’)]*,? (?:and|or|but|nor|by|into|for|with|on|in|at|under|over|to|from|yet|while|since|because|although|though"
    r"|when|whenever|if|unless|until|till|before|after|during|through|throughout|within|without|along|across|near|upon"
    r"|due|owing|so|as|despite|pending|once|where|here|there|both|either|via|per|also|however|not|rather|even|again"
    r"|together|then|only|just|except|relative|aimed|designed|based|between|against|about|regarding"
    r"|concerning|among|towards?|[a-z]+ly|[a-z]+ing"
    r"|(?:two|three|four|several|some|a few|\d+) (?:hours|days|weeks|months|years|miles))\b"
)
"""What may follow that a line can do without."""
_ASIDE_AT_END = re.compile(r", (?:who|which|through|by|from|in|with|without|at|on|to|for|after|before|as) [^,]+$")
_THERE = re.compile(r"\b[Tt]here (?:is|are|was|were|has been|have been)(?: now)?(?: being)? [a-z]+ed,")
"""“There is being prepared, and should be ready soon |, a survey”: its subject follows."""
_OBJECT = re.compile(r", (?:an?|the|his|her|its|their|our) (?!\w+ of which)")
"""What a verb before an aside was to have: “received, through Mr. Russell, | an account”."""
_DID = re.compile(r"\b(?!(?:was|were|been|be|being|is|are|has|have|had)\b)[\w’.)]+ [a-z]{3,}ed$")
_AND_DID = re.compile(r" and [a-z]{3,}ed\b")
"""“The Commission approved | and signed the protocol”: what both verbs have for their object."""
_WITH_TITLE = re.compile(r"\bthrough [^,]+, [A-Z][^,]+$")
_THEN_OBJECT = re.compile(r", (?:which|who)\b [^,]+, (?:an?|the|his|her|its|their|our) ")
"""“Had indicated through Soong, Minister of Foreign Affairs |, who was here, a desire”: what was indicated."""
_THEN_VERB = re.compile(r", [^,]{3,60}, (?:was|were|is|are|has|have|had|will|would|should)\b")
"""“A summary sent to Hull |, dated January 15, was attached”: the verb, behind what is said by the way."""
_VERB_OF_THAT = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|did)\b"
    r"|\b[a-z]{3,}ed\b(?! (?:to|by|from|in|at|on|with|for)\b)"
)
_PARTS = re.compile(r", | and with ")
_BARE_VERB = re.compile(
    r"\b(?:will|would|to|should|may|must|can|could|might)(?: rather| also| now| not| again)? [a-z]+$"
)
_IN_WHAT = re.compile(r" (?:in|within|under|at|upon|on|above|below|by|to|from|with) ")
_PARTICIPLE = re.compile(r"\b(?!(?:need|indeed|proceed|succeed|arrived|returned|met)\b)[a-z]{3,}ed$")
_HAS_TAKEN = re.compile(
    r"\b(?:has|have|had|will|would|to|could|can|should|must|may|might|not) (?:taken|take|given|give|carried|carry"
    r"|turned|turn|brought|bring|put|set|gone|go|come|held|hold|passed|pass|looked|look|called|call|pointed|point)$|\bpasses$"
)
_PARTICLE = re.compile(r" (?:on|up|over|out|off|through|into|away|back|forward|down|in|at|with)\b")
"""“Has taken | on a new urgency”, “passes | through five stages”."""
_HELPED = re.compile(r"\b(?:was|were|been|be|being|is|are|has|have|had|and|not|[a-z]+ly)(?: [\w-]+){1,3}$")
"""“The concept contained |” of “the concept was contained |”."""
_NOUN_OF_DEED = re.compile(
    r"(?:[ts]ions?|ments?|(?<!entr)(?<!embl)(?<!embr)[ae]nces?|(?<!even)(?<!morn)(?<!build)(?<!meet)(?<!brief)ings?"
    r"|acceptance|proposals?|approvals?|refusals?|requests?|answers?|repl(?:y|ies)|prospects?|reluctant|ready|able"
    r"|views?|comments?|letters?|framework|draft|adherence|concern|interest|access|right|efforts?|need|[a-z]{3,}ous"
    r"|[a-z]{3,}ble|[a-z]{4,}ed)$"
)
"""“The acceptance |”, “is reluctant |”: a word that may want what it is of, or to do."""
_INDEFINITE = re.compile(r" an? (?:[a-z]+ )?[a-z]+$")
"""“Determined to pursue a policy | for …”: what is new to the reader tells nothing without what it is of."""
_VERB = re.compile(
    r"[’)]*,? (?:also |then |now |not |later |probably |subsequently )*(?:was|were|is|are|has|have|had|will|would"
    r"|shall|should|can|could|may|might|must|did|does|do|said|told|gave|took|made|held|met|sent|left|went|came|began"
    r"|(?:continued|remained|failed|appeared|seemed|refused|insisted|agreed|wished|proceeded)\b"
    r"|(?!dated\b)[a-z]{3,}ed(?= (?:that|to|the|his|its|their|an?|in|on|as|[a-z]+ly|[A-Z]\w+)\b)"
    r"|[a-z]{3,}s(?= (?:that|the|an?|no|not)\b))\b"
)
_BY_WHOM_OF = re.compile(
    r" by (?!the (?:end|time))(?:(?!\b(?:was|were|is|are|has|had|have|will|would|that)\b)[^,;.]){3,70}?"
    r"(?<!\bSecretary)(?<!\bMinister)(?<!\bChief)(?<!\bmembers)(?<!\bPresident)(?<!\bGovernment)(?<!\bDepartment)"
    r" (?:of (?:the |an? )?[a-z]|in regard to|with regard to|concerning )"
)
"""“The issuance | by Chiang of a statement”: behind who did it what he did it to."""
_MADE = re.compile(
    r"\b(?:improvements?|changes?|progress|reference|provision|representations?|objections?|contributions?|reductions?"
    r"|exceptions?|allusions?|amendments?|corrections?|additions?|attention)"
    r" (?:(?:should|could|would|will|must|may|might|can|had|has|have|was|were|is|are|be|been|being|not|also) ){1,4}"
    r"(?:made|given|paid|taken|raised|called|drawn)$"
)
_TO_WHAT = re.compile(r" (?:in|to|for|of|about|against|on|regarding|concerning) ")
"""“That improvement should be made | in the system”: of what?"""
_IT_IS = re.compile(
    r"\b[Ii]t (?:is|was|were|would be|will be|may be|might be|seems|seemed|appears|appeared)(?: [a-z]+){0,3} [a-z]+$"
)
_THAT_OR_TO = re.compile(r"(?: for [^,;.]{2,40})? (?:to|that|whether|if) [a-z]")
"""“It was of course absurd | to say so”: what “it” stands for."""
_IS_SAID = re.compile(
    r"\b(?:is|was|are|were|been|be) (?:also |now |not )?(?:reported|said|believed|understood|alleged|expected|supposed"
    r"|known|thought|intended|scheduled|requested|asked|authorized|instructed|directed|invited|permitted|allowed|prepared"
    r"|forced|compelled|obliged|urged|ordered|likely|unlikely|used|required)(?: by [^,]+)?$"
)
_TO_DO = re.compile(r"(?: by [^,;.]{3,60}?)? to [a-z]")
"""“The Sumter has been permitted | by the authorities to enter”."""
_LEADS_ON = re.compile(
    r"\b(?:(?:direct|instruct|ask|authoriz|invit|order|call(?=\w+ for\b))(?:ed|ing)"
    r"|to (?:direct|instruct|ask|authorize|invite|order|request|urge|persuade|induce|permit|allow|enable))\b"
    r"(?!.* (?:to|that|on|upon|whether)\b)"
    r"|\b(?:enables?|enabled|urged|persuaded|compelled|agreed|decided|undertook|promised|offered|refused|intended)\b"
    r"(?!.* (?:to|that|on|upon|whether)\b)"
)
_THEN_TO_DO = re.compile(r"[^;:]{0,160}? (?:not )?to (?!the\b|an?\b|his\b|its\b|our\b|their\b|this\b)[a-z]{2,}\b")
"""“Directed a delegation under the Agency | to table proposals”, “agreed with Eden | to go along”: to do what."""
_AND_CAME = re.compile(
    r" and (?:then |later |also |subsequently )?(?:came|went|became|made|took|gave|put|sent|brought|come|go|become|make"
    r"|take|give|send|bring)$"
)
"""“Served at Shanghai and then came | to Lanchow”: a verb that tells little without what follows."""
_HAVING = re.compile(
    r"(?:(?!\b(?:was|were|is|are|has|have|had|[a-z]{3,}ed)\b)[^;:]){3,140}? having (?:been )?[a-z]+(?:ed|en|t)\b[^,]*$"
)
"""“Congressman Carlin having been received |”: its verb is still to come."""
SPARED = re.compile(r"[’']s\b|\bdated\b")
"""What looks like a verb and is none."""


def cut_before(words: str, rest: str, *, spoken: bool) -> float:
    """What a line lacks that is cut before the rest of its sentence."""
    if WANTED.match(rest) or _AND_CAME.search(words) or (_BODY.search(words) and _OF_WHAT_BODY.match(rest)):
        return TORN
    if (_AND_BODY.match(rest) and _BODY_FOR.search(words)) or (_EARLIER.match(rest) and _SO_LONG.search(words)):
        return TORN
    if cuts_series(words, rest, spoken=spoken):
        return LOOSE if spoken or not _ENDS_SERIES.match(rest) else TORN
    if goes_on_with_noun(rest) or (spoken and _verb_follows(rest)):
        return TORN
    if _VERB.match(rest):
        that = THAT.match(words)
        told = SURE_VERB.search(without_asides(SPARED.sub("", that["rest"] if that else words)))
        return (TORN if spoken else LACKING * ("," in words)) if not (told and rest.startswith(",")) else 0
    if rest.startswith(","):
        return TORN * _wants_behind_comma(words, rest)
    if _HAVING.match(words) and _ADJUNCT.match(rest):
        return LACKING
    if _DID.search(words) and _AND_DID.match(rest):
        return LACKING if spoken else 0
    if _BARE_VERB.search(words) and rest.startswith((" to ", " with ")):
        return LACKING
    if _HAS_TAKEN.search(words) and _PARTICLE.match(rest):
        return LACKING
    if _IN_WHAT.match(rest) and _PARTICIPLE.search(words) and not _HELPED.search(words):
        return LACKING
    if _IT_IS.search(words) and _THAT_OR_TO.match(rest):
        return LACKING
    if (_IS_SAID.search(words) and _TO_DO.match(rest)) or (_LEADS_ON.search(words) and _THEN_TO_DO.match(rest)):
        return LACKING
    deed = _NOUN_OF_DEED.search(words) or words.rsplit(" ", 1)[-1] in word_list("on what")
    if (_INFINITIVE.match(rest) and (deed or not _TO_BE.match(rest))) or _RELATIVE.match(rest):
        return LOOSE if spoken else 0
    if deed and (_COMPLEMENT.match(rest) or (_BY_WHOM_OF.match(rest) and not words.endswith("ed"))):
        return LACKING if _INDEFINITE.search(words) else WANTING
    if _MADE.search(words) and _TO_WHAT.match(rest):
        return LACKING
    if deed and _WHERE.match(rest) and not words.endswith("ed"):
        return LOOSE
    if _ADJUNCT.match(rest):
        return 0
    return LACKING if spoken and rest[:1] == " " else 0


def goes_on_with_noun(rest: str) -> bool:
    """Whether a noun follows that only ends like a participle: “advanced flight | training”."""
    return rest[:1] == " " and rest[1:].split(" ", 1)[0].rstrip(".,;:") in word_list("noun in -ing")


def _verb_follows(rest: str) -> bool:
    """Whether a helping verb follows that belongs to no clause begun behind the line: “next few days | is vigorous”."""
    if rest.startswith(","):
        return False
    end = _CLAUSE_END.search(rest)
    own = rest[: end.start()] if end else rest
    return len(_HELPING.findall(own)) > len(_OPENS.findall(own))


_CLAUSE_END = re.compile(
    r"[;:.—]|,? (?:and|but|or|nor|while|whereas)\b|, (?:which|who|as|in|the|an?|he|she|it|they|we|I)\b"
)
_HELPING = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should|did|does)\b"
    r"(?: (?:not|also|been|be|have|now|then)\b)*"
)
_OPENS = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|if|because|as|whether|while|since|after|before|until|unless|than|how|what"
    r"|why|I|we|he|she|they|it|you|there|for|so)\b"
)
"""What begins a clause, or is the subject of one."""


def _wants_behind_comma(words: str, rest: str) -> bool:
    """Whether the line is cut before what its verb is to have, or before the verb, behind something said by the way."""
    if (_ASIDE_AT_END.search(words) or _THERE.search(words)) and _OBJECT.match(rest):
        return True
    if _WITH_TITLE.search(words) and _THEN_OBJECT.match(rest):
        return True
    _, joined, last = words.rpartition(" and ")
    if _THEN_VERB.match(rest) and joined and not SURE_VERB.search(SPARED.sub("", last)):
        return True
    that = THAT.match(words)
    parts = _PARTS.split(that["rest"] if that else words)
    return bool((that or len(parts) > 1) and _THEN_VERB.match(rest) and not _VERB_OF_THAT.search(parts[-1]))
