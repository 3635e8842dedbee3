"""The time axis: days to pixels, true to scale or with its empty years folded, and the ticks that go with it.

Positions are computed here, from calendar days, and handed to the chart as plain numbers: a browser's time zone cannot
move them. Days are counted as `datetime.date.toordinal` counts them; a day begins at its number and ends at the next.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import Literal, NamedTuple

from dashboard.datespan import month_length
from dashboard.views.lettering import text_width
from dashboard.views.theme import SIZE_CAPTION

Days = tuple[float, float]
"""First day, and the day after the last."""

BREAK_WIDTH = 13.0
YEAR_WIDTH = 33.0
"""What a year with one event gets on a folded axis: its number and a little room."""
CROWDING = 1.25
"""Above 1: events of one year crowd one another, those of several years do not."""
TICK_GAP = 4.0
"""Between a tick and its label, which stands to the right of it."""
OVERHANG = 4.0
"""How far the last label may stand out at the right: less than the air that every timeline has there."""
_FIRST_DAY = datetime.date(1, 1, 1).toordinal()
_LAST_DAY = datetime.date(9999, 12, 31).toordinal()
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Straight pieces between knots: a true scale has two knots, a folded one two for every run of years."""

    days: tuple[float, ...]
    """The knots as days, rising."""
    pixels: tuple[float, ...]
    """The same knots as pixels, rising."""
    breaks: tuple[tuple[float, float], ...] = ()
    """From and to, in pixels, of each run of folded years."""

    def x(self, day: float) -> float:
        """Where a day begins; before the first and after the last knot the edge itself."""
        if day <= self.days[0]:
            return self.pixels[0]
        if day >= self.days[-1]:
            return self.pixels[-1]
        piece = bisect_right(self.days, day) - 1
        share = (day - self.days[piece]) / (self.days[piece + 1] - self.days[piece])
        return self.pixels[piece] + share * (self.pixels[piece + 1] - self.pixels[piece])

    @property
    def domain(self) -> Days:
        """The days at the two edges."""
        return self.days[0], self.days[-1]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on the axis and the word beside it; the word is empty where there is no room for it."""

    x: float
    label: str
    strong: bool
    """Whether a year begins here."""


def true_scale(domain: Days, left: float, right: float) -> TimeScale:
    """Every day equally wide."""
    first, after = domain
    return TimeScale((first, max(after, first + 1)), (left, right))


def padded(spans: Iterable[Days], share: float = 0.03) -> Days:
    """From the first to the last day of all spans, with a margin; this year's where there are none."""
    spans = list(spans)
    if not spans:
        year = datetime.date.today().year
        return year_start(year), year_start(year + 1)
    first, after = min(span[0] for span in spans), max(span[1] for span in spans)
    margin = max(2.0, (after - first) * share)
    return max(first - margin, _FIRST_DAY), min(after + margin, _LAST_DAY)


def folded_scale(spans: Sequence[Days], left: float, right: float) -> TimeScale | None:
    """Years in which nothing begins or ends are folded, the busy ones get more room; None where none is empty.

    Inside a year every day is equally wide. What runs through folded years runs through the break.
    """
    events = Counter(year for span in spans for year in {year_of(span[0]), year_of(span[1] - 1)})
    runs = _runs(sorted(events))
    if len(runs) < 2:
        return None
    width = right - left
    fold = min(BREAK_WIDTH, width * 0.3 / (len(runs) - 1))
    widths = _year_widths(events, width - fold * (len(runs) - 1))
    return _scale_of_runs(runs, widths, left, fold)


