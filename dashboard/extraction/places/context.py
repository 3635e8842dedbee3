"""What stands around a name, and what it says: a person, a ship, a newspaper, an institution, or a place."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dashboard.extraction.alternation import any_of
from dashboard.extraction.places.vocabulary import words

LEAD = 48
"""Characters before a name that are looked at: the longest title and ship's class fit in."""
_QUOTES = " \u00a0\n\t“\"'‘"
_NEXT = re.compile(r"[ \n-]([^\W\d_]+)")
_FOLLOWING = re.compile(r"\s+([^\W\d_]+)")
_FILE_NUMBER = re.compile(r"(?:\b\d{3}[A-Z]?\.[\dA-Z]+ (?:\w+ )?|\b[A-Z]{2,4} \d+(?:[–-]\d+)? (?:[A-Z]+[–-])*)$")
"""“501.BC Kashmir/11–2648”, “DEF 12–5 JORDAN”: the subject of a file, not a place spoken of."""
_DIGIT = re.compile(r"\d")
_FILE_SUFFIX = re.compile(r"(?: War)?/\d| Peace Conf\. \d")
_ALONE = re.compile(r"[\])]?[.,]?\s*(?:\n|$)")
_ABBREVIATION = re.compile(r"[^\W\d_](?:[,.]{1,2}\s{0,2}[\[(]?| )$")
_SYLLABLE = re.compile(
    r"-(?!(?:run|led|men|man|made|born|ran|fed|won|sung)(?![^\W\d_]))(?:ch|sh|hs|ts|tz|[bcdfghjklmnpqrstwxyz])?[’']?"
    r"(?:[aeiouêü]|ai|ao|ei|ia|iao|ieh|ih|io|iu|ou|ua|uai|üeh|ui|uo|erh|(?:a|e|ê|ia|ie|i|o|ua|ue|u|ü|üa|iu)ng?)(?![^\W\d_])"
)
"""A syllable as Wade and Giles write it, with a small letter."""
LISTING = re.compile(r"\s?(?:,|;|/|,? (?:and|or|&)|\s?–)\s?(?:in |at |the |of )?")
"""What stands between the members of a list."""
_REGION_WORDS = {"central", "eastern", "western", "northern", "southern", "southwest", "northwest", "the"}


class Lead(NamedTuple):
    """The words directly before a name, the nearest last; none where a bracket or a dash stands between."""

    words: tuple[str, ...]
    """Up to four, quotation marks and a final “the” taken away."""
    endings: tuple[str, ...]
    """The last one to four words (“Admiral”, “Rear Admiral”), without signs at either end."""
    raw: str
    """The characters themselves."""

    def ends_with(self, role: str) -> bool:
        """Whether the last one to four words have this role (“Rear Admiral”, “U. S. S.”)."""
        return not words(role).isdisjoint(self.endings)

    def ends_with_title(self) -> bool:
        """Whether a title stands before; a full word with a dot (“the President. France …”) ends its sentence."""
        return self.ends_with("title_abbreviated" if self.words[-1].endswith(".") else "title")


def lead_of(text: str, start: int) -> Lead:
    """What stands before the name that begins there."""
    raw = text[max(0, start - LEAD) : start]
    stripped = raw.rstrip(_QUOTES)
    if len(stripped) == len(raw):
        return Lead((), (), raw)
    before = stripped.split()[-5:]
    if before and before[-1].lower() == "the":
        before.pop()
    before = before[-4:]
    endings = (" ".join(before[at:]).rstrip(".").lstrip("([“\"'") for at in range(len(before)))
    return Lead(tuple(before), tuple(endings), raw)


def ends_with_particle(lead: Lead) -> bool:
    """“da Gama”, “de Valera”: a small-letter particle makes the name after it a person's."""
    return bool(lead.words) and lead.words[-1] in words("particle")


def goes_on_with_syllable(text: str, end: int) -> bool:
    """“Wang Ching-wei”: what a hyphen and a syllable follow is a piece of a Chinese name (“London-based” is none)."""
    return _SYLLABLE.match(text, end) is not None


def is_joined_to_office(text: str, end: int, lead: Lead) -> bool:
    """“through Morgan and the Brazilian Chargé”: what acts together with the holder of an office is a person."""
    if not lead.words or lead.words[-1].lower() not in ("through", "by", "with", "both", "between"):
        return False
    return _and_office().match(text, end) is not None


@cache
def _and_office() -> re.Pattern[str]:
    """“and the” and an office, with up to two words between."""
    return re.compile(rf" and (?:the|his|our|your) (?:[A-Z][\w.]+ ){{0,2}}{any_of(words('office'))}(?![^\W\d_])")


