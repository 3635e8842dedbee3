"""BibTeX, RIS and CSL-JSON: the documents, for reference managers and word processors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dashboard.datespan import DateSpan, Day
from dashboard.export.cells import one_line
from dashboard.export.json_text import dumped
from dashboard.export.progress import Counted
from dashboard.export.references import Editor, Reference, references
from dashboard.export.selection import Selection

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_", '"': r"{\textquotedbl}",
}  # fmt: skip
"""Characters that mean something to TeX, as text; braces must balance even where they are escaped."""
_TEX_SPECIAL = re.compile("[" + re.escape("".join(_TEX)) + "]")


def _all(selection: Selection) -> Counted[Reference]:
    """The documents, which say how many of them are written."""
    found = references(list(selection.sources))
    return Counted(found, len(found), selection.tell, "documents")


def write_bibtex(selection: Selection) -> Iterator[bytes]:
    """BibTeX in UTF-8, for biblatex and for BibTeX itself; what was left out stands before the first entry.

    A printed document is @incollection, another @misc; `origdate` keeps the document's own date in EDTF, which
    biblatex reads.
    """
    said = one_line(selection.statement).replace("@", "(at)")  # outside entries all but @ is a comment
    yield f"{said}\n".encode()
    for each in _all(selection):
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex_fields(each) if value)
        kind = "incollection" if each.printed else "misc"
        yield f"\n@{kind}{{{each.key},\n{fields}}}\n".encode()


def _bibtex_fields(each: Reference) -> Iterator[tuple[str, str]]:
    record = each.document.record
    yield "title", f"{{{_tex(each.title)}}}"  # a second pair of braces keeps its capitals
    yield "booktitle", f"{{{_tex(each.book)}}}" if each.book else ""
    yield "series", _tex(record.series)
    yield "volume", _tex(each.volume)
    yield "editor", " and ".join(_tex_name(editor) for editor in each.editors)
    yield "publisher", _tex(record.publisher)
    yield "year", _tex(each.year)
    yield "origdate", each.document.date.edtf if each.document.date else ""
    yield "pages", "--".join(_tex(page) for page in each.pages)
    yield "note", _tex("; ".join(each.notes))
    yield "url", re.sub(r"[{}\\\s]", "", one_line(record.url))


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda found: _TEX[found[0]], one_line(text))


def _tex_name(editor: Editor) -> str:
    """“Family, Given”; a name that stands alone is braced, so that an “and” in it divides nothing."""
    return f"{{{_tex(editor.family)}}}, {{{_tex(editor.given)}}}" if editor.given else f"{{{_tex(editor.family)}}}"


def write_ris(selection: Selection) -> Iterator[bytes]:
    """RIS, one record a document; what was left out stands in a note of each, for RIS has no header."""
    for each in _all(selection):
        lines = [f"{tag}  - {one_line(value)}\r\n" for tag, value in _ris_lines(each, selection) if value]
        yield "".join([*lines, "ER  - \r\n"]).encode()


def _ris_lines(each: Reference, selection: Selection) -> Iterator[tuple[str, str]]:
    record, date = each.document.record, each.document.date
    yield "TY", "CHAP" if each.printed else "GEN"
    yield "ID", each.key
    yield "TI", each.title
    yield "BT", each.book
    yield "T3", record.series
    yield "VL", each.volume
    yield "SE", record.number
    yield from (("ED", ", ".join(part for part in (editor.family, editor.given) if part)) for editor in each.editors)
    yield "PB", record.publisher
    yield "PY", each.year
    yield "SP", each.pages[0] if each.pages else ""
    yield "EP", each.pages[-1] if each.pages else ""
    yield "UR", record.url
    yield "N1", "; ".join(each.notes)
    yield "N1", f"Date of the document in EDTF: {date.edtf}" if date else ""
    yield "N1", f"From the selection: {selection.statement}"


def write_csl_json(selection: Selection) -> bytes:
    """CSL-JSON, which Zotero, Pandoc and citeproc read; what was left out stands in `custom` of each item."""
    items = [dumped(_csl_item(each, selection)) for each in _all(selection)]
    return b"[\n" + b",\n".join(items) + b"\n]\n"


def _csl_item(each: Reference, selection: Selection) -> dict[str, Any]:
    record, date = each.document.record, each.document.date
    item = {
        "id": each.key,
        "type": "chapter" if each.printed else "document",
        "title": each.title,
        "container-title": each.book,
        "collection-title": record.series,
        "volume": each.volume,
        "number": record.number,
        "editor": [_csl_name(editor) for editor in each.editors],
        "publisher": record.publisher,
        "issued": _csl_year(each.year),
        "original-date": _csl_date(date) if date else None,
        "event-place": each.document.place,
        "page": "-".join(each.pages),
        "archive_location": record.archive_reference,
        "URL": record.url,
        "note": "; ".join(each.notes),
        "custom": {"edtf": date.edtf if date else "", "selection": selection.statement},
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(editor: Editor) -> dict[str, str]:
    return {"family": editor.family, "given": editor.given} if editor.given else {"literal": editor.family}


def _csl_year(year: str) -> dict[str, Any] | None:
    if not year:
        return None
    return {"date-parts": [[int(year)]]} if re.fullmatch(r"-?[0-9]{1,4}", year) else {"literal": year}


def _csl_date(date: DateSpan) -> dict[str, Any] | None:
    """Both ends of the span to the parts that are known; “about” is `circa`. EDTF itself stands in `custom`."""
    begin, slash, end = date.edtf.partition("/")
    first, last = _csl_parts(begin, date.earliest), _csl_parts(end or begin, date.latest)
    parts = [part for part in (first, last if slash or "X" in date.edtf else None) if part]
    return ({"date-parts": parts} | ({"circa": True} if date.approximate else {})) if parts else None


def _csl_parts(edtf: str, day: Day | None) -> list[int] | None:
    """Year, month, day as far as the EDTF gives them; a season by its first month."""
    if day is None:
        return None
    known = 1 if "X" in edtf else edtf.lstrip("-").count("-") + 1
    return list(day[:known])
