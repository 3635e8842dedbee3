"""The measure of growth: lenient with a busy machine, not with what grows too fast."""

from __future__ import annotations

import pytest

from tests import growth
from tests.growth import times_as_long


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The processor time, which acts move on."""
    now = [0.0]
    monkeypatch.setattr(growth.time, "process_time", lambda: now[0])
    return now


def test_a_busy_moment_is_measured_again(clock: list[float]) -> None:
    noise = iter([0.0, 0.0, 9.0, 0.0, 7.0, 5.0, 0.0])

    def act(size: int) -> None:
        clock[0] += size / 1000 + next(noise, 0.0)

    assert times_as_long(act, 1_000, 4_000, below=8) == pytest.approx(4, abs=0.1)


def test_what_grows_by_the_square_does_so_in_every_run(clock: list[float]) -> None:
    runs: list[int] = []

    def act(size: int) -> None:
        runs.append(size)
        clock[0] += (size / 1000) ** 2

    assert times_as_long(act, 1_000, 4_000, below=8) == pytest.approx(16, abs=0.1)
    assert runs.count(4_000) == growth.TRIES
