"""The browser's half of our own components: scripts and styles as files, put together and registered here.

To add one: NAME.js with `export default function (component)`, NAME.css, and `register("NAME")` in a module of
components/. The script begins with the shapes of views/theme.py and dom.js, the style with its colours and base.css.
Data reaches the browser as JSON and becomes text through `textContent` only: what a document says is never mark-up.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.static_files import publish
from dashboard.views.theme import DARK, FAMILIES, LIGHT, Theme

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

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


def read(*names: str) -> str:
    """Files of this folder, one after the other."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in names)


def register(name: str, *, shared: Sequence[str] = ()) -> ComponentRenderer:
    """Announce a component to Streamlit, with the names of files it shares with others; once, when it is imported.

    Streamlit sends a component's script and style again with every answer. So ours stand in the static folder, and
    what is sent is the one line that fetches them, once.
    """
    files = (*shared, name)
    style = colours(LIGHT, ".root") + colours(DARK, ".root.dark") + read("base.css", *(f"{each}.css" for each in files))
    shapes = json.dumps({family.key: family.path for family in FAMILIES})
    scripts = read("dom.js", *(f"{each}.js" for each in files))
    script = f"const STYLE = {json.dumps(style)};\nconst SHAPES = {shapes};\n{scripts}"
    address = publish(f"{name}.js", script)
    return st.components.v2.component(f"dashboard.{name}", js=LOADER % json.dumps(address))
