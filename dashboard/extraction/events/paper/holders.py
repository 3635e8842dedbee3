"""Holders: the office without its holder's name in the title of a cited paper of another time.

The heading of a telegram of May says who was in charge in May; who was in March it does not say.
"""

from __future__ import annotations

import re

from dashboard.datespan import DateSpan
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.papers import BODY_OF_HOLDER

_HELD = re.compile(
    r"the (?:Acting )?(?P<holder>Ambassador|Minister|Chargé|Consul General|Consul)"
    r" (?P<where>(?:in|at) (?:the )?[A-Z][\w’-]+(?: (?:of )?[A-Z][\w’-]+)*) \([A-Z][^()]+\)"
)
_CHARGE_DAYS, _DAYS = 21, 90
"""Days from the paper's own date within which a chargé, who stands in for another, and any other holder of an office
may be taken to have held it."""


def of_its_time(frame: Frame, title: str, date: DateSpan | None) -> str:
    """“Telegram 380 … to the Embassy in China” for “… to the Chargé in China (Atcheson)”, if it is months older."""
    found = _HELD.search(title)
    if not found or _days_between(frame.own_date, date) <= (_CHARGE_DAYS if found["holder"] == "Chargé" else _DAYS):
        return title
    post = BODY_OF_HOLDER.get(found["holder"]) or ("Legation" if _speaks_of_legation(frame.text) else "Embassy")
    return f"{title[: found.start()]}the {post} {found['where']}{title[found.end() :]}"


def _days_between(one: DateSpan | None, other: DateSpan | None) -> int:
    """Days between the first days of the two; 0 where either is unknown."""
    if not one or not other or not one.earliest or not other.earliest:
        return 0
    return abs(one.earliest.number() - other.earliest.number())


def _speaks_of_legation(text: str) -> bool:
    """Whether the paper calls the post of a chargé a legation."""
    return "Legation" in text and "Embassy" not in text
