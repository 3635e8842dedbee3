"""Papers cited by number or date: “your telegram 782, May 25”, “Embtel 538”, “my despatch of the 5th instant”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.extraction.events.cited.ends import Ends, ends_of, in_series, own_ends, with_other_end
from dashboard.extraction.events.cited.in_sentence import body_told, recipient_told, under_cover, writer_told
from dashboard.extraction.events.cited.kinds import PAPERS, SERIES, kind_cited
from dashboard.extraction.events.drafts.clauses import clause_around
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.drafts.status import is_ahead
from dashboard.extraction.events.lines.shortening import balanced, without_tail
from dashboard.extraction.events.paper.frame import Frame, date_of, within
from dashboard.extraction.events.paper.holders import of_its_time
from dashboard.extraction.events.paper.papers import heading_at, paper_title, subject_after
from dashboard.model import Mention, Place, Span

_NUMBER = r"(?:(?:Nos?\.?|nos?\.|number|numbered) ?)?(?:[A-Z]{1,3}[–-])?\d+(?:[–-]\w+|(?:, \d+)* and \d+)?"
_NUMBERED = re.compile(r"^(?:[Nn]os?|numbered|number)\.? ?")
_OWNER = (
    r"(?:[Yy]our (?:Lordship|Excellency|Grace|Honou?r)[’']s"
    r"|(?:[Mm]y|[Yy]our|[Oo]ur|[Hh]is|[Tt]heir|[Tt]he|[Ii]ts|[Aa]|[Tt]his|[Tt]hat)"
    r"|(?:the )?(?!(?:See|Re|Cf|In|Also|From|For|By|With|Under|Following|Reference|Copy|Copies|Texts?)\b)"
    r"(?:[A-Z]\w+ |(?:[A-Z]|Mr|Dr|Gen|Col|Capt)\. ){0,3}[A-Z][\w.]+(?:[’']s|(?<=s)[’'])"
    r"|(?:the )?(?:Embassy|Legation|Department|Consulate(?: General)?|Mission)"
    r"(?= (?:telegrams?|tel|despatch|dispatch|instruction|circular|airgram)\b))"
)
_IN_ANOTHER = r" (?:in|by|under) (?:(?:his|its|the|a|circular) )?(?:tele|air|desp|dispatch|cable|letter|note\b)"
"""“this memorandum to Tehran in telegram 1152”: the number and the date are the other paper’s."""
_FROM = (
    r"(?:,? (?:from |by (?=[A-Z]|the [A-Z])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"|to (?=[A-Z]|(?:the|all|certain|various|an?|my|your|our|his|her|their|its|me|us|you|him|them)\b))"
    rf"(?:the )?(?:(?!{_IN_ANOTHER})[^,.;:()\d]){{2,50}}?"
    r"(?: \([A-Z][^()\d]{1,30}\))?)"
)
"""“instructions to propose” are to nobody."""
_TO = r"(?:the )?[A-Z][^,.;:()\d]{2,60}?(?: \([A-Z][^()\d]{1,30}\))?"
_BEFORE_DATE = re.compile(
    rf"(?<![\w’'])(?:[Rr]e(?=[A-Z]))?(?:(?P<owner>{_OWNER}) )?"
    rf"(?:(?:(?P<series>{SERIES})|(?P<paper>{PAPERS}))(?P<party>{_FROM})?"
    rf"(?:[\s,]*\(?(?P<number>{_NUMBER})\)?(?P<from>{_FROM})?)?|(?P<bare>{_NUMBER}))"
    r"\d{0,2}[\s,(]*(?:\b(?:of|dated|date|sent|addressed|under date of|on|bearing date"
    r"|(?:(?:referring|relating) to [^.,;:()]{3,45}? )?(?:is|was|are|were) (?:also |both )?dated)\s+)?(?:the )?$"
)
_BEHIND_PARTY = (
    r"(?=[,.;:()\d]|$| (?:in|with) (?:further )?(?:regard|reference|relation|respect) "
    r"| (?:regarding|concerning|describing) )"
)
_AFTER_DATE = re.compile(
    r"(?:,? ?\d{1,2}(?::\d\d)? ?(?:[ap]\. ?m\.?|noon|midnight)|, (?:noon|midnight))?"
    r"(?: ?\(not (?:printed|found)\)|, with enclosures?)?"
    r"(?:,? ?\(?No\. ?(?P<number>\d+),?\)?)?(?:,? (?:on|concerning) (?:the above|this|the same) subject,?)?"
    rf"(?: and \d+,? [A-Z][a-z]+ \d+(?= to ))?(?P<party>{_FROM}(?:(?<=\)) to {_TO}{_BEHIND_PARTY}|(?<=\))(?= )"
    rf"|{_BEHIND_PARTY}))?"
)
_LISTED = re.compile(
    r"^[ \t]*(?:(?:No\.|Enclosure) ?\d+[,.:—]* ?)?(?P<party>(?:Mr|Lord|Sir|Count|Baron|M|General|Admiral|Earl)\.? "
    r"[A-Z][^\n,.;:]{1,40} to (?:the |Mr\. |M\. |Sir |Lord )?[A-Za-z][^\n,.;:]{1,50}), (?:dated )?$"
)
"""“No. 1, Mr. Alcock to Mr. Harris, July 6”: a line in a list of enclosures."""
_SAYING = (
    r" (?:(?:suggest|quot|stat|giv|establish|report|request|ask|inform|express|announc|contain|enclos|convey)"
    r"(?:es|ed|ing|s|e)?|which|who|that|for the period|attached|are|is|was|were|has|had|re)\b"
)
"""A verb behind the party of a paper: what follows is not the party’s."""


def _is_another(parts: dict[str, str]) -> bool:
    """Whether the date belongs to something else than the paper: it stands behind what the paper says, or a verb."""
    party = parts["party"] or parts["from"] or ""
    return re.search(_SAYING, party) is not None or (bool(parts["series"]) and party.strip().startswith("by "))


_FOUR_DIGITS = re.compile(r"\d{4}")
"""What behind a series is a number, though it could be a year: “mytel 1671”."""
_A_VERB = re.compile(r"\b(?:[Tt]o|can|will|must|may|would|should) (?:report|note|cable|instruct|message) ")
"""“I am glad to report to you today”."""
_HOUR_AFTER = r"(?:,? ?\d{1,2}(?::\d\d)? ?[ap]\. ?m\.?|,? (?:noon|midnight))?"
_AND_NUMBER = re.compile(
    rf"{_HOUR_AFTER}[,;]? (?:and )?(?:(?:Nos?\.|numbers?) )?(?P<number>{_NUMBER})[, (]*(?:(?:of|dated) )?(?:the )?"
)
_DATE_FIRST = re.compile(rf" (?P<paper>{PAPERS})\b")


def find_citations(frame: Frame) -> Iterator[Draft]:
    """Every paper that a date stands beside."""
    last: tuple[int, dict[str, str]] | None = None
    for mention in frame.dates:
        span, match = _citation(frame, mention)
        if match is None and last is not None:
            span, match = _next_in_list(frame, mention, *last)
        last = (mention.end, match) if match is not None else None
        if match is not None:
            yield _draft(frame, mention, span, match)


def _next_in_list(
    frame: Frame, mention: Mention, end: int, parts: dict[str, str]
) -> tuple[Span, dict[str, str] | None]:
    """The same for a date behind the number alone of the next of several: “and 408, April 19”.

    `end` is that of the date before, `parts` are those of its paper.
    """
    found = _AND_NUMBER.fullmatch(frame.text, end, mention.start)
    if found is None:
        return Span(mention.start, mention.end), None
    after = _AFTER_DATE.match(frame.text, mention.end, frame.paragraph(mention.start).end)
    party = (after["party"] if after else "") or ""
    numbered = parts | {"number": found["number"], "bare": "", "from": "", "party": party}
    return Span(found.start("number"), after.end() if after else mention.end), numbered


def _citation(frame: Frame, mention: Mention) -> tuple[Span, dict[str, str] | None]:
    """The span of the citation, and its parts; None where the date dates no paper."""
    line = frame.paragraph(mention.start)
    start = max(line.start, mention.start - 110)
    match = _BEFORE_DATE.search(frame.text, start, mention.start)
    parts = {key: value or "" for key, value in match.groupdict().items()} if match else {}
    if parts.get("owner", "").lower().startswith("your "):  # “your Lordship’s despatch”
        parts["owner"] = parts["owner"][:4]
    if match and parts["series"] and not parts["number"] and _FOUR_DIGITS.fullmatch(mention.text):
        return Span(mention.start, mention.end), None
    if match and (_is_another(parts) or _A_VERB.search(frame.text, max(line.start, match.start() - 12), match.end())):
        return Span(mention.start, mention.end), None
    if match and (not parts["bare"] or parts["owner"].lower() not in ("", "the", "a")):
        after = _AFTER_DATE.match(frame.text, mention.end, line.end)
        end = after.end() if after else mention.end
        parts["number"] = parts["number"] or parts["bare"] or (after["number"] if after else "") or ""
        parts["party"] = parts["party"] or parts["from"] or (after["party"] if after else "") or ""
        return Span(match.start(), end), parts
    listed = _LISTED.match(frame.text[max(line.start, mention.start - 140) : mention.start])
    if listed and line.start >= mention.start - 140:
        parts = dict.fromkeys(("owner", "series", "number"), "") | {"paper": "letter"}
        return Span(line.start + listed.start("party"), mention.end), parts | {"party": f"from {listed['party']}"}
    first = _DATE_FIRST.match(frame.text, mention.end, line.end)
    if first:
        nothing_else = dict.fromkeys(("owner", "series", "number", "party"), "")
        return Span(mention.start, first.end()), nothing_else | {"paper": first["paper"]}
    return Span(mention.start, mention.end), None


def _draft(frame: Frame, mention: Mention, span: Span, parts: dict[str, str]) -> Draft:
    """The sending of a paper that the text cites by number, by parties or by whose it is."""
    number = _NUMBERED.sub("", parts["number"])
    places = tuple(
        replace(place.value, basis="named in the clause", as_written=place.text)
        for place in within(frame.places, span)
        if isinstance(place.value, Place) and place.value.kind in ("settlement", "site")
    )
    told = number or parts["party"] or parts["series"]
    if not (told or parts["owner"].lower() not in ("", "the", "a", "this", "that", "its", "his")):
        clause, words = clause_around(frame, frame.sentences.at(span.start), span)
        if len(words) > 1:
            paper = _between(frame, clause, span, kind_cited(frame, parts))
            day = date_of(mention)
            return Draft("citation", "communication", day, (clause,), (mention,), "", places[:1], paper=paper)
    return Draft(
        "citation",
        "communication",
        date_of(mention),
        (span,),
        (mention,),
        of_its_time(frame, _title(frame, parts, number, span), date_of(mention)),
        places[:1],
        "happened" if number or not _is_to_come(frame, mention, span) else "planned",
        signature=f"paper {number}" if number else _by_hour(frame, mention, parts["owner"]),
    )


def _is_to_come(frame: Frame, mention: Mention, span: Span) -> bool:
    """Whether a paper without a number is dated ahead of the one that speaks of it, and not quoted there."""
    ahead = is_ahead(date_of(mention), frame.own_date) and not frame.in_notes(span.start)
    return bool(ahead) and not _IN_IT.search(frame.text, max(0, span.start - 4), span.start)


_IN_IT = re.compile(r"\b[Ii]n $")
"""“In a report to the Congress on January 25”."""


def _by_hour(frame: Frame, mention: Mention, owner: str) -> str:
    """“cable of December 9, 4 p.m.”: what tells an unnumbered paper from others of its day, with whose it is."""
    hour = _HOUR.match(frame.text, mention.end)
    return f"{owner.lower() if owner.lower() in _MINE_OR_YOURS else ''} {hour['hour']}" if hour else ""


_HOUR = re.compile(r", (?P<hour>\d{1,2}(?::\d\d)? ?[ap])\. ?m\b")
_MINE_OR_YOURS = ("my", "our", "your")


def _between(frame: Frame, clause: Span, span: Span, paper: str) -> str:
    """“Memorandum from Rostow to Rusk”: a paper by both its ends, if the words behind its date give them."""
    found = _BOTH_ENDS.match(frame.text, span.end, clause.end)
    return paper_title(paper, sender=found["sender"], recipient=found["recipient"]) if found else ""


_BOTH_ENDS = re.compile(
    r" from (?P<sender>(?:the )?[A-Z][^,;:()\d“”]{2,70}?)"
    r" to (?P<recipient>(?:the )?[A-Z][\w’-]+(?: (?:of |the |for )*[A-Z][\w’.-]+){0,6})"
    r"(?= (?:[a-z]+(?:s|ed|ing)|that)\b|[,;.:)]|$)"
)
"""“A June 3 memorandum from Rostow to Rusk states that”."""


def _title(frame: Frame, parts: dict[str, str], number: str, span: Span) -> str:
    """“Telegram 538 from the Embassy in Iran to the Department of State”, “Letter from Mr. Eden”."""
    paper = kind_cited(frame, parts)
    paper += ("es" if paper.endswith("ch") else "s") if " and " in number else ""
    cover = under_cover(frame, span, " ".join(parts["party"].split()))
    if cover:
        return cover
    owner = body_told(frame, span, parts["owner"])
    sender, recipient = ends_of(frame, span.start, owner, parts["series"], paper=paper, numbered=bool(number))
    party = " ".join(_PAGE.sub(" ", parts["party"]).strip(" ,").split())
    initial = _REST_OF_NAME.match(frame.text, span.end) if _INITIAL.search(party) else None
    party += initial.group() if initial else ""
    party = _PARTY_ENDS.sub("", without_tail(balanced(re.sub(r"\[(\w+)\]", r"\1", party))))
    party = re.sub(r"\bour (?=Embassy|Legation|Consul|Mission)", "the ", party)
    whole = Span(span.start, initial.end() if initial else span.end)
    sender = sender or writer_told(frame, whole, parts["owner"], paper)
    if not (sender or party) and _IN_WHICH_YOU.match(frame.text, span.end):
        recipient, sender = own_ends(frame, span.start, heading_at(frame, span.start))
    party = re.sub(r"^by ", "from ", party)
    sent_on = _SENT_ON.search(frame.text, max(0, span.start - 60), span.start)
    recipient = sent_on["to"] if sent_on else recipient
    if parts["series"] and (named := in_series(parts["series"], party)):
        sender, recipient, party = *named, ""
    if party.startswith("from ") and not party.endswith((" me", " us")):
        sender, recipient = party.removeprefix("from "), recipient if parts["owner"].lower() == "your" else ""
    elif party.startswith("to "):
        mine = own_ends(frame, span.start, heading_at(frame, span.start))
        party, _, writer = party.partition(" from ")
        sender = (mine.sender if writer in ("me", "us") else writer) or sender
        meant = {"me": mine.sender, "us": mine.sender, "you": mine.recipient, "him": "", "her": "", "them": ""}
        recipient = meant.get(party.removeprefix("to "), party.removeprefix("to "))
        recipient = "" if recipient.lower().startswith("your ") else recipient
    if not sender and recipient and number and paper.lower().endswith("instruction"):
        sender = frame.ministry.office
    if sender in ("", frame.ministry.office) and not recipient and paper.lower() in _CIRCULARS:
        sender, recipient = frame.ministry.office, "certain posts"
    if sender and not recipient:
        recipient = recipient_told(frame, whole, Ends(sender), paper)
    return paper_title(paper, number, sender=sender, recipient=recipient) + subject_after(frame.text, span.end)


_CIRCULARS = ("circular telegram", "circular airgram")
"""What the Department sends to several of its posts at once."""
_SHORT_PAPER = re.compile(r"(?<=[( ])(?P<sender>[A-Z]{3,6}|(?:[A-Z]\w+ )?[A-Z]\w+[’']s) (?P<number>\d+)$")
"""“USUN 2590”, “Tel Aviv’s 1652”."""


def paper_referred_to(frame: Frame, clause: Span, dates: Sequence[Mention]) -> str:
    """“Despatch No. 1595 from the Embassy in China …”, of “I have the honor to refer to the Embassy’s despatch …”.

    Empty where the clause does more than refer to a paper, or its ends are not known.
    """
    if not dates or not _REFERS.match(frame.words_at(clause)):
        return ""
    span, parts = _citation(frame, dates[0])
    if parts is None or span.start < clause.start:
        return ""
    title = _title(frame, parts, _NUMBERED.sub("", parts["number"]), span)
    return title if " from " in title and " to " in title else ""


_REFERS = re.compile(
    r"(?:I (?:have the honor to )?refer|(?:Further )?[Rr]eference is (?:also )?made|(?:With (?:further )?r|R)eference"
    r"|Referring|Refer) to\b"
)


def mark_of_note(frame: Frame, offset: int) -> int:
    """Where the mark of the note stands that the offset is in; 0 for none."""
    note = next((note for note in frame.document.notes if note.start <= offset < note.end), None)
    return note.mark.start if note and note.mark else 0


def paper_before_note(frame: Frame, offset: int) -> str:
    """The title of the paper that the mark of a note stands behind, for notes that only date it; empty for none."""
    end = mark_of_note(frame, offset)
    if end == 0:
        return ""
    end -= len(frame.text[:end]) - len(frame.text[max(0, end - 3) : end].rstrip(".,;)")) - max(0, end - 3)
    match = _BEFORE_DATE.search(frame.text, max(frame.paragraph(end).start, end - 110), end)
    short = _SHORT_PAPER.search(frame.text, max(0, end - 24), end)
    if short:
        title = paper_title("telegram", short["number"], sender=re.sub(r"[’']s$", "", short["sender"]))
        return with_other_end(frame, Span(short.start(), end), title)
    if not match or match["bare"] or not (match["number"] or match["party"]):
        return ""
    parts = {key: value or "" for key, value in match.groupdict().items()}
    parts["party"] = parts["party"] or parts["from"]
    number = _NUMBERED.sub("", parts["number"])
    span = Span(match.start(), end)
    return with_other_end(frame, span, _title(frame, parts, number, span))


def paper_of_note(frame: Frame, offset: int, title: str) -> str:
    """What the paper before the mark of a note is called, where the note says its number or date; empty for none."""
    if not frame.in_notes(offset):
        return ""
    end = mark_of_note(frame, offset)
    series = _IN_SERIES.search(frame.text, max(0, end - _SERIES_WITHIN), end) if end else None
    ends = in_series(series["series"], "") if series else None
    if series and ends and title[-1].isdigit():
        return paper_title(f"{title} ({series['series']} {series['number']})", sender=ends[0], recipient=ends[1])
    known = paper_before_note(frame, offset)
    number = title.rsplit(" ", 1)[-1]
    return known if known and number.isdigit() and f" {number}" in known and len(known) > len(title) else ""


_SERIES_WITHIN = 40
_IN_SERIES = re.compile(r"\b(?P<series>[A-Z][a-z]{4,6}) (?P<number>\d+(?: and \d+)?)[.,;:)]*$")
"""“Usgoc 290”, before the mark of a note that gives the number it has among the telegrams of the post."""
_IN_WHICH_YOU = re.compile(r"[\d,]{0,3} (?:in|by) which you\b")
"""“Despatch No. 220 of April 9, in which you inquire”: from whom the writer writes to."""
_INITIAL = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Dr|Gen|Col)$")
_REST_OF_NAME = re.compile(r"\. (?:[A-Z]\. )*[A-Z][\w’-]+(?: (?:[A-Z]\. )*[A-Z][\w’-]+)?")
"""What a full stop behind an initial or a title cut off the citation."""
_SENT_ON = re.compile(
    r"\b(?:[Ff]orwarded|[Rr]epeated|[Rr]eported|[Ss]ent|[Tt]ransmitted) to"
    r" (?P<to>(?:the )?[A-Z]\w+(?: (?:of |in )?[A-Z]\w+){0,3})"
    r" (?:as|in) (?:the )?$"
)
"""“Forwarded to the Secretary of State as the Department’s No. 7”."""
_PARTY_ENDS = re.compile(
    rf"{_SAYING}.*$| (?:and in|in (?:telegram|despatch|letter|note|reply|whi\w*)|under (?:cover|date)|transmitting"
    rf"|th\d?|not printed)\b.*$| and(?: (?:\w*tels?|{SERIES}|the [\w’ ]*reply))?$| received$"
)
_PAGE = re.compile(r"\s*\[Page [^\]]*\]\s*")
