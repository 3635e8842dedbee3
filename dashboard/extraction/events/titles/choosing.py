"""Titles: one line that a reader understands without the text, made from the clause and true to it.

The words of the clause are the title where they stand by themselves (`standing`). Where they point to something
outside, or would have to be cut where nothing whole is left, the title is the sentence in fewer words (`compressing`)
or itself with who wrote it (`quoting`), or the noun phrase that its date belongs to (`hanging`, `weighing`) and in
brackets by whom it is told (`context`): plainer, but surely true. Papers have their own titles (`telling_apart`). What
no line tells is no event (`last_resort`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import islice, tee
from math import inf

from dashboard.extraction.events.cited.citations import mark_of_note, paper_before_note, paper_referred_to
from dashboard.extraction.events.drafts.clauses import clause_around, from_its_beginning
from dashboard.extraction.events.drafts.draft import Draft
from dashboard.extraction.events.lines.compressing import compressed
from dashboard.extraction.events.lines.demonstratives import with_article
from dashboard.extraction.events.lines.enumeration import whole_series
from dashboard.extraction.events.lines.needs import as_what
from dashboard.extraction.events.lines.openness import is_paper_left_open, least_open, open_references, says_on_what
from dashboard.extraction.events.lines.phrases import noun_phrases
from dashboard.extraction.events.lines.printed import article_alone, publication
from dashboard.extraction.events.lines.shortening import LONGEST, capital, heads_of, loses_sense, shortened
from dashboard.extraction.events.lines.standing import is_label, names_something, points_away, standing_of
from dashboard.extraction.events.lines.understood import least_understood, names_two, understood
from dashboard.extraction.events.paper.context import contexts, with_context
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.papers import named_paper
from dashboard.extraction.events.paper.telegraphese import in_english, spelled_out
from dashboard.extraction.events.paper.voices import author, names_near
from dashboard.extraction.events.titles.about import TELLING, about
from dashboard.extraction.events.titles.announced import announced
from dashboard.extraction.events.titles.cited_content import says_dated
from dashboard.extraction.events.titles.dated_noun import COMPLEMENT, needs_teller, noun_of
from dashboard.extraction.events.titles.edition import dated_by_edition
from dashboard.extraction.events.titles.hanging import only_names
from dashboard.extraction.events.titles.last_resort import SAYS_NOTHING, last_resort
from dashboard.extraction.events.titles.missing_subject import with_subject
from dashboard.extraction.events.titles.opinions import said_by
from dashboard.extraction.events.titles.own_acts import own_act, tells_own_act
from dashboard.extraction.events.titles.plainer import plainer
from dashboard.extraction.events.titles.quoting import Quotable
from dashboard.extraction.events.titles.relayed import itself_passed_on, passes_on, relayed
from dashboard.extraction.events.titles.said_once import said_once
from dashboard.extraction.events.titles.talks import talk_in
from dashboard.extraction.events.titles.telling_apart import title_of_paper
from dashboard.extraction.events.titles.told_subject import on_its_subject
from dashboard.extraction.events.titles.wholeness import wholeness_in
from dashboard.extraction.events.titles.wording import clause_words, tidy
from dashboard.model import Mention, Span

_ROUTE = re.compile(
    r"(?:Reported|Repeated|Transmitted|Summarized|Described|Discussed) (?:in|as|by)"
    r" (?P<paper>(?:tele|air)gram [\w–-]+),[^.;(]{0,60}? (?P<whither>(?:to|from) (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
"""“Reported in telegram 791, September 15, to The Hague”."""
_NUMBERED = re.compile(r"(?:Sent|Repeated) (?:to )?[A-Z]\w+(?: [A-Z]\w+)?,? as \d")
"""“Sent to Karachi as 180”: the paper, not what its author sent."""
_FOLLOWING = re.compile(r"^(?:The )?[Ff]ollowing (?:is |are )?(?:the )?(?=[a-z]+ (?:from|to|by) )")
_PAPER_LINE = re.compile(
    r"(?:Note|Memorandum|Letter|Telegram|Report|Minutes?|Draft|Statement|Communiqué|Aide-mémoire|Circular"
    r"|reply|message|instruction|telegram|letter|note|statement|communication)"
    r" (?:by|from|of|to) (?!this\b|that\b|(?:an? )?[Cc]onversation)"
    r"(?:(?!\b(?:was|were|is|are|has|had|have|will|would)\b)[^.;:]){8,100}$"
)
"""The line above a paper that says whose it is."""
_WHO = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z]?[\w’'-]*, (?:[A-Z][a-z]+ )*(?:Minister|Ambassador|Secretary|Chief|Chairman)\b"
)
_NO_NOUN = re.compile(r"\d{4} (?:[a-z]+$|and |or )|[A-Z]\w+ (?:which|who) ")
"""A year with a noun, or somebody with what he did: “Council which supported the resolution”."""


MOST_OPEN = 0.79
"""What a title leaves open must be less than this, or the clause is no event.

