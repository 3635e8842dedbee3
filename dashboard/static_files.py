"""What the browser fetches from this machine, gathered into config.STATIC: Leaflet, the base map, our scripts, fonts.

Nothing of it is in version control; `prepare` is called at set-up and at every start, and copies only what changed.
"""

from __future__ import annotations

import csv
import filecmp
import hashlib
import importlib.util
import json
import os
import shutil
from pathlib import Path

from dashboard import config
from dashboard.errors import StaticFileError

BASEMAP = config.DATA / "basemap"
BROWSER = config.ROOT / "dashboard" / "views" / "browser"
"""Scripts and style of the map, read by people; the browser gets them joined."""

SCRIPTS = ("basemap.js", "labels.js", "controls.js", "marks.js", "keys.js", "cells.js", "drawing.js", "event_map.js")
"""In the order in which they build on one another; joined behind Leaflet into map.js, because streamlit-folium fetches
one script after the other and the first view waits for each."""

FONTS = {
    "source-sans.woff2": "SourceSansVF-Upright.ttf.*.woff2",
    "source-serif-italic.woff2": "SourceSerifVariable-Italic.ttf.*.woff2",
}
"""Our name and the pattern of Streamlit's, whose names change from release to release; without them the map falls back
to the browser's own fonts."""


def prepare(target: Path = config.STATIC) -> None:
    """Bring the folder up to date; quick when nothing changed."""
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, source in _sources().items():
            _copy(source, target / name)
        for name, text in _texts().items():
            _write(target / name, text)
    except OSError as error:
        raise StaticFileError(
            f"The map’s files cannot be written to {target} ({error.strerror or error}). "
            "Make the folder writable, then start again."
        ) from error


def publish(name: str, text: str, target: Path = config.STATIC) -> str:
    """Write a script of our own components; answers with its address, which changes when the script does."""
    folder = target / "components"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / name, text)
    except OSError as error:
        raise StaticFileError(
            f"The scripts of the page cannot be written to {folder} ({error.strerror or error}). "
            "Make the folder writable, then start again."
        ) from error
    return f"app/static/components/{name}?v={hashlib.sha256(text.encode()).hexdigest()[:8]}"


def version(target: Path = config.STATIC) -> str:
    """Eight letters that change when a file does, so that no browser goes on with an old copy."""
    digest = hashlib.sha256()
    for path in sorted(target.glob("*.*")):
        digest.update(f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}\n".encode())
    return digest.hexdigest()[:8]


def _sources() -> dict[str, Path]:
    """Every file to copy: its name in the static folder, and where it comes from."""
    files = {name: BASEMAP / name for name in ("land.json", "borders.json")}
    media = _package("streamlit") / "static" / "static" / "media"
    for name, pattern in FONTS.items():
        if found := sorted(media.glob(pattern)):
            files[name] = found[0]
    return files


def _texts() -> dict[str, str]:
    """Every file made of others: the map's script and style, each with Leaflet's before ours, and the sea names."""
    leaflet = _package("xstatic.pkg.leaflet") / "data"
    parts = {
        "map.js": [leaflet / "leaflet.js", *(BROWSER / name for name in SCRIPTS)],
        "map.css": [leaflet / "leaflet.css", BROWSER / "event_map.css"],
    }
    joined = {name: "\n".join(path.read_text(encoding="utf-8") for path in paths) for name, paths in parts.items()}
    return joined | {"seas.json": json.dumps(_seas(), ensure_ascii=False)}


def _package(name: str) -> Path:
    """The folder of an installed package, found without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise StaticFileError(f"The package {name.split('.')[0]} is not installed. Run: make setup")
    return Path(spec.origin).parent


def _copy(source: Path, target: Path) -> None:
    """Copy unless size and time already agree; a reader never meets half a file."""
    if target.exists() and filecmp.cmp(source, target):
        return
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    shutil.copy2(source, fresh)
    fresh.replace(target)


def _write(target: Path, text: str) -> None:
    """Write unless the text is there already."""
    if target.exists() and target.read_text(encoding="utf-8") == text:
        return
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(target)


def _seas() -> list[list[str | float]]:
    """The sea names as rows of name, latitude, longitude, and how many kilometres the name may spread over."""
    with (BASEMAP / "seas.csv").open(encoding="utf-8", newline="") as lines:
        return [
            [row["name"], float(row["lat"]), float(row["lon"]), float(row["width_km"])] for row in csv.DictReader(lines)
        ]
