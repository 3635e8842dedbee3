"""Own paper: what “the letter”, “the minutes” or “the translation” of a note is: the paper that it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.extraction.events.lines.shortening import LONGEST, in_quotation
from dashboard.extraction.events.paper.context import document_label, labels_of, writer_of_talk
from dashboard.extraction.events.paper.frame import Frame
from dashboard.extraction.events.paper.heading import UNKNOWN
from dashboard.extraction.events.paper.papers import heading_at, title_of
from dashboard.extraction.events.paper.present import in_a_row, present
from dashboard.extraction.events.titles.antecedents import LINK, speaks_of_another
from dashboard.extraction.vocabulary import word_list
from dashboard.model import Span

_TOLD_IN_NOTE = re.compile(r" \(note to [^()]*(?:\([^()]*\)[^()]*)*\)$")
_ANOTHER = re.compile(
    r",? (?:No\. )?[A-Z]\w* \d|,? \d| (?:dated|of)\b| (?:was|were|had been) (?:delivered|handed|given)\b"
)
"""“this telegram, Delga 195”, “the note of May 3”; a message that was delivered is what the telegram said, and not
the telegram."""
_OF_ANY_KIND = ("message", "communication")
"""What a paper may be called whose heading does not say what kind it is."""
_ALSO_CALLED = {"message": "telegram", "cable": "telegram", "paper": "memorandum"}


def of_own_paper(frame: Frame, clause: Span, line: str, pointer: tuple[int, int, str]) -> str:
    """“Telegram 97 from Byroade to Dulles was relayed”, where a note says so of “the telegram” that it stands under.

    Empty where the note speaks of another of its kind before.
    """
    start, end, _ = pointer
    if not frame.in_notes(clause.start) or frame.document.editorial:
        return ""
    noun = POINTING.sub("", line[start:end].lower())
    if _ANOTHER.match(line, end) or speaks_of_another(frame, clause, (*_kinds(frame), noun)):
        return ""
    told = _TOLD_IN_NOTE.sub("", line)
    quoted = in_quotation(line, start)
    for label in _names(frame, clause, noun) if end <= len(told) else ():
        what = _with_article(label, leads=line[start].isupper())
        put = f"{told[:start]}{f'[{what}]' if quoted else what}{told[end:]}"
        if len(put) <= LONGEST:
            return put
    return ""


POINTING = re.compile(r"^(?:the|this|these|that|those|said|such) ")
"""What stands before a noun that means one spoken of elsewhere."""


def _kinds(frame: Frame) -> tuple[str, ...]:
    """What the heading calls the paper, in one word; none where it does not say."""
    kind = "" if frame.heading.is_talk else frame.heading.paper.split(" ")[-1]
    return (kind,) if kind else ()


def _names(frame: Frame, clause: Span, noun: str) -> Iterator[str]:
    """What the own paper is called that the noun may mean, longest first; none where it means another."""
    kind, labels = "".join(_kinds(frame)), [one for one in labels_of(frame) if ": " not in one]
    if _WHOLE.sub("", noun) in word_list("of a paper"):
        noted = paper_noted(frame, clause.start)
        own = (_with_article(one, leads=False) for one in labels)
        yield from (f"{noun} of {one}" for one in dict.fromkeys((noted, *own)) if noted)
    elif frame.heading.is_talk or not frame.heading.sender:
        records = _records(frame) if frame.heading.is_talk else labels
        yield from (one for one in records if LINK.search(one) and _is_called(one, noun.split(" ")[0]))
    elif (kind or noun) in ((noun, _ALSO_CALLED.get(noun)) if kind else _OF_ANY_KIND):
        yield from (one if kind else one.replace(UNKNOWN.capitalize(), noun.capitalize(), 1) for one in labels)
    elif kind and _handed_on(frame, noun):
        yield from (
            f"{noun} sent in {_with_article(cut.sub('', one), leads=False)}" for one in labels[:1] for cut in _ENDS
        )


_WHOLE = re.compile(r"^(?:source|full|complete|original|signed|entire) ")
_ENDS = (re.compile(r" to .+$"), re.compile(r" from .+$"))
"""What is left out of “telegram 734 from the Department of State to the Embassy in Israel”, the less first."""


def _handed_on(frame: Frame, noun: str) -> bool:
    """Whether the paper bids to deliver “the following letter”, or “oral message”, in its first words."""
    text = frame.text[frame.opening : frame.opening + _FIRST_WORDS]
    return re.search(rf"\b[Ff]ollowing (?:[a-z]+ )?{noun}\b", text) is not None


_FIRST_WORDS = 600
"""Characters below its heading in which a paper bids to hand on what it holds."""


def _is_called(record: str, noun: str) -> bool:
    """Whether “Minutes of a Policy Review Committee Meeting” are called so."""
    return LINK.split(record, maxsplit=1)[0].lower().split(" ")[-1] == noun


def _records(frame: Frame) -> Iterator[str]:
    """“minutes of a Policy Review Committee Meeting on Latin America”, “memorandum of conversation by Willoughby”.

    A record is told by its subject or by who met; the mere kind of it says too little.
    """
    heading = frame.heading
    kind = " ".join(heading.sender.split()).split(",")[0]
    kind = re.sub(r" (Telephone |Informal )?(Conversation|Between|With)\b", lambda one: one.group().lower(), kind)
    writer, names = writer_of_talk(heading), present(frame)
    named = re.search(r" (?:between|with|of) .*[A-Z]", kind) is not None
    yield from (f"{kind} on {heading.subject}",) if heading.subject and ": " not in heading.subject else ()
    if named:
        yield kind
    elif writer:
        yield f"{kind} by {writer}"
    elif names:
        yield f"{kind} of {in_a_row(names, most=_MET)}"


_MET = 3
"""How many of those who met are named."""


def _with_article(label: str, *, leads: bool) -> str:
    """“the letter from Hull”; a telegram with its number has no article."""
    numbered = re.match(r"\w+(?: \w+)? [A-Z]*[–-]?\d", label)
    small = label if numbered and leads else f"{label[:1].lower()}{label[1:]}"
    return small if numbered else f"{'The' if leads else 'the'} {small}"


def paper_noted(frame: Frame, offset: int) -> str:
    """What the paper is called to whose heading the note at the offset belongs; empty for a note to anything else."""
    note = next((note for note in frame.document.notes if note.start <= offset < note.end), None)
    anchor = note.anchor if note else None
    if note is None or anchor is None:
        return ""
    heading = heading_at(frame, anchor)
    if heading.line is None or anchor > heading.line.end + _BELOW:
        return ""
    label = title_of(heading) if heading is not frame.heading else document_label(frame)
    label = f"{label[:1].lower()}{label[1:]}".replace(" Conversation, by", " conversation by")
    return f"the {label}" if _WITHOUT_NUMBER.match(label) else label


_WITHOUT_NUMBER = re.compile(r"[a-zé-]+ (?:of|from|by|to|for) ")
_BELOW = 60
"""Characters below a heading within which the mark of a note on the whole paper may stand, as behind its dateline."""
