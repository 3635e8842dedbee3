"""What a verb cannot do without, where it stands behind the end of a clause."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.lines.needs import as_what

NAMED = [
    # clause, what follows it, what of that says as what somebody is named, why
    ("Ali had designated Dean, Chief of Staff of the Navy", ", as his agent for Gaza.", ", as his agent", "as what"),
    ("Ali had designated Dean, Chief of Staff of the Navy", ", as a member of the Council.",
     ", as a member of the Council", "“of” belongs to it"),
    ("Ali had designated Dean, Chief of Staff of the Navy", ", as you know.", "", "something said by the way"),
    ("Ali had met Dean, Chief of Staff of the Navy", ", as his agent for Gaza.", "", "nobody is named"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "rest", "told", "why"), NAMED)
def test_as_what_somebody_is_named(words: str, rest: str, told: str, why: str) -> None:
    assert rest[: as_what(words, rest)] == told, why
