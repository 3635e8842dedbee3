"""CSV, XLSX and Parquet: the same rows and columns, opened by csv, openpyxl and pyarrow; nothing in them computes."""

import csv
import datetime
import io
import json

import openpyxl
import pyarrow.parquet
import pytest

from dashboard.errors import ExportError
from dashboard.export import select
from dashboard.export.cells import harmless
from dashboard.export.tables import COLUMNS
from dashboard.queries import Atlas
from tests.export.opened import entry, iran, of, written

NAMES = [column.name for column in COLUMNS]


def csv_rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_has_one_row_an_event(gold_atlas: Atlas) -> None:
    selection = iran(gold_atlas)
    content = written(selection, "csv")
    rows = csv_rows(content)
    assert content.startswith(b"\xef\xbb\xbfid,title,date,edtf,")
    assert len(rows) == selection.count
    assert list(rows[0]) == [*NAMES, "selection"]
    assert {row["selection"] for row in rows} == {selection.statement}
    convention = next(row for row in rows if "Anglo-Russian Convention" in row["title"])
    assert (convention["edtf"], convention["earliest"], convention["latest"]) == ("1907-08-31",) * 3
    assert convention["places"] == "Saint Petersburg; Iran"
    assert convention["coordinates"] == "59.9343 30.3351; 32.43 53.69"
    assert "p. 685" in convention["citations"]
    assert "previous arrangement whereby Iran was divided" in convention["quotations"]


UNCERTAIN = [
    # EDTF, first day, last day, precision, about
    ("194X", "1940-01-01", "1949-12-31", "decade", "false"),
    ("1945~", "1945-01-01", "1945-12-31", "year", "true"),
    ("1945-22", "1945-06-01", "1945-08-31", "season", "false"),
    ("1942/..", "1942-01-01", "", "open-end", "false"),
    ("../1850", "", "1850-12-31", "open-start", "false"),
    ("1942-10/1943-12", "1942-10-01", "1943-12-31", "range", "false"),
    ("", "", "", "undated", "false"),
]


def test_csv_keeps_what_is_uncertain(gold_atlas: Atlas) -> None:
    rows = csv_rows(written(of(gold_atlas, *(entry(case[0]) for case in UNCERTAIN)), "csv"))
    kept = [(row["edtf"], row["earliest"], row["latest"], row["precision"], row["approximate"]) for row in rows]
    assert kept == UNCERTAIN


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("http://example.org")', '\'=HYPERLINK("http://example.org")'),
        ("+1", "'+1"),
        ("-0043-03-15", "'-0043-03-15"),  # a year BC is no sum either
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" \n=1", "' \n=1"),
        ("＝1", "'＝1"),
        ("\x00=1", "'=1"),
        ("a=1", "a=1"),
        ("“=1”", "“=1”"),
        ("", ""),
    ],
)
def test_no_cell_computes(text: str, cell: str) -> None:
    assert harmless(text) == cell


def test_xlsx_holds_events_documents_and_what_it_is(gold_atlas: Atlas) -> None:
    selection = iran(gold_atlas)
    book = openpyxl.load_workbook(io.BytesIO(written(selection, "xlsx")))
    assert book.sheetnames == ["About", "Events", "Documents"]
    about = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True)}
    assert about["What this is"] == "Involving Iran"
    assert about["What is left out"] == selection.left_out
    header, *rows = book["Events"].iter_rows(values_only=True)
    assert list(header) == NAMES
    assert len(rows) == selection.count
    assert isinstance(rows[0][NAMES.index("latitude")], float)
    assert rows[0][NAMES.index("edtf")] == "1907-08-31"
    assert [row[3] for row in book["Documents"].iter_rows(min_row=2, values_only=True)] == list(selection.citations())


def test_xlsx_stores_a_formula_as_text(gold_atlas: Atlas) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(of(gold_atlas, entry("1945", "=1+1")), "xlsx")))
    cell = book["Events"].cell(2, 1 + NAMES.index("title"))
    assert (cell.value, cell.data_type, cell.hyperlink) == ("=1+1", "s", None) or cell.data_type == "inlineStr"
    assert b"<f>" not in written(of(gold_atlas, entry("1945", "=1+1")), "xlsx")


def test_xlsx_cuts_what_no_cell_holds(gold_atlas: Atlas) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(of(gold_atlas, entry("1945", "𝔞" * 40_000)), "xlsx")))
    title = book["Events"].cell(2, 1 + NAMES.index("title")).value
    assert title.endswith("…")
    assert len(title.encode("utf-16-le")) // 2 <= 32_767


def test_more_rows_than_a_sheet_holds_is_a_sentence(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.export.xlsx.MOST_ROWS", 3)
    with pytest.raises(ExportError, match=r"A sheet holds 3 rows, not 9; narrow it, or take csv or parquet\."):
        written(iran(gold_atlas), "xlsx")


def test_parquet_keeps_lists_and_days(gold_atlas: Atlas) -> None:
    selection = iran(gold_atlas)
    table = pyarrow.parquet.read_table(io.BytesIO(written(selection, "parquet")))
    assert table.column_names == NAMES
    assert table.num_rows == selection.count
    said = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
    assert (said["caption"], said["left_out"]) == ("Involving Iran", selection.left_out)
    assert json.loads(said["sources"]) == list(selection.citations())
    row = table.to_pylist()[0]
    assert (row["earliest"], row["latest"]) == (datetime.date(1907, 8, 31),) * 2
    assert row["country_codes"] == ["GB", "IR", "RU"]
    assert table.schema.field("edtf").metadata[b"description"].startswith(b"the date in EDTF")


def test_parquet_leaves_years_it_cannot_hold_to_edtf(gold_atlas: Atlas) -> None:
    content = written(of(gold_atlas, entry("-0043-03-15"), entry("1945"), entry()), "parquet")
    rows = pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()
    assert [(row["edtf"], row["earliest"]) for row in rows] == [
        ("-0043-03-15", None),
        ("1945", datetime.date(1945, 1, 1)),
        ("", None),
    ]


@pytest.mark.parametrize("name", ["csv", "geojson", "kml", "ical", "timelinejs", "web-annotations", "parquet"])
def test_streaming_formats_hold_no_more_than_a_few_events(
    gold_atlas: Atlas, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each part is handed on before much more is asked for: memory does not grow with the count."""
    from dashboard.export import export, format_named

    monkeypatch.setattr("dashboard.export.parquet.ROWS", 10)
    for module in ("tables", "geojson"):
        monkeypatch.setattr(f"dashboard.export.{module}.ROWS", 10)
    asked = 0

    class Counted:
        def __iter__(self):
            nonlocal asked
            for _ in range(500):
                asked += 1
                yield entry("1945")

    from dataclasses import replace

    selection = replace(of(gold_atlas, entry("1945")), entries=Counted(), count=500)
    rows, ahead = (10 if name in ("csv", "parquet") else 1), 0
    for number, part in enumerate(export(selection, format_named(name, "events")), 1):
        assert isinstance(part, bytes)
        ahead = max(ahead, asked - number * rows)
    assert asked == 500
    assert ahead <= 10


def test_everything_is_exported_without_filters(gold_atlas: Atlas) -> None:
    assert len(csv_rows(written(select(gold_atlas), "csv"))) == select(gold_atlas).count
