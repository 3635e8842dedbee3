"""Kinds: what kind of paper a citation means, in a title's words: “Embdes” is a despatch, “memo” a memorandum."""

from __future__ import annotations

import re

from dashboard.extraction.events.frame import Frame


def kind_cited(frame: Frame, parts: dict[str, str]) -> str:
    """What kind of paper it is, in a title's words."""
    series = parts["series"]
    if series:
        if series.lower().endswith(("tel", "tels")) or series[:4] in ("Your", "Cirt"):
            return "circular telegram" if "cir" in series.lower() else "telegram"
        if re.search("des(?:p)?s?$", series):
            return "despatch"
        return f"telegram {series}"
    paper = _SAYS_LITTLE.sub("", parts["paper"]).removesuffix("s") if parts["paper"] else _usual(frame)
    return _SPELLED.get(paper.lower(), paper)


_SAYS_LITTLE = re.compile(r"^(?:top secret|secret|confidential|above|reference|recent|last|further) ", re.IGNORECASE)
_SPELLED = {
    "tel": "telegram",
    "desp": "despatch",
    "reftel": "telegram",
    "memo": "memorandum",
    "memoranda": "memorandum",
    "despatche": "despatch",
    "dispatche": "dispatch",
}


def _usual(frame: Frame) -> str:
    """What a bare number means: telegrams cite telegrams."""
    return "telegram" if frame.heading.paper in ("telegram", "airgram", "") else "communication"
