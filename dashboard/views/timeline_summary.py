"""What timeline and strip say to a reader who cannot see them: how much is drawn, in which lanes, over which time."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.datewords import in_words
from dashboard.english import counted
from dashboard.views.timeline_scale import Days, year_of
from dashboard.views.timeline_window import Window


def summary_of_lanes(
    shown: int, lanes: Sequence[str], *, earlier: int = 0, later: int = 0, undated: int = 0, unit: str = ""
) -> str:
    """“21 events. 2 lanes: War; Trade. Not drawn: 3 earlier, 1 undated.”; unit: what columns stand for, if any."""
    by_unit = f", counted by {unit}" if unit else ""
    said = [f"{counted(shown, 'event')}{by_unit}."]
    if lanes:
        said.append(f"{counted(len(lanes), 'lane')}: {'; '.join(lanes)}.")
    left_out = {"earlier": earlier, "later": later, "undated": undated}
    if any(left_out.values()):
        said.append(f"Not drawn: {', '.join(f'{count:,} {which}' for which, count in left_out.items() if count)}.")
    return " ".join(said)


def summary_of_strip(events: int, days: Days | None, window: Window | None) -> str:
    """“30 events, 1907 to 1950. Shown above: 1 July – 31 August 1945.”"""
    said = [counted(events, "event")]
    if days:
        first, last = year_of(days[0]), year_of(days[1] - 1)
        said.append(f"{first}" if first == last else f"{first} to {last}")
    first_day, last_day = window or ("", "")
    if not (first_day or last_day):
        return f"{', '.join(said)}."
    return f"{', '.join(said)}. Shown above: {in_words(f'{first_day}/{last_day}')}."