So much is open where a thing or a person is that no word tells, where a line is cut before what its verb leads to, and
in the last resort: of such titles readers who saw them alone understood 5 of 21. What is left is weighed once
more (`least_understood`). A title given by its rule or by the reference list is not weighed, nor is a text without a
heading, where no line could say by whom it is told.
"""


def title_of_draft(frame: Frame, draft: Draft) -> str:
    """The title the rule itself gave, with what tells it from others of its kind; else one made from the clause.

    Empty where nothing tells what the clause says: it is then no event.
    """
    if not draft.title:
        first = draft.evidence[0]
        referred = paper_referred_to(frame, first, draft.dates) if draft.rule == "clause" else ""
        if paper := referred or says_dated(frame, first):
            return paper
        asked = draft.evidence[:_ASKED]
        told = (title_from(frame, span, draft.dates, paper=draft.paper) for span in asked)
        return next(filter(None, told), "")
    if draft.kind != "communication":
        return draft.title
    title = title_of_paper(frame, draft)
    left_open = draft.rule == "citation" and is_paper_left_open(title)
    return _of_its_clause(frame, draft) if left_open and contexts(frame, draft.evidence[0].start) else title


_ASKED = 12
"""How many clauses that tell of one event are asked for a title: each is asked about all dates of the event."""


def _of_its_clause(frame: Frame, draft: Draft) -> str:
    """What the clause says that cites a paper of which not both ends are told, if it tells of the paper; else empty."""
    clause, _ = clause_around(frame, frame.sentences.at(draft.evidence[0].start), draft.evidence[0])
    told = title_from(frame, clause, draft.dates)
    paper = draft.title.split(" ", 1)[0].lower()
    return told if paper in told.lower() and not _OF_THE_EDITORS.search(told) else ""


_OF_THE_EDITORS = re.compile(r"\bnot (?:printed|found)\b|\b(?:quoted in a )?note to\b(?! a paper on)|^In |^[^“]*: ")
"""What tells only where a paper is, leads to what is said in it, or needs somebody who says it."""


def title_from(frame: Frame, clause: Span, dates: Sequence[Mention], *, paper: str = "") -> str:
    """Of the lines that can be made of a clause the first that leaves least open to who sees nothing else.

    `paper` is what the paper is called that the clause tells of, if it does.

    Empty where none tells what the clause says, or the best leaves too much open (MOST_OPEN) or would be understood by
    too few (`least_understood`).
    What a line points to is put in where the words before name only one thing that it can be.
    """
    sentence = frame.sentences.at(clause.start)
    clause = whole_series(frame.text, from_its_beginning(frame.text, clause, sentence), sentence)
    clause = Span(clause.start, clause.end + as_what(frame.words_at(clause), frame.text[clause.end : sentence.end]))
    dated = dated_by_edition(frame, clause, dates)
    dated = announced(frame, clause, dates) or None if dated is None else dated
    whole = wholeness_in(frame, clause).lacks if dated is None else lambda _line: 0.0  # that one is no part of it
    lacks = cache(whole)  # the same line may come in several ways
    lines = _possible_lines(frame, clause, dates, lacks) if dated is None else iter([(dated, 0.0)])
    lines = _merged(lines, (paper, _MERE_PAPER)) if paper else lines
    told_in = contexts(frame, clause.start)
    plain = cache(partial(plainer, frame, clause))
    lines, again = tee((plain(line), cost) for line, cost in lines)
    likely = cache(partial(understood, clause=" ".join(frame.words_at(clause).split())))
    best = least_open(lines, lacks, below=MOST_OPEN if told_in else inf)
    if not (told_in and best) or tells_own_act(best):
        return capital(best)
    told = on_its_subject(frame, clause, best, likely, lacks)
    if likely(best) < least_understood(told):
        clear = ((line, cost) for line, cost in islice(again, _LOOKED_AT) if line and likely(line) >= _CLEAR)
        told = on_its_subject(frame, clause, least_open(clear, lacks, below=_MOST_OPEN_OF_CLEAR), likely, lacks)
    return capital(told)


_CLEAR, _MOST_OPEN_OF_CLEAR, _LOOKED_AT = 0.6, 0.4, 6
"""How well a plainer line must be understood that takes the place of a best one that is not, what it may lack, and how
many are looked at."""


def _merged(lines: Iterator[tuple[str, float]], one: tuple[str, float]) -> Iterator[tuple[str, float]]:
    """The lines, with the one put in before the first that costs more."""
    waits = True
    for line in lines:
        if waits and line[1] > one[1]:
            yield one
            waits = False
        yield line


_MERE_PAPER = 0.3
"""What the name of a paper lacks where the clause tells what stands in it."""


def _possible_lines(
    frame: Frame, clause: Span, dates: Sequence[Mention], lacks: Callable[[str], float]
) -> Iterator[tuple[str, float]]:
    """The noun that the date belongs to, the words of the clause, or what they are about, the plainest first.

    With what each says too little, in the measure of `open_references`; `lacks` says how much is cut from a line.
    """
    told_in, names = contexts(frame, clause.start), names_near(frame, clause)
    yield named_paper(frame.text, clause, dates[0].start) if dates else "", 0
    noun = _line(frame, clause, tidy(noun_of(frame, clause, dates)))
    noun = noun if noun.count(" ") and not points_away(noun) and not _NO_NOUN.match(noun) else ""
    if noun and (not told_in or names_something(noun, names)):
        yield with_context(noun, told_in) if needs_teller(noun) else noun, 0
    words = said_once(frame, clause.start, clause_words(frame, clause, dates))
    told = said_once(frame, clause.start, with_subject(frame, clause, words))
    line = _FOLLOWING.sub("", words)
    if _PAPER_LINE.match(line):
        yield shortened(in_english(frame, clause, capital(line))), 0
    yield _of_itself(frame, clause, words if _NUMBERED.match(words) else told), 0
    article = article_alone(" ".join(frame.words_at(clause).split())) if frame.in_notes(clause.start) else ""
    yield with_context(capital(article), told_in) if article else "", 0
    full, speaker = said_by(frame, clause, told)
    speaker = speaker or _leading_author(frame, clause, full)
    full = capital(in_english(frame, clause, full))
    title = shortened(full)
    standing = standing_of(title, speaker=speaker, names=names)
    if (title == full and standing.alone) or (_begins_with_person(frame, clause) and is_label(title)):
        yield title, 0
    shorter = [capital(one) for one in compressed(full, LONGEST)] if len(full) > LONGEST else []
    for one in shorter:
        alone = full.endswith(one[-_END:]) and standing_of(one, speaker=speaker, names=names).alone
        if alone:
            yield one, 0
    lines = sorted((title, *heads_of(full), *shorter), key=len, reverse=True)
    whole = (one for one in lines if not loses_sense(full, one))
    whole = (one for one in whole if standing_of(one, speaker=speaker, names=names).alone)
    heads = list(islice(whole, _HEADS))
    if heads or COMPLEMENT.search(noun):
        sound = next((one for one in heads if not lacks(one)), "") or min(heads, key=lacks, default="")
        yield sound or with_context(noun, told_in), 0
        closed = (one for one in heads if not lacks(one) and open_references(one) < _OPEN <= open_references(sound))
        yield from ((one, 0) for one in islice(closed, 1))
    printed = publication(" ".join(frame.words_at(clause).split()))
    if printed and told_in:
        yield with_context(capital(printed), told_in), 0
    line = _told_line(with_article(full), told_in, speaker, names)
    if line:
        yield line, 0
    yield from _where_words_do_not_stand(frame, clause, dates, words, noun=noun, title=title)


def _where_words_do_not_stand(
    frame: Frame, clause: Span, dates: Sequence[Mention], words: str, *, noun: str, title: str
) -> Iterator[tuple[str, float]]:
    """The same for a clause whose words do not stand by themselves: quoted, by what they are on, by who tells them.

    `words` are those of the clause, `noun` is what its date belongs to, `title` a line that begins with its words.
    """
    told_in = contexts(frame, clause.start)
    quoted = Quotable(frame, clause, told_in)
    act = own_act(frame, clause, words, dates)
    if act:
        yield act if says_on_what(act) else with_context(act, told_in), 0
    for closed in (True, False):
        yield from ((one, 0) for one in quoted.lines(closed=closed))
        yield from ((one, 0) for one in quoted.in_fewer_words(closed=closed))
        yield from ((one, 0) for one in quoted.lines(closed=closed, cut=True))
        if noun and closed:
            yield with_context(noun, told_in), 0
    names_it = only_names(frame.words_at(clause))
    yield "", _BROKEN_OFF
    yield from ((one, _BROKEN_OFF) for one in quoted.lines(closed=False, broken=True))
    talk = talk_in(frame, clause, dates)
    yield with_context(talk, told_in) if talk else "", _ONLY_TALK
    yield "", _ALL_IT_TELLS
    yield about(frame, clause, words, dates, told_in, least=TELLING) if names_it else "", _ALL_IT_TELLS
    yield "", _TORN
    yield from ((one, _TORN) for one in quoted.lines(closed=False, broken=True, torn=True))
    yield "", _TELLING_PHRASE
    if not names_it and (not told_in or names_two(frame.words_at(clause))):
        yield about(frame, clause, words, dates, told_in, least=TELLING), _TELLING_PHRASE
    yield "", _BEGINNING
    yield quoted.beginning(), _BEGINNING
    if frame.in_notes(clause.start):
        yield "", _PHRASE
        yield about(frame, clause, words, dates, told_in), _PHRASE
    yield "", _LAST
    yield last_resort(frame, clause, title, told_in), _LAST


_BROKEN_OFF, _ONLY_TALK, _ALL_IT_TELLS, _TORN = 0.4, 0.42, 0.45, 0.48
_TELLING_PHRASE, _BEGINNING, _PHRASE, _LAST = 0.8, 0.9, 1.1, 2.2
"""What a quotation broken off behind a clause lacks, a talk without what was said in it, a phrase with a name that the
date belongs to where the clause only names it, a quotation broken off behind a phrase, such a phrase where the clause
tells more, the mere beginning of a sentence, any phrase, and the last resort; an empty line says it beforehand.

