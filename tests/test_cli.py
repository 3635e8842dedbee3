"""The command line: what it prints, where, and how it ends."""

import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import config
from dashboard.cli import main
from dashboard.cli.base import telling
from dashboard.cli.export import FILTER_KEYS
from dashboard.queries import QUERY_KEYS
from dashboard.store.atlas import Atlas
from tests.gold_atlas import build_gold_atlas

DEFAULT = config.DATA / "documents"
KEYS = {
    "": ("id", "title", "date", "date_basis", "place", "text_length", "dates", "places", "people", "events"),
    "dates": ("start", "end", "text", "edtf", "earliest", "latest", "basis"),
    "places": ("start", "end", "text", "name", "lat", "lon", "country", "kind", "gazetteer_id"),
    "people": ("start", "end", "text", "name"),
    "events": (
        "id", "title", "edtf", "earliest", "latest", "kind", "certainty", "status", "told_by", "topics", "countries",
        "places", "people", "evidence",
    ),
}  # fmt: skip


def test_extract_prints_the_form_other_programs_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(DEFAULT / "byrnes-stalin-1945-12-19.txt")]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    text = (DEFAULT / "byrnes-stalin-1945-12-19.txt").read_bytes().decode()
    assert (found["id"], found["date"], found["text_length"]) == ("byrnes-stalin-1945-12-19", "1945-12-19", len(text))
    assert tuple(found) == KEYS[""]
    assert set(found["place"]) == {"name", "lat", "lon", "country"}
    for part in ("dates", "places", "people", "events"):
        assert found[part], part
        assert all(tuple(each) == KEYS[part] for each in found[part])
        assert all(text[each["start"] : each["end"]] == each.get("text") for each in found[part] if "text" in each)
    assert all(event["evidence"] for event in found["events"])
    assert set(found["dates"][0]["basis"]) == {"year", "month", "day"}


