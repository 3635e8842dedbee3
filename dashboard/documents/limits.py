"""How much we read: enough for any paper, too little to bring a machine down."""

from __future__ import annotations

from pathlib import Path

from dashboard.errors import DocumentError

MOST_BYTES = 64_000_000
"""A file that has to be read at once; volumes of TEI and lines of JSON come in parts and may be larger in all."""
MOST_CHARACTERS = 20_000_000
"""The text of one document."""
MOST_FILES = 20_000
"""Files in one archive, those of archives within it included."""
MOST_UNPACKED = 2_000_000_000
"""Bytes of an archive unpacked, in all."""
MOST_RATIO = 200
"""How many times its packed size a file may grow: texts pack to a tenth, bombs to a thousandth."""
LEAST_SUSPICIOUS = 4_000_000
"""Bytes below which the ratio does not matter."""
MOST_DEPTH = 3
"""Archives within archives."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises DocumentError where there is no such file, it may not be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DocumentError(f"{path} cannot be opened ({error.strerror}); check its name and permissions.") from error
    if len(data) > MOST_BYTES:
        raise DocumentError(
            f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB; cut it into its documents and add those."
        )
    return data


def check_length(text: str, *, name: str) -> None:
    """Raise DocumentError where a document is longer than any paper."""
    if len(text) > MOST_CHARACTERS:
        raise DocumentError(
            f"{name} is longer than {MOST_CHARACTERS // 1_000_000} million characters; "
            "cut it into its documents and add those."
        )
