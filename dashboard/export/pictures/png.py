"""A description within a PNG, where programs that manage or read out pictures look for it."""

from __future__ import annotations

import struct
import zlib

_HEADER_END = 33
"""Signature and first chunk, IHDR (PNG 1.2, 3.2 and 4.1.1)."""


def described(png: bytes, text: str) -> bytes:
    """The same picture with a text as its Description (an iTXt chunk, PNG 1.2, 4.2.3.3)."""
    content = b"iTXt" + b"Description\0\0\0\0\0" + text.encode("utf-8", "replace")
    chunk = struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))
    return png[:_HEADER_END] + chunk + png[_HEADER_END:]
