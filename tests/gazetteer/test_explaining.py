"""`locate`: the answer in words, with the other readings and why."""

from __future__ import annotations

import pytest

from dashboard.cli import main
from dashboard.gazetteer import Gazetteers
from dashboard.gazetteer.explaining import explain


def test_the_likeliest_comes_first_with_reason_and_source(gazetteers: Gazetteers) -> None:
    first, *others = explain(gazetteers, "Azerbaijan", when=1945, near="Iran")
    assert first.startswith("“Azerbaijan” in 1945 near Iran is Azerbaijan (region, IR)")
    assert "regions.csv" in first and "Iranian province" in first
    assert any("Azerbaijan SSR" in line for line in others)


def test_an_unknown_name_is_a_sentence(gazetteers: Gazetteers) -> None:
    assert list(explain(gazetteers, "Xyzzyville")) == ["“Xyzzyville”: no gazetteer knows it."]


def test_at_most_ten_readings_are_listed(gazetteers: Gazetteers) -> None:
    lines = list(explain(gazetteers, "San Antonio"))
    assert len(lines) == 11 and lines[-1].endswith("more of that name.")


def test_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["locate", "Persia", "--when", "1921"]) == 0
    assert "“Persia” in 1921 is Persia (country, IR)" in capsys.readouterr().out
