"""Making: it counts, it can be called off without a trace, it gives up where nobody asks, and it keeps its errors."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from threading import Event

import pytest

from dashboard.errors import ExportError, ExportStopped
from dashboard.export import Making, Selection, Tell, export, format_named
from dashboard.export import making as module
from dashboard.queries import Atlas
from tests.export.opened import entry, of

AT_MOST = 60.0
"""Seconds; no test waits for them where all is well."""


def endless(atlas: Atlas) -> Selection:
    """A selection that no export comes to the end of."""
    return replace(of(atlas, entry("1945")), entries=repeat(entry("1945")), count=10**6)


def test_what_is_quickly_made_is_there_at_once(gold_atlas: Atlas) -> None:
    making = Making(lambda tell: export(of(gold_atlas, entry("1945")), format_named("ical", "events"), tell))
    assert making.done(AT_MOST)
    assert making.words == "", "nothing that needed to be counted"
    assert making.made()


@pytest.mark.parametrize("form", ["xlsx", "csv", "web-annotations"])
def test_it_counts_and_called_off_leaves_nothing_behind(
    gold_atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    far, seen = Event(), list[str]()

    def make(tell: Tell) -> int:
        def heard(words: str) -> None:
            seen.append(words)
            tell(words)
            if len(seen) == 3:
                far.set()

        content = export(endless(gold_atlas), format_named(form, "events"), heard)
        return len(content) if isinstance(content, bytes) else sum(map(len, content))

    making = Making(make)
    assert far.wait(AT_MOST)
    assert not making.done()
    making.cancel()
    assert making.done(AT_MOST)
    with pytest.raises(ExportStopped, match=r"^Cancelled; nothing was saved\.$"):
        making.made()
    assert seen[:3] == ["1,000 of 1,000,000 events", "2,000 of 1,000,000 events", "3,000 of 1,000,000 events"]
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_asks_for_any_more_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", -1.0)

    def make(tell: Tell) -> None:
        while True:
            tell("on and on")

    making = Making(make)
    assert making.done(AT_MOST)
    with pytest.raises(ExportStopped):
        making.made()


def test_its_errors_are_those_of_who_asks() -> None:
    def make(_tell: Tell) -> None:
        raise ExportError("No room.")

    making = Making(make)
    assert making.done(AT_MOST)
    with pytest.raises(ExportError, match="No room"):
        making.made()
