"""The recorded figures: written, read back, compared, shown."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import config
from dashboard.evaluation.recorded import (
    READ_BY_PEOPLE,
    AboutRow,
    about_rows,
    drops,
    read_by_a_person,
    record,
    recorded,
)
from dashboard.evaluation.report import Figure, table

FIGURE = Figure("passages", 150, "dates right", 91.2, 87.0, 94.8, 92.0, 90.4, 400, 393, 361)


def test_figures_survive_the_file(tmp_path: Path) -> None:
    path = tmp_path / "recorded.json"
    assert recorded(path) == ()
    record([FIGURE, replace(FIGURE, measure="topics")], path)
    assert recorded(path) == (FIGURE, replace(FIGURE, measure="topics"))


@pytest.mark.parametrize(
    ("now", "fell"),
    [
        ([FIGURE], False),
        ([replace(FIGURE, percent=95.0)], False),
        ([replace(FIGURE, percent=90.8)], False),  # not two labels
        ([replace(FIGURE, percent=90.6)], True),
        ([replace(FIGURE, gold="default documents")], True),  # no longer measured on the passages
        ([], True),
    ],
)
def test_drops(now: list[Figure], fell: bool) -> None:
    assert bool(drops(now, [FIGURE])) is fell


@pytest.mark.parametrize(
    ("measure", "right", "fell"),
    [
        ("topics", 362, False),  # more events were found, and more of their topics are right
        ("topics", 361, True),
        ("dates right", 362, True),  # more right, but bought with too many that are wrong
    ],
)
def test_a_measure_over_what_was_found_may_be_lower_when_more_is_right(measure: str, right: int, fell: bool) -> None:
    before = replace(FIGURE, measure=measure)
    assert bool(drops([replace(before, percent=90.0, right=right)], [before])) is fell


def test_a_drop_is_a_sentence() -> None:
    assert drops([replace(FIGURE, percent=80.0)], [FIGURE]) == [
        "dates right on the passages: 80.0 % now, 91.2 % recorded"
    ]


def test_the_about_page_says_how_good_on_what_and_how_measured() -> None:
    (row,) = about_rows([FIGURE])
    assert row.how_good == "91.2 % (87.0–94.8)"
    assert row.on_what.startswith("150 passages composed")
    assert row.counted == "400"
    assert row.how_measured == "F1: and mean the very days"


def test_what_a_person_read_stands_with_its_interval(tmp_path: Path) -> None:
    path = tmp_path / "read.csv"
    path.write_text(
        "what,right,of,on_what,how_measured,read_on\ntitles true,96,100,titles,read by one reader,2026-11-22\n", "utf-8"
    )
    (row,) = read_by_a_person(path)
    said = ("titles true", "96.0 % (90.2–98.4)", "100 titles", "read by one reader (2026-11-22)")
    assert row == AboutRow(READ_BY_PEOPLE, *said)


def test_what_was_read_is_shipped_and_shown() -> None:
    read = [row.what for row in read_by_a_person()]
    assert read
    assert [row.what for row in about_rows()][-len(read) :] == read


def test_the_table_has_a_heading_a_set() -> None:
    lines = table([FIGURE, replace(FIGURE, gold="others")]).splitlines()
    assert [line for line in lines if line.endswith("(150)")] == ["passages (150)", "others (150)"]
    assert "dates right         91.2  87.0–94.8" in lines[2]


README = (config.ROOT / "README.md").read_text(encoding="utf-8")
TOLD = re.findall(
    r"^\| ((?:dates|places|events|topics|certainty|titles)\b[^|]*) \| ([\d./ ]+) \| ([\d./ ]+) \|$", README, re.M
)


@pytest.mark.parametrize(("measures", "documents", "passages"), TOLD)
def test_the_readme_says_what_is_recorded(measures: str, documents: str, passages: str) -> None:
    """To a point: who records anew by `evaluate --record` writes them down there where they moved by more."""
    percent = {(row.gold, row.measure): row.percent for row in recorded()}
    for gold, said in (("default documents", documents), ("passages", passages)):
        for measure, figure in zip(measures.split(" / "), said.split(" / "), strict=True):
            assert float(figure) == pytest.approx(percent[gold, measure], abs=1.0), f"{measure} on the {gold}"


def test_the_readme_leaves_no_measure_out() -> None:
    told = {measure for measures, _, _ in TOLD for measure in measures.split(" / ")}
    assert told == {row.measure for row in recorded()}
