"""Events: what happened, when and where, and whose words say so.

Six rule families find drafts, in this order: the document's own occasion (`drafts.occasion`), events of the reference
list (`named`), resolutions of a day (`resolutions`), papers it cites (`cited`), every other dated clause
(`drafts.clauses`), and acts of its own day (`drafts.acts`).
A date that one family has used is not used by the next. `settle` makes one of what is told twice; here the drafts
become events, but for those of which no title can be told: `untold` keeps their words.

lines     what is seen of one line of English alone: whether it is whole, stands by itself, leaves something open
paper     the paper at hand: its heading, whose ministry it is of, who speaks in it, what it is called and is on
drafts    events in the making
named     events of the reference list
cited     papers cited, and their ends
titles    one line that a reader understands without the text

Each knows only those above it; `named` and `cited` do not know each other.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dashboard.datespan import DateSpan
from dashboard.extraction.base import Locate
from dashboard.extraction.events.cited.citations import find_citations
from dashboard.extraction.events.concerned import Surroundings, people_of
from dashboard.extraction.events.drafts.acts import find_acts
from dashboard.extraction.events.drafts.clauses import find_clauses
from dashboard.extraction.events.drafts.denial import was_not_done
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.drafts.noted import with_notes_named
from dashboard.extraction.events.drafts.occasion import find_occasions
from dashboard.extraction.events.drafts.status import status_of
from dashboard.extraction.events.named.naming import find_named
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.heading import read_heading
from dashboard.extraction.events.paper.teller import teller_of
from dashboard.extraction.events.placing import places_of
from dashboard.extraction.events.resolutions import find_resolutions
from dashboard.extraction.events.settle import settle
from dashboard.extraction.events.titles.choosing import title_of_draft
from dashboard.extraction.events.titles.signed_paper import title_of_listed, title_of_signed
from dashboard.extraction.events.untold import untold_spans
from dashboard.model import Certainty, Document, Event, Evidence, Mention, Place, Span, Status

__all__ = ["Found", "find_events"]


class Found(NamedTuple):
    """The events of a document, and what was left out of them."""

    events: tuple[Event, ...]
    untold: tuple[Span, ...]
    """Dated words of which no line tells by itself what happened, and no event: their dates stay mentions."""


def find_events(
    document: Document,
    *,
    dates: tuple[Mention, ...],
    places: tuple[Mention, ...],
    people: tuple[Mention, ...],
    own_date: DateSpan | None,
    own_place: Place | None,
    locate: Locate,
) -> Found:
    """The events of one document, in the order of their first evidence, and the dated clauses that tell of none."""
    heading = read_heading(document)
    frame = Frame(document, dates, places, people, own_date, own_place, locate, heading)
    drafts = list(settle(frame, _drafts(frame)))
    surroundings = Surroundings(frame, drafts)
    ids = event_ids(document.id, drafts)
    told = [(draft, key, _title(frame, draft)) for draft, key in zip(drafts, ids, strict=True)]
    events = tuple(_event(frame, draft, surroundings, key, title) for draft, key, title in told if title)
    return Found(events, tuple(untold_spans(frame, (draft for draft, _, title in told if not title), events)))


def _drafts(frame: Frame) -> list[Draft]:
    """What each family of rules finds, the surest first: a date that one has used is no event of the next."""
    drafts = list(find_occasions(frame))
    used = {mention.start for draft in drafts for mention in draft.dates}
    drafts += find_named(frame, used)
    used |= {mention.start for draft in drafts for mention in draft.dates}
    drafts += find_resolutions(frame, used)
    used |= {mention.start for draft in drafts for mention in draft.dates}
    drafts += [draft for draft in find_citations(frame) if not used & {mention.start for mention in draft.dates}]
    used |= {mention.start for draft in drafts for mention in draft.dates}
    drafts += find_clauses(frame, used)
    taken = [span for draft in drafts if draft.rule in ("clause", "citation") for span in draft.evidence]
    return drafts + list(find_acts(frame, taken))


def _title(frame: Frame, draft: Draft) -> str:
    """One line that tells what happened; empty where none does."""
    return title_of_listed(frame, draft) or title_of_draft(frame, draft) or title_of_signed(frame, draft)


def _status(frame: Frame, draft: Draft, title: str, told_at: int) -> Status:
    """What the rule knows, unless the line made of the clause says that it was not done; else what the clause says."""
    if draft.rule == "citation" and title != draft.title and was_not_done(title):
        return "denied"
    first = draft.evidence[0]
    at = told_at - first.start if draft.dates and first.start <= told_at < first.end else None
    return draft.status or status_of(
        frame.words_at(first), draft.date, frame.own_date, in_notes=frame.in_notes(first.start), at=at
    )


def _event(frame: Frame, draft: Draft, surroundings: Surroundings, key: str, title: str) -> Event:
    told_at = _told_at(draft)
    places = places_of(frame, draft)
    states = surroundings.states_for(draft, places)
    certainty: Certainty = "inferred" if draft.reference and not draft.dates else "explicit"
    return Event(
        id=key,
        title=title,
        date=with_notes_named(frame, draft, told_at),
        kind=draft.kind,
        certainty=certainty,
        status=_status(frame, draft, title, told_at),
        told_by=teller_of(frame, told_at),
        evidence=tuple(Evidence(frame.document.id, span.start, span.end) for span in draft.naming or draft.evidence),
        places=places,
        people=people_of(frame, draft),
        topics=surroundings.topics_for(draft, places, states),
        countries=states,
        reference=draft.reference,
    )


def _told_at(draft: Draft) -> int:
    """Where the event itself is told: at its name, else at the date within its first evidence, else where that begins.

    Of “Morgan informed me yesterday that riots broke out on March 10” the paper tells the one, Morgan the other.
    """
    if draft.naming:
        return draft.naming[0].start
    first = draft.evidence[0]
    return next((one.start for one in draft.dates if first.start <= one.start < first.end), first.start)


def event_ids(document_id: str, drafts: Sequence[Draft]) -> list[str]:
    """One id for each draft: a hash of document, kind, first evidence, rule family and row of the reference list.

    Date and title may be corrected without changing it. Where one clause tells of several events alike (“October 24 and
    October 25”), the second and later carry their number.
    """
    seen: Counter[str] = Counter()
    ids = []
    for draft in drafts:
        first = min(draft.evidence, key=lambda span: span.start)
        key = "\x1f".join(map(str, (document_id, draft.kind, first.start, first.end, draft.rule, draft.reference)))
        ids.append(hashlib.sha256(f"{key}\x1f{seen[key] or ''}".encode()).hexdigest()[:16])
        seen[key] += 1
    return ids
