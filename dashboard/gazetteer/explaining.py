"""`locate NAME`: which place a name means, the other readings, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.gazetteer.base import Candidate
from dashboard.gazetteer.family import Gazetteers


def explain(gazetteers: Gazetteers, name: str, *, when: int | None = None, near: str | None = None) -> Iterator[str]:
    """The lines of the answer: the likeliest reading first, at most ten, each with its reason and source."""
    circumstances = [f"in {when}"] * bool(when) + [f"near {near}"] * bool(near)
    asked = " ".join([f"“{name}”", *circumstances])
    ranked = gazetteers.ranked(name, when=when, near=near)
    if not ranked:
        yield f"{asked}: no gazetteer knows it."
        return
    yield f"{asked} is {_line(ranked[0])}"
    for other in ranked[1:10]:
        yield f"  or {_line(other)}"
    if len(ranked) > 10:
        yield f"  and {len(ranked) - 10} more of that name."


def _line(candidate: Candidate) -> str:
    parts = [f"{candidate.name} ({candidate.kind}{', ' + candidate.country if candidate.country else ''})"]
    parts.append(f"{candidate.lat:.2f}, {candidate.lon:.2f}")
    if candidate.radius_km:
        parts.append(f"reaching about {candidate.radius_km:.0f} km")
    if candidate.population:
        parts.append(f"{candidate.population:,} people today")
    if not candidate.in_time:
        parts.append("the name was not in use that year")
    if candidate.reason:
        parts.append(candidate.reason)
    return "; ".join(parts) + f" [{candidate.id}; {candidate.source}]"
