"""Leading words: what comes before the main clause of a sentence and tells nothing by itself."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.broken import is_one_of_them
from dashboard.extraction.events.lines.shortening import has_verb
from dashboard.model import Span

_CONNECTING = re.compile(
    r"(?:and|but|which|who|that|while|whereas|also|however|therefore|nevertheless|moreover|consequently"
    r"|accordingly|in reply"
    r"|furthermore|meanwhile|thus|hence|then|in this connection|in addition|as a result|of course|for example"
    r"|for instance|in fact|(?:it (?:is|was) )?(?:true|clear|evident|understood|reported|noted|recalled)"
    r"(?:, of course,)? that|(?:it )?(?:appears|seems) that|it (?:can|may|will|should|is|was"
    r"|has been) (?:(?!not\b|never\b|hardly\b)\w+ ){0,2}\w+ed that|please (?:\w+ ){1,6}that"
    r"|(?:an? |the )?(?:(?:attached|handwritten|typewritten|marginal|typed|covering) )?"
    r"(?:notation|note|stamp|endorsement)s?"
    r"(?: on (?:the|this|his) [\w ]{4,30}?)? (?:states?|indicates?|shows?|says?) that"
    r"|i beg to (?:add|state|say|report) that|the honor to (?:state|report|inform [\w ]{2,20}) that)[, ]+",
    re.IGNORECASE,
)
_SEE = re.compile(
    r"^(?:For [^;]{5,200}?, )?[Ss]ee(?: also)? (?=\w)|^(?:Cf\.|Reference is (?:presumably )?to"
    r"|(?:An )?[Aa]pparent(?:ly a)? reference to|Presum(?:able|ably a) reference to|Presumably"
    r"|In reply to|Referring to|Regarding) (?=\w)"
)
_HONOR = re.compile(
    r"\b(?P<lead>has the honor to|begs(?: leave)? to|wishes to|desires to) (?P<verb>state|report|say"
    r"|inform|advise|add|observe)"
    r"(?: (?!that\b)[\w.’' ]{2,60}?)? that (?=\w)"
)
_HONOR_VERB = re.compile(r"\bhas (?:the honor|now the honor|had the honor|honor)(?: to)? (?P<verb>[a-z]+)\b")
NOT_BEHIND_DAY = r"(?!(?<!\d{3})\d, (?![A-Z][a-z]+ \d)(?:[A-Z]|(?:the|an?|he|she|it|they|we) ))"
"""Where no main clause begins behind a day, which then is all that leads up to it: “On March 28, | the envoys of …”."""
_OPENING = re.compile(
    r"(?i:After|Before|During|In|At|While|With|Upon|For|As|Although|By|Following|Regarding|According|On"
    r"|From|Despite|Since"
    r"|Having|Under|Through|Fol|Pursuant|Until|Because|When|If not|Not)\b"
    r"(?!.{0,40}\b(?:opinion|view|judgment|belief|estimate)\b)"
    rf" (?:{NOT_BEHIND_DAY}[^;]){{3,200}}?(?:(?<!\d)|(?<= 1[89]\d\d)), "
    r"(?=(?P<main>(?:[A-Z]|(?:the|it|an?|we|our|he|his|she|they|their|its|there|this|these|if|called"
    r"|met|told) ).{24,}))"
)
_LISTED = re.compile(r"(?:[^,;]{2,60}, ){0,8}?(?:[^,;]{2,50} )?(?:and|or) [^,;]{2,60}, (?=(?:the|an?|[A-Z]\S*) )")
"""The rest of a list up to the main clause: “immigration, | refugees, and international law, Vance told …”."""
_WHICH_DID = re.compile(r"\b(?:which|who|whom)\b(?P<did>[^,]*), $")
"""A relative clause at the end of what leads up, with what it says so far."""
_OF_A_NAME = re.compile(r"(?:Junior|Jr|Senior|Sr|Esq)\b")
"""The rest of a name, behind a comma."""
_ITS_VERB = re.compile(r"[^,;]*, (?=(?:the|an?|[A-Z]\S*) )")
_WISH_TO_INFORM = re.compile(
    r".{0,200}?\b(?:wish(?:es)? to (?:inform|advise) [\w ]{2,30} that|beg(?:s)? to inform [\w ]{2,30} that) (?=\w)"
)
_INITIAL = re.compile(
    r"^(?:\(?(?:TS|[SCU])(?:/[A-Z]+)*\) |[a-z]\. (?=[A-Z])"
    r"|[A-Z]\.[”\"]? (?=(?:An?|The|On|In|At|While|When|If|It|We|This|To)\b))"
)
"""How secret a paragraph is, the initial that ended the sentence before, or the letter of a paragraph."""
_REFERENCE = re.compile(
    r"(?:(?:Re|With (?:further )?reference to|Referring to|Supplementing) )?(?:[Uu]rtels?|[Mm]ytel|Deptel|Embtel"
    r"|(?:Your|[Mm]y|Our|[Tt]elegrams? from (?:the )?[A-Z][\w ]{2,30}?,?|[A-Z][a-z]+,(?= [A-Z])"
    r"|(?:Department|Embassy|Legation|Consulate)[’']s)(?: (?:tele|air)gram| circular| despatch| cable| letter)?)"
    r" (?:(?:No\. |[Nn]umber |[A-Z]{1,4}–?)?\d+|of [A-Z][a-z]+ \d|(?:[A-Z][a-z]+ \d+)(?=,? (?:\d|noon|midnight)))"
    r"[^:.]{0,40}?(?:[ap]\. ?m\.|(?:noon|midnight)\.|[:.]|(?<= [Jj]une l)\.) (?=[A-Z])"
    r"|(?:Your|My|Our) (?:telegram )?(?:No\. |[Nn]umber )?\d+, [^:.,]{3,20}, \d{1,2} [ap]\. ?m\.?, (?=(?:I|[Ww]e) )"
    r"|(?:Ref: )?[A-Z]{3,8} \d{2,5} (?=(?:We|I|It|The|Following|Department|Embassy) )"
)
"""The telegram that is answered, before the first sentence."""
_GREETING = re.compile(
    r"^(?:(?:(?:My|[A-Z][\w. ]{1,30}’s) )?[Dd]ear (?:Mr\. )?[A-Z][^,:;]{1,40}[,:]+ "
    r"|(?:Sirs?|Excellenc(?:y|ies)|Gentlemen)[,:] |(?:Mr\.|Madam) (?:Vice |Prime |Acting )?"
    r"(?:Secretary(?: General)?|President|Chairman|Speaker|Minister|Ambassador)[,:] "
    r"|(?:[Ll]adies and [Gg]entlemen|(?:[Aa]nd )?[Dd]istinguished \w+|(?:[Mm]y )?[Ff]ellow \w+|[Mm]y friends)[,:] )"
    r"(?:(?:and )?(?:[Ll]adies and [Gg]entlemen|[Dd]istinguished [\w ]{3,30}|[Mm]embers of [^,:;]{3,50}"
    r"|[Ee]xcellencies|[Gg]entlemen|[Mm]y [a-z ]{3,20})[,:] )*"
)
"""Whom a letter or a speech greets, and those it greets with him."""
_REPRINTED = re.compile(
    r"(?<=.{30}),(?: and)? (?:in )?(?:the )?(?:Department of State )?Bulletin,? (?:of )?[A-Z][a-z]+ \d{1,2}, \d{4}.*$"
)
"""Where a declaration is printed, behind it."""
_MINDED = re.compile(
    r"^(?:You|(?:[A-Z][\w.]+ ){1,4}?)(?: ?will| may)(?: doubtless)? (?:recall|remember|note|observe|notice) that (?=\w)"
)
"""“You will recall that …”: what the reader knows is told, not that he does."""
_FEW = 15
"""Characters of a clause that may be whole."""


def from_main_clause(text: str) -> str:
    """The words from the main clause on; the whole where the rest would say nothing by itself."""
    text = without_greeting(without_reference(text))
    text = _MINDED.sub("", text)
    text = _INITIAL.sub("", _SEE.sub("", _REPRINTED.sub("", text).strip(" ,;:.—–")))
    for pattern in (_CONNECTING, _WISH_TO_INFORM, _CONNECTING):
        match = pattern.match(text)
        if match and len(text) - match.end() >= _FEW and has_verb(text[match.end() :]):
            text = text[match.end() :]
    text = _HONOR_VERB.sub(lambda found: third(found["verb"]), _HONOR.sub(_stated, text))
    return without_opening(text)


def without_greeting(text: str) -> str:
    """Without those whom a letter or a speech greets, if they stand before the sentence."""
    return _GREETING.sub("", text)


_FOR_WHOM = re.compile(
    r"^(?:For|To|From) (?:[A-Z][\w.]+ ){0,3}(?:(?:to|for|from) (?:[A-Z][\w.]+ ){0,2})?[A-Z]\w+: (?=[A-Z])"
)
"""“For Cochran: ”: whom a telegram is for, before its first sentence."""


def begins_at(text: str, clause: Span) -> int:
    """Where a clause begins behind the telegram that it answers; its own beginning if it answers none."""
    found = _REFERENCE.match(text, clause.start, clause.end)
    return found.end() if found else clause.start


def without_reference(text: str) -> str:
    """Without the telegram that is answered, or whom one is for, if it stands before the sentence."""
    return _FOR_WHOM.sub("", _REFERENCE.sub("", text, count=1) if _REFERENCE.match(text) else text)


_SUBORDINATE = re.compile(
    r"(?:Although|Though|While|When|After|Once|Since|After being|Having been) (?P<deed>[a-z]+ed|sent|made|given|told)"
    r" (?P<rest>[^,;]{4,90}), (?P<who>(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+) (?P<main>[a-z].*)$"
)


def without_subordinate(text: str, dates: list[str]) -> str:
    """“Byroade was appointed Ambassador” of “Although appointed Ambassador on January 24, Byroade did not …”.

    Of the two clauses the one that holds the date, its subject put before it.
    """
    found = _SUBORDINATE.match(text)
    if not found or not dates:
        return text
    if dates[0] in found["rest"]:
        rest = re.sub(rf" (?:(?:on|in|at) )?{re.escape(dates[0])}$", "", found["rest"])
        return f"{found['who']} was {found['deed']} {rest}"
    return f"{found['who']} {found['main']}"


def without_opening(text: str) -> str:
    """Without the adverbial before the main clause, where the line is too long with it and the rest is whole."""
    match = _OPENING.match(text)
    if match and has_verb(match["main"]) and (len(text) > 110 or re.match(r"(?:As|According|Fol)\b", text, re.I)):
        return main_behind(match.group(), match["main"]) or text
    return text


def main_behind(lead: str, main: str) -> str:
    """The main clause behind what leads up to it, without the rest of a list or of a relative clause that this ends in.

    “Before the subcommittee on immigration, | refugees, and international law, | Vance told …”; “at which those of
    Britain, | China and Canada were present, | the President …”.
    Empty where it has lost a subject: “Since Monday Belaunde and Cano, | Junior, …”, “…, | Mello Franco have come”.
    """
    if _OF_A_NAME.match(main) or is_one_of_them(main):
        return ""
    which = _WHICH_DID.search(lead)
    listed = _LISTED.match(main)
    rest = _ITS_VERB.match(main) if which and not has_verb(which["did"]) else listed
    if rest and (rest is not listed or not has_verb(listed.group())):
        return main[rest.end() :]
    return main


def _stated(found: re.Match[str]) -> str:
    return f"{third(found['verb'])} that "


def third(verb: str) -> str:
    """The third person of a verb in the present: “encloses”, “acknowledges”, “wishes”, “replies”."""
    if verb.endswith(("s", "sh", "ch", "x")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"
