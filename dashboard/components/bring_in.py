"""Bring in: drop files or paste a text; each is read at once, and its events join the views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from dashboard import state
from dashboard.components import changing
from dashboard.components.correcting import typed_date
from dashboard.components.in_place import logger
from dashboard.documents.readers import READERS
from dashboard.english import counted
from dashboard.errors import DashboardError
from dashboard.pipeline import OwnFile, Progress
from dashboard.pipeline.progress import Watch

MOST_FILES = 50
"""Files dropped at once; more of them are a matter of the command line."""
_TOO_MANY = f"Only the first {MOST_FILES} files were read; for a whole series: python -m dashboard import FOLDER"
SUFFIXES = [suffix for reader in READERS for suffix in reader.suffixes]


class Incoming(NamedTuple):
    """What the reader brings in; it stands in no address."""

    turn: int = 0
    """Rises when the fields are emptied: when what was in them has been read."""
    said: tuple[str, ...] = ()
    """What became of what was brought in or taken out last."""
    failed: bool = False
    newest: str = ""
    """The file that came in last."""


KEY = "bring_in"


def incoming() -> Incoming:
    """What is being brought in now."""
    now: Incoming = state.answer(KEY).get("now", Incoming())
    return now


def remember(now: Incoming) -> None:
    """Remember what became of what was brought in."""
    state.give(KEY, {"now": now})


Bring = Callable[[Watch], OwnFile]
"""Brings one thing in; told how far the reading is."""


def bring_in() -> None:
    """Draw the two ways in, side by side, or the sentence that there is none; what comes in is read where it stands."""
    if not changing.may_change():
        st.markdown(f"{changing.ONLY_READ} {changing.ELSEWHERE}")
        return
    turn = incoming().turn
    text, files = st.columns([3, 2], gap="large")
    with text:
        _text_form(turn)
    with files:
        _file_field(turn)


def _text_form(turn: int) -> None:
    """The field for a text; what could not be read stays in it."""
    with st.form(f"text-{turn}", border=False):
        text = st.text_area("Paste a text", height=196, placeholder="The words of a letter, a telegram, a memorandum …")
        title = st.text_input("Title", placeholder="If known: Telegram 317 from the Ambassador in Turkey")
        left, right = st.columns(2)
        date = left.text_input("Date", placeholder="If known: 18 March 1946")
        place = right.text_input("Place", placeholder="If known: Ankara")
        asked = st.form_submit_button("Read it", type="primary")
    if asked:

        def bring(watch: Watch) -> OwnFile:
            when = typed_date(date)
            return changing.add_text(text, title=title, date=when, place=place, watch=watch)

        _take([bring], keep_if_failed=True)


def _file_field(turn: int) -> None:
    """The field for files, which is empty again once they were looked at."""
    types = [suffix.lstrip(".") for suffix in SUFFIXES]
    dropped = st.file_uploader("Or drop files", type=types, accept_multiple_files=True, key=f"files-{turn}")
    st.markdown(
        ":small[Plain text, TEI, saved web pages, PDF with a text layer, Word (.docx), JSON lines, or a .zip of these, "
        "up to 50 MB each. They are read and kept on this machine, and go nowhere else.]"
    )
    if dropped:
        too_many = [_TOO_MANY] if len(dropped) > MOST_FILES else []
        _take([_adding(each) for each in dropped[:MOST_FILES]], said=too_many)


def _adding(upload: Any) -> Bring:
    """Brings in one dropped file."""
    return lambda watch: changing.add_file(upload.name, upload.getvalue(), watch=watch)


def _take(things: Sequence[Bring], *, said: Sequence[str] = (), keep_if_failed: bool = False) -> None:
    """Read each thing, show how far that is, remember what became of it, and draw the page anew with empty fields."""
    sentences, read, newest, events = list(said), 0, "", 0
    bar = st.progress(0.0, text="Reading …")
    for number, bring in enumerate(things):
        file, problem = _attempt(bring, partial(_show, bar, number, len(things)))
        if file:
            read, newest, events = read + 1, file.name, events + sum(each.tally.events for each in file.documents)
        else:
            sentences.append(problem)
    bar.empty()
    failed = read < len(things)
    if read:
        one = "Read; its events are in the views." if events else "Read, but no event was found in it."
        sentences.insert(0, one if len(things) == 1 else f"{counted(read, 'file')} read.")
    keep = keep_if_failed and failed
    remember(Incoming(incoming().turn + (not keep), tuple(sentences), failed, newest))
    if not keep:
        st.rerun()


def _show(bar: Any, number: int, things: int, progress: Progress) -> None:
    """How far the reading is: so many of the things are done, and so many documents of this one."""
    done = progress.documents >= progress.expected
    share = (number + progress.documents / max(1, progress.expected)) / things
    of = f"File {number + 1:,} of {things:,}: " if things > 1 else ""
    bar.progress(min(1.0, share), text=f"{of}{'joining the other documents …' if done else progress}")


def _attempt(bring: Bring, watch: Watch) -> tuple[OwnFile | None, str]:
    """What came in, or the sentence why nothing did."""
    try:
        return bring(watch), ""
    except DashboardError as error:
        words = str(error)
        begins_with_file = "." in words.split(" ", maxsplit=1)[0]
        return None, words if begins_with_file else words[:1].upper() + words[1:]
    except Exception:
        logger.exception("A document could not be brought in")
        return None, "This could not be read, by a mistake in this program; the reason stands in the terminal."
