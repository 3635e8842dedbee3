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
from dashboard.errors import DashboardError
from dashboard.pipeline import OwnFile, Progress
from dashboard.pipeline.progress import Watch

MOST_FILES = 50
"""Files dropped at once; more of them are a matter of the command line."""
_TOO_MANY = f"Only the first {MOST_FILES} files were read; for a whole series: python -m dashboard import FOLDER"
MOST_REFUSED = 100
SUFFIXES = [suffix for reader in READERS for suffix in reader.suffixes]


class Incoming(NamedTuple):
    """What the reader brings in; it stands in no address."""

    turn: int = 0
    """Rises when the fields are emptied: when what was in them has been read."""
    looked_at: tuple[str, ...] = ()
    """The uploads that were read or refused, by Streamlit's ids."""
    read: tuple[tuple[str, int], ...] = ()
    """What was read at one go: its name, and how many events it tells."""
    said: str = ""
    """What became of it, or of what was taken out: said last, and once the reading is over."""
    refused: tuple[tuple[str, str], ...] = ()
    """What was not to be read or taken out, and the sentence why; kept until it is, or the reader has seen it."""
    newest: str = ""
    """The file that came in last."""

    def answered(self, what: str, problem: str = "") -> Incoming:
        """The same with this in the place of what was said of the same thing before."""
        others = tuple(each for each in self.refused if each[0] != what)
        return self._replace(refused=(*others, (what, problem))[-MOST_REFUSED:] if problem else others)


KEY = "bring_in"
PASTED, SERIES = "pasted text", "series"


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

        bar = st.progress(0.0, text="Reading …")
        _take(PASTED, bring, partial(_show, bar, 0, 1))
        bar.empty()
        _finish(empty=bool(incoming().read))


def _file_field(turn: int) -> None:
    """The field for files, which is empty again once they were looked at.

    The one that was emptied last stays on the page, unseen: what is dropped while it is emptied still arrives there.
    """
    types = [suffix.lstrip(".") for suffix in SUFFIXES]
    with st.container(key="file-fields"):
        *before, field = (
            st.file_uploader("Or drop files", type=types, accept_multiple_files=True, key=f"files-{each}")
            for each in range(max(0, turn - 1), turn + 1)
        )
    st.markdown(
        ":small[Plain text, TEI, saved web pages, PDF with a text layer, Word (.docx), JSON lines, or a .zip of these, "
        "up to 50 MB each. They are read and kept on this machine, and go nowhere else.]"
    )
    known = incoming().looked_at
    dropped = [each for files in (*before, field) for each in files[:MOST_FILES]]
    uploads = [each for each in dropped if each.file_id not in known]
    if uploads or field:  # all of it may have been read when the page was begun anew
        _take_files(uploads)
        remember(incoming().answered(SERIES, _TOO_MANY if len(field) > MOST_FILES else ""))
        _finish(empty=bool(field))


def _take_files(uploads: Sequence[Any]) -> None:
    """Read each file. One dropped meanwhile begins the page anew; what was read by then is not read twice."""
    bar = st.progress(0.0, text="Reading …")
    for number, upload in enumerate(uploads):
        _take(upload.name, _adding(upload), partial(_show, bar, number, len(uploads)))
        now = incoming()
        remember(now._replace(looked_at=(*now.looked_at, upload.file_id)[-2 * MOST_FILES :]))
    bar.empty()


def _adding(upload: Any) -> Bring:
    """Brings in one dropped file."""
    return lambda watch: changing.add_file(upload.name, upload.getvalue(), watch=watch)


def _take(what: str, bring: Bring, watch: Watch) -> None:
    """Read one thing, and remember what became of it."""
    file, problem = _attempt(what, bring, watch)
    now = incoming().answered(what, problem)
    now = now._replace(read=() if now.said else now.read, said="")
    if file:
        events = sum(each.tally.events for each in file.documents)
        now = now._replace(read=(*now.read, (what, events)), newest=file.name)
    remember(now)


def _finish(*, empty: bool) -> None:
    """Say what was read; where the fields are to be empty, draw the page anew with new ones."""
    now = incoming()
    remember(now._replace(turn=now.turn + empty, said=_in_words(now.read)))
    if empty:
        st.rerun()


def _in_words(read: Sequence[tuple[str, int]]) -> str:
    """What was read at one go, in a sentence; empty for nothing."""
    if not read:
        return ""
    name, several = read[0][0], len(read) > 1
    what = f"{len(read):,} files were" if several else f"{'The text' if name == PASTED else name} was"
    if any(events for _, events in read):
        return f"{what} read; {'their' if several else 'its'} events are in the views."
    return f"{what} read, but no event was found in {'them' if several else 'it'}."


def _show(bar: Any, number: int, things: int, progress: Progress) -> None:
    """How far the reading is: so many of the things are done, and so many documents of this one."""
    done = progress.documents >= progress.expected
    share = (number + progress.documents / max(1, progress.expected)) / things
    of = f"File {number + 1:,} of {things:,}: " if things > 1 else ""
    bar.progress(min(1.0, share), text=f"{of}{'joining the other documents …' if done else progress}")


def _attempt(what: str, bring: Bring, watch: Watch) -> tuple[OwnFile | None, str]:
    """What came in, or the sentence why nothing did."""
    try:
        return bring(watch), ""
    except DashboardError as error:
        words = str(error)
        return None, words if words.startswith(what) else words[:1].upper() + words[1:]
    except Exception:
        logger.exception("A document could not be brought in")
        return None, "This could not be read, by a mistake in this program; the reason stands in the terminal."
