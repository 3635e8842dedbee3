"""Voices: whom “I”, “you” and “he” stand for where an event is told."""

from __future__ import annotations

import re

from dashboard.extraction.events.lines.phrases import noun_phrases
from dashboard.extraction.events.lines.standing import has_finite_verb
from dashboard.extraction.events.paper.announcing import passed_on, passed_on_from, quoted_below
from dashboard.extraction.events.paper.context import writer_of_talk
from dashboard.extraction.events.paper.frame import Frame, within
from dashboard.extraction.events.paper.heading import short_party
from dashboard.extraction.events.paper.papers import heading_at
from dashboard.extraction.events.paper.ships import says_she, ship_before, subject_named
from dashboard.extraction.events.paper.teller import teller_of
from dashboard.model import Person, Span

_BODY = re.compile(
    r"(?:the )?(?:Embassy|Legation|Consulate|Department|Mission|Delegation|Commission"
    r"|Foreign Office)\b"
)
_SIGNED = re.compile(
    r"\n[ \t]*(?:Signed )?((?!Enclosure|Attachment|Washington|Top Secret|Secret|Message|Unsigned)[A-Z][\w’'-]+"
    r"(?: [A-Z](?:\.|[\w’'-]+)){0,2}) ?[.\d]*[ \t]*(?=\n|$)"
)
_SENT_FROM = re.compile(
    r"(?<=[.\n]) ?(?:(?:(?:For|To) (?P<whom>[\w \[\]]{2,40}) |[A-Z]{2,5}[–-]\d+ )?[Ff]rom (?!Secretary|Ambassador)"
    r"(?P<who>[A-Z][a-z]+)|(?:[A-Z]{2,5}[–-]\d+ )?[Ff]rom (?!Secretary|Ambassador)(?P<writer>[A-Z][a-z]+) (?:to|for)"
    r" (?P<reader>[\w \[\]]{3,60}))\.(?=\s)"
)
"""“From Macomber.”, “TF–142 from Adler to Secretary of Treasury only.”: somebody writes by the telegram of a post."""
_SIGNED_BY = re.compile(r"(?:^|[.\n] ?)Signed:? ([A-Z][a-z]+)\.?\s+(?:\[?[A-Z][\w.]+\]?\s*)?$")
"""“Signed Cochran.” above the name of the consul who sent it."""
_SIGNATURES = 120
"""Characters at the end of a paper in which both names stand."""
_SAYS = re.compile(
    r"\b(?:said|says|stated|wrote|writes|informed|reported|replied|noted|commented|told|recalled"
    r"|recounted|remarked|added"
    r"|cabled|telegraphed|states|reads|follows)\b"
)
_SUBJECT = re.compile(
    r"(?P<who>(?:The |An? )?(?:[A-Z][\w’'-]+|[a-z]{3,12} (?=[a-z]+ [a-z]+))(?: (?:of|the|for|and|in|de"
    r"|[\w’'-]+)){0,7}?) "
    r"(?:was|were|had|has|have|is|are|will|would|did|said|told|[a-z]{3,}ed)\b"
)
_PRONOUN = re.compile(
    r"(?:He|She|They|It|We|I|This|These|That|Those|There|You|In|On|At|As|If|When|While|After|Before|For|Since|But|And"
    r"|My|Our|His|Her|Their|Its|Such|Both|Who|Which|However|Thus)\b"
)
_GIVEN_BY = re.compile(
    r"(?:\d+\. )?(?:[\w ]+ )?(?:Address|Remarks|Speech|Statement|Lecture|Testimony|Toast|Essay|Article"
    r"|Message|Comments) "
    r"(?:by|of) (?P<who>.+?)(?= (?:Before|before|to|at|in|on|Delivered)\b|[,\[]|\d|$)"
)
_AFTER_OPENING = re.compile(r"^(?:In|On|At|By|After|During|With|For) [^,;]{3,80}, (?=\w)")
_AFTER_OPENING_AT = re.compile(r"(?:In|On|At|By|After|During|With|For) [^,;.]{3,80}, (?=\w)")
_REACH = 1_200
"""How far back a pronoun may look, in characters."""
_QUOTED = 1_500


def author(frame: Frame, offset: int) -> str:
    """Who says “I” at the offset; empty where that is not sure, and in notes."""
    if offset not in frame.authors:
        frame.authors[offset] = _author(frame, offset)
    return frame.authors[offset]


