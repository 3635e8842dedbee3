"""Ends: from whom and to whom a cited paper went, by whose it is called: “my”, “the Legation’s”, “Embtel”, “Delga”."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dashboard.extraction.events.paper.context import writer_of_talk
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.heading import Heading
from dashboard.extraction.events.paper.papers import heading_at, in_title, post
from dashboard.extraction.events.paper.voices import is_anothers, through_post
from dashboard.extraction.vocabulary import rows
from dashboard.model import Span

_WHOSE = re.compile(r"(?:[Rr]e)?(?:(?P<your>[Yy]our|[Uu]r)|[Mm]y|[Oo]ur)")
"""“mytel”, “reurtel”: whose a telegram is, as cables say it in one word."""


class Ends(NamedTuple):
    """Sender and recipient in a title's words; empty where not known."""

    sender: str = ""
    recipient: str = ""


def ends_of(frame: Frame, offset: int, owner: str, series: str, *, paper: str, numbered: bool) -> Ends:
    """Who wrote to whom a paper that is cited at the offset as the owner's, or by the name of its series."""
    heading = heading_at(frame, offset)
    own = owner.lower()
    whose = _WHOSE.match(series)
    if paper.startswith("instruction") and own.split(" ")[0] in ("my", "our", "your"):
        return _instruction(frame, offset, heading)
    if own.split(" ")[0] in ("your", "ur") or (whose and whose["your"]):
        return Ends(*reversed(own_ends(frame, offset, heading)))
    if own in ("my", "our") or whose:
        sender, recipient = own_ends(frame, offset, heading)
        kept = (
            numbered
            or paper in (heading.paper, _OWN_KIND.get(heading.paper))
            or re.search(r"despatch|dispatch|telegram", paper, re.IGNORECASE)
        )
        return Ends(sender, recipient if kept else ministry_in(frame, heading) if _NOTE.match(paper) and sender else "")
    if series in named_series():
        return named_series()[series]
    if "circ" in series.lower() or series.startswith("Cir"):
        return Ends(frame.ministry.office)
    if own in _NOBODY and not series:
        return Ends()
    body = next((body for key, body in _BODIES.items() if series.startswith(key)), "") or _bare(owner)
    body = _SHORT_BODIES.get(body, body)
    if body in _POSTS:
        return _of_post(frame, heading, body, is_note=bool(_NOTE.match(paper)))
    if body in ("Department", "State Department"):
        return Ends(
            frame.ministry.office,
            "" if "cir" in series else post(heading, _mission(frame.text, heading)) or other_end(frame, heading),
        )
    mine = own_ends(frame, offset, heading)
    if heading.author and body.split(" ")[-1] == heading.author and paper == heading.paper:
        return mine
    for ends in (mine, Ends(*reversed(mine))):
        if numbered and ends.sender.startswith(f"the {body} "):
            return ends
    named = re.match(r"(?:Ambassador|Secretary|President|King|Consul|Minister|Chargé) [A-Z]", body)
    return Ends(("the " if _TITLED.match(body) and not named else "") + body)


_OWN_KIND = {"": "memorandum"}
"""What a paper between two is that does not say its kind, where its writer speaks of another of his memoranda."""


def _instruction(frame: Frame, offset: int, heading: Heading) -> Ends:
    """From the ministry to whom it writes, whosever the instructions are called: he may mean that he got them."""
    sender, recipient = own_ends(frame, offset, heading)
    ours = frame.ministry.is_party(sender)
    if ours == frame.ministry.is_party(recipient):
        return Ends()
    return Ends(sender, recipient) if ours else Ends(recipient, sender)


def _of_post(frame: Frame, heading: Heading, body: str, *, is_note: bool) -> Ends:
    """A foreign embassy at one end of the correspondence writes to the ministry; ours too, but for its notes."""
    for party in map(in_title, (heading.sender, heading.recipient)):
        if re.fullmatch(rf"the \w+ {body}", party):
            return Ends(party, ministry_in(frame, heading))
    here = post(heading, body)
    land = _LAND.search(here)
    abroad = f"the Government of {land['land']}" if land else ""
    return Ends(here or f"the {body}", abroad if is_note else ministry_in(frame, heading))


