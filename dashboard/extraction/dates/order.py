"""Order: whether a document writes 8 May as 5/8 or as 8/5, learnt from the dates that leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.extraction.dates.reading import Reading


def set_order(readings: Sequence[Reading], *, day_first: int, month_first: int) -> None:
    """Turn numeric dates day first where one of them proves it, or where the document writes “8 May” and never “May 8”.

    `day_first` and `month_first` count the dates with named months in either order.
    """
    numeric = [reading for reading in readings if reading.numeric]
    proof_of_day = any((reading.month or 0) > 12 for reading in numeric)
    proof_of_month = any((reading.day or 0) > 12 for reading in numeric)
    if proof_of_day or (not proof_of_month and day_first and not month_first):
        for reading in numeric:
            reading.month, reading.day = reading.day, reading.month
            if reading.until:
                reading.until.month, reading.until.day = reading.month, reading.until.day
