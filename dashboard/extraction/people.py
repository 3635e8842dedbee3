"""People: names with their titles and offices, one person under one name within a document.

A name is first known by a title before it (“Mr. Molotov”), an office beside it (“The Ambassador in Iran (Wiley)”), an
initial within it (“George M. Elsey”) or a signature; then every bare surname is found again. “The Secretary” is the
one person whom the document calls Secretary So-and-so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dashboard.extraction.alternation import any_of, first_of
from dashboard.extraction.marked import with_marked
from dashboard.extraction.states import seats
from dashboard.extraction.vocabulary import rows, split, word_list
from dashboard.model import Document, Mention, Person

_UPPER = "A-ZÀ-ÖØ-ÞŚŠŻŽČŁĐ"
_NAME = rf"(?:[{_UPPER}]\.(?: ?[{_UPPER}]\.)*|[{_UPPER}][\w’'-]*[^\W\d_])"
_PARTICLE = r"(?:de|del|della|di|da|dos|du|la|le|von|van|den|der|el|al|ibn|bin|ben|y|zu)"
_FULL = rf"{_NAME}(?: (?:{_PARTICLE} ){{0,2}}{_NAME}){{0,3}}"
_INITIALLED = re.compile(
    rf"[{_UPPER}](?:"  # the capital comes first: the engine leaps from one to the next
    rf"(?<=\b.)[a-zà-ÿ]+(?: [{_UPPER}]\.){{1,2}} (?:{_PARTICLE} )?[{_UPPER}][a-zA-Zà-ÿ’'-]+"
    rf"|(?<![\w.].)\. ?(?:[{_UPPER}]\. ?){{0,2}}(?:{_PARTICLE} )?[{_UPPER}][a-zà-ÿ’'-]{{2,}})"
)
_OFFICE = (
    r"\b(?:Acting |Deputy |Assistant |Under |Vice )?(?:Ambassador|Minister|Secretary|Chargé|Charge|Consul General"
    r"|Consul"
    r"|Chairman|President|Prime Minister|Director|Adviser|Counselor|Commissioner|Representative|Delegate|Agent|Chief"
    r"|Attaché)\b"
)
_CAPITALISED = re.compile(rf"[{_UPPER}][\w’'-]*[^\W\d_]|[{_UPPER}]")
_BESIDE_OFFICE = re.compile(rf"(?=[ACDMPRSUV])({_OFFICE}[^()\n]{{0,120}}+)\( ?({_FULL}) ?\)")
"""The letters that an office begins with come first, and what was passed is not tried again: 40 % of the time."""
_LAST_OFFICE = re.compile(rf".*({_OFFICE}.*)")
_SIGNATURE = re.compile(rf"^[ \t]*((?:[{_UPPER}][\w.’'-]* ?){{1,4}}?)\.?[ \t]*$", re.MULTILINE)


_ABBREVIATED = 6
"""Letters of the longest title, or last word of one, that takes a dot (“Messrs.”, “Lt. Gen.”): “he told the Minister.
Consequently” names nobody.
"""
_POSSESSIVE = re.compile(r"[’']s?$")
_STATE_INITIALS = re.compile(r"\bU\. ?[SNK]\.")
_WOMEN = ("Mrs", "Miss", "Mme", "Mlle", "Madame", "Frau", "Lady")
"""Before the surname of a man of the same document these name another person: “Mrs. Churchill”."""


@dataclass(slots=True)
class _Known:
    """What has been learnt of the bearers of one surname."""

    forms: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    office: str = ""
    marked: list[Person] = field(default_factory=list)
    """Those of this surname whom the mark-up knows."""


@cache
def _titles() -> dict[str, tuple[str, str]]:
    """Office and style by title in lower case."""
    return {
        title.casefold(): (row["office"], row["style"])
        for row in rows("titles_of_office.csv", "title", "office", "style")
        for title in split(row["title"])
    }


@cache
def _titled() -> re.Pattern[str]:
    """A title (or two: “Maj. Gen.”) and the name after it."""
    titles = list(_original_titles())
    title = any_of(titles, space=r"\.? ")
    return re.compile(rf"{first_of(titles)}\b({title})\.? (?:{title}\.? )?({_FULL})")


def _original_titles() -> Iterator[str]:
    for row in rows("titles_of_office.csv", "title", "office", "style"):
        yield from split(row["title"])


@cache
def _by_office() -> re.Pattern[str]:
    """“the Secretary”, “the Generalissimo”: an office that stands for its holder.

    “The” comes first and “\\b” after it, so that the engine leaps from one “t” to the next: 40 % of the time.
    """
    words = [
        title
        for row in rows("titles_of_office.csv", "title", "office", "style")
        if row["style"] in ("office", "rank")
        for title in split(row["title"])
    ]
    return re.compile(rf"[Tt]he (?<=\b[Tt]he )({any_of(words)})\b(?![\w’'-]| (?:of|for|in|to the|at|[A-Z]))")


def find_people(document: Document) -> tuple[Mention, ...]:
    """Every mention of a person in order, one person under one name."""
    text = document.text
    known: dict[str, _Known] = {}
    spans: dict[int, tuple[int, str]] = {}
    introduced = list(_introductions(text))
    men = {_surname(name) for _, _, name, title in introduced if title not in _WOMEN}
    for start, end, name, title in introduced:
        surname = _surname(name)
        if not surname or _post(name, title) or (not title and _is_called_after(text, start, end)):
            continue
        if title in _WOMEN and surname in men:
            surname = f"{title}. {surname}" if title == "Mrs" else f"{title} {surname}"
        bearer = known.setdefault(surname, _Known())
        bearer.forms.append(name)
        if title:
            bearer.titles.append(title)
            bearer.office = bearer.office or _titles().get(title.replace(".", "").casefold(), (title, ""))[0]
        spans[start] = (end, surname)
    _join_first_names(known, spans)
    _learn_marked(document, known)
    _find_again(text, known, spans)
    people = {surname: _person(bearer, surname) for surname, bearer in known.items()}
    _find_offices(text, known, spans)
    return with_marked(_mentions(text, spans, people), _marked(document, people), widen=True)


def _post(name: str, title: str) -> bool:
    """Whether the name is the town of a post: “the British Ambassador Cairo”."""
    return name.casefold() in seats() and _titles().get(title.casefold(), ("", ""))[1] == "office"


def _join_first_names(known: dict[str, _Known], spans: dict[int, tuple[int, str]]) -> None:
    """Give what is signed with a first name (“Walt”) to the one who bears it (“Walt W. Rostow”)."""
    first = {name: bearer for name, bearer in known.items() if not bearer.titles and set(bearer.forms) == {name}}
    for name in first:
        owners = [
            other for other in known if other != name and any(_first(form) == name for form in known[other].forms)
        ]
        if len(owners) == 1:
            del known[name]
            spans.update({at: (end, owners[0]) for at, (end, whose) in spans.items() if whose == name})


def _first(form: str) -> str:
    """The first name of a full form; empty where it has none."""
    return form.split(" ")[0] if " " in form else ""


def _learn_marked(document: Document, known: dict[str, _Known]) -> None:
    """Learn the surnames of those whom the mark-up names."""
    for each in document.markup.people:
        words = _trim(" ".join(document.text[each.start : each.end].split()))
        if surname := _surname(words):
            bearer = known.setdefault(surname, _Known())
            bearer.forms.append(words)
            if each.person.id and each.person not in bearer.marked:
                bearer.marked.append(each.person)


def _marked(document: Document, people: dict[str, Person]) -> list[Mention]:
    """The mentions of the mark-up; who has no entry in a list is who the text says."""
    text, out = document.text, []
    for each in document.markup.people:
        words = text[each.start : each.end]
        named = people.get(_surname(_trim(" ".join(words.split()))))
        out.append(
            Mention("person", each.start, each.end, words, each.person if each.person.id else named or each.person)
        )
    return out


def _person(bearer: _Known, surname: str) -> Person:
    """Who bears a surname: the one the mark-up knows, else by the fullest form; of several known the name alone."""
    if len(bearer.marked) == 1:
        return bearer.marked[0]
    return Person(surname) if bearer.marked else Person(_best_form(bearer, surname), bearer.office)


def _introductions(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, name and title wherever the text shows that a name is a person's."""
    for match in _titled().finditer(text):
        name = _trim(match.group(2))
        if name and not (text[match.end(1)] == "." and len(match.group(1).split()[-1]) > _ABBREVIATED):
            yield match.start(), match.start(2) + len(name), name, match.group(1)
    for match in _BESIDE_OFFICE.finditer(text):
        name = _trim(match.group(2))
        if name:
            office = _LAST_OFFICE.sub(r"\1", " ".join(match.group(1).split()))
            yield match.start(2), match.start(2) + len(name), name, office
    for match in _INITIALLED.finditer(text):
        name = _trim(match.group())
        if name and " " in name and not _STATE_INITIALS.search(name):
            yield match.start(), match.start() + len(name), name, ""
    for match in _SIGNATURE.finditer(text, len(text) // 3):
        name = _trim(match.group(1).rstrip(". "))
        if name == match.group(1).rstrip(". ") and _closes(text, match.start()):
            yield match.start(1), match.start(1) + len(name), name, ""


def _closes(text: str, start: int) -> bool:
    """Whether the line before ends a sentence or a letter, so that a name alone on its line is a signature."""
    before = text[max(0, start - 200) : start].rstrip()
    return before.endswith((".", ",", "]", "*", "”", ")"))


def _trim(name: str) -> str:
    """The name without words at its ends that belong to no name; empty where nothing is left."""
    parts = name.split(" ")
    while parts and (parts[-1].strip(".’'").casefold() in word_list("no name") or re.fullmatch(_PARTICLE, parts[-1])):
        parts.pop()
    if not parts or parts[0].strip(".").casefold() in word_list("no name"):
        return ""
    for at, part in enumerate(parts[1:], 1):
        if part.strip(".").casefold() in word_list("no name"):
            parts = parts[:at]
            break
    trimmed = _POSSESSIVE.sub("", " ".join(parts))
    return trimmed if len(trimmed.replace(".", "").replace(" ", "")) > 1 else ""


def _surname(name: str) -> str:
    """The last part, as a name is found again by it; an initial or a Roman number is no surname."""
    last = name.split(" ")[-1]
    last = last.title() if last.isupper() and len(last) > 3 else last
    number = re.fullmatch(r"[IVXLivxl]+", last) is not None
    return last if len(last.rstrip(".")) > 1 and not last.endswith(".") and not number else ""


def _find_again(text: str, known: dict[str, _Known], spans: dict[int, tuple[int, str]]) -> None:
    """Add the bare surnames; of a title before it, the span stays the longer one."""
    if not known:
        return
    taken = sorted((start, end) for start, (end, _) in spans.items())
    names = {surname: surname for surname in known} | {
        surname.upper(): surname for surname in known if len(surname) > 3
    }
    at = 0
    for match in _CAPITALISED.finditer(text):
        word = match.group()
        if "’" in word or "'" in word:
            word = _POSSESSIVE.sub("", word)
        if word not in names:
            continue
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] <= match.start():
            continue
        if word != match.group() or not _is_called_after(text, match.start(), match.end()):
            spans[match.start()] = (match.start() + len(word), names[word])