def own_ends(frame: Frame, offset: int, heading: Heading) -> Ends:
    """Writer and addressee of the paper that the offset stands in; nobody where the words may be another's."""
    if heading.is_talk:
        return Ends(writer_of_talk(heading))
    if is_anothers(frame, offset):
        return Ends()
    sender, recipient = through_post(frame, offset)
    recipient = _ONLY.sub("", recipient).replace("[of]", "of")
    recipient = f"the {recipient}" if _TITLED.match(recipient) else recipient
    return Ends(sender or in_title(heading.sender), recipient or in_title(heading.recipient))


_ONLY = re.compile(r" (?:only|alone)$|\bfor (?:the )?information\b.*$")


def in_series(series: str, party: str) -> Ends | None:
    """The ends of a telegram of a series that has a name, with the town that it is said to have gone to or come from.

    None where the name is not known.
    """
    ends, town = named_series().get(series), _TOWN.fullmatch(party)
    if ends is None or town is None:
        return ends
    sender, recipient = ends
    if town["way"] == "from":
        return Ends(sender if sender == _AT_HOME else f"{sender} in {town['town']}", recipient)
    return Ends(sender, recipient if recipient == _AT_HOME else f"{recipient} in {town['town']}")


_AT_HOME = "the Department of State"
"""The one end of an American series that stands in no other town."""
_TOWN = re.compile(r"(?P<way>from|to) (?P<town>(?!USUN)[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)")


def other_end(frame: Frame, heading: Heading) -> str:
    """Who writes to the ministry or is written to by it; empty where it is not one of the parties."""
    sender, recipient = in_title(heading.sender), in_title(heading.recipient)
    ours = frame.ministry.is_party(sender)
    return "" if ours == frame.ministry.is_party(recipient) else recipient if ours else sender


def _mission(text: str, heading: Heading) -> str:
    """“Embassy”: what a post is called that is led for a time by a chargé, who was not there for every telegram."""
    called = set(_MISSION.findall(text)) if "Chargé" in f"{heading.sender} {heading.recipient}" else set()
    return called.pop() if len(called) == 1 else ""


_MISSION = re.compile(r"\b(?:the |this |your |my )(Embassy|Legation)\b(?! (?:in|at))", re.IGNORECASE)


def ministry_in(frame: Frame, heading: Heading) -> str:
    """“the Department of State”: the ministry whose papers these are, where it or its head is one of the parties."""
    ministry = frame.ministry
    return ministry.office if ministry.is_party(f"{heading.sender}\n{heading.recipient}") else ""


def with_other_end(frame: Frame, span: Span, title: str) -> str:
    """“Telegram 58 from Jerusalem to the Department of State”: for a telegram of which only the post is told.

    In the files of a ministry one from a post with nothing more said came to it, and one to a post went from it; unless
    another town stands right before it (“Tehran tel 12 to London”).
    """
    wire = _WIRE.fullmatch(title) if not (" from " in title and " to " in title) else None
    home, office = ministry_in(frame, frame.heading), frame.ministry.office
    if not wire or not (home or frame.ministry.is_named_in(frame.text)):
        return title
    if not wire["number"] and not _OUR_POST.match(wire["post"]):
        return title
    if _ON_DETAIL.match(wire["post"]) and wire["way"] == "from" and post(frame.heading):
        return f"{title} to {post(frame.heading)}"
    to_it = wire["post"] in ("Department", "the Department", "Dept")
    if not (to_it or _POST.match(wire["post"]) or wire["post"] in frame.towns):
        chief = wire["number"] and home and _CHIEF.fullmatch(title)
        sure = wire["way"] == "from" and (chief or _reports(frame, span, wire["post"]))
        return f"{title} to {office}" if sure else title
    near = within(frame.places, Span(span.start - 30, span.start))
    before = [one.text for one in near if frame.text[one.end : span.start] in (" ", "’s ", "'s ")]
    if to_it:
        return f"{wire['paper']} from {before[-1]} to {office}" if before else title
    if wire["way"] == "from":
        return f"{title} to {office}"
    return f"{wire['paper']} from {before[-1] if before else office} to {wire['post']}"