def _author(frame: Frame, offset: int) -> str:
    quoted = _quotation(frame, offset)
    if quoted is not None:
        return _quoted_speaker(frame, quoted)
    if frame.in_notes(offset):
        return ""
    if _passes_on(frame, offset):
        return passed_on(frame, offset).speaker
    heading = heading_at(frame, offset)
    if heading.is_talk:
        return writer_of_talk(heading) or _drafter(frame)
    name = heading.author or _speaker(frame, offset)
    sent, _ = through_post(frame, offset)
    if sent:
        name = sent
    elif _BODY.match(name):
        name = _signature(frame, offset)
    name = name if len(name) < 40 else name.split(" of ")[0].rstrip(",")
    return name if len(name) < 40 else ""


def through_post(frame: Frame, offset: int) -> tuple[str, str]:
    """Who writes by the telegram of a post, by its first words or the line above the post’s own name, and to whom these
    say; empty where nobody else, or nothing, is named.
    """
    if heading_at(frame, offset) is not frame.heading:
        return "", ""
    begun = _SENT_FROM.search(frame.text, frame.opening, frame.opening + 400)
    if begun:
        return begun["who"] or begun["writer"], " ".join((begun["whom"] or begun["reader"] or "").split())
    section = frame.document.section_at(offset)
    end = section.end if section else len(frame.text)
    signed = _SIGNED_BY.search(frame.text[max(frame.opening, end - _SIGNATURES) : end])
    return (signed[1] if signed else ""), ""


def addressee(frame: Frame, offset: int) -> str:
    """Whom “you” means at the offset; empty where that is not sure."""
    if offset not in frame.addressees:
        frame.addressees[offset] = _addressee(frame, offset)
    return frame.addressees[offset]


def _addressee(frame: Frame, offset: int) -> str:
    if frame.in_notes(offset):
        return ""
    quoted = _quotation(frame, offset)
    if quoted is not None or _passes_on(frame, offset):
        return (passed_on(frame, offset) if quoted is None else quoted_below(frame, quoted)).hearer
    name = short_party(heading_at(frame, offset).recipient)
    return name if len(name) < 40 else ""


def is_anothers(frame: Frame, offset: int) -> bool:
    """Whether the words may be somebody else’s than the paper’s author’s: quoted, or passed on without marks."""
    return _quotation(frame, offset) is not None or _passes_on(frame, offset)


def _passes_on(frame: Frame, offset: int) -> bool:
    """Whether the words may be another’s, whose text or summary the paper passes on without quotation marks."""
    return offset > passed_on_from(frame.text, frame.opening)


def here_and_this(frame: Frame, clause: Span) -> list[tuple[int, int, str]]:
    """“In Amman” for “here”, “the U.S. Government” for its ministry’s “this Government”, who the undersigned is."""
    if frame.in_notes(clause.start) or _quotation(frame, clause.start) is not None:
        return []
    found = []
    here, heading = frame.own_place, heading_at(frame, clause.start)
    own = heading is frame.heading and not heading.is_talk
    for match in _HERE.finditer(frame.text, clause.start, clause.end):
        if match.group() == "here" and own and here and here.kind == "settlement":
            at = "" if _WHENCE.search(frame.text, clause.start, match.start()) else "in "
            found.append((match.start(), match.end(), f"{at}{here.as_written or here.name}"))
        elif match.group() != "here" and own and frame.ministry.is_party(heading.sender):
            found.append((match.start(), match.end(), f"the {frame.ministry.mission} Government"))
    signs = _UNDERSIGNED.search(frame.text, clause.start, clause.end)
    if signs and author(frame, clause.start):
        found.append((signs.start(), signs.end(), author(frame, clause.start)))
    return found


_UNDERSIGNED = re.compile(r"\b[Tt]he undersigned(?:,(?: the)? [^;]{3,120}?,)?(?= has\b)")
"""“The undersigned, envoy extraordinary, | has the honor to”: of one who writes of himself so."""
_HERE = re.compile(r"\bhere\b(?! (?:in|at|on) )|\bthis Government\b")
"""“Here”, but for “here in our country”, which says itself where."""
_WHENCE = re.compile(
    r"\b(?:from|to|near|around|outside|leav(?:e|es|ing)|left|depart(?:s|ed|ing)?|reach(?:es|ed|ing)?) $"
)
"""“left here”, “from here”: the place has no “in” before it."""


def third_person(frame: Frame, clause: Span) -> str:
    """Whom “he” stands for at the start of the clause: the only person named before it in its sentence, else the one
    whom the sentence before has for its subject; empty where that is not sure."""
    at = frame.sentences.index(clause.start)
    here = frame.sentences.all[at]
    she = says_she(frame, clause)
    ship = _ship_meant(frame, clause, at) if she else ""
    if ship:
        return ship
    named = _named_in(frame, Span(max(here.start, clause.start - _REACH), clause.start))
    if named or _OTHER_NAME.search(frame.text, max(here.start + 1, clause.start - _REACH), clause.start):
        return named[0] if len(named) == 1 else ""
    if she and has_finite_verb(frame.text[here.start : clause.start]):
        return subject_named(frame, Span(here.start, clause.start))
    return _subject_before(frame, clause, at) or _who_speaks(frame, clause)


