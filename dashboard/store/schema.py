"""The schema: the statements that lay out an atlas, and a version that changes whenever they do."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

_COMMENT = re.compile(r"--[^\n]*")
SCHEMA = (Path(__file__).parent / "schema.sql").read_text("utf-8")


def version_of(statements: str) -> str:
    """A short text that changes with the statements, not with what is said of them or where lines end."""
    plain = " ".join(_COMMENT.sub("", statements).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


SCHEMA_VERSION = version_of(SCHEMA)
"""An atlas of another version is asked to be made anew."""
