"""What `make bench` says of aims, and that one bench which breaks leaves the others their figures."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.bench import __main__ as bench
from tests.bench import understood
from tests.bench.probe import Figure, amount, judged
from tests.bench.series import measured

FIGURES = [
    # unit, values, aim, at least, whether it is met
    ("ms", [90, 110, 400], 110, False, True),
    ("ms", [111], 110, False, False),
    ("", [0.9], 0.9, True, True),
    ("", [0.89], 0.9, True, False),
    ("ms", [5], None, False, None),
]


@pytest.mark.parametrize(("unit", "values", "aim", "at_least", "met"), FIGURES)
def test_an_aim_is_met_by_the_median(
    unit: str, values: list[float], aim: float | None, at_least: bool, met: bool | None
) -> None:
    figure = Figure("what", unit, values, aim, at_least)
    assert figure.met is met
    assert ("MISSED" in figure.row(), " met" in figure.row()) == (met is False, met is True)


@pytest.mark.parametrize(("value", "said"), [(139900.4, "139,900"), (17.91, "17.9"), (0.974, "0.97"), (3000, "3,000")])
def test_figures_have_the_digits_worth_reading(value: float, said: str) -> None:
    assert amount(value) == said


def test_the_sentence_names_what_is_missed() -> None:
    figures = [Figure("a", "ms", [1], 2), Figure("b", "ms", [3], 2), Figure("c", "ms", [3])]
    assert judged(figures).strip().startswith("1 of 2 aims met on")
    assert judged(figures).endswith("; missed: b.")


def test_a_bench_that_breaks_says_so_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks(*, small: bool) -> Iterator[Figure]:
        yield Figure("before", "ms", [1 if small else 9], 2)
        pytest.fail("No server within 300 s.")

    def goes_on(*, small: bool) -> Iterator[Figure]:
        yield Figure("after", "MB", [7 if small else 1], 5)

    fakes = {"tests.bench.one": breaks, "tests.bench.two": goes_on}
    monkeypatch.setattr(
        importlib, "import_module", lambda name: SimpleNamespace(figures=fakes[name], __doc__=f"About {name}.")
    )
    assert bench.main(["one", "two"], small=True) == 1
    said = capsys.readouterr().out
    table = said[said.index("What is aimed at") :]
    assert "before" in table and "after" in table and "1 of 2 aims met" in table
    assert "one (No server within 300 s.); again by itself: python -m tests.bench.one" in table


BUSY = "import time; end = time.process_time() + 0.3\nwhile time.process_time() < end: pass"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody adopts what outlives its parent")
def test_the_time_of_a_process_that_outlives_its_parent_counts() -> None:
    left = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {BUSY!r}], stdout=subprocess.DEVNULL)"
    assert measured([sys.executable, "-c", left]).processor > 0.3


@pytest.mark.parametrize("name", bench.BENCHES)
def test_every_bench_can_be_run_by_itself(name: str) -> None:
    module = importlib.import_module(f"tests.bench.{name}")
    assert callable(module.figures) and module.__doc__.splitlines()[0].endswith(".")


def test_weights_of_a_sign_follow_from_readings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where all titles broken off were not understood and all others were, that sign has the lowest weight."""
    readings = tmp_path / "readings.csv"
    lines = [f"Nasser received Byroade {n} …,,0\nNasser received Byroade {n},,1" for n in range(20)]
    readings.write_text("title,clause,understood\n" + "\n".join(lines), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["understood", str(readings)])
    understood.main()
    first, above, below, *weights = capsys.readouterr().out.splitlines()
    assert first == "40 titles, 50.0% understood; area under the curve 1.000"
    assert (above, below) == (
        "  above the limit of 0.48: 20 of 20 understood",
        "  below the limit of 0.48: 0 of 20 understood",
    )
    assert min(weights, key=lambda line: float(line.split()[0])).split("  ")[-1] == "broken off (20)"