def _ship_meant(frame: Frame, clause: Span, at: int) -> str:
    """The ship that its sentence names before the clause, or the sentence before does: empty behind another's name."""
    for sentence in reversed(frame.sentences.all[max(0, at - 1) : at + 1]):
        if frame.paragraph(sentence.start) != frame.paragraph(clause.start):
            return ""
        ship = ship_before(frame, Span(sentence.start, min(clause.start, sentence.end)))
        if ship:
            return "" if _named_in(frame, Span(sentence.start, ship.start)) else ship.name
    return ""


def _who_speaks(frame: Frame, clause: Span) -> str:
    """In the record of a talk: whose words the paragraph reports, by the same rule that says who tells the event."""
    teller = teller_of(frame, clause.start) if heading_at(frame, clause.start).is_talk else ""
    return teller.removeprefix("speaker: ") if teller.startswith("speaker: ") else ""


def _subject_before(frame: Frame, clause: Span, at: int) -> str:
    """The subject of the sentence before, sentences that go on with “he” passed over."""
    for sentence in reversed(frame.sentences.all[max(0, at - 8) : at]):
        if clause.start - sentence.start > _REACH or frame.paragraph(sentence.start) != frame.paragraph(clause.start):
            return ""
        if not _GOES_ON.match(frame.text, sentence.start):
            return _subject_named(frame, sentence)
    return ""