def is_person_or_ship(lead: Lead) -> bool:
    """Whether what stands before a name makes it a person, a ship, the holder of a title, or a file's subject."""
    if _has_initial(lead.raw) or _is_file_subject(lead.raw):
        return True
    return bool(lead.words) and (lead.ends_with_title() or lead.ends_with("ship") or _is_held(lead.words))


def _has_initial(raw: str) -> bool:
    """“J. Washington”: an initial before the name, though not the S. of “U. S.”"""
    tail = raw.rstrip()
    return (
        len(raw) - len(tail) < 2
        and tail[-1:] == "."
        and tail[-2:-1].isupper()
        and not tail[-3:-2].isalnum()
        and not tail.endswith(("U. S.", "U.S."))
    )


def _is_file_subject(raw: str) -> bool:
    tail = raw[-24:]
    return tail[-1:] in " –-" and _DIGIT.search(tail) is not None and _FILE_NUMBER.search(tail) is not None


def _is_held(before: tuple[str, ...]) -> bool:
    """“Bank of England”, “Army of the Potomac”: what holds the name is no place."""
    rest = list(before)
    while rest and rest[-1].lower() in _REGION_WORDS:
        rest.pop()
    if len(rest) < 2 or rest[-1].lower() not in ("of", "from"):
        return False
    holder = rest[-2].rstrip(".").lstrip("([“\"'")
    return holder in words("holder") or (holder[:1].isupper() and holder.capitalize() in words("command"))


def is_located(lead: Lead) -> bool:
    """Whether the words before a name say that something is there: “in”, “near”, “miles north of”."""
    if not lead.words:
        return False
    last = lead.words[-1].lower()
    if last == "of":
        return len(lead.words) > 1 and lead.words[-2].lower() in words("locative_of")
    return last in words("locative")


def is_directed(lead: Lead) -> bool:
    """Whether something moves from or to the name, and is no letter: letters pass between people."""
    if not lead.words:
        return False
    last = lead.words[-1].lower()
    if last == "for":
        return len(lead.words) > 1 and lead.words[-2].lower() in words("bound_for")
    return last in words("direction") and not is_sent(lead)


def is_sent(lead: Lead) -> bool:
    """“a letter from Adler”: what is sent between names of little weight, people send."""
    *before, last = lead.words or ("",)
    if not before or last.lower() not in ("from", "to", "by"):
        return False
    return before[-1].rstrip(".,")[-1:].isdigit() or any(word.lower() in words("sender") for word in before)


def is_office_holder(text: str, start: int, end: int) -> bool:
    """“The Consul at Geneva (Gilbert)”: who is in brackets after an office is a person."""
    if text[end : end + 1] != ")" or text[start - 1 : start] != "(":
        return False
    return _holding_office().search(text, max(0, start - 90), start) is not None


@cache
def _holding_office() -> re.Pattern[str]:
    """An office, perhaps with its seat, and an opening bracket."""
    return re.compile(rf"\b{any_of(words('office'))}(?: (?:in|at|to|of|for|near)\b[^()\n]{{0,50}})?\s?\($")


def names_something_else(text: str, end: int) -> bool:
    """Whether the word after a name makes it an organisation, a newspaper, a regiment, a disease or a file."""
    following = text[end : end + 1]
    if following in " \n-":
        match = _NEXT.match(text, end)
        if match and any(match[1] in words(role) for role in ("organisation", "unit", "newspaper")):
            return True
    return following in "/ " and _FILE_SUFFIX.match(text, end) is not None


def may_be_abbreviation(raw: str) -> bool:
    """Whether a name stands before, where an abbreviation such as “Mo.” may stand."""
    return _ABBREVIATION.search(raw[-6:]) is not None


def is_ship_with_article(text: str, end: int, lead: Lead) -> bool:
    """“The Alabama sailed”: towns and American states take no article, save before a noun (“the Moscow meeting”)."""
    if lead.raw[-4:].lower() != "the ":
        return False
    match = _FOLLOWING.match(text, end)
    return match is None or match[1] in words("after_ship")


def is_quoted(text: str, start: int, end: int) -> bool:
    """“Sumter”, “Rankin”: a name alone in quotation marks is a ship's or a plan's."""
    return text[start - 1 : start] in ("“", '"', "‘") and text[end : end + 1] in ("”", '"', "’")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the name is a line by itself, as a signature is."""
    line = text.rfind("\n", max(0, start - 4), start) + 1
    return start - line < 4 and not text[line:start].strip(" \t[(") and _ALONE.match(text, end) is not None
