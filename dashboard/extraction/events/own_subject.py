"""Own subject: what a paper that is addressed to nobody is on: by its own title, by who called, or by its states."""

from __future__ import annotations

import re

from dashboard.extraction.events.frame import Frame
from dashboard.extraction.events.on_what import states_of
from dashboard.extraction.events.shortening import LONGEST

_TITLE_WITHIN = 500
"""Characters below the heading within which a paper's own title stands."""
_CALLER_WITHIN = 400
_NO_TITLE = re.compile(
    r"(?:Participants|PARTICIPANTS|Present|PRESENT|Subject|SUBJECT|Memorandum|MEMORANDUM|Note|My |Dear|Sir|Excellency"
    r"|Mr\.|Dr\.|Part|Chapter|Annex|Tab|Copy|Source|[IVX]+\b|[A-Z]\.(?! ?[A-Z]\.))"
)
_SMALL = frozenset(
    ["the", "of", "in", "at", "for", "and", "to", "on", "by", "with", "from", "a", "an", "as", "or", "under", "between"]
)
"""Words without a capital in a title."""
_CLASSED = re.compile(r"(?i:(?:top |most )?secret|confidential|restricted|unclassified|personal|urgent|extracts?)\b")
_CALLER = re.compile(
    r"(?:^|[\n.\]] ?|\b(?:secret|confidential|restricted) )\s*(?P<who>"
    r"The (?:[A-Z][\w’-]+ ){1,3}(?:Ambassador|Minister|Chargé|Counselor)(?: of Embassy)?"
    r"|(?:[A-Z][\w’-]+ ){1,2}(?:Ambassador|Minister|Chargé|Counselor|Attaché) [A-Z][\w’-]+"
    r"|(?:Sir|Dr\.|Mr\.|General|Colonel|Major|Lord|Ambassador|Minister|Count|Baron|Madame) (?:[A-Z][\w.’-]+ ?){1,3})"
    r"(?:,[^,.;]{3,80},)? ?(?:called|telephoned|came in|came to|phoned)\b"
)
"""Who calls, in the first words of the record."""


def caller(frame: Frame) -> str:
    """“the Chinese Ambassador”: who calls in the first words below the heading; empty where nobody does."""
    start = frame.heading.line.end if frame.heading.line else 0
    found = _CALLER.search(frame.text, start, start + _CALLER_WITHIN)
    return re.sub(r"^The ", "the ", " ".join(found["who"].split())) if found else ""


def with_subject_of_its_own(frame: Frame, title: str) -> str:
    """“Memorandum from Hornbeck: U.S.S.R. Aims in the Far East”, “… on a call of the Argentine Ambassador”.

    The title where the paper has an addressee, where it says its subject already, or says none.
    """
    heading = frame.heading
    if heading.recipient or heading.is_talk or not heading.line or ": " in title:
        return title
    named, whom = _own_title(frame), caller(frame)
    states = "" if named or whom else states_of(frame)
    told = f": {named}" if named else f" on a call of {whom}" if whom else f" on {states}" if states else ""
    whole = f"{title}{told}"
    return whole if len(whole) <= LONGEST else title


def _own_title(frame: Frame) -> str:
    """The line above the text that is a title: most of its words have capitals, and it is no sentence."""
    start = frame.heading.line.end if frame.heading.line else 0
    for line in frame.text[start : start + _TITLE_WITHIN].split("\n"):
        words = _CLASSED.sub("", line).strip(" .,“”")
        if len(words) > _LONGEST_TITLE:
            return ""
        if _reads_as_title(words) and not line.rstrip().endswith((",", ":", ";")):
            return _in_small_letters(frame, words) if words.isupper() else words
    return ""


def _reads_as_title(words: str) -> bool:
    """Whether most of the words have capitals, and none has digits."""
    long = [word for word in re.findall(r"[^\W\d_][\w.’-]+", words) if word.lower() not in _SMALL]
    capitals = sum(word[:1].isupper() for word in long)
    return (
        len(long) > 1
        and capitals >= _CAPITALS * len(long)
        and not re.search(r"\d", words)
        and not _NO_TITLE.match(words)
    )


_CAPITALS, _LONGEST_TITLE = 0.8, 90
"""The share of its longer words that begin with capitals in a title, and the characters it has at most."""


def _in_small_letters(frame: Frame, words: str) -> str:
    """“U.S. Policy on Financing High Aswan Dam” for the same in capitals; what the text writes so only is left."""
    small = []
    for at, word in enumerate(words.split()):
        if word.lower() in _SMALL and at:
            small.append(word.lower())
        else:
            known = re.search(rf"\b(?:{re.escape(word.lower())}|{re.escape(word.capitalize())})\b", frame.text)
            small.append(_capitals(word) if known or len(word) > _ABBREVIATION else word)
    return " ".join(small)


def _capitals(word: str) -> str:
    """“Israel-Arab”: each part of a word with a capital."""
    return "-".join(part.capitalize() for part in word.split("-"))


_ABBREVIATION = 5
"""Letters of the longest word that may be an abbreviation."""
