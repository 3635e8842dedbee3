"""The Present page: the story at the left, what it becomes at the right; files of one's own are opened below."""

from __future__ import annotations

import streamlit as st

from dashboard import config, state
from dashboard.components import changing
from dashboard.components.in_place import in_place
from dashboard.components.linked_views import settled
from dashboard.components.outputs import outputs
from dashboard.components.previews import look_of, selection_of
from dashboard.components.story_editor import story_editor
from dashboard.errors import DashboardError
from dashboard.export import Selection, Story, parse_story
from dashboard.session import NARROW

EMBEDDING = config.ROOT / "dashboard" / "app_pages" / "embedding.md"
TEMPLATE, STORY = "template_file", "story_file"
ABOVE = 60
"""The navigation."""


@st.fragment
def present_view() -> None:
    """Everything of the page Present."""
    with in_place("The page", 400), st.container(key="present"):
        settled(state.view())
        story = state.draft()
        selection = selection_of(story, look_of(story))
        if state.screen().width < NARROW:
            _editor(story, selection, phone=True)
            _outputs(story, selection, phone=True)
        else:
            left, right = st.columns([2, 3], gap="large")
            with left:
                _editor(story, selection, phone=False)
            with right:
                _outputs(story, selection, phone=False)


def _editor(story: Story, selection: Selection, *, phone: bool) -> None:
    with in_place("The story", 300):
        story_editor(story, selection, phone=phone)


def _outputs(story: Story, selection: Selection, *, phone: bool) -> None:
    with in_place("What it becomes", 300):
        outputs(story, selection, height=state.screen().height - ABOVE, phone=phone)
    form = state.presenting().form
    if form in ("deck", "story") and not changing.may_change():
        st.markdown(":small[Templates and stories of your own can be opened where you run the dashboard yourself.]")
    elif form == "deck" and (story.slides or selection.count):
        st.file_uploader("A template of your own (.pptx)", type="pptx", key=TEMPLATE, on_change=_take_template)
    elif form == "story":
        st.file_uploader("Open a story (.toml)", type="toml", key=STORY, on_change=_open_story)
    elif form == "embed":
        with st.expander("Where it goes, and what a public server must set"), st.container(key="help"):
            st.markdown(EMBEDDING.read_text(encoding="utf-8"))


def _take_template() -> None:
    file = state.value(TEMPLATE)
    state.present(template=(file.name, file.getvalue()) if file else None)


def _open_story() -> None:
    """Go on with a story from a file; one that cannot be read changes nothing and says why."""
    file = state.value(STORY)
    if file is None:
        state.present(said="")
        return
    try:
        story = parse_story(file.getvalue(), file.name)
    except DashboardError as error:
        state.present(said=str(error))
        return
    state.show(place="", read="", at=-1)
    state.tell(story)
    state.present(said="", at=0)
