"""Posts: a town that reports put as the mission there: “London advised” in a paper of the ministry at home."""

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


def as_post(frame: Frame, text: str) -> str:
    """“The U.S. mission in London advised that …” for “London, on May 26, advised that …”.

    As it is where the document does not know the town, or does not name the ministry that the post reports to.
    """
    found = _REPORTS.match(text)
    if not found or found["town"] not in frame.towns or not frame.ministry.is_named_in(frame.text):
        return text
    return f"The {frame.ministry.mission} mission in {found['town']}{found['did']}{text[found.end() :]}"
