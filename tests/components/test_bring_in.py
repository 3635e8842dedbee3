"""What comes in: each file is looked at once, however often the page is begun anew meanwhile."""

from __future__ import annotations

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard import state
from dashboard.components import bring_in, changing
from dashboard.components.bring_in import Incoming
from dashboard.errors import DocumentError
from dashboard.pipeline import OwnFile


class Interrupted(BaseException):
    """As Streamlit ends a page that is begun anew."""


def upload(name: str) -> SimpleNamespace:
    return SimpleNamespace(name=name, file_id=f"id of {name}", getvalue=lambda: b"")


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were added, in order; “bad” is refused, and “slow” interrupted the first time."""
    names: list[str] = []
    kept: dict[str, Any] = {}

    def add_file(name: str, _data: bytes, **_watch: Any) -> OwnFile:
        names.append(name)
        if name == "bad.txt":
            raise DocumentError("bad.txt holds no text; add a file with the words of a document.")
        if name == "slow.txt" and names.count(name) == 1:
            raise Interrupted
        return OwnFile(name, (), ())

    monkeypatch.setattr(changing, "add_file", add_file)
    monkeypatch.setattr(state, "answer", lambda _key: kept)
    monkeypatch.setattr(state, "give", lambda _key, given: kept.update(given))
    monkeypatch.setattr(bring_in.st, "progress", lambda *_, **__: SimpleNamespace(empty=lambda: None))
    return names


def test_a_page_begun_anew_goes_on_where_it_was(added: list[str]) -> None:
    files = [upload("one.txt"), upload("bad.txt"), upload("slow.txt"), upload("four.txt")]
    with pytest.raises(Interrupted):
        bring_in._take_files(files)
    known = bring_in.incoming().looked_at
    bring_in._take_files([each for each in files if each.file_id not in known])
    assert added == ["one.txt", "bad.txt", "slow.txt", "slow.txt", "four.txt"]
    bring_in._finish(empty=False)
    now = bring_in.incoming()
    assert now.said == "3 files were read, but no event was found in them."
    assert [what for what, _ in now.refused] == ["bad.txt"]


def test_a_field_is_emptied_also_where_the_page_was_begun_anew_behind_the_last_file(
    added: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [upload("one.txt")]
    bring_in._take_files(files)
    begun: list[int] = []
    held = {"files-0": files, "files-1": []}
    page = {
        "container": lambda **_: nullcontext(),
        "file_uploader": lambda *_, key, **__: held[key],
        "markdown": lambda _: None,
        "progress": bring_in.st.progress,
        "rerun": lambda: begun.append(bring_in.incoming().turn),
    }
    monkeypatch.setattr(bring_in, "st", SimpleNamespace(**page))
    bring_in._file_field(0)
    bring_in._file_field(1)
    assert (added, begun) == (["one.txt"], [1])
    assert bring_in.incoming().said == "one.txt was read, but no event was found in it."


def test_what_was_refused_is_said_until_it_is_read(added: list[str]) -> None:
    now = Incoming().answered("a.txt", "No.").answered("b.txt", "Not either.").answered("a.txt", "Still not.")
    assert now.refused == (("b.txt", "Not either."), ("a.txt", "Still not."))
    assert now.answered("b.txt").refused == (("a.txt", "Still not."),)
    many = Incoming()
    for number in range(bring_in.MOST_REFUSED + 5):
        many = many.answered(f"{number}.txt", "No.")
    assert len(many.refused) == bring_in.MOST_REFUSED
    assert added == []
