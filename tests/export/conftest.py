"""What the tests of exports share: an atlas of hostile words."""

from collections.abc import Iterator

import pytest

from dashboard.store.atlas import Atlas
from tests.export.hostile import build_hostile_atlas


@pytest.fixture(scope="session")
def hostile_atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    atlas = Atlas(build_hostile_atlas(tmp_path_factory.mktemp("hostile")))
    yield atlas
    atlas.close()
