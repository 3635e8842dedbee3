"""About: sources, licences and method by name."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def test_about_names_sources_licences_and_method() -> None:
    app = AppTest.from_function(_about).run()
    text = " ".join(block.value for block in app.markdown)
    assert not app.exception
    for needed in ("GeoNames", "CC BY 4.0", "Natural Earth", "BSD 2-clause", "public domain", "borders", "How to cite"):
        assert needed in text


def _about() -> None:
    from dashboard.app_pages import about

    about.page()
