"""The browser's half of our own components: scripts and styles as files, put together and registered here.

To add one: NAME.js with `export default function (component)`, NAME.css, and `register("NAME")` in a module of
components/. The script begins with the shapes of views/theme.py and dom.js, the style with its colours and base.css.
Data reaches the browser as JSON and becomes text through `textContent` only: what a document says is never mark-up.
What a reader does comes back through the script's `outbox` (dom.js), of which nothing is lost and nothing done twice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import streamlit as st

from dashboard import state
from dashboard.static_files import publish
from dashboard.views.theme import DARK, FAMILIES, LIGHT, Theme

HERE = Path(__file__).parent
LOADER = """
const script = import(new URL(%s, document.baseURI));
export default (component) => {
  script.then((module) => module.default(component));
  return () => component.parentElement.stop?.();
};
"""
LAYOUT = HERE / "layout.css"
"""The one stylesheet for what Streamlit's theme cannot say; see its comments."""
EMBED_LAYOUT = HERE / "embed.css"
"""What differs where the page stands in another page."""


class Component(Protocol):
    """A component that was announced."""

    def __call__(self, *, key: str, data: Mapping[str, Any], hear: Callable[[state.Said], None]) -> None:
        """Draw it here with its data; `hear` does one thing that a reader asked of it."""


def colours(theme: Theme, selector: str) -> str:
    """The theme's colours as CSS variables under a selector."""
    values = {
        "quiet": theme.secondary,
        "land": theme.land,
        "date-tint": theme.date_tint,
        "place-tint": theme.place_tint,
        **theme.family_colours,
    }
    return f"{selector} {{ {' '.join(f'--{name}: {value};' for name, value in values.items())} }}\n"


REGISTERED: dict[str, tuple[Path, ...]] = {}
"""The scripts of each component that was announced, in the order in which the browser reads them."""


def read(*names: str) -> str:
    """Files of this folder, one after the other."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)


def register(name: str, *, shared: Sequence[str] = ()) -> Component:
    """Announce a component to Streamlit, with the names of files it shares with others; once, when it is imported.

    Streamlit sends a component's script and style again with every answer. So ours stand in the static folder, and
    what is sent is the one line that fetches them, once.
    """
    files = (*shared, name)
    style = colours(LIGHT, ".root") + colours(DARK, ".root.dark") + read("base.css", *(f"{each}.css" for each in files))
    shapes = json.dumps({family.key: family.path for family in FAMILIES})
    scripts = ("dom.js", *(f"{each}.js" for each in files))
    REGISTERED[name] = tuple(HERE / each for each in scripts)
    script = f"const STYLE = {json.dumps(style)};\nconst SHAPES = {shapes};\n{read(*scripts)}"
    address = publish(f"{name}.js", script)
    draw_it = st.components.v2.component(f"dashboard.{name}", js=LOADER % json.dumps(address))

    def draw(*, key: str, data: Mapping[str, Any], hear: Callable[[state.Said], None]) -> None:
        def hear_all() -> None:
            for said in state.actions(key):
                hear(said)

        draw_it(key=key, data={**data, "heard": state.heard(key)}, on_act_change=hear_all)

    return draw
