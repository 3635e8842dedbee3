"""Hostile text through every exporter: each file still opens, holds one event, and computes and runs nothing."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable

import bibtexparser
import icalendar
import openpyxl
import pyarrow.parquet
import pytest
import rispy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.export import FORMATS, Selection
from dashboard.queries import Atlas
from tests.export.opened import document, entry, of, written
from tests.export.test_maps import check_linked_places

PIECES = (
    "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "]]>", "&amp;", "{{", "}", "\\input{/etc/passwd}", "@string{",
    "BEGIN:VEVENT\r\n", "END:VCALENDAR\n", "\r\nER  - \r\nTY  - JOUR\r\n", ";", ",", '"', "'", "\x00", "\x0b", "\x85",
    "\u2028", "\ufeff", "\ufffe", "\u202e", "𝔞", "%", "$x$", "--", "-->", "/..", "\t", " ",
)  # fmt: skip
HOSTILE = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join))


def open_csv(content: bytes) -> None:
    header, row = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert len(header) == len(row)
    assert not any(re.match(r"[=+@\t\r]", cell) for cell in row)


def open_xlsx(content: bytes) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Events"]
    assert sheet.max_row == 2
    assert not any(cell.data_type == "f" or cell.hyperlink for row in sheet.iter_rows() for cell in row)


def open_timelinejs(content: bytes) -> None:
    shown = json.loads(content)
    (slide,) = shown["events"]
    tags = re.compile(r"</?(p|ul|li|blockquote|cite)>")
    texts = (slide["text"]["text"], slide["text"]["headline"], slide["display_date"], shown["title"]["text"]["text"])
    assert not any("<" in tags.sub("", text) for text in texts)


def open_kml(content: bytes) -> None:
    tree = ElementTree.fromstring(content)
    (mark,) = tree.iter("{http://www.opengis.net/kml/2.2}Placemark")
    shown = mark.findtext("{http://www.opengis.net/kml/2.2}description") or ""
    assert "<" not in re.sub(r"</?(p|blockquote)>", "", shown)


def open_bibtex(content: bytes) -> None:
    library = bibtexparser.parse_string(content.decode())
    assert not library.failed_blocks
    (made,) = library.entries
    assert made.entry_type == "incollection"
    assert not library.strings
    assert not library.preambles
    assert b"\\input" not in content.partition(b"\n\n@")[2]


def open_ris(content: bytes) -> None:
    (record,) = rispy.loads(content.decode())
    assert record["type_of_reference"] == "CHAP"


OPEN: dict[str, Callable[[bytes], object]] = {
    "csv": open_csv,
    "xlsx": open_xlsx,
    "geojson": lambda content: json.loads(content)["features"][0],
    "kml": open_kml,
    "linked-places": lambda content: check_linked_places(json.loads(content)),
    "web-annotations": lambda content: json.loads(content)["items"][0],
    "timelinejs": open_timelinejs,
    "ical": lambda content: icalendar.Calendar.from_ical(content).walk("VEVENT")[0]["SUMMARY"],
    "parquet": lambda content: pyarrow.parquet.read_table(io.BytesIO(content)).slice(0, 1).to_pylist()[0],
    "bibtex": open_bibtex,
    "ris": open_ris,
    "csl-json": lambda content: json.loads(content)[0],
}


def hostile(atlas: Atlas, text: str) -> Selection:
    """A selection in which every word is the one given."""
    fields = ("series", "volume_title", "number", "editors", "publisher", "year_published", "first_page", "url")
    source = document(text, **dict.fromkeys(fields, text or "x"))
    return of(atlas, entry("1945", text or "x", at=[(55.75, 37.62)], source=source), caption=text)


@pytest.mark.parametrize("name", OPEN)
@settings(max_examples=12)
@given(text=HOSTILE)
@example(text="".join(PIECES))
def test_hostile_text(gold_atlas: Atlas, name: str, text: str) -> None:
    view = next(each.views[0] for each in FORMATS if each.name == name)
    OPEN[name](written(hostile(gold_atlas, text), name, view))


def test_every_table_format_is_among_them() -> None:
    assert {each.name for each in FORMATS if each.views in (("events",), ("documents",))} == set(OPEN)