Of such titles strict readers who saw them alone understood 59, 62 and 40 in a hundred of the first, third and fourth
kind: more than of those that leave a noun open (20), so all three lack less.
"""
_END = 24
"""Characters at its end by which it is seen that a line goes on to the end of its sentence."""
_HEADS, _OPEN = 4, 0.5
"""How many of the heads of a sentence are looked at for one that is cut where nothing is lost, and less left open."""


def _leading_author(frame: Frame, clause: Span, title: str) -> str:
    """The author, where the line begins with the name: “our” is then known."""
    whom = author(frame, clause.start)
    return whom if whom and title.startswith(f"{whom} ") else ""


def _told_line(title: str, told_in: tuple[str, ...], speaker: str, names: frozenset[str]) -> str:
    """The words, or a head of them, with who tells them: for those that only do not say of what country or kind.

    Where the line has no room for who tells it, the words alone, if they name something.
    """
    whole = []
    for line in (title, *heads_of(title)):
        if loses_sense(title, line) or standing_of(line, speaker=speaker, names=names)[:2] != (True, True):
            continue
        whole.append(line)
        bare = capital(line.removeprefix(f"{speaker}: ") if speaker else line)
        told = with_context(bare, tuple(context for context in told_in if context not in bare))
        if told != bare:
            return told
    return next((line for line in whole if names_something(line, names)), "")


def _of_itself(frame: Frame, clause: Span, told: str) -> str:
    """The title of what only dates a paper, or tells what became of the document itself; empty for anything else."""
    if SAYS_NOTHING.match(told) and frame.in_notes(clause.start):
        return paper_before_note(frame, clause.start) or _marked(frame, clause)
    passed_on = relayed(frame, clause) or passes_on(frame, clause)
    if passed_on:
        return passed_on
    route = _ROUTE.match(frame.words_at(clause))
    if route and frame.in_notes(clause.start):
        return f"{capital(route['paper'])} {route['whither']}"
    return itself_passed_on(frame, clause, told)


_PACT = re.compile(
    r"(?:[A-Z][\w–-]+ )+(?:[Tt]reaty|[Aa]greements?|[Cc]onvention|[Pp]rotocol|[Pp]act|[Aa]rmistice|[Dd]eclaration)"
    r"(?: (?:of|between|with|on|for) (?:the )?(?:[A-Z]\w+ ?(?:and |of )?)+)?$"
)
"""What can be signed, at the end of the words before the mark of a note."""


def _marked(frame: Frame, clause: Span) -> str:
    """What the mark of a note stands behind, for notes that only date it: “A staff study (note to …)”."""
    end = mark_of_note(frame, clause.start)
    phrases = (
        noun_phrases(" ".join(frame.text[max(frame.paragraph(end).start, end - 160) : end].split())) if end else []
    )
    told = phrases[-1][1] if phrases else ""
    signed = _PACT.search(told) if frame.words_at(clause).startswith("Signed") else None
    told = signed.group() if signed else told
    if told.count(" ") < 1 or points_away(told):
        return ""
    return with_context(_line(frame, clause, told), contexts(frame, clause.start))


def _begins_with_person(frame: Frame, clause: Span) -> bool:
    """Whether a note begins with a name, to say who that is."""
    if not frame.in_notes(clause.start):
        return False
    whole = frame.sentences.at(clause.start)
    known = bool(within(frame.people, Span(clause.start, clause.start + 12)))
    return known or (clause.end >= whole.end - 2 and bool(_WHO.match(frame.words_at(clause))))


def _line(frame: Frame, clause: Span, text: str) -> str:
    """The text spelled out, with a capital, at most one line long."""
    states = [state for hit in within(frame.states, clause) for state in hit.value]
    return capital(shortened(spelled_out(text, states))) if text else ""
