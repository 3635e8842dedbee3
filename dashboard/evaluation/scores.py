"""From matches to counts: how many were right, of how many labelled and how many found, for each measure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from dashboard.evaluation.labels import EventLabel
from dashboard.evaluation.matching import DocumentMatches, Item, Matches, placed, resolved, same_days, same_teller


class Measure(StrEnum):
    """What is measured, in the order of the table."""

    DATES_FOUND = "dates found"
    DATES_RIGHT = "dates right"
    PLACES_FOUND = "places found"
    PLACES_RESOLVED = "places resolved"
    EVENTS_FOUND = "events found"
    EVENTS_DATED = "events dated"
    EVENTS_PLACED = "events placed"
    TOPICS = "topics"
    COUNTRIES = "countries"
    KIND = "kind"
    CERTAINTY = "certainty"
    STATUS = "status"
    TOLD_BY = "who says so"
    TITLES = "titles"


MEANING = {
    Measure.DATES_FOUND: "F1 over the dates in the text: the words were recognised as a date",
    Measure.DATES_RIGHT: "F1: and mean the very days",
    Measure.PLACES_FOUND: "F1 over the place names in the text: the words were recognised as a place",
    Measure.PLACES_RESOLVED: "of those, put in the right spot (161 km; larger areas: the right country)",
    Measure.EVENTS_FOUND: "F1 over the events: the clause that says so was found",
    Measure.EVENTS_DATED: "F1: and on the very days",
    Measure.EVENTS_PLACED: "F1: and at the right places",
    Measure.TOPICS: "of the events found and dated: F1 over their topics",
    Measure.COUNTRIES: "of those: F1 over the states concerned",
    Measure.KIND: "of those: the right kind (meeting, agreement, communication …)",
    Measure.CERTAINTY: "of those: rightly told apart whether the date stands in the text",
    Measure.STATUS: "of those: rightly told apart whether it happened, was planned, proposed or denied",
    Measure.TOLD_BY: "of those whose teller is labelled: rightly told whose word it is (author, a speaker, a note)",
    Measure.TITLES: "of those: F1 over the words that carry meaning, against a person's title",
}


OF_THOSE = frozenset(
    {
        Measure.PLACES_RESOLVED,
        Measure.TOPICS,
        Measure.COUNTRIES,
        Measure.KIND,
        Measure.CERTAINTY,
        Measure.STATUS,
        Measure.TOLD_BY,
        Measure.TITLES,
    }
)
"""Measures over what was found before, so that finding more may lower them without anything getting worse."""


class Count(NamedTuple):
    """How many were right, of how many labelled and how many found (a plain share: both the same)."""

    right: int = 0
    labelled: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, how much is right; 0 where nothing was."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of what was labelled, how much was found; 0 where nothing was."""
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; of a plain share, the share."""
        return 2 * self.right / (self.labelled + self.found) if self.labelled + self.found else 0.0


Counts = dict[Measure, Count]


def count(matches: DocumentMatches) -> Counts:
    """The counts of one document."""
    dates, places, events = matches.dates, matches.places, matches.events
    located = [(label, item) for label, item in sure_pairs(places) if label.point.lat is not None]
    dated = [(label, item) for label, item in sure_pairs(events) if same_days(label, item)]
    return {
        Measure.DATES_FOUND: _found(dates),
        Measure.DATES_RIGHT: _found(dates)._replace(right=sum(same_days(*both) for both in sure_pairs(dates))),
        Measure.PLACES_FOUND: _found(places),
        Measure.PLACES_RESOLVED: _share(resolved(*both) for both in located),
        Measure.EVENTS_FOUND: _found(events),
        Measure.EVENTS_DATED: _found(events)._replace(right=len(dated)),
        Measure.EVENTS_PLACED: _found(events)._replace(right=sum(placed(*both) for both in dated)),
        **_count_fields(dated),
    }


def total(counts: Iterable[Counts]) -> Counts:
    """The sums over documents."""
    sums: Counts = dict.fromkeys(Measure, Count())
    for each in counts:
        for measure, value in each.items():
            sums[measure] = Count(*map(sum, zip(sums[measure], value, strict=True)))
    return sums


def sure_pairs(matches: Matches[Item]) -> list[tuple[Item, Item]]:
    """The pairs whose label is not doubtful."""
    return [(label, item) for label, item in matches.pairs if not label.doubtful]


def title_words(title: str) -> frozenset[str]:
    """The words of a title that carry meaning: names, numbers and words of four letters or more."""
    words = re.findall(r"[^\W_]+", re.sub(r"[’']s\b", "", title))
    return frozenset(word.casefold() for word in words if len(word) > 3 or word[0].isupper() or word.isdigit())


def _found(matches: Matches[Item]) -> Count:
    sure = len(sure_pairs(matches))
    return Count(
        right=sure,
        labelled=sure + sum(not label.doubtful for label in matches.missed),
        found=sure + len(matches.false),
    )


def _share(answers: Iterable[bool]) -> Count:
    said = list(answers)
    return Count(sum(said), len(said), len(said))


def _count_fields(pairs: list[tuple[EventLabel, EventLabel]]) -> Counts:
    return {
        Measure.TOPICS: _sets((label.topics, item.topics) for label, item in pairs),
        Measure.COUNTRIES: _sets((label.countries, item.countries) for label, item in pairs),
        Measure.KIND: _share(label.kind == item.kind for label, item in pairs),
        Measure.CERTAINTY: _share(label.certainty == item.certainty for label, item in pairs),
        Measure.STATUS: _share(label.status == item.status for label, item in pairs),
        Measure.TOLD_BY: _share(same_teller(label, item) for label, item in pairs if label.told_by),
        Measure.TITLES: _sets((title_words(label.title), title_words(item.title)) for label, item in pairs),
    }


def _sets(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> Count:
    both = list(pairs)
    return Count(
        right=sum(len(labelled & found) for labelled, found in both),
        labelled=sum(len(labelled) for labelled, _ in both),
        found=sum(len(found) for _, found in both),
    )
