"""The reader of TEI; everything heavy is imported when a file is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dashboard.documents.base import Reader
from dashboard.model import Document


class Tei(Reader):
    """Reads .xml: one document for each `div type="document"`, else the whole text as one.

    The id is VOLUME/ID: `xml:id` of the file, or its name without suffix, and `xml:id` of the `div`
    (“frus1861/d202”); a `div` without one is counted within the part it stands in (“frus1861/messages-1”). One that
    stands in another is an enclosure to it: it follows that document, which keeps a line in its place, and is called
    after it (“frus1861/d202-enclosure-1”). Other enclosures (`frus:attachment`) are parts of their document.
    """

    suffixes = (".xml",)

    def read(self, path: Path) -> Iterator[Document]:
        """Yield the documents in order, one at a time; raises DocumentError, after those before it were given."""
        from dashboard.documents.tei.volume import read_volume

        yield from read_volume(path)
