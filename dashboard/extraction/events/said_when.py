"""Said when: the words for a day or an hour, which a title can do without, as its event has the date beside it."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_PART = r"(?:morning|forenoon|afternoon|evening|night|noon|midnight)"
_DAY = "|".join(
    [
        rf"(?:to-?day|yesterday|to-?morrow|to-?night|[A-Z][a-z]+days?)(?: {_PART})?",
        rf"(?:this|last|that|the same|next|following) (?:week|month|year|date|[A-Z]?[a-z]*day|spring|summer|autumn|fall"
        rf"|winter|{_PART}|{_MONTH})(?: {_PART})?",
        rf"{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?(?:[–-]\d{{1,2}})?\b)?(?:, (?:19|18)\d\d)?",
        rf"\d{{1,2}}(?:st|nd|rd|th|d)?(?: of)? (?:{_MONTH}|instant|ultimo)(?:,? (?:19|18)\d\d)?",
        r"(?:spring|summer|autumn|fall|winter)(?: of (?:19|18)\d\d)?",
        rf"(?:19|18)\d\d|{_PART}|\d{{1,2}}(?::\d\d)? ?[ap]\. ?m\.?",
    ]
)
_TIME = (
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y|of|[Ss]ince|until|[Ff]rom|about|around|[Ee]arly|[Ll]ate|as) )*(?:[Tt]he )?"
    rf"(?:{_DAY})(?![\w’])\)*"
)
THEN_TIME = re.compile(rf"(?:,? ?{_TIME})+")
"""When, behind a line: its event has its date beside the title."""
TIME_AT_END = re.compile(rf"(?:{_TIME},? ?)+$")
"""When, before a line."""