def _is_called_after(text: str, start: int, end: int) -> bool:
    """Whether the name is a thing’s, called after somebody: “the Morgan Line”, “U.S.S. Forrestal”, “Fort Sumter”."""
    behind = _WORD_BEHIND.match(text, end)
    if behind and behind[1].casefold() in word_list("bears a name"):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - _SHIP), start)
    return before is not None and before[1].replace(".", "").replace(" ", "").casefold() in word_list("ship or site")


_WORD_BEHIND = re.compile(r"[ \n]([A-Za-z]+)\b")
_WORD_BEFORE = re.compile(r"(?<![\w.])((?:[A-Z]\. ?){2,4}|[A-Za-z]+\.?) ?“?$")
_SHIP = 16
"""Characters before a name within which such a word stands."""


def _find_offices(text: str, known: dict[str, _Known], spans: dict[int, tuple[int, str]]) -> None:
    """Add “the Secretary” where just one person of the document is called so."""
    holders: dict[str, set[str]] = {}
    for surname, bearer in known.items():
        for title in bearer.titles:
            holders.setdefault(title.casefold(), set()).add(surname)
    for match in _by_office().finditer(text):
        bearers = holders.get(match.group(1).casefold(), set())
        if len(bearers) == 1:
            spans.setdefault(match.start(), (match.end(), next(iter(bearers))))


def _best_form(bearer: _Known, surname: str) -> str:
    """The fullest form the document gives, in ordinary capitals; the surname where it gives no other."""
    full = [_ordinary(form) for form in bearer.forms if " " in form]
    return max(full, key=lambda form: (len(form), form), default=surname)


def _ordinary(form: str) -> str:
    """A name signed in capitals as it is written elsewhere: “WILLIAM H. SEWARD”."""
    return form.title() if form.isupper() else form


def _mentions(text: str, spans: dict[int, tuple[int, str]], people: dict[str, Person]) -> tuple[Mention, ...]:
    """The spans in order, of two that overlap the first."""
    found: list[Mention] = []
    for start in sorted(spans):
        end, surname = spans[start]
        if not found or start >= found[-1].end:
            found.append(Mention("person", start, end, text[start:end], people[surname]))
    return tuple(found)
