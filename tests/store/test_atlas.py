"""The atlas as a folder: replaced whole, survives a killed build, says what is wrong with it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from dashboard import config
from dashboard.datespan import Basis, DateBasis, DateSpan
from dashboard.errors import AtlasError
from dashboard.model import (
    EVENT_FAMILIES,
    FAMILY_OF,
    PLACE_KINDS,
    Certainty,
    Document,
    Event,
    EventKind,
    Evidence,
    MentionKind,
    Place,
    Status,
)
from dashboard.queries import Filters, find_events
from dashboard.store.atlas import Atlas
from dashboard.store.codec import decode, encode
from dashboard.store.findings import Findings
from dashboard.store.folder import current_build, writing
from dashboard.store.save import save
from dashboard.store.schema import SCHEMA, SCHEMA_VERSION, version_of
from tests.gold_atlas import build_gold_atlas, gold_findings

COUNT = "SELECT count(*) FROM events"


def test_a_new_build_is_seen_and_the_old_one_removed(tmp_path: Path) -> None:
    findings = gold_findings()
    save(tmp_path, findings)
    atlas = Atlas(tmp_path)
    before = atlas.build
    save(tmp_path, replace(findings, events=findings.events[:3], problems=["“x” has no row."]))
    assert (tmp_path / f"atlas-{before}.duckdb").exists(), "still held by a reader"
    assert atlas.rows(COUNT) == [(3,)]
    assert atlas.build != before
    assert atlas.rows("SELECT sentence FROM problems") == [("“x” has no row.",)]
    save(tmp_path, findings)
    assert not (tmp_path / f"atlas-{before}.duckdb").exists()
    assert len(list(tmp_path.glob("atlas-*.duckdb"))) == 2, "the build in use and the current one"
    atlas.close()


def test_a_build_while_another_is_on_is_refused(tmp_path: Path) -> None:
    with writing(tmp_path), pytest.raises(AtlasError, match="being built by another process"):
        save(tmp_path, Findings([], []))


def _build_forever(folder: Path) -> None:
    import dashboard.store.save as module

    module.point_to = lambda _build: time.sleep(60)  # everything is written; only the pointer is missing
    build_gold_atlas(folder)


def test_a_killed_build_leaves_the_old_atlas_whole(tmp_path: Path) -> None:
    build_gold_atlas(tmp_path)
    pointer = (tmp_path / "current").read_text()
    process = multiprocessing.get_context("spawn").Process(target=_build_forever, args=(tmp_path,))
    process.start()
    deadline = time.monotonic() + 120
    while len(list(tmp_path.glob("search-*.sqlite"))) < 2:
        assert time.monotonic() < deadline, "the build that is to be killed never came that far"
        time.sleep(0.02)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert (tmp_path / "current").read_text() == pointer
    atlas = Atlas(tmp_path)
    assert atlas.rows(COUNT) == [(30,)]
    atlas.close()
    (next(tmp_path.glob("atlas-*.duckdb")).with_suffix(".duckdb.tmp") / "spilled").mkdir(parents=True)
    build_gold_atlas(tmp_path)
    assert len(list(tmp_path.glob("atlas-*.duckdb*"))) == 1, "what the killed build left is gone"


DAMAGES = [
    ("no folder", lambda _folder: None, "no atlas in"),
    ("pointer that names nothing", lambda folder: (folder / "current").write_text("{}"), "names no build"),
    ("pointer that is no JSON", lambda folder: (folder / "current").write_bytes(b"\xff\x00"), "names no build"),
    ("database missing", lambda folder: next(folder.glob("*.duckdb")).unlink(), "files of its build are missing"),
    ("database cut short", lambda folder: os.truncate(next(folder.glob("*.duckdb")), 5000), "is damaged"),
    ("database of zeros", lambda folder: next(folder.glob("*.duckdb")).write_bytes(bytes(9000)), "is damaged"),
]


@pytest.mark.parametrize(("reason", "damage", "words"), DAMAGES)
def test_a_damaged_atlas_is_a_sentence(tmp_path: Path, reason: str, damage, words: str) -> None:
    if reason != "no folder":
        build_gold_atlas(tmp_path)
    damage(tmp_path)
    with pytest.raises(AtlasError, match=words) as caught:
        Atlas(tmp_path)
    assert "python -m dashboard build" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_damaged_search_index_is_a_sentence(tmp_path: Path) -> None:
    build_gold_atlas(tmp_path)
    next(tmp_path.glob("*.sqlite")).write_bytes(b"nothing of the kind" * 100)
    atlas = Atlas(tmp_path)
    with pytest.raises(AtlasError, match="search index"):
        find_events(atlas, Filters(search="Baku"))
    assert len(find_events(atlas)) == 30, "the rest goes on working"
    atlas.close()


def test_an_atlas_of_another_version_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.store.rows.SCHEMA_VERSION", "0")
    build_gold_atlas(tmp_path)
    with pytest.raises(AtlasError, match="another version") as caught:
        Atlas(tmp_path)
    assert str(caught.value).endswith(f"; make it anew: python -m dashboard build --anew --atlas {tmp_path}")


def test_an_empty_atlas_can_be_asked(tmp_path: Path) -> None:
    save(tmp_path, Findings([], []), fingerprint="nothing")
    build = current_build(tmp_path)
    assert build is not None
    assert build.fingerprint == "nothing"
    assert find_events(Atlas(tmp_path)).empty


def test_the_version_changes_with_the_statements_and_with_nothing_else() -> None:
    assert version_of(f"-- More is said.\n{SCHEMA}\n") == version_of(SCHEMA) == SCHEMA_VERSION
    assert version_of(SCHEMA.replace("told_by VARCHAR", "told_by INTEGER")) != SCHEMA_VERSION


@pytest.mark.parametrize(("kind", "values"), [
    ("event_kind", get_args(EventKind)), ("family", EVENT_FAMILIES), ("certainty", get_args(Certainty)),
    ("status", get_args(Status)), ("place_kind", PLACE_KINDS), ("mention_kind", get_args(MentionKind)),
])  # fmt: skip
def test_the_schema_has_the_values_of_the_model(gold_atlas: Atlas, kind: str, values: tuple[str, ...]) -> None:
    ((held,),) = gold_atlas.rows(f"SELECT enum_range(NULL::{kind})")
    assert tuple(held) == values
    assert {*get_args(EventKind)} == {*FAMILY_OF}, "each kind has its family"


def test_threads_share_an_atlas(gold_atlas: Atlas) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: len(find_events(gold_atlas, Filters(countries=("IR",)))), range(64)))
    assert set(answers) == {9}


def test_values_survive_the_way_to_json_and_back() -> None:
    basis = DateBasis(Basis.STATED, None, Basis.REFERENCE)
    place = Place("a:1", "Tallinn", 59.4, 24.7, "settlement", alternatives=("a:2",))
    event = Event(
        "e", "Title", DateSpan("1921", "in 1921", basis), "agreement", "explicit", "happened", "author",
        (Evidence("d", 1, 2),), (place,), topics=("oil-raw-materials",),
    )  # fmt: skip
    assert decode(Event, encode(event)) == event
    documents = [found.document for found in gold_findings().annotations]
    assert [decode(Document, encode(document)) for document in documents] == documents


def test_asking_an_atlas_does_not_load_the_screen() -> None:
    script = "import sys, dashboard.store.atlas, dashboard.store.save; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=config.ROOT, check=False).returncode == 0
