"""A reader goes through one build, whatever happens to the atlas meanwhile, and lets go of what it has read."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.errors import AtlasError
from dashboard.store.atlas import Atlas
from dashboard.store.folder import current_build
from dashboard.store.reader import Reader
from dashboard.store.save import save
from tests.gold_atlas import build_gold_atlas, gold_findings

COUNT = "SELECT count(*) FROM events"
CACHED = "SELECT memory_usage_bytes FROM duckdb_memory() WHERE tag = 'BASE_TABLE'"


def test_a_reader_ends_with_the_build_it_began_with(tmp_path: Path) -> None:
    folder = tmp_path / "the reader's"
    findings = gold_findings()
    save(folder, findings)
    atlas = Atlas(folder)
    reader = atlas.reader()
    save(folder, replace(findings, events=findings.events[:3]))
    assert atlas.rows(COUNT) == [(3,)]
    save(folder, findings)
    reader.forget()
    assert reader.rows(COUNT) == [(30,)]
    assert reader.build.name != atlas.build
    assert reader.build.atlas.exists(), "still held by the reader"
    reader.close()
    save(folder, findings)
    assert not reader.build.atlas.exists()
    atlas.close()


def test_what_was_read_is_let_go_of(gold_atlas: Atlas) -> None:
    with gold_atlas.reader() as reader:
        ((opened,),) = reader.rows(CACHED)
        assert len(reader.rows("SELECT * FROM events")) == 30
        ((read,),) = reader.rows(CACHED)
        reader.forget()
        ((after,),) = reader.rows(CACHED)
        assert after <= opened < read
        assert len(reader.table("SELECT * FROM events")) == 30
        assert reader.rows(CACHED) == [(after,)]


def test_a_damaged_build_is_a_sentence(tmp_path: Path) -> None:
    build_gold_atlas(tmp_path)
    build = current_build(tmp_path)
    assert build
    with build.atlas.open("r+b") as file:
        file.truncate(5000)
    with pytest.raises(AtlasError, match="is damaged"):
        Reader(build)
