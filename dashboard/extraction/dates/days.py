"""Calendar arithmetic on days before and after year 1, and the EDTF of a year, month and day."""

from __future__ import annotations

from dashboard.datespan import Day, month_length


def to_number(day: Day) -> int:
    """Days since 1 March of year 0, proleptic Gregorian (Howard Hinnant's days_from_civil)."""
    year = day.year - (day.month <= 2)
    era, of_era = divmod(year, 400)
    of_year = (153 * ((day.month + 9) % 12) + 2) // 5 + day.day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year


def from_number(number: int) -> Day:
    """The day of a number of `to_number`."""
    era, rest = divmod(number, 146097)
    of_era = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    of_year = rest - (365 * of_era + of_era // 4 - of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return Day(era * 400 + of_era + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1)


def add_days(day: Day, count: int) -> Day:
    """So many days later, or earlier."""
    return from_number(to_number(day) + count)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month so many months later, or earlier."""
    whole = year * 12 + month - 1 + count
    return whole // 12, whole % 12 + 1


def weekday(day: Day) -> int:
    """Monday is 0."""
    return (to_number(day) + 2) % 7


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
