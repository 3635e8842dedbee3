"""What many tests share: an atlas of the default documents, made once from their labels."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from dashboard.gazetteer import Gazetteers
from dashboard.store.atlas import Atlas
from tests.gold_atlas import build_gold_atlas

settings.register_profile("any machine", deadline=None)  # a busy machine is slow now and then; that is no failure
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def the_program_stays_itself() -> Iterator[None]:
    """Streamlit's AppTest leaves its page as `__main__`, which a process that a later test spawns would run."""
    program = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = program


@pytest.fixture(scope="session")
def gold_atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """The two default documents as their labels describe them."""
    folder: Path = build_gold_atlas(tmp_path_factory.mktemp("gold"))
    atlas = Atlas(folder)
    yield atlas
    atlas.close()


@pytest.fixture(scope="session")
def gazetteers() -> Gazetteers:
    """The gazetteers, their index compiled on the first run only."""
    family = Gazetteers()
    family.build()
    return family
