"""Widths of words, as a browser measured them in Source Sans."""

from __future__ import annotations

import pytest

from dashboard.views.lettering import shorten, text_width


@pytest.mark.parametrize("text", ["1945", "8888", "0000"])
def test_figures_are_equally_wide(text: str) -> None:
    assert text_width(text, 12) == pytest.approx(4 * 0.497 * 12)


def test_letters_nobody_measured_have_a_width() -> None:
    assert text_width("北京", 12) == 24  # East Asian letters fill an em
    assert text_width("e\u0301", 12) == text_width("e", 12)  # a combining accent takes no room
    assert text_width("ა", 12) > text_width("a", 12)  # unknown: rather too wide


SHORTENED = [
    # text, room, result, why
    ("Yalta Conference", 200, "Yalta Conference", "fits"),
    ("Anglo-Soviet-Iranian treaty of 1942", 150, "Anglo-Soviet-Iranian treaty…", "cut at a word"),
    ("Donaudampfschifffahrtsgesellschaft", 60, "Donauda…", "one long word is cut inside"),
    ("Truman, Stalin", 58, "Truman…", "no comma before the ellipsis"),
    ("Yalta", 3, "", "not even an ellipsis fits"),
    ("", 10, "", "nothing to shorten"),
]


@pytest.mark.parametrize(("text", "room", "result", "why"), SHORTENED, ids=[row[3] for row in SHORTENED])
def test_shorten(text: str, room: float, result: str, why: str) -> None:
    shown = shorten(text, room, 12)
    assert shown == result, why
    assert text_width(shown, 12) <= room
