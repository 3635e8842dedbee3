"""Marked: mentions the mark-up of the file gives take the place of what the words alone suggest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.model import Mention


def with_marked(found: Sequence[Mention], marked: Sequence[Mention], *, widen: bool = False) -> tuple[Mention, ...]:
    """Both in order, without those found that overlap a marked one.

    With `widen`, a marked mention takes the span of the one found around it: “Mr. Seward”, of which the mark-up has
    “Seward”. Both lists are in order and neither overlaps itself.
    """
    out: list[Mention] = []
    at = 0
    for mark in marked:
        while at < len(found) and found[at].end <= mark.start:
            out.append(found[at])
            at += 1
        around = None
        while at < len(found) and found[at].start < mark.end:
            if found[at].start <= mark.start and mark.end <= found[at].end:
                around = found[at]
            at += 1
        if out and out[-1].end > mark.start:
            continue
        out.append(replace(around, value=mark.value) if around and widen else mark)
    return (*out, *found[at:])
