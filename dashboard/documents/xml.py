"""XML from anywhere, read without entities, network or DTDs, a part at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from dashboard.errors import DocumentError, EmptyDocument, UnreadableText

_PIECE = 1 << 16
"""Bytes handed to the parser at once."""


def walk(path: Path, tags: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """Yield ("start" or "end", element) for the tags given; raises DocumentError, after what stood before the fault.

    The caller clears what it is done with, so that memory stays with the part and not with the file.
    """
    parser = etree.XMLPullParser(
        ("start", "end"), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    fault, held = None, 0
    try:
        with path.open("rb") as file:
            while fault is None and (piece := file.read(_PIECE)):
                held += len(piece.strip())
                fault = _feed(parser, piece)
                yield from _checked(parser, path.name)
            fault = fault or _close(parser)
    except OSError as error:
        raise DocumentError(f"{path} cannot be read ({error.strerror}); check its name and permissions.") from error
    if not held:
        raise EmptyDocument(f"{path.name} is empty; add a file with the words of a document.")
    if fault:
        raise _explained(fault, path.name)


def _feed(parser: Any, piece: bytes) -> Any:
    """Parse a piece; the entry of the parser's log on the fault where there is one."""
    try:
        parser.feed(piece)
    except etree.XMLSyntaxError as error:
        return _first_fault(parser) or error
    return None


def _close(parser: Any) -> Any:
    """End the file; the fault where it breaks off. An `xml:id` given twice is none: readers tell such parts apart."""
    try:
        parser.close()
    except etree.XMLSyntaxError as error:
        fault = _first_fault(parser)
        return None if fault is None and error.code == etree.ErrorTypes.DTD_ID_REDEFINED else fault or error
    return None


def _first_fault(parser: Any) -> Any:
    """The first fatal entry of the parser's log."""
    return next(iter(parser.feed_error_log.filter_from_fatals()), None)


def _checked(parser: Any, name: str) -> Iterator[tuple[str, Any]]:
    """What has been parsed; raises UnreadableText where the file declares entities.

    They can grow without bound or name other files; the parser leaves them alone, and so do we.
    """
    for event, element in parser.read_events():
        declared = element.getroottree().docinfo.internalDTD if element.getparent() is None else None
        if declared is not None and any(True for _ in declared.iterentities()):
            raise UnreadableText(
                f"{name} declares entities, which are never read; save it with the characters themselves "
                "and add it again."
            )
        yield event, element


def _explained(fault: Any, name: str) -> DocumentError:
    """The parser's complaint as a sentence."""
    reason = str(getattr(fault, "message", "") or fault).split(", line ")[0].split("\n")[0].rstrip(". ")
    where = f"line {getattr(fault, 'line', 0) or getattr(fault, 'lineno', 0)}: {reason}"
    if "ntity" in reason:
        return UnreadableText(
            f"{name} uses entities ({where}), which are never read; save it with the characters themselves "
            "and add it again."
        )
    if "limit exceeded" in reason or "depth" in reason:
        return UnreadableText(
            f"{name} is nested more deeply, or longer in one stretch, than any edition ({where}); "
            "cut it into its documents."
        )
    return UnreadableText(f"{name} is no well-formed XML ({where}); mend it there and add it again.")
