"""A long export on the page Present: counted, called off, failed, and still there for who comes back to the page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard import config
from dashboard.static_files import prepare
from dashboard.store.atlas import Atlas
from tests import serving
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the page runs; what stands in its file `far` says how far the export comes."""
    made = tmp_path_factory.mktemp("slow")
    shutil.copy(Path(__file__).parent / "slow_page.py", made)
    prepare()
    (made / "static").symlink_to(config.STATIC)
    return made


@pytest.fixture(scope="module")
def url(folder: Path, gold_atlas: Atlas) -> Iterator[str]:
    environment = {"DASHBOARD_ATLAS": str(gold_atlas.folder)}
    with serving.page(folder / "slow_page.py", folder=folder, environment=environment) as address:
        yield address


def come(folder: Path, far: str) -> None:
    """Let the export come so far; the page never reads half of it."""
    (folder / "draft").write_text(far)
    (folder / "draft").replace(folder / "far")


def becomes(page: Page) -> Locator:
    return page.get_by_role("region", name="What it becomes")


def begun(open_page: Open, url: str) -> Page:
    """The page with an export under way."""
    page = open_page(f"{url}/present?country=IR")
    becomes(page).get_by_role("tab", name="Pictures").click()
    becomes(page).get_by_role("button", name="All of them").click()
    return page


def test_it_counts_can_be_called_off_and_asked_for_again(folder: Path, url: str, open_page: Open) -> None:
    come(folder, "3")
    page = begun(open_page, url)
    saved: list[str] = []
    page.on("download", lambda download: saved.append(download.suggested_filename))
    said = becomes(page).locator(".making")
    expect(said).to_contain_text("Making the pictures … Picture 3 of 12 · ")
    come(folder, "7")
    expect(said).to_contain_text("Picture 7 of 12")
    expect(becomes(page).get_by_role("button", name="SVG")).to_have_attribute("aria-disabled", "true")
    title = page.get_by_label("Title of the story", exact=True)
    title.fill("Meanwhile")  # the page is as usable as before
    page.keyboard.press("Enter")
    expect(becomes(page).locator(".words")).to_contain_text("Meanwhile")
    said.get_by_role("button", name="Cancel").press("Enter")
    expect(said.get_by_role("status")).to_have_text("Cancelled; nothing was saved.")
    expect(said.get_by_role("button", name="Cancel")).to_be_hidden()
    expect(becomes(page).get_by_role("button", name="All of them")).to_be_focused()
    assert saved == []
    with page.expect_download() as download:
        becomes(page).get_by_role("button", name="All of them").click()
        come(folder, "12")
    assert Path(download.value.path()).read_bytes() == b"PK of a test"
    expect(said.get_by_role("status")).to_have_text("slides.zip saved.")


def test_an_error_on_the_way_is_a_sentence(folder: Path, url: str, open_page: Open) -> None:
    come(folder, "3")
    page = begun(open_page, url)
    said = becomes(page).locator(".making")
    expect(said).to_contain_text("Picture 3 of 12")
    come(folder, "broken")
    expect(said.get_by_role("status")).to_have_text("The file could not be made. The reason stands in the terminal.")
    with page.expect_download() as download:
        becomes(page).get_by_role("button", name="SVG").click()
    assert re.fullmatch(r"01-timeline\.svg", download.value.suggested_filename)


def test_who_leaves_the_page_and_comes_back_finds_it(folder: Path, url: str, open_page: Open) -> None:
    come(folder, "3")
    page = begun(open_page, url)
    expect(becomes(page).locator(".making")).to_contain_text("Picture 3 of 12")
    page.get_by_role("link", name="About").click()
    expect(page.get_by_role("heading", name="About")).to_be_visible()
    come(folder, "7")
    page.get_by_role("link", name="Present").click()
    expect(becomes(page).locator(".making")).to_contain_text("Picture 7 of 12")
    with page.expect_download():
        come(folder, "12")
    expect(becomes(page).locator(".making").get_by_role("status")).to_have_text("slides.zip saved.")


def test_a_slow_preview_counts_too_and_is_forgotten_for_another(folder: Path, url: str, open_page: Open) -> None:
    come(folder, "3")
    page = open_page(f"{url}/present?country=IR")
    becomes(page).get_by_role("tab", name="Page").click()
    waits = becomes(page).locator(".waits")
    expect(waits).to_contain_text("Drawing … Picture 3 of 12")
    becomes(page).get_by_role("tab", name="Story file").click()
    expect(becomes(page).get_by_label("What stands in the file")).to_contain_text("country")
    expect(waits).to_be_empty()
    becomes(page).get_by_role("tab", name="Page").click()
    expect(waits).to_contain_text("Picture 3 of 12")
    come(folder, "12")
    expect(page.frame_locator("iframe[title='Preview of the page']").locator("body")).to_have_text("PK of a test")
    expect(waits).to_be_empty()
