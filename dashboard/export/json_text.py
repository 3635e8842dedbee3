"""JSON written piece by piece, for forms that hold one object with one long list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from msgspec.json import encode

from dashboard.export.cells import clean


def dumped(value: object) -> bytes:
    """A value as JSON in UTF-8, in the letters it is written in; lone surrogates are dropped."""
    try:
        return encode(value)
    except UnicodeEncodeError:  # msgspec is several times quicker, but takes no lone surrogates
        return clean(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))).encode()


def streamed(head: Mapping[str, Any], name: str, items: Iterable[object], closing: str = "}") -> Iterator[bytes]:
    """An object of the members of `head` and, last, a list of items, one a line.

    A member of `head` that is an iterator is a list, too, never held as a whole.
    """
    opening = "{"
    for member, value in head.items():
        yield f'{opening}"{member}":'.encode()
        yield from listed(value) if isinstance(value, Iterator) else (dumped(value),)
        opening = ","
    yield f'{opening}"{name}":'.encode()
    yield from listed(items, line="\n")
    yield f"{closing}\n".encode()


def listed(items: Iterable[object], line: str = "") -> Iterator[bytes]:
    """A list, one item after the other."""
    yield b"["
    before = line.encode()
    for item in items:
        yield before + dumped(item)
        before = f",{line}".encode()
    yield f"{line}]".encode()


def urn(*names: str) -> str:
    """A name in the form linked data wants: the same for the same event, document or place, and nobody else's."""
    return uuid5(NAMESPACE_URL, "diplomatic-documents/" + "/".join(names)).urn
