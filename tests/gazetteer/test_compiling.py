"""The compiled index: made once, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.errors import GazetteerError
from dashboard.gazetteer import compiling
from dashboard.gazetteer.compiling import _Row, compile_index, fingerprint
from dashboard.gazetteer.geonames import GeoNames

ROWS = [
    _Row(5, "Tallinn", 59.437, 24.7535, 394024, "EE", "EE.01", "settlement", ["Reval", "Tallin"]),
    _Row(3, "Reval", -1.0, -2.0, 900, "BR", "BR.01", "settlement"),
]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows instead of a quarter of a million."""
    monkeypatch.setattr(compiling, "_rows", lambda: iter(ROWS))


@pytest.mark.usefixtures("small")
def test_names_and_ids_lead_to_rows(tmp_path: Path) -> None:
    gazetteer = GeoNames(tmp_path)
    assert gazetteer.build()
    assert not gazetteer.build(), "the second time there is nothing to do"
    assert [c.id for c in gazetteer.candidates("REVAL")] == ["geonames:5", "geonames:3"]
    found = gazetteer.by_id(5)
    assert found is not None and (found.name, found.country, found.admin) == ("Tallinn", "EE", "EE.01")
    assert gazetteer.by_id(4) is None and gazetteer.by_id(6) is None


@pytest.mark.usefixtures("small")
def test_a_run_that_lost_the_race_takes_the_winners_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "index"
    write = compiling._write

    def other_finishes_first(draft: Path, rows: list[_Row]) -> None:
        write(draft, rows)
        monkeypatch.setattr(compiling, "_write", write)
        compile_index(folder)

    monkeypatch.setattr(compiling, "_write", other_finishes_first)
    assert compile_index(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index"], "no draft is left"


@pytest.mark.parametrize("module", ["compiling", "names"])
def test_what_decides_names_another_index(module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key made otherwise is not looked up in the index of before."""
    before = fingerprint()
    assert fingerprint.__wrapped__() == before
    changed = tmp_path / f"{module}.py"
    (own,) = (path for path in compiling._DECIDES if path.name == changed.name)
    changed.write_text(own.read_text("utf-8") + "# changed\n", "utf-8")
    others = (changed if path == own else path for path in compiling._DECIDES)
    monkeypatch.setattr(compiling, "_DECIDES", tuple(others))
    assert fingerprint.__wrapped__() != before


def test_a_killed_run_leaves_nothing_half_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(compiling, "_rows", killed)
    with pytest.raises(KeyboardInterrupt):
        compile_index(tmp_path / "index")
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="make run"):
        GeoNames(tmp_path).candidates("Reval")
