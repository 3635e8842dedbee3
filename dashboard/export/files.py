"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dashboard.errors import ExportError
from dashboard.uncollected import uncollected


def write_file(path: Path, content: bytes | Iterator[bytes]) -> None:
    """Put the content into the file, which appears (or replaces an older one) only when all of it is there.

    Raises ExportError where it cannot be written. Whatever ends it early leaves no file behind.
    """
    parts = iter((content,)) if isinstance(content, bytes) else content
    if path.is_dir():
        raise ExportError(f"{path} is a folder; give the name of a file in --out.")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as out, uncollected():
            out.writelines(parts)
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise _unwritable(path, error) from error
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """What a new file may not be; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> ExportError:
    return ExportError(f"{path} cannot be written ({error.strerror}); give another --out.")