_OTHER_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]+[’']s\b")
"""“Mondale’s trip; he …”: somebody whom the list of people may not know."""
_GOES_ON = re.compile(
    r"(?:(?:Nevertheless|However|Moreover|Then|Also|Finally|Thus), )?(?:He|She|His|Her|Said|Stated|Replied|Added"
    r"|Thought|Felt|Asked|Expressed|Agreed|Believed|Hoped|Wished|Emphasized|Indicated)\b"
)
_THE = re.compile(r"^T(?:he|HE) ")
"""“THE Russian Ambassador”: a first word that the printer set in capitals."""
_OFFICE = re.compile(
    r"(?:T(?:he|HE) |the )?(?:[A-Z]\w+ ){0,2}(?:Prime Minister|Foreign Minister|Minister|President|King|Ambassador"
    r"|Chargé|Consul"
    r"|Premier|Foreign Secretary|Secretary General|General|Emperor|Shah|Governor|Chancellor)"
    r"(?: (?:of|for) (?:Foreign Affairs|War|Finance|State))?(?= (?:was|had|has|is|will|would|said|told"
    r"|[a-z]{3,}ed|then"
    r"|also|again|thought|felt|spoke|gave|went|left|saw|met)\b)"
)


def _subject_named(frame: Frame, sentence: Span) -> str:
    """The person or the office that the sentence has for its subject, if it names no other person before."""
    opening = _AFTER_OPENING_AT.match(frame.text, sentence.start, sentence.end)
    start = opening.end() if opening else sentence.start
    office = _OFFICE.match(frame.text, start, sentence.end)
    if office:
        return _THE.sub("the ", office.group())
    for mention in within(frame.people, Span(start, min(start + 40, sentence.end))):
        if isinstance(mention.value, Person) and mention.start - start < 30:
            between = frame.text[start : mention.start]
            if not re.search(r"[,;]| (?:of|to|by|with|from|and) $", between):
                return mention.value.name
        return ""
    return ""


def _named_in(frame: Frame, span: Span) -> list[str]:
    """The persons named in a span, each once, in order."""
    people = [one.value.name for one in within(frame.people, span) if isinstance(one.value, Person)]
    return list(dict.fromkeys(people))


def antecedent(frame: Frame, clause: Span) -> str:
    """What a clause without its subject speaks of: who stands before “who”, else the subject of the sentence."""
    sentence = frame.sentences.at(clause.start)
    start = max(sentence.start, clause.start - _REACH)
    before = frame.text[start : clause.start]
    if re.search(r"\bwho\s*$", before):
        people = [one for one in within(frame.people, Span(start, clause.start)) if isinstance(one.value, Person)]
        named = people[-1] if people else None
        if named and isinstance(named.value, Person) and _APPOSITION.fullmatch(before, named.end - start):
            return named.value.name
        office = _OFFICE_WHO.search(before)
        return office["office"] if office else ""
    if re.search(r"\bwhich\W*$", before) or re.match(r"which\b", frame.text[clause.start : clause.start + 6]):
        before = re.sub(r",?\s*(?:which)?\W*$", "", before)
        referred = _REFERRED.search(before)
        if referred:
            return referred["what"]
        phrases = noun_phrases(before[-160:].replace("\n", " "))
        last = phrases[-1][1] if phrases else ""
        lead = before.removesuffix(last).rstrip() if last and before.endswith(last) else ","
        return last if not lead.endswith((",", "and", "or")) and len(last) < 80 else ""
    before = _AFTER_OPENING.sub("", before)
    subject = _SUBJECT.match(before)
    if subject and not _PRONOUN.match(before) and 3 < len(subject["who"]) < 60 and subject["who"] != "The":
        return subject["who"]
    return third_person(frame, clause) if re.match(r"(?:He|She)\b", before) else ""


_APPOSITION = re.compile(r"\d{0,2}\)?(?:, (?:[^.;:,]|\b(?:[A-Z]|U\. ?S)\.){3,90})?,?\d{0,2} who\s*")
"""“General John Singlaub, Chief of Staff of U.S. forces, who”: no verb between the name and “who”."""
_OFFICE_WHO = re.compile(r"\b(?P<office>[Tt]he (?:[A-Z][\w’-]+ (?:(?:of|for) )?){0,4}[A-Z][\w’-]+),? who\s*$")
"""“to persuade the Generalissimo, who”."""
_REFERRED = re.compile(r"\b[Rr]eference (?:is )?to (?P<what>[^;:]{5,90})$")
"""“Presumable reference to the talks on a test ban, which began …”."""


def _drafter(frame: Frame) -> str:
    """Who drafted the record, as the editor’s note on its source says."""
    notes = frame.document.notes
    found = _DRAFTED.search(frame.text, notes[0].start) if notes else None
    return found[1].split(" ")[-1] if found else ""


_DRAFTED = re.compile(r"\bDrafted (?:and (?:initialed|approved) )?by ((?:[A-Z][\w.’'-]+ ){0,2}[A-Z][\w’'-]+)")


def _speaker(frame: Frame, offset: int) -> str:
    """Who gave the address, speech or testimony that the document is, from its title."""
    section = frame.document.section_at(offset)
    given = _GIVEN_BY.match(frame.document.title)
    if given is None or (section is not None and section.kind == "enclosure"):
        return ""
    bracketed = re.search(r"\(([^()]+)\)", given["who"])
    return bracketed[1] if bracketed else given["who"].split()[-1]


def _signature(frame: Frame, offset: int) -> str:
    """Who signed the part the offset stands in: the last line of it that is nothing but a name."""
    section = frame.document.section_at(offset)
    end = section.end if section else len(frame.text)
    found = _SIGNED.findall(frame.text[max(offset, end - 300) : end])
    return str(found[-1]) if found else ""


def _quotation(frame: Frame, offset: int) -> int | None:
    """Where a quotation began in the paragraph that is still open at the offset; None where there is none."""
    if offset not in frame.quotations:
        frame.quotations[offset] = _opened(frame, offset)
    return frame.quotations[offset]


def _opened(frame: Frame, offset: int) -> int | None:
    start = max(frame.paragraph(offset).start, offset - _QUOTED)
    before = frame.text[start : offset + 1]
    opened = before.rfind("“")
    return start + opened if opened > before.rfind("”") else None


def _quoted_speaker(frame: Frame, quotation: int) -> str:
    """Who is named right before a quotation with a verb of saying; else empty."""
    lead = Span(max(frame.paragraph(quotation).start, quotation - 120), quotation)
    named = [one for one in within(frame.people, lead) if isinstance(one.value, Person)]
    if named and isinstance(named[-1].value, Person) and _SAYS.search(frame.text, named[-1].end, quotation):
        return named[-1].value.name
    return quoted_below(frame, quotation).speaker


def names_near(frame: Frame, clause: Span) -> frozenset[str]:
    """The words of the names in the clause, and of those who write and receive."""
    found = [mention.text for mention in within(frame.places, clause)]
    found += [frame.text[hit.start : hit.end] for hit in within(frame.states, clause)]
    found += [author(frame, clause.start), addressee(frame, clause.start)]
    first = re.match(r"[A-Z][\w’-]+", frame.words_at(clause))
    if first and first.group().lower() not in frame.text and not _COMMON_END.search(first.group()):
        found.append(first.group())
    return frame.names.union(word for name in found for word in re.findall(r"[\w’-]+", name) if word[:1].isupper())


_COMMON_END = re.compile(r"(?:[ts]ion|ment|ity|[ae]nce|ing|ness|ship|iat|ery|al|ed|ie|er|ic|ive|ant)s?$|ly$")
"""How common nouns end that begin a sentence."""