_CHIEF = re.compile(r"(?:Telegram|Airgram)s? .*\d from (?:(?:Mr\.|Ambassador|Minister|Colonel) )?[A-Z][\w’-]+")
"""“Wilson’s 254”: whose telegrams have numbers leads a post of ours."""
_OUR_POST = re.compile(
    r"(?:the )?(?:American |United States )?(?:Embassy|Legation|Consulate|Mission|Ambassador|Minister|Chargé|Consul)"
    r"(?: General)? (?:in|at|to) (?:the )?[A-Z]"
)
"""Of a telegram without a number the other end is known only where a post of ours sent or got it."""
_ON_DETAIL = re.compile(r"the (?:(?:First|Second|Third) )?Secretary (?:on detail )?(?:at|in) [A-Z]")
"""An officer of the post away from it, who writes to his chief."""


def _reports(frame: Frame, span: Span, who: str) -> bool:
    """Whether the sentence says that he reports in the paper: “Winant reported in telegram 7661 that …”."""
    start = max(frame.sentences.at(span.start).start, span.start - _REACH)
    told = _REPORTS.search(frame.text, start, span.start)
    return bool(told and who.endswith(told["who"]))


_REACH = 120
_REPORTS = re.compile(
    r"\b(?P<who>[A-Z][\w’-]+) (?:(?:also|later|then) )?(?:reported|advised|replied|cabled|telegraphed)\b[^.;()]{0,60}?"
    r" (?:in|by) (?:his )?$"
)
_WIRE = re.compile(
    r"(?P<paper>(?:Telegram|Circular telegram|Airgram|Despatch|Dispatch|Cable)s?"
    r"(?P<number> (?:No\. )?(?:[A-Z]–)?\d[\d,–]*(?: and \d+)?)?)"
    r" (?P<way>from|to) (?P<post>[^,;:()]+(?: \([^()]+\))?)"
)
_POST = re.compile(
    r"(?:USUN|New York \(USUN\)|(?:[A-Z][\w-]+ )+(?:Embassies|[Pp]osts)|the (?:American |United States )?"
    r"(?:Embassy|Legation|Consulate(?: General)?|Mission|Delegation|Ambassador|Minister|Chargé|Consul(?: General)?"
    r"|Counselor(?: of Embassy)?)"
    r"(?: (?:[Ii]n|at|to) (?:the )?[A-Z][\w ’-]+)?(?: \([^()]+\))?)$"
)


_NOTE = re.compile(r"notes?\b|aide", re.IGNORECASE)
_LAND = re.compile(r"^the (?:Embassy|Legation) in (?P<land>.+)$")
_POSTS = ("Embassy", "Legation", "Consulate", "Mission", "Consulate General", "Delegation")
_NOBODY = ("", "the", "a", "its", "his", "their", "this", "that")
_SHORT_BODIES = {"Emb": "Embassy", "Dept": "Department", "Leg": "Legation", "Con": "Consulate"}
_BODIES = {"Emb": "Embassy", "Dep": "Department", "Leg": "Legation", "Con": "Consulate"}
_TITLED = re.compile(
    r"(?:Foreign|Prime|Acting|Under|British|French|Soviet|American|Secretary|President$|King$|Minister"
    r"|Ambassador|Chargé"
    r"|Consul|Ministry|Government|Commission|Council|[A-Z]\w+ (?:[Gg]overnment|Committee|Board)$)"
)
"""Offices that take the article in front of them."""


def _bare(owner: str) -> str:
    """The owner's name without what makes it possessive."""
    return re.sub(r"[’']s?$", "", re.sub(r"^(?:the |Ref(?:erence|s)? )", "", owner))


@cache
def named_series() -> dict[str, Ends]:
    """Who sent to whom the telegrams of a series that has a name, by that name."""
    found = rows("telegram_series.csv", "series", "sender", "recipient", "reason")
    return {row["series"]: Ends(row["sender"], row["recipient"]) for row in found}
