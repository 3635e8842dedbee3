"""Complete: a reading becomes a date, with what its passage knows; what nothing can complete is left out."""

from __future__ import annotations

from dashboard.datespan import Basis, DateBasis, DateSpan, Day
from dashboard.errors import DateError
from dashboard.extraction.dates.days import add_days, add_months, edtf, from_julian, is_day, weekday
from dashboard.extraction.dates.passage import Passage, Told
from dashboard.extraction.dates.reading import Reading
from dashboard.extraction.dates.shifted import shifted
from dashboard.extraction.dates.story import come_back, tell

_STATED = Basis.STATED
_UNLED = 40
"""Days that count against a date ahead of its document where nothing in the sentence looks ahead."""
_UNLED_NEXT_YEAR = 140
"""The same for a day of the year after the document's, unless an editor's note knows of it: a paper of December that
names a day of March means the last one, where nothing looks ahead.
"""
_TOLD_AHEAD = 30
"""A decade without its century begins at most so many years after the document: it is told of or looked forward to."""
_SOON = 90
"""A weekday within so many characters of a day told is counted from that day."""
_BACK, _FORWARD = 5, 7
"""A story goes back at most so many months without naming the year, or on by so many."""


def complete(reading: Reading, passage: Passage) -> DateSpan | None:
    """The date a reading means in its passage; None where nothing completes it."""
    words = passage.text[reading.start : reading.end]
    try:
        if reading.fixed and reading.short_year:
            near = passage.year if passage.year is not None else passage.told.year
            reading.fixed = _decade_near(int(reading.fixed[:3]), near)
        if reading.fixed:
            return DateSpan(reading.fixed, words, DateBasis(_STATED, *_parts_of(reading.fixed)))
        come_back(passage, reading)
        if reading.shift:
            return shifted(reading, passage, words)
        return _calendar(reading, passage, words)
    except DateError:
        return None


def _decade_near(decade: int, near: int | None) -> str:
    """“the thirties” in the century in which they began last before the year; of the twentieth where none is known."""
    while near is not None and decade * 10 > near + _TOLD_AHEAD:
        decade -= 10
    return f"{decade}X"


def _parts_of(text: str) -> tuple[Basis | None, Basis | None]:
    """Basis of month and day of an expression complete in itself."""
    month = _STATED if len(text.lstrip("-").split("/")[0]) >= 7 else None
    return month, month


def _calendar(reading: Reading, passage: Passage, words: str) -> DateSpan | None:
    """A date of the calendar, perhaps a range, perhaps lacking year or month."""
    _settle_century(reading, passage)
    first = _settle(reading, passage)
    if first is None:
        return None
    completed = Basis.TOLD if reading.from_told else Basis.COMPLETED
    basis = DateBasis(
        _STATED if reading.year is not None else completed,
        (_STATED if (reading.month or reading.season) and not reading.only_weekday else completed)
        if first.month or first.season
        else None,
        (_STATED if reading.day else completed) if first.day else None,
    )
    value = _written(reading, first)
    last = None
    if reading.until:
        last = _last_of(reading, first, passage)
        if last is None:
            return None
        value = f"{value}/{last[0]}" if last[0] != value else value
    span = DateSpan(_qualified(value, reading.qualifier), words, basis)
    tell(passage, reading, first)
    return span


def _qualified(value: str, qualifier: str) -> str:
    """EDTF with its qualifier; a doubt is of both ends of a range, “about” is not said of the whole of one."""
    if "/" not in value:
        return value + qualifier
    return "/".join(f"{part}?" for part in value.split("/")) if qualifier in ("?", "%") else value


def _written(reading: Reading, date: Told) -> str:
    """EDTF of a settled date."""
    assert date.year is not None
    if date.season:
        return f"{edtf(date.year)}-{date.season}"
    if reading.piece and date.month and not date.day:
        return _piece(reading.piece, date.year, date.month)
    return edtf(date.year, date.month, date.day)


def _piece(piece: tuple[int, int, int], year: int, month: int) -> str:
    """EDTF of the first to second (-1: last) stretch of so many days of a month."""
    length, first, last = piece
    next_year, next_month = add_months(year, month, 1)
    end = add_days(Day(next_year, next_month, 1), -1).day
    if first < 0:
        return f"{edtf(year, month, max(1, end - length + 1))}/{edtf(year, month, end)}"
    begin, close = (first - 1) * length + 1, min(end, last * length)
    if length == 15 and last == 2:
        close = end
    return f"{edtf(year, month, begin)}/{edtf(year, month, close)}"


