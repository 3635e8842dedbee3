"""Parties: from whom and to whom a cited paper went, where the citation leaves it to the words around it.

Its owner or receiver may stand beside it, its sentence may say who reports in it, and a note that only numbers it means
a paper of the same correspondence as its document.
"""

from __future__ import annotations

import re

from dashboard.datespan import Day
from dashboard.extraction.events.cited.ends import ministry_in
from dashboard.extraction.events.lines.shortening import without_tail
from dashboard.extraction.events.paper.frame import Frame, date_of
from dashboard.extraction.events.paper.papers import in_title, post, subject_after
from dashboard.model import Mention, Span

_WHO_ELSE = (
    r"(?:the )?(?:(?:Mr|Mrs|Dr|Gen|Col|Sir|Lord)\.? )?[A-Z][\w’'-]+"
    r"(?:,? (?:(?:of|for|in|at|and)(?: the)? )?(?:(?:Mr|Dr|Gen)\. )?[A-Z][\w’'-]+){0,5}(?: on detail at [A-Z]\w+)?"
    r"(?: \([A-Z][\w.’' -]+\))?"
)
_OWNED = re.compile(
    r"(?P<who>(?:\b[Tt]he )?(?!(?:Reference|Ref|Re|See|Also|Cf)\b)"
    r"(?:(?:Mr|Dr|Gen)\. )?[A-Z][\w.]+(?: (?:of |for )?[A-Z][\w.]+){0,3})[’'](?:s )?"
    r"(?:“\w+” |[a-z]+ )?$"
)
_PARTIES = re.compile(
    rf"\d{{0,2}},? (?:from (?P<from>{_WHO_ELSE}))?(?: ?to (?P<to>{_WHO_ELSE}))?(?: ?by (?P<by>{_WHO_ELSE}))?(?<=[a-z)])"
    r"(?=[ ,.;:)])"
)


_IN_A = re.compile(r"\bIn an? (?:[A-Z][a-z]+ \d{1,2} )?$")
_THEN_WHO = re.compile(
    rf"\d{{0,2}} to (?P<to>{_WHO_ELSE}(?:, {_WHO_ELSE})*?), (?P<who>[A-Z][\w’-]+(?: [A-Z][\w’-]+)?) (?:[a-z]+ly )?"
    r"(?:stated|said|indicated|reported|informed|recommended|wrote|noted|suggested|proposed|requested|asked|summarized"
    r"|explained|told|urged|expressed|argued|described|outlined|commented)\b"
)
"""“In a January 2 memorandum to Mondale and Vance, Brzezinski summarized”."""


def with_parties(text: str, span: Span, title: str) -> str:
    """“Letter from Goldberg to the President”: with the owner before the citation, and from or to whom after it."""
    owner = _OWNED.search(text, max(0, span.start - 50), span.start)
    after = _PARTIES.match(text, span.end, span.end + 120)
    said = (
        _THEN_WHO.match(text, span.end, span.end + 160)
        if _IN_A.search(text, max(0, span.start - 60), span.start)
        else None
    )
    if said:
        return f"{title} from {said['who']} to {said['to']}"
    if owner and not (after and after["from"]):
        title += f" from {owner['who'].strip()}"
    for word, key in (("from", "from"), ("to", "to"), ("by", "by")) if after else ():
        if after and after[key]:
            title += f" {word} {without_tail(after[key].strip())}"
    return title + subject_after(text, after.end() if after else span.end) if owner or after else ""


_OFFICE = (
    r"(?:[Tt]he )?(?:American |British )?(?:Department(?: of State)?|Embassy|Legation|Consulate(?: General)?|Mission"
    r"|Delegation|Ambassador|Chargé|Minister|Consul(?: General)?)(?: (?:in|at|to) [A-Z][\w-]+(?: [A-Z][\w-]+)?)?"
)
_SENDER = (
    rf"(?P<who>{_OFFICE}|(?!(?:He|She|It|They|This|That|These|The|In|On|See|For|As|Copy|Copies"
    r"|Texts?|Sent|Not)\b)[A-Z][\w’-]+)"
)
_ALSO = r"(?:(?:also|further|had|has|then|again|subsequently|later|therefore) )*"
_SAYS = (
    r"(?:reported|informed|advised|instructed|transmitted|sent|stated|said|indicated|replied|authorized|noted|suggested"
    r"|recommended|requested|asked|explained|summarized|forwarded|conveyed|expressed|described|told|quoted|warned"
    r"|proposed|commented|responded|repeated|cabled|telegraphed)"
)
_BEFORE_IT = re.compile(
    rf"(?:^|[.;] |\) ){_SENDER} {_ALSO}{_SAYS}\b(?P<where> from (?P<town>[A-Z]\w+(?: [A-Z]\w+)?))?"
    r"[^.;]*? (?:in|by) (?:(?:his|its|the|a) )?$"
)
_AFTER_IT = re.compile(rf"(?:, not printed)?, {_SENDER} {_ALSO}{_SAYS}\b")
_AT_HEAD = re.compile(r"(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)?), in (?:(?:its|his) )?$")
"""“Jidda, in telegram 336, advised the Department”."""
_BY_WHOM = re.compile(rf"\bby (?P<who>{_OFFICE}|the Counselor of Embassy(?: in [A-Z]\w+)?) in (?:(?:his|its) )?$")
_IN_BRACKETS = re.compile(
    rf"(?:^|[.;,] ){_SENDER} {_ALSO}{_SAYS}\b(?P<where> from (?P<town>[A-Z]\w+(?: [A-Z]\w+)?))?[^()]*\.? ?\($"
)
"""“The Embassy in Cairo reported that all was quiet. (Telegram 193”."""
_REACH = 420


