"""Honours: “his Excellency” and “your Lordship”, each of which is a person like “he” and “you”, and owns nothing."""

from __future__ import annotations

import re

_TITLE = r"(?:(?i:Excellency|Lordship|Eminence)\b(?! (?:the\b|[A-Z])))"
"""Who is called only so; in “his Excellency Count Corti” it is a part of the name."""
HIS = rf"[Hh]is {_TITLE}"
YOUR = rf"[Yy]our {_TITLE}"
NO_RANK = (
    r"(?! (?:(?:Imperial|Royal|Serene|Britannic|Catholic) )*"
    r"(?i:Majesty|Highness|Excellency|Lordship|Eminence|Grace)\b)"
)
"""Behind “his”, which is nobody's in “his Majesty”."""
_HONOUR = re.compile(rf"{HIS}|{YOUR}")


def is_honour(words: str) -> bool:
    """Whether the words are such an honour, for which a name stands in whole."""
    return _HONOUR.fullmatch(words) is not None
