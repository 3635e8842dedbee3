"""Reading: a date expression as it stands in the text, before anything is completed from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "month", "season", "year", "decade"]


@dataclass(slots=True)
class Shift:
    """So many units before or after another date: “yesterday”, “two days later”, “last year”."""

    unit: Unit
    count: int
    told: bool = False
    """Counted from the date told last (“the next day”), not from the document's own (“yesterday”)."""
    ahead: bool = False
    """Whether it is a date only where the clause looks ahead (“in two weeks”); elsewhere it is a length of time."""
    part: Literal["", "whole", "end", "start"] = ""
    """“whole”: the week or month in which that day lies; “end”: its last part."""


@dataclass(slots=True)
class Reading:
    """What an expression says of year, month and day; None for what it leaves to its surroundings."""

    start: int
    end: int
    year: int | None = None
    """Year 0 is 1 BC, as in EDTF."""
    month: int | None = None
    day: int | None = None
    season: int | None = None
    """EDTF season, 21 (spring) to 24 (winter)."""
    weekday: int | None = None
    fixed: str = ""
    """EDTF of an expression complete in itself (a decade, a fiscal year)."""
    shift: Shift | None = None
    side: int = 0
    """-1 for the last one before the document's date, 1 for the next one after it."""
    year_told: int | None = None
    """For “of that year” (0), “of the following year” (1): years after the year told last."""
    month_told: int | None = None
    """For “the 5th of this month” (0) and “ultimo” (-1): months after the anchor's."""
    qualifier: str = ""
    """EDTF: “~” about, “?” uncertain."""
    until: Reading | None = None
    """Where the expression is a range: its end."""
    numeric: bool = False
    """Whether day and month stand as numbers, in an order still to be learnt."""
    old_style: bool = False
    """Whether the text says that the day is of the Julian calendar."""
    of_told: bool = False
    """Whether the month is that of the date told last (“of that month”)."""
    piece: tuple[int, int, int] | None = None
    """Of a month, pieces of so many days, from which to which (-1 is the last): “the first week of”."""
    week: int | None = None
    """For “Thursday of last week” (-1): the week, counted from the anchor's."""
    weeks_on: int = 0
    """For “Monday week” (1): weeks after that weekday."""
    from_told: bool = False
    """Whether what it lacks was found in a date told before it, not in the document's own; known once it is settled."""
    short_year: bool = False
    """Whether the year was written with two digits."""

    @property
    def only_weekday(self) -> bool:
        """Whether nothing but a weekday is named."""
        return self.weekday is not None and self.month is None and self.day is None