def _last_of(reading: Reading, first: Told, passage: Passage) -> tuple[str, Told] | None:
    """EDTF and date of the end of a range that begins with `first`."""
    last = reading.until
    assert last is not None and first.year is not None
    if last.weekday == -1 and first.month and first.day:  # “the week of June 5”
        end = add_days(Day(first.year, first.month, first.day), 6)
        return edtf(*end), Told(*end)
    _settle_century(last, passage)
    year, month = last.year, last.month or (first.month if last.day else None)
    if year is None:
        year = first.year
        if month and first.month and (month, last.day or 31) < (first.month, first.day or 1):
            year += 1
    if last.day and month and not is_day(year, month, last.day):
        return None
    end_date = Told(year, month, last.day, last.season)
    return _written(last, end_date), end_date


def _settle_century(reading: Reading, passage: Passage) -> None:
    """Give a year of two digits the century nearest to the passage's own."""
    if reading.short_year and reading.year is not None:
        near = passage.year if passage.year is not None else passage.told.year
        if near is not None:
            reading.year += round((near - reading.year) / 100) * 100
        reading.short_year = False


def _settle(reading: Reading, passage: Passage) -> Told | None:
    """Year, month and day of a reading, completed."""
    if reading.weekday is not None and reading.month is None:
        return _weekday(reading, passage)
    if reading.day and reading.month is None:
        return _day_of_month(reading, passage)
    year = reading.year
    if year is None:
        year = _year_for(reading, passage)
    if year is None:
        return None
    if reading.day and reading.month and not is_day(year, reading.month, reading.day):
        return None
    if reading.old_style and reading.month and reading.day:
        return Told(*from_julian(Day(year, reading.month, reading.day)))
    return Told(year, reading.month, reading.day, reading.season)


def _approximate(year: int, month: int | None, day: int | None, season: int | None = None) -> int:
    """Days, roughly, for finding what lies nearest."""
    month = month or ((season - 20) * 3 + 1 if season else 6)
    return int(year * 365.25 + (month - 1) * 30.44 + (day or 15))


def _year_for(reading: Reading, passage: Passage) -> int | None:
    """The year of a month, day or season that does not state one."""
    told = passage.told
    if reading.year_told is not None:
        reading.from_told = passage.named is not None
        base = passage.named if passage.named is not None else passage.year
        return None if base is None else base + reading.year_told
    if reading.side:
        return _year_beside(reading, passage)
    if passage.year is None:
        reading.from_told = True
        return _year_in_story(reading, passage)
    carried = told.stated and told.year != passage.year and passage.same_paragraph(reading.start)
    if carried and not passage.cited(reading.start):
        reading.from_told = True
        return _year_in_story(reading, passage)
    return _nearest_year(reading, passage)


def _year_beside(reading: Reading, passage: Passage) -> int | None:
    """The year of “last November”, “22d of May last”, “next summer”."""
    year, month, day = passage.year, passage.month, passage.day
    if year is None:
        reading.from_told = True
        year, month, day = passage.told.year, passage.told.month, passage.told.day
    if year is None:
        return None
    here = _approximate(year, month or (1 if reading.side > 0 else 12), day)
    there = _approximate(year, reading.month, reading.day, reading.season)
    if not reading.day and reading.month == month:
        return year + reading.side
    if reading.side < 0:
        return year if there < here else year - 1
    return year if there > here else year + 1


def _year_in_story(reading: Reading, passage: Passage) -> int | None:
    """The year carried on from the date told last, the next one where the story has moved past its end."""
    told = passage.told if passage.dated else passage.story
    if told.year is None:
        return None
    near = passage.told
    here = near.stated and passage.same_paragraph(reading.start)
    if here and near.month and reading.month and abs(reading.month - near.month) <= 1 and near.year is not None:
        return near.year
    before = told.month or ((told.season - 20) * 3 if told.season else None)
    month = reading.month or ((reading.season or 0) - 20) * 3 + 1
    if before is None:
        return told.year
    if month < before - _BACK:
        return told.year if passage.looks_back(reading.start) else told.year + 1
    if month > before + _FORWARD + 1 and not reading.season:
        return told.year - 1
    return told.year


def _nearest_year(reading: Reading, passage: Passage) -> int | None:
    """The year that brings the date nearest to the passage's own, or into its future where it looks ahead."""
    own = passage.year
    assert own is not None
    if passage.month is None:
        return own
    here = _approximate(own, passage.month, passage.day)
    years = [own - 1, own, own + 1]
    if reading.weekday is not None and reading.month and reading.day:
        month, day = reading.month, reading.day
        fitting = [
            y
            for y in range(own - 3, own + 4)
            if is_day(y, month, day) and weekday(Day(y, month, day)) == reading.weekday
        ]
        years = fitting or years
    off = {year: _approximate(year, reading.month, reading.day, reading.season) - here for year in years}
    led = passage.looks_ahead(reading.start, reading.end)
    if not led and _goes_on(reading, passage):
        return own
    back, ahead, more = (2, 1, 0) if led else (1, 2, _UNLED)
    beyond = _UNLED_NEXT_YEAR if reading.day and not led and not passage.note else more

    def far(year: int) -> float:
        """How far the date of that year lies off, weighed."""
        if off[year] <= 0:
            return -off[year] * back
        return off[year] * ahead + (beyond if year > own else more)

    return min(years, key=far)