def test_what_cannot_be_read_does_not_stop_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    (tmp_path / "good.jsonl").write_text('{"id": "a", "text": "They met at Moscow on 3 May 1945."}\nno json\n')
    inputs = [str(tmp_path / name) for name in ("bad.txt", "absent.txt", "picture.png", "good.jsonl")]
    assert main(["extract", *inputs, "--out", str(tmp_path / "out.jsonl")]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    sentences = printed.err.splitlines()
    assert len(sentences) == 4
    assert ["bad.txt" in sentences[0], "absent.txt" in sentences[1], "picture.png" in sentences[2]] == [True] * 3
    assert "good.jsonl, line 2" in sentences[3]
    (line,) = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["id"] == "a"


def test_extract_uses_the_catalogue_beside_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("They met on the 3rd instant.")
    (tmp_path / "documents.csv").write_text("id,title,date,place\na,A letter,1921-05-09,Riga\n")
    assert main(["extract", str(tmp_path)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["title"], found["date"], found["date_basis"], found["place"]["name"]) == (
        "A letter",
        "1921-05-09",
        "catalogue",
        "Riga",
    )
    assert found["dates"][0]["edtf"] == "1921-05-03"


def test_extract_replaces_a_file_when_all_is_found_and_not_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("They met at Moscow on 3 May 1945.")
    out = tmp_path / "out.jsonl"
    out.write_text("of before")
    assert main(["extract", str(tmp_path / "absent.txt"), "--out", str(out)]) == 1
    assert out.read_text() == "of before", "nothing was found"

    def ended(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("dashboard.pipeline.annotate", ended)
        assert main(["extract", str(tmp_path / "a.txt"), "--out", str(out)]) == 130
    assert (out.read_text(), sorted(each.name for each in tmp_path.iterdir())) == ("of before", ["a.txt", "out.jsonl"])
    assert main(["extract", str(tmp_path / "a.txt"), str(tmp_path / "absent.txt"), "--out", str(out)]) == 1
    assert json.loads(out.read_text("utf-8"))["id"] == "a"
    assert "out.jsonl" not in capsys.readouterr().err, "it was no fault of this file"


def test_what_fails_in_reading_is_no_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def torn_out(*_given: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("dashboard.pipeline.annotate", torn_out)
    with pytest.raises(OSError, match="Input/output error"):
        main(["extract", str(DEFAULT), "--out", str(tmp_path / "out.jsonl")])
    assert list(tmp_path.iterdir()) == []


def test_half_a_sign_in_a_document_is_printed_as_json_can(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(r'{"id": "a", "title": "\ud83d é", "text": "They met at Moscow on 3 May 1945."}')
    assert main(["extract", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "out.jsonl")]) == 0
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["title"] == "\ud83d é"


def test_extract_to_a_place_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "no" / "such" / "folder.jsonl"
    assert main(["extract", str(DEFAULT), "--out", str(out)]) == 1
    assert "give another --out" in capsys.readouterr().err


def test_extract_leaves_heavy_packages_alone() -> None:
    script = (
        "import sys; from dashboard.cli import main;"
        f"main(['extract', {str(DEFAULT)!r}, '--out', '/dev/null']);"
        "heavy = {'pandas', 'folium', 'streamlit', 'altair', 'pyarrow', 'lxml', 'resiliparse', 'pypdfium2', 'mammoth'};"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=config.ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, "")


def test_build_says_what_it_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.txt").write_text("They met at Moscow on 3 May 1945.")
    (tmp_path / "documents" / "b.txt").write_bytes(b"\xff")
    command = ["build", "--documents", str(tmp_path / "documents"), "--atlas", str(tmp_path / "atlas")]
    assert main(command) == 0
    printed = capsys.readouterr()
    assert "in 1 document." in printed.out
    assert "b.txt is not UTF-8" in printed.err
    assert main(command) == 0
    assert "Nothing changed" in capsys.readouterr().out


PROBLEMS = [
    (["build", "--documents", "/no/such/folder"], "is no folder"),
    (["run", "--port", "8597", "--atlas", "/no/such/atlas"], "make one with: python -m dashboard build"),
    (["build", "--atlas", "/proc/atlas"], "cannot be written to /proc/atlas"),
]


@pytest.mark.parametrize(("arguments", "words"), PROBLEMS)
def test_a_problem_is_one_sentence(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 1
    (sentence,) = capsys.readouterr().err.splitlines()
    assert words in sentence


def test_a_port_that_is_taken_names_the_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["run", "--port", str(port)]) == 1
    assert "make run PORT=8501" in capsys.readouterr().err


def test_run_says_at_once_that_an_atlas_has_to_be_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("dashboard.store.rows.SCHEMA_VERSION", "0")
    build_gold_atlas(tmp_path)
    monkeypatch.setattr(os, "execve", lambda *_: pytest.fail("the dashboard was started"))
    assert main(["run", "--port", "8597", "--atlas", str(tmp_path)]) == 1
    command = f"python -m dashboard build --anew --atlas {tmp_path}"
    assert capsys.readouterr().err.strip().endswith(f"another version of this program; make it anew: {command}")


def test_where_there_are_no_locks_a_sentence_says_where_it_runs() -> None:
    """As on Windows: nothing that needs them is loaded before."""
    script = (
        "import runpy, sys; sys.platform, sys.modules['fcntl'] = 'win32', None;"
        "sys.argv = ['dashboard', 'build']; runpy.run_module('dashboard', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=config.ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("This program runs on Linux and macOS; on Windows, start it within WSL")


@pytest.mark.parametrize("arguments", [[], ["fly"], ["extract"], ["run", "--port", "x"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "usage: python -m dashboard" in capsys.readouterr().err


def test_export_writes_what_the_filters_show(
    gold_atlas: Atlas, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "iran.csv"
    asked = ["export", "--atlas", str(gold_atlas.folder), "--format", "csv", "--country", "IR", "--from", "1921"]
    assert main([*asked, "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"{out}: Involving Iran, since 1921. ")
    assert "other events of the atlas" in printed
    assert out.read_text("utf-8-sig").startswith("id,title,date,edtf,")
    assert main([*asked, "--out", str(tmp_path / "no" / "folder.csv")]) == 1
    assert "give another --out" in capsys.readouterr().err
    assert main(["export", "--atlas", str(gold_atlas.folder), "--format", "docx", "--out", str(out)]) == 1
    assert "formats of events: csv" in capsys.readouterr().err


def test_progress_goes_to_a_terminal_and_only_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    with telling() as tell:
        tell("to a file")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    with telling() as tell:
        tell("too early")
    assert terminal.getvalue() == ""
    monkeypatch.setattr("dashboard.cli.base.PATIENCE", -1)
    with telling() as tell:
        tell("Slide 3 of 20")
    assert terminal.getvalue() == "\r\x1b[KSlide 3 of 20 …\r\x1b[K", "the line is left empty"


def test_the_filters_of_the_command_are_those_of_the_address() -> None:
    assert FILTER_KEYS == QUERY_KEYS
