"""A page of the app as tests open and read it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import config

APP = str(config.ROOT / "dashboard" / "app.py")
Run = Callable[..., AppTest]


def told(app: AppTest, component: str) -> dict[str, Any]:
    """What the page tells one of our components."""
    for element in app.get("bidi_component"):
        if element.proto.component_name == f"dashboard.{component}":
            data: dict[str, Any] = json.loads(element.proto.json)
            return data
    pytest.fail(f"{component} is not on the page; it says {[text.value for text in app.text]}")


def words(panel: dict[str, Any]) -> str:
    """The passages of the excerpt panel as plain text."""
    return "".join(run["text"] for p in panel["passages"] for each in p["paragraphs"] for run in each["runs"])


def event_named(app: AppTest, title: str) -> str:
    rows = told(app, "event_table")["rows"]
    return next(row["id"] for row in rows if title in row["title"])
