"""About: sources, licences and method by name."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def test_about_names_sources_licences_and_method() -> None:
    app = AppTest.from_function(_about).run()
    text = " ".join(block.value for block in app.markdown)
    assert not app.exception
    for needed in ("GeoNames", "CC BY 4.0", "Natural Earth", "BSD 2-clause", "public domain", "borders", "How to cite"):
        assert needed in text


def test_about_says_how_good_it_is_in_words_that_wrap() -> None:
    app = AppTest.from_function(_about).run()
    assert not app.dataframe, "a grid that scrolls hides on what a figure was measured"
    tables = [block.value for block in app.markdown if "| What |" in block.value]
    assert [table.partition("\n")[0].strip("*").split(" ")[0] for table in tables] == ["The", "183", "What"]
    for table in tables:
        rows = [line for line in table.splitlines() if line.startswith("|")]
        assert len(rows) > 3
        assert {line.count("|") for line in rows} == {5}
    assert "| events dated |" in tables[0] and "| titles understandable |" in tables[2]


def _about() -> None:
    from dashboard.app_pages import about

    about.page()