def _runs(years: list[int]) -> list[list[int]]:
    """Years in unbroken runs: 1907 | 1921 | 1941, 1942, 1943."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return runs


def _year_widths(events: Counter[int], room: float) -> dict[int, float]:
    """An equal share for every year; what is left over goes to the busy ones, to the busiest more than its share."""
    base = min(YEAR_WIDTH, room / len(events))
    surplus = room - base * len(events)
    beyond = {year: (count - 1) ** CROWDING for year, count in events.items()}
    total = sum(beyond.values())
    if not total:
        return dict.fromkeys(events, room / len(events))
    return {year: base + surplus * beyond[year] / total for year in events}


def _scale_of_runs(runs: list[list[int]], widths: dict[int, float], left: float, fold: float) -> TimeScale:
    days: list[float] = []
    pixels: list[float] = []
    breaks: list[tuple[float, float]] = []
    at = left
    for run in runs:
        if days:
            breaks.append((at, at + fold))
            at += fold
        days.append(float(year_start(run[0])))
        pixels.append(at)
        for year in run:
            at += widths[year]
            days.append(float(year_start(year + 1)))
            pixels.append(at)
    return TimeScale(tuple(days), tuple(pixels), tuple(breaks))


def year_start(year: int) -> int:
    """The first of January as a day number; the last day there is, beyond the calendar."""
    return datetime.date(year, 1, 1).toordinal() if year <= 9999 else _LAST_DAY


def year_of(day: float) -> int:
    """The year a day lies in."""
    return date_of(day).year


def date_of(day: float) -> datetime.date:
    """The calendar date of a day number, held inside the calendar."""
    return datetime.date.fromordinal(int(min(max(day, _FIRST_DAY), _LAST_DAY)))


def ticks(scale: TimeScale) -> list[Tick]:
    """The ticks of a scale, as many as their labels have room for; the first one in sight names its year."""
    if scale.breaks:
        return _folded_ticks(scale)
    (first, after), right = scale.domain, scale.pixels[-1]
    pixels_a_day = (right - scale.pixels[0]) / (after - first)
    steps = [step for step in _STEPS if step.days * pixels_a_day >= _NARROWEST] or [_STEPS[-1]]
    for step in steps:
        found = [_tick(scale, date) for date in _dates(first, after, step)]
        if _roomy(found):
            break
    return _thinned(_with_context(found, scale, step), right)


class _Step(NamedTuple):
    """Every nth day, month or year, and about how many days that is."""

    unit: Literal["day", "month", "year"]
    n: int
    days: float


_STEPS = (
    *(_Step("day", n, n) for n in (1, 2, 5, 10)),
    *(_Step("month", n, 30.4 * n) for n in (1, 2, 3, 6)),
    *(_Step("year", n, 365.25 * n) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
"""From fine to coarse; the first whose labels have room is taken."""
CONTEXT = 110.0
"""A year named this near to the left edge is context enough."""
_NARROWEST = 18.0
"""Pixels from tick to tick below which a step is not even tried."""


def _dates(first: float, after: float, step: _Step) -> Iterator[datetime.date]:
    """The dates of a step in [first, after): years divisible by n, each nth month, or each nth day of a month."""
    months = range(1, 13, step.n) if step.unit == "month" else range(1, 2 if step.unit == "year" else 13)
    for year in range(year_of(first), year_of(after) + 1):
        if step.unit == "year" and year % step.n:
            continue
        for month, day in product(months, _days_of_step(step)):
            if day <= month_length(year, month) and first <= datetime.date(year, month, day).toordinal() < after:
                yield datetime.date(year, month, day)


def _days_of_step(step: _Step) -> Iterable[int]:
    if step.unit != "day":
        return (1,)
    return range(1, 32) if step.n == 1 else range(1, 30, step.n)


def _tick(scale: TimeScale, date: datetime.date) -> Tick:
    if date.day > 1:
        label = str(date.day)
    elif date.month > 1:
        label = _MONTHS[date.month - 1]
    else:
        label = str(date.year)
    return Tick(scale.x(date.toordinal()), label, strong=date.month == date.day == 1)


def _roomy(found: list[Tick]) -> bool:
    """Whether all labels can be read: each ends well before the next begins."""
    return len(found) > 1 and all(one.x + _room(one) + 10 <= other.x for one, other in pairwise(found))


def _room(tick: Tick) -> float:
    return TICK_GAP + text_width(tick.label, SIZE_CAPTION, bold=tick.strong)


def _with_context(found: list[Tick], scale: TimeScale, step: _Step) -> list[Tick]:
    """The first tick says its month and year where no tick says so: “14 July 1945”, then “16”, “18”."""
    if step.unit == "year" or any(tick.strong and tick.x < scale.pixels[0] + CONTEXT for tick in found):
        return found
    first, after = scale.domain
    dates = list(_dates(first, after, step))
    if not dates:
        date = date_of(first)
        return [Tick(scale.pixels[0], f"{date.day} {_MONTHS[date.month - 1]} {date.year}", True)]
    words = f"{_MONTHS[dates[0].month - 1]} {dates[0].year}"
    if step.unit == "day":
        words = f"{dates[0].day} {words}"
    elif dates[0].month == 1:
        words = str(dates[0].year)
    return [replace(found[0], label=words, strong=True), *found[1:]]


def _folded_ticks(scale: TimeScale) -> list[Tick]:
    """Every year that is not folded, and in a wide year its months."""
    found = []
    edges = {gap[0] for gap in scale.breaks}
    for (day, x), (_, after_x) in pairwise(zip(scale.days, scale.pixels, strict=True)):
        if x in edges:
            continue
        year = year_of(day)
        found.append(Tick(x, str(year), strong=True))
        found.extend(_months_of(scale, year, after_x - x))
    return _thinned(found, scale.pixels[-1])


def _months_of(scale: TimeScale, year: int, width: float) -> list[Tick]:
    each = width / 12
    step = next((n for n in (1, 2, 3, 6) if each * n >= 42), 0)
    months = range(1 + step, 13, step) if step else ()
    return [Tick(scale.x(datetime.date(year, m, 1).toordinal()), _MONTHS[m - 1], strong=False) for m in months]


def _thinned(found: list[Tick], right: float) -> list[Tick]:
    """Labels that would touch another or the edge are left out, years kept before months; the lines stay."""
    taken: list[tuple[float, float]] = []
    kept: dict[int, Tick] = {}
    for at in sorted(range(len(found)), key=lambda at: (not found[at].strong, found[at].x)):
        tick = found[at]
        span = (tick.x, tick.x + _room(tick) + 4)
        free = span[1] - 4 <= right + OVERHANG and all(span[1] <= begin or end <= span[0] for begin, end in taken)
        if free:
            taken.append(span)
        kept[at] = tick if free else replace(tick, label="")
    return [kept[at] for at in sorted(kept)]
