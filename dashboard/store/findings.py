"""Findings: what an atlas is made of, handed from the pipeline to the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.model import Annotations, Event


def _code(key: str, when: int | None) -> str:
    """The name of a country where nobody knows better: its code."""
    del when
    return key


@dataclass(frozen=True, slots=True)
class Findings:
    """What an atlas is made of."""

    annotations: Sequence[Annotations]
    """One a document, in reading order."""
    events: Sequence[Event]
    """Of all documents, merged and corrected."""
    checked: Mapping[str, str] = field(default_factory=dict)
    """Words on who checked an event, by event id."""
    topic_labels: Mapping[str, str] = field(default_factory=dict)
    country_name: Callable[[str, int | None], str] = _code
    """The name a country bore in a year."""
    problems: Sequence[str] = ()
    """Sentences about what could not be read or applied."""
