"""Own title: the line below its heading that a paper bears as its title: “U.S.S.R. Aims in the Far East”."""

from __future__ import annotations

import re
from functools import lru_cache

_WITHIN = 500
"""Characters below the heading within which a paper's own title stands."""
_NO_TITLE = re.compile(
    r"(?:Participants|PARTICIPANTS|Present|PRESENT|Subject|SUBJECT|Memorandum|MEMORANDUM|Note|My |Dear|Sir|Excellency"
    r"|Mr\.|Dr\.|Part|Chapter|Annex|Tab|Copy|Source|Thank|THE PROBLEM|The Problem|[IVX]+\b|[A-Z]\.(?! ?[A-Z]\.))"
)
_SIGNATURE = re.compile(r"(?!U\.)(?:[A-Z][\w’-]+ )?(?:[A-Z]\. ?){1,3}[A-Z][\w’-]+")
"""Who signed a paper of which no line is a title: “R. W. Komer”."""
_LISTS = re.compile(r"\W*(?i:participants|(?:others )?present|subject|attendees|members|source)\b")
"""What the lines of a paper that follow list, in place of a title."""
_SMALL = frozenset(
    ["the", "of", "in", "at", "for", "and", "to", "on", "by", "with", "from", "a", "an", "as", "or", "under", "between"]
)
"""Words without a capital in a title."""
_CLASSED = re.compile(r"(?i:(?:top |most )?secret|confidential|restricted|unclassified|personal|urgent|extracts?)\b")
_KIND = re.compile(r"^(?i:memorandum|paper) (?i:on|concerning|regarding) (?=[\w’–-]+ \w)")
"""“Memorandum Concerning the … Conference”: what kind of paper bears the title."""
_CAPITALS, _LONGEST = 0.8, 96
"""The share of its longer words that begin with capitals in a title, and the characters it has at most."""
_ABBREVIATION = 5
"""Letters of the longest word that may be an abbreviation."""


@lru_cache(maxsize=8)
def own_title(text: str, start: int) -> str:
    """The line below `start`, above the text, that is a title: most of its words have capitals, and it is no sentence.

    Empty where there is none.
    """
    for line in text[start : start + _WITHIN].split("\n"):
        words = _KIND.sub("", _CLASSED.sub("", line).strip(" .,“”"))
        if len(words) > _LONGEST or _LISTS.match(line):
            return ""
        if _reads_as_title(words) and not line.rstrip().endswith((",", ":", ";")):
            return _in_small_letters(text, words) if words.isupper() else words
    return ""


def _reads_as_title(words: str) -> bool:
    """Whether most of the words have capitals, and none has digits."""
    long = [word for word in re.findall(r"[^\W\d_][\w.’-]+", words) if word.lower() not in _SMALL]
    capitals = sum(word[:1].isupper() for word in long)
    return (
        len(long) > 1
        and capitals >= _CAPITALS * len(long)
        and not re.search(r"\d|\b(?:Papers|Files?)$", words)
        and not _NO_TITLE.match(words)
        and not _SIGNATURE.fullmatch(words)
    )


def _in_small_letters(text: str, title: str) -> str:
    """“U.S. Policy on Financing High Aswan Dam” for the same in capitals; what the text writes so only is left."""
    small = []
    for at, word in enumerate(title.split()):
        if word.lower() in _SMALL and at:
            small.append(word.lower())
        else:
            known = re.search(rf"\b(?:{re.escape(word.lower())}|{re.escape(word.capitalize())})\b", text)
            sign = len(word) < _ABBREVIATION and len(re.findall(rf"\b{re.escape(word)}(?!\w)", text)) > 1
            small.append(_capitals(word) if not sign and (known or len(word) > _ABBREVIATION) else word)
    return " ".join(small)


def _capitals(word: str) -> str:
    """“Israel-Arab”, “US-Soviet”: each part of a word with a capital."""
    return re.sub(r"(?!U[SNK]\b)[^\W\d_][\w’']*", lambda part: part.group().capitalize(), word)
