"""Calendar arithmetic on days before and after year 1, and the EDTF of a year, month and day."""

from __future__ import annotations

import re

from dashboard.datespan import Day, month_length

CALENDARS_APART = (10, 11, 12, 13)
"""Days by which the Julian calendar has lagged behind the Gregorian, from 1582 to 2100."""


def from_julian(day: Day) -> Day:
    """The Gregorian day of a day given by the Julian calendar (Old Style)."""
    past_february = day.year if day.month > 2 else day.year - 1
    return add_days(day, past_february // 100 - past_february // 400 - 2)


def add_days(day: Day, count: int) -> Day:
    """So many days later, or earlier."""
    return Day.of_number(day.number() + count)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month so many months later, or earlier."""
    whole = year * 12 + month - 1 + count
    return whole // 12, whole % 12 + 1


def weekday(day: Day) -> int:
    """Monday is 0."""
    return (day.number() + 3) % 7


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def edtf(year: int, month: int | None = None, day: int | None = None) -> str:
    """EDTF level 0 of a year, month or day."""
    text = f"{year:05d}" if year < 0 else f"{year:04d}"
    if month:
        text += f"-{month:02d}"
        if day:
            text += f"-{day:02d}"
    return text


def before_edtf(text: str) -> str:
    """The year, month or day before one in EDTF; empty for what is none of these (a season, a decade)."""
    parts = [int(part) for part in text.split("-")] if _PLAIN.fullmatch(text) else []
    if len(parts) == 3:
        return edtf(*add_days(Day(*parts), -1))
    if len(parts) == 2 and parts[1] <= 12:
        return edtf(*add_months(parts[0], parts[1], -1))
    return edtf(parts[0] - 1) if len(parts) == 1 else ""


_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
