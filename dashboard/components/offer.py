"""Files for the reader: made when asked for, offered at an address of this server for as long as the page stands."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from streamlit import runtime

from dashboard import state
from dashboard.errors import DashboardError

logger = logging.getLogger(__name__)


class File(NamedTuple):
    """A finished file."""

    name: str
    content: bytes | Iterator[bytes]
    media_type: str
    alt: str = ""
    """What a picture shows, for who cannot see it."""


def answer_with(key: str, said: dict[str, Any], make: Callable[[], File], what: str) -> None:
    """Make a file that the component of that key asked for, and tell it where the file is, or why there is none.

    The question carries a `turn`, which goes back with the answer, so that the browser knows what it belongs to.
    """
    given: dict[str, Any] = {"turn": str(said.get("turn", ""))[:40]}
    try:
        made = make()
        given |= {"name": made.name, "address": offered(key, made), "alt": made.alt}
    except DashboardError as error:
        given["sentence"] = str(error)
    except Exception:
        # The reader gets a sentence, whoever keeps the program running gets the whole story.
        logger.exception("%s could not be made", what)
        given["sentence"] = f"{what} could not be made. The reason stands in the terminal."
    state.give(key, given)


def offered(key: str, made: File) -> str:
    """The address of a file, relative to the dashboard's own. Streamlit keeps it until the page is drawn anew."""
    content = made.content if isinstance(made.content, bytes) else b"".join(made.content)
    if not runtime.exists():
        return ""  # a page that is tested without a server
    address = runtime.get_instance().media_file_mgr.add(
        content, made.media_type, f"dashboard.{key}", file_name=made.name, is_for_static_download=True
    )
    return address.lstrip("/")
