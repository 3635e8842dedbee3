"""The engine itself, measured: no figure may fall below the one recorded last."""

import json
from pathlib import Path

import pytest

from dashboard import cli
from dashboard.errors import GoldError
from dashboard.evaluation.mistakes import mistakes
from dashboard.evaluation.recorded import drops, recorded
from dashboard.evaluation.report import Result
from dashboard.evaluation.run import evaluate
from dashboard.evaluation.sample import draw, found_events
from dashboard.evaluation.scores import Measure


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return evaluate()


def test_no_figure_falls_below_the_recorded_one(results: list[Result]) -> None:
    """Where a change is worth a drop, or gains: python -m dashboard evaluate --record, and say why in the commit."""
    assert recorded(), "nothing is recorded; run python -m dashboard evaluate --record"
    assert drops([figure for result in results for figure in result.figures], recorded()) == []


def test_both_sets_are_measured_by_every_measure(results: list[Result]) -> None:
    assert [result.gold.name for result in results] == ["default documents", "passages"]
    assert {len(result.figures) for result in results} == {len(Measure)}
    for figure in (figure for result in results for figure in result.figures):
        assert 0 <= figure.low <= figure.percent <= figure.high <= 100
        assert figure.meaning


def test_every_mistake_names_document_and_words(results: list[Result]) -> None:
    listed = mistakes(scored for result in results for scored in result.scored)
    assert listed == sorted(listed, key=lambda mistake: mistake.kind)
    assert all(mistake.document and mistake.words and "\n" not in str(mistake) for mistake in listed)


def test_a_sample_to_read_is_the_same_each_time(results: list[Result]) -> None:
    scored = [scored for result in results for scored in result.scored]
    sample = draw(scored, 20)
    assert sample == draw(scored, 20) and len(sample) == 20
    assert all(each.title and "⟦" in each.passage and each.passage in str(each) for each in sample)
    assert len(draw(scored, 10_000)) == sum(len(found_events(each)) for each in scored)


TEXT = "The treaty was signed at Moscow on October 30, 1943."
GOLD = {
    "id": "one",
    "dates": [{"start": 35, "end": 51, "text": "October 30, 1943", "edtf": "1943-10-30"}],
    "places": [{"start": 25, "end": 31, "lat": 55.76, "lon": 37.62, "kind": "settlement", "modern_country": "RU"}],
    "events": [],
}


def gold_folder(tmp_path: Path, gold: object, text: str = TEXT) -> Path:
    (tmp_path / "documents.jsonl").write_text(json.dumps({"id": "one", "text": text}) + "\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    return tmp_path


def test_a_folder_of_labelled_documents_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", "--gold", str(gold_folder(tmp_path, GOLD)), "--errors", "5"]) == 0
    printed = capsys.readouterr().out
    assert "dates right        100.0  100.0–100.0" in printed
    assert "event false | one" in printed  # an event was found where the label has none


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        ({**GOLD, "id": "two"}, "documents.jsonl does not hold"),
        ({"dates": []}, "has a line without an id"),
        ({**GOLD, "dates": [{"end": 99, "edtf": "1943"}]}, "'start' is wrong"),
        ({**GOLD, "dates": [{"start": 35, "end": 99, "edtf": "1943"}]}, "is not inside a text of"),
        ({**GOLD, "dates": [{"start": 0, "end": 3, "text": "October", "edtf": "1943"}]}, "where the text has “The”"),
        ({**GOLD, "events": [{"title": "Treaty", "edtf": "1943", "evidence": []}]}, "has no evidence"),
    ],
)
def test_labels_that_do_not_fit_their_text(tmp_path: Path, gold: object, message: str) -> None:
    with pytest.raises(GoldError, match=message):
        evaluate(gold_folder(tmp_path, gold))


def test_what_is_no_gold_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", "--gold", str(tmp_path)]) == 1
    assert "holds no labelled documents" in capsys.readouterr().err
    assert cli.main(["evaluate", "--gold", str(tmp_path), "--record"]) == 1
    assert "leave --gold out" in capsys.readouterr().err
