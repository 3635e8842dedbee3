"""Finding a browser: an own one first, then those on PATH, then one unpacked before."""

from pathlib import Path

import pytest

from tests.browser import find_browser


def test_a_named_browser_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME", "/opt/my/chrome")
    assert find_browser.find() == Path("/opt/my/chrome")


def test_nothing_anywhere_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr(find_browser, "UNPACKED", tmp_path / "browser")
    assert find_browser.find() is None


def test_an_unpacked_browser_brings_its_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(find_browser, "UNPACKED", tmp_path)
    environment = find_browser.environment(tmp_path / "chromium")
    assert environment["LD_LIBRARY_PATH"] == str(tmp_path / "lib")


def test_a_way_that_fails_does_not_stop_the_search(capsys: pytest.CaptureFixture[str]) -> None:
    def _from_nowhere() -> None:
        raise OSError("no such registry")

    find_browser._attempt(_from_nowhere)
    assert "from nowhere: no such registry" in capsys.readouterr().err
