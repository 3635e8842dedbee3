"""Posts: a town that reports put as the mission there: “London advised” in an American paper."""

from __future__ import annotations

import re

from dashboard.extraction.events.paper.frame import Frame

_REPORTS = re.compile(
    r"(?P<town>(?:The )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)"
    r"(?:,? (?:on|under date of) (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?,?)?"
    r"(?P<did> (?:had |has |have )?(?:also |further |later |again )?(?:advised|reported|transmitted|informed|cabled"
    r"|telegraphed|forwarded|replied|commented|expressed|repeated|inquired|recommended|estimated|noted|stated)\b)"
)
"""A town and what its post did, with the day between, which goes."""
_AMERICAN = re.compile(r"\b(?:the|The) Department\b|\bDepartment of State\b|\bDept\b|\bSecretary of State\b(?! for)")
"""What an American paper says of those at home."""


def as_post(frame: Frame, text: str) -> str:
    """“The U.S. mission in London advised that …” for “London, on May 26, advised that …”.

    As it is where the document does not know the town, or speaks neither of the Department nor of its Secretary.
    """
    found = _REPORTS.match(text)
    if not found or found["town"] not in frame.towns or not _AMERICAN.search(frame.text):
        return text
    return f"The U.S. mission in {found['town']}{found['did']}{text[found.end() :]}"
