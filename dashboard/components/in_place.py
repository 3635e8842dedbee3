"""An error is one sentence in the place of what it prevented; the other panels go on working."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.errors import DashboardError

logger = logging.getLogger(__name__)


@contextmanager
def in_place(what: str, height: int) -> Iterator[None]:
    """Draw `what` (“The map”); where it cannot be drawn, say why in a place of the same height."""
    try:
        yield
    except DashboardError as error:
        say(str(error), height)
    except Exception:
        # The reader gets a sentence, whoever keeps the program running gets the whole story.
        logger.exception("%s could not be drawn", what)
        say(f"{what} could not be drawn; the other views go on working. The reason stands in the terminal.", height)


def say(sentence: str, height: int) -> None:
    """A sentence in the place of a view of that height."""
    with st.container(height=height, border=False):
        st.text(sentence)
