"""About: how dates, places and events were found, how good that is, from which sources, and how to cite."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from pathlib import Path

import streamlit as st

from dashboard import state
from dashboard.components import changing
from dashboard.components.in_place import in_place
from dashboard.evaluation.recorded import READ_BY_PEOPLE, AboutRow, about_rows

HERE = Path(__file__).parent
HEAD = "| What | Per cent (95 % interval) | Labels | How it is counted |\n| --- | --- | ---: | --- |"
READ_HEAD = "| What | Per cent (95 % interval) | Of | How it was read |\n| --- | --- | --- | --- |"


def page() -> None:
    """Draw the page: our own words from the two files beside this one, the recorded figures between them."""
    state.leave_address()
    with st.container(key="text"):
        st.markdown(_words("about.md"))
        if not changing.may_change():
            st.markdown(f"{changing.ONLY_READ} {changing.ELSEWHERE}")
        with in_place("The table of figures", 80):
            _figures()
        st.markdown(_words("about_sources.md"))


def _words(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _figures() -> None:
    """The figures as tables whose words wrap: nothing of them is to be found by scrolling only."""
    st.markdown("## How good it is")
    rows = about_rows()
    if not rows:
        st.markdown("Nothing has been measured yet: `python -m dashboard evaluate --record` does it.")
        return
    st.markdown("Measured against what a reader labelled, with the engine alone.")
    with st.container(key="figures"):
        for on_what, group in groupby(rows, key=attrgetter("on_what")):
            st.markdown(f"**{on_what}.**\n\n{_table(on_what, list(group))}")


def _table(on_what: str, rows: list[AboutRow]) -> str:
    lines = [f"| {row.what} | {row.how_good} | {row.counted} | {row.how_measured} |" for row in rows]
    return "\n".join([READ_HEAD if on_what == READ_BY_PEOPLE else HEAD, *lines])