def _goes_on(reading: Reading, passage: Passage) -> bool:
    """Whether the day follows one told with its year in this paragraph, before the passage was written (“On March 3,
    1946 … On March 6 …”, written in December): it is of that year, however near the next one is.
    """
    told = passage.told
    if not (told.stated and told.year == passage.year and passage.same_paragraph(reading.start)):
        return False
    if reading.weekday is not None or not (told.month and reading.month and passage.month):
        return False
    first, last = (told.month, told.day or 1), (passage.month, passage.day or 31)
    return first <= (reading.month, reading.day or 31) <= last


def _day_of_month(reading: Reading, passage: Passage) -> Told | None:
    """“the 5th instant”, “30th ultimo”, “on the 24th”."""
    day, told = reading.day, passage.told
    assert day is not None
    year, month = passage.year, passage.month
    if (reading.of_told and told.month) or (
        year is None
        or month is None
        or (
            not reading.month_told
            and told.stated
            and told.month
            and (passage.same_paragraph(reading.start) and reading.month_told is None)
        )
    ):
        reading.from_told = True
        year, month = told.year, told.month
    if year is None or month is None:
        return None
    if reading.month_told is not None:
        year, month = add_months(year, month, reading.month_told)
        return Told(year, month, day) if is_day(year, month, day) else None
    own_day = passage.day if (year, month) == (passage.year, passage.month) else told.day
    if own_day and passage.dated and (year, month) == (passage.year, passage.month):
        if day > own_day and not passage.looks_ahead(reading.start, reading.end) and day - own_day > 3:
            year, month = add_months(year, month, -1)
        elif day < own_day - 3 and passage.looks_ahead(reading.start, reading.end):
            year, month = add_months(year, month, 1)
    return Told(year, month, day) if is_day(year, month, day) else None


def _outruns(reading: Reading, passage: Passage) -> bool:
    """Whether the weekday, counted from the day told last, lay ahead of the passage’s own, to which that day is past.

    “It is not so, as the paper stated on March 9, that he ordered it on Saturday”, written on the 10th.
    """
    told = passage.told
    assert reading.weekday is not None and told.year and told.month and told.day
    assert passage.year is not None and passage.month and passage.day
    before, own = Day(told.year, told.month, told.day), Day(passage.year, passage.month, passage.day)
    counted = add_days(before, (reading.weekday - weekday(before)) % 7 or 7)
    return before <= own < counted and passage.dated and not passage.looks_ahead(reading.start, reading.end)


def _weekday(reading: Reading, passage: Passage) -> Told | None:
    """“Monday”, “last Saturday”, “Friday, the 29th”."""
    wanted, told = reading.weekday, passage.told
    assert wanted is not None
    if passage.year is not None and passage.month and passage.day:
        here, side = Day(passage.year, passage.month, passage.day), reading.side
        soon = 0 <= reading.start - told.end < _SOON and passage.same_sentence(reading.start)
        if told.year and told.month and told.day and not side and soon and not _outruns(reading, passage):
            reading.from_told = True
            here, side = Day(told.year, told.month, told.day), 1
    elif passage.year is None and told.year is not None and told.month and told.day:
        reading.from_told = True
        here, side = Day(told.year, told.month, told.day), 0
        if weekday(here) == wanted and not reading.side and reading.week is None:
            return Told(*here)
    else:
        return None
    if reading.of_told and told.year and told.month and told.day:
        reading.from_told = True
        here = Day(told.year, told.month, told.day)
    if reading.day:
        return _named_day(wanted, reading.day, here)
    if reading.week is not None:
        return Told(*add_days(here, 7 * reading.week + wanted - weekday(here)))
    ahead = (wanted - weekday(here)) % 7
    if not side:
        side = 1 if passage.looks_ahead(reading.start, reading.end) else -1
        if not passage.dated:
            side = 1
    if side > 0:
        return Told(*add_days(here, (ahead or 7) + 7 * reading.weeks_on))
    return Told(*add_days(here, (ahead or 7) - 7 if ahead else -7))


def _named_day(wanted: int, day: int, here: Day) -> Told | None:
    """“Friday, the 29th”: the nearest month in which that day is a Friday."""
    months = [add_months(here.year, here.month, off) for off in (0, -1, 1, -2, 2)]
    fitting = [Day(year, month, day) for year, month in months if is_day(year, month, day)]
    fitting = [each for each in fitting if weekday(each) == wanted]
    nearest = min(fitting, key=lambda each: abs(each.number() - here.number()), default=None)
    return Told(*nearest) if nearest else None
