"""Every format: what all of them keep to; and the sentences when there is nothing to write, or nowhere to."""

import os
from pathlib import Path

import pytest

from dashboard.errors import AtlasError, ExportError, FilterError
from dashboard.export import FORMATS, VIEWS, Format, chosen_filters, export, format_named, select, write_file
from dashboard.queries import Atlas, Filters
from dashboard.queries.sources import Sources, sources


def content(atlas: Atlas, form: Format, filters: Filters | None = None) -> bytes:
    written = export(select(atlas, filters or Filters()), form)
    return written if isinstance(written, bytes) else b"".join(written)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: f"{form.views[0]}-{form.name}")
def test_every_format_is_named_once_and_ends_as_it_says(form: Format) -> None:
    assert all(format_named(form.name, view) is form for view in form.views)
    assert form.suffix.startswith(".")
    assert "/" in form.media_type
    assert form.title


def test_unknown_format_lists_those_there_are() -> None:
    with pytest.raises(ExportError, match=r"no format “docx” of events; formats of events: csv"):
        format_named("docx", "events")
    with pytest.raises(ExportError, match="no view “globe”; views: " + ", ".join(VIEWS)):
        format_named("csv", "globe")


def test_an_empty_selection_is_a_sentence(gold_atlas: Atlas) -> None:
    with pytest.raises(ExportError, match=r"Nothing to export, since nothing is shown \(With Nobody\); take a filter"):
        export(select(gold_atlas, Filters(people=("Nobody",))), format_named("csv", "events"))


def test_the_selection_says_what_was_left_out(gold_atlas: Atlas) -> None:
    everything = select(gold_atlas)
    narrowed = select(gold_atlas, Filters(countries=("IR",), date_from="1921-01-01"))
    assert (everything.caption, everything.link) == ("All events", "")
    assert narrowed.caption == "Involving Iran, since 1921"
    assert narrowed.link == "?country=IR&from=1921-01-01"
    others = everything.count - narrowed.count
    assert others > 0
    assert narrowed.left_out.endswith(f"The filters leave out {others} other events of the atlas.")
    assert len(list(narrowed.entries)) == narrowed.count
    assert {each.id for each in narrowed.sources} == {
        each.source.id for entry in narrowed.entries for each in entry.quotations
    }


def test_entries_quote_the_document(gold_atlas: Atlas) -> None:
    texts = dict(gold_atlas.rows("SELECT id, text FROM documents"))
    entries = list(select(gold_atlas).entries)
    assert entries
    for entry in entries:
        assert entry.quotations
        for quotation in entry.quotations:
            text = texts[quotation.source.id]
            assert quotation.exact == text[quotation.start : quotation.end]
            assert text[: quotation.start].endswith(quotation.prefix)
            assert text[quotation.end :].startswith(quotation.suffix)


def test_entries_are_read_in_batches(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(select(gold_atlas).entries)
    monkeypatch.setattr("dashboard.queries.entries.AT_A_TIME", 3)
    monkeypatch.setattr("dashboard.queries.entries.STRETCH", 7)
    assert list(select(gold_atlas).entries) == whole


@pytest.mark.parametrize("filters", [Filters(), Filters(countries=("IR",))])
def test_sources_are_read_some_at_a_time(gold_atlas: Atlas, filters: Filters, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.queries.sources.AT_A_TIME", 1)
    whole, found = list(sources(gold_atlas, filters).values()), Sources(gold_atlas, filters)
    assert (list(found), len(found)) == (whole, len(whole))
    assert next(iter(found)) in found


def test_entries_hold_the_records_of_few_documents(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(select(gold_atlas).entries)
    monkeypatch.setattr("dashboard.queries.entries.AT_A_TIME", 3)
    monkeypatch.setattr("dashboard.queries.entries.MOST_SOURCES", 0)
    assert list(select(gold_atlas).entries) == whole


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"topic": ["oil"]}, "No event has the topic “oil”; the commonest here: "),
        ({"kind": ["party"]}, "The export asks for kind “party”, which is not known here; kind can be meeting"),
        ({"from": ["soon"]}, "The export’s “from=soon” is no day; write 1945-07-31"),
    ],
)
def test_a_filter_that_means_nothing_is_a_sentence(
    gold_atlas: Atlas, query: dict[str, list[str]], sentence: str
) -> None:
    with pytest.raises(FilterError, match="^" + sentence):
        chosen_filters(gold_atlas, query)


def test_filters_as_in_the_address(gold_atlas: Atlas) -> None:
    assert chosen_filters(gold_atlas, {"country": ["IR"], "q": ["oil"], "to": ["1946"]}) == Filters(
        countries=("IR",), search="oil", date_to="1946-12-31"
    )


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def broken():
        yield b"half"
        raise KeyboardInterrupt

    out = tmp_path / "events.csv"
    with pytest.raises(KeyboardInterrupt):
        write_file(out, broken())
    assert list(tmp_path.iterdir()) == []
    write_file(out, iter([b"a", b"b"]))
    assert out.read_bytes() == b"ab"
    with pytest.raises(KeyboardInterrupt):
        write_file(out, broken())
    assert (out.read_bytes(), list(tmp_path.iterdir())) == (b"ab", [out])


def test_a_link_stays_one_and_a_pipe_takes_it_as_it_comes(tmp_path: Path) -> None:
    """A device that is replaced by a file is a broken machine."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "kept" / "events.csv")
    write_file(tmp_path / "link.csv", b"new")
    assert (tmp_path / "link.csv").is_symlink() and (tmp_path / "kept" / "events.csv").read_bytes() == b"new"
    os.mkfifo(pipe := tmp_path / "pipe")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, iter([b"a", b"b"]))
    assert os.read(reader, 9) == b"ab"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_damaged_atlas_is_no_fault_of_the_file(tmp_path: Path) -> None:
    def damaged():
        yield b"half"
        raise AtlasError("The atlas is damaged.")

    with pytest.raises(AtlasError, match=r"^The atlas is damaged\.$"):
        write_file(tmp_path / "events.csv", damaged())
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"cannot be written .*; give another --out"):
        write_file(tmp_path / "no" / "folder" / "events.csv", b"")
    with pytest.raises(ExportError, match="is a folder; give the name of a file"):
        write_file(tmp_path, b"")


WHOLE = [form for form in FORMATS if form.name in ("pptx", "html", "png")]


@pytest.mark.parametrize("form", WHOLE, ids=lambda form: f"{form.views[0]}-{form.name}")
def test_what_takes_long_says_how_far_it_is_and_can_be_ended(gold_atlas: Atlas, form: Format, tmp_path: Path) -> None:
    selection = select(gold_atlas, Filters(countries=("IR",), date_to="1921-12-31"))

    def stop(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / f"stopped{form.suffix}", export(selection, form, stop))
    assert list(tmp_path.iterdir()) == []


def test_a_list_says_how_far_it_is_and_leaves_nothing_where_it_is_ended(
    gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("dashboard.export.progress.EVERY", 10)
    selection = select(gold_atlas)
    told: list[str] = []
    for _ in export(selection, format_named("csv", "events"), told.append):
        pass
    assert told == [f"{number} of {selection.count} events" for number in range(10, selection.count + 1, 10)]

    def stop(words: str) -> None:
        if words.startswith("20 "):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "stopped.csv", export(selection, format_named("csv", "events"), stop))
    assert list(tmp_path.iterdir()) == []
