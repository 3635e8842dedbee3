"""The page's type: the letters of our faces that documents in Latin script use, within the page.

The faces are those of the pictures, Source Sans and Source Serif (Adobe, SIL Open Font License 1.1), cut down and under
a name of the page's own, as a document that holds its fonts; other scripts fall to what the reader's system has.
"""

from __future__ import annotations

import base64
import importlib.util
import io
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dashboard import config
from dashboard.fingerprint import fingerprint
from dashboard.on_disk import write_file

LETTERS = (*range(0x20, 0x250), *range(0x2010, 0x2060), 0x20AC, 0x2190, 0x2192, 0x2212, 0x2302)
"""Latin with its accents, punctuation, and the signs of our buttons."""
FEATURES = ("kern", "liga", "tnum", "mark", "ccmp")
LEGAL = (0, 13, 14)
"""Names kept within a face: copyright, licence and where that stands."""


class Face(NamedTuple):
    """A file of a font package, and what the style calls it."""

    package: str
    file: str
    family: str
    weight: int
    style: str = "normal"


FACES = (
    Face("font_source_sans_pro", "SourceSansPro-Regular.ttf", "Page Sans", 400),
    Face("font_source_sans_pro", "SourceSansPro-Semibold.ttf", "Page Sans", 600),
    Face("font_source_serif_pro", "SourceSerifPro-Regular.ttf", "Page Serif", 400),
    Face("font_source_serif_pro", "SourceSerifPro-Semibold.ttf", "Page Serif", 600),
    Face("font_source_serif_pro", "SourceSerifPro-It.ttf", "Page Serif", 400, "italic"),
)


@cache
def faces() -> str:
    """The faces as rules of style; a package that is missing is passed over, and the system's type takes its place."""
    return "".join(_rule(face, path) for face in FACES if (path := _file_of(face)))


def _file_of(face: Face) -> Path | None:
    spec = importlib.util.find_spec(face.package)
    path = Path(spec.origin).parent / "files" / face.file if spec and spec.origin else None
    return path if path and path.exists() else None


def _rule(face: Face, path: Path) -> str:
    data = base64.b64encode(_cut(path)).decode("ascii")
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}\n"
    )


def _cut(path: Path) -> bytes:
    """The face with our letters only; made once and kept, for it takes a second."""
    mark = fingerprint([path, Path(__file__)])[:16]
    kept = config.BUILD / "type" / f"{path.stem}-{mark}.woff2"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_file(kept, _subset(path))
    return kept.read_bytes()


def _subset(path: Path) -> bytes:
    from fontTools import subset

    options = subset.Options(
        flavor="woff2", layout_features=list(FEATURES), name_IDs=list(LEGAL), hinting=False, notdef_outline=True
    )
    out = io.BytesIO()
    with subset.load_font(str(path), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=LETTERS)
        subsetter.subset(font)
        subset.save_font(font, out, options)
    return out.getvalue()
