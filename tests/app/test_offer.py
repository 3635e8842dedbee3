"""Files on their way to the reader: one for each component, counted, called off, and every end of them an answer."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest

from dashboard import state
from dashboard.components import offer
from dashboard.components.offer import File, answer_of, make_for, stop
from dashboard.errors import ExportError
from dashboard.export import Tell

DONE = File("a.txt", iter([b"one", b"two"]), "text/plain")


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A session without a page."""
    kept: dict[str, Any] = {}
    monkeypatch.setattr(state.st, "session_state", kept)
    monkeypatch.setattr(offer, "PROMPT", 0.0)
    return kept


class Slow:
    """Something that is made only once it may; it says what it does whenever it is let on."""

    def __init__(self, make: Callable[[], File] = lambda: DONE) -> None:
        self.make, self.may, self.ended = make, Event(), Event()

    def __call__(self, tell: Tell) -> File:
        try:
            while not self.may.wait(0.001):
                tell("Picture 2 of 9")
            return self.make()
        finally:
            self.ended.set()


def finished(key: str) -> dict[str, Any]:
    """The answer, once its file is there or has failed."""
    making = state.making(key)
    assert making and making.done(60)
    return answer_of(key)


def until_told(key: str) -> dict[str, Any]:
    """The first answer that says how far the file is."""
    for _ in range(10_000):
        given = answer_of(key)
        if given["words"]:
            return given
    raise AssertionError("it never said anything")


def test_a_component_is_told_how_far_its_file_is_and_then_where() -> None:
    slow = Slow()
    make_for("deck", {"turn": "1"}, slow, "The file")
    told = until_told("deck")
    assert (told["turn"], told["words"]) == ("1", "Picture 2 of 9")
    assert answer_of("deck")["asked"] > told["asked"], "so that the browser is drawn again"
    slow.may.set()
    given = finished("deck")
    assert (given["turn"], given["name"]) == ("1", "a.txt") and "words" not in given
    assert answer_of("deck") == given, "it stays the answer"
    assert state.making("deck") is None


def test_called_off_it_says_so_at_once_and_ends() -> None:
    slow = Slow()
    make_for("deck", {"turn": "1"}, slow, "The file")
    for stranger in ({}, {"turn": "0"}, {"turn": ["1"]}):
        stop("deck", stranger)
        assert state.making("deck")
    stop("deck", {"turn": "1"})
    assert answer_of("deck") == {"turn": "1", "sentence": "Cancelled; nothing was saved."}
    assert slow.ended.wait(60)
    stop("deck", {"turn": "1"})
    assert answer_of("deck")["sentence"] == "Cancelled; nothing was saved.", "once is enough"


def test_of_two_for_one_component_the_first_is_called_off_but_components_do_not_meet() -> None:
    first, second, other = Slow(), Slow(), Slow()
    make_for("deck", {"turn": "1"}, first, "The file")
    make_for("menu", {"turn": "9"}, other, "The file")
    make_for("deck", {"turn": "2"}, second, "The file")
    assert first.ended.wait(60)
    for slow in (second, other):
        assert not slow.ended.is_set()
        slow.may.set()
    assert finished("deck")["turn"] == "2"
    assert finished("menu")["name"] == "a.txt"


def _full() -> File:
    raise ExportError("The disk is full.")


def _broken() -> File:
    raise RuntimeError("secret")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [(_full, "The disk is full."), (_broken, "The file could not be made. The reason stands in the terminal.")],
)
def test_every_error_is_a_sentence(make: Callable[[], File], sentence: str) -> None:
    slow = Slow(make)
    slow.may.set()
    make_for("deck", {"turn": "1"}, slow, "The file")
    assert finished("deck") == {"turn": "1", "sentence": sentence}


def test_what_a_component_says_is_heard_once_and_nothing_of_it_is_lost(session: dict[str, Any]) -> None:
    class Said:
        act: Any = None

    session["bar"] = said = Said()
    assert state.actions("bar") == []
    for nonsense in ({"all": 7}, {"all": [None, 7, {}, {"number": "8"}]}, "all"):
        said.act = nonsense
        assert state.actions("bar") == []
    said.act = {"all": [{"number": 5, "do": "a"}, {"number": 6, "do": "b"}]}
    assert [each["do"] for each in state.actions("bar")] == ["a", "b"]
    said.act = {"all": [{"number": 6, "do": "b"}, {"number": 7, "do": "c"}]}
    assert [each["do"] for each in state.actions("bar")] == ["c"]
    assert state.heard("bar") == 7
