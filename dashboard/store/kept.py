"""What was found before a reader corrected it, kept beside the atlas: a correction need not read the documents again.

One JSON object a line: what belongs to no document, then the documents with their mentions, then the merged events.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dashboard.errors import AtlasError
from dashboard.model import Annotations, Event
from dashboard.store.codec import decode, encode
from dashboard.store.findings import Findings
from dashboard.store.folder import current_build
from dashboard.store.search import REBUILD


def keep(path: Path, found: Findings) -> None:
    """Write the findings to a file; the labels are left to whoever reads them."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in _lines(found))


def _lines(found: Findings) -> Iterator[str]:
    head = {"documents": len(found.annotations), "checked": dict(found.checked), "problems": list(found.problems)}
    yield json.dumps(head, ensure_ascii=False)
    for each in found.annotations:
        yield encode(replace(each, events=()))
    yield from map(encode, found.events)


def kept(folder: Path) -> Findings:
    """What the current build was made from; raises AtlasError where it was not kept or cannot be read."""
    build = current_build(folder)
    if build is None or not build.found.exists():
        raise AtlasError(f"The atlas in {folder} cannot be corrected: it does not hold what was found; {REBUILD}")
    try:
        with build.found.open(encoding="utf-8", newline="\n") as file:  # U+2028 and the like end no line here
            head, *lines = file
        said = json.loads(head)
        annotations = [decode(Annotations, line) for line in lines[: said["documents"]]]
        events = [decode(Event, line) for line in lines[said["documents"] :]]
        return Findings(annotations, events, checked=said["checked"], problems=said["problems"])
    except (ValueError, KeyError, TypeError) as error:
        raise AtlasError(f"What the atlas in {folder} was made from is damaged ({error}); {REBUILD}") from error
