"""An atlas whose titles, places and texts try to run, to end an element, or to be no text at all."""

from dataclasses import replace
from pathlib import Path

from dashboard.store.save import save
from tests.gold_atlas import gold_findings

TEXTS = (
    "</text><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "{{ 7 * 7 }} ${7*7} datum.title",
    "\"quoted\" & 'single' url(#clip0)",
    "null\0 bell\x07 \ufffe \u202egnp.exe",
    "A" * 400,
    "шляхи 東京 🕊",
    "=cmd|' /C calc'!A0",
)
"""Each in place of a title, a place's name, a document's title and its editors in turn."""


def build_hostile_atlas(folder: Path) -> Path:
    """The default documents under other names; offsets and texts stay."""
    findings = gold_findings()
    words = [TEXTS[at % len(TEXTS)] for at in range(len(findings.events))]
    events = [
        replace(
            event,
            title=word,
            places=tuple(replace(place, name=word, as_written=word) for place in event.places),
        )
        for event, word in zip(findings.events, words, strict=True)
    ]
    annotations = [
        replace(
            each,
            document=replace(
                each.document,
                title=TEXTS[at],
                record=replace(each.document.record, editors=TEXTS[at + 1], url="javascript:alert(1)"),
            ),
        )
        for at, each in enumerate(findings.annotations)
    ]
    save(folder, replace(findings, events=events, annotations=annotations), fingerprint="hostile")
    return folder