def sender_told(frame: Frame, span: Span) -> str:
    """“the Embassy in Egypt”: who reports in the cited paper, as its sentence or the one before its bracket says."""
    start = max(frame.paragraph(span.start).start, span.start - _REACH)
    before = " ".join(frame.text[start : span.start].split()) + " " * frame.text[: span.start][-1:].isspace()
    found = _AFTER_IT.match(frame.text, span.end) if before.endswith("n ") else None
    sentence = re.split(r"(?<=[a-z\d)]\.) (?=[A-Z])", before)[-2:]
    found = found or _AT_HEAD.search(before) or _BY_WHOM.search(before) or _BEFORE_IT.search(sentence[-1])
    found = found or _IN_BRACKETS.search(sentence[-1]) or _IN_BRACKETS.search(" ".join(sentence))
    if not found:
        return ""
    town = found.groupdict().get("town")
    return town or _named(frame, found["who"])


def _named(frame: Frame, who: str) -> str:
    """The office in a title's words; a bare “the Embassy”, “the Chargé” with its country, “the Department” in full."""
    who = re.sub(r"^The ", "the ", who)
    if who == "the Department":
        return "the Department of State"
    if in_title(frame.heading.sender).startswith(f"{who} "):
        return in_title(frame.heading.sender)
    bare = re.fullmatch(r"the (Embassy|Legation|Consulate(?: General)?|Mission|Delegation)", who)
    return (post(frame.heading, bare[1]) or who) if bare else who


_NUMBERED = re.compile(r"(?P<paper>[\w ]+?)s? (?:No\. )?(?P<number>\d+)(?:(?:, \d+)* and \d+)?")
"""“Telegrams 889 and 890” is a telegram with the number 889."""
_OPENS_NOTE = re.compile(r"(?:^|\n)\s*(?:\d{1,3}|[*†‡a-z])\.? (?:(?:See|In|Reference is to) )?$")
_NEAR_DAYS, _APART, _ALIKE = 4, 2, 3
"""Days between two telegrams whose numbers can tell that one post sent both; by how many, beside those of a day, they
may lie off what the numbers since the new year let expect; how many times as many the other end may have sent."""


def of_correspondence(frame: Frame, span: Span, dates: tuple[Mention, ...], title: str) -> str:
    """“ between the Embassy in Iran and the Department of State”: the ends of the correspondence that a numbered paper
    belongs to, which a note names by its number alone; “ from … to …” where its kind or number tells which way it went.
    """
    heading, line = frame.heading, frame.paragraph(span.start)
    paper, number = _NUMBERED.sub(r"\g<paper>", title), _NUMBERED.sub(r"\g<number>", title)
    if not frame.in_notes(span.start) or not _OPENS_NOTE.search(frame.text, max(0, line.start - 1), span.start):
        return ""
    here, there = post(heading), ministry_in(frame, heading)
    if not here or not there or not number.isdigit():
        return ""
    if paper.startswith("Despatch"):
        return f" from {here} to {there}"
    if paper.lower() != heading.paper or not heading.number.isdigit():
        return ""
    own, told = frame.own_date, date_of(dates[0]) if dates else None
    day, other = own.earliest if own else None, told.earliest if told else None
    if not day or not other:
        return ""
    expected = _expected(int(heading.number), day, other)
    if expected is not None and _near(expected, int(number), day, other):
        return f" from {in_title(heading.sender)} to {in_title(heading.recipient)}"
    comparable = expected is None or expected / _ALIKE - _APART < int(number) < expected * _ALIKE + _APART
    return f" between {here} and {there}" if comparable else ""


def _expected(number: int, day: Day, other: Day) -> float | None:
    """The number that a series which begins anew each year had on the other day; None for another year."""
    return number * _of_year(other) / _of_year(day) if day.year == other.year else None


def _near(expected: float, number: int, day: Day, other: Day) -> bool:
    """Whether the number is that of a paper of the same series, a few days off."""
    apart = abs(day.number() - other.number())
    return apart <= _NEAR_DAYS and abs(expected - number) <= _APART + expected / _of_year(other)


def _of_year(day: Day) -> int:
    """Which day of its year it is, from 1."""
    return day.number() - Day(day.year, 1, 1).number() + 1
