"""Tables: the CSV files of data/ as rows of named cells, every wrong row a sentence that names it."""

from __future__ import annotations

import csv
from pathlib import Path

from dashboard.errors import VocabularyError


def read_rows(path: Path, columns: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file with a header row, which must name just these columns; raises VocabularyError."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines, strict=True)
            if tuple(reader.fieldnames or ()) != columns:
                raise VocabularyError(f"{path.name} has the columns {reader.fieldnames}; it needs {list(columns)}.")
            found = []
            for row in reader:
                if None in row or None in row.values():
                    raise VocabularyError(f"{path.name}, line {reader.line_num}: not {len(columns)} cells.")
                found.append({key: value.strip() for key, value in row.items()})
    except OSError as error:
        raise VocabularyError(f"{path} cannot be read ({error.strerror}); restore it from version control.") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path.name} cannot be read ({error}); write it as CSV in UTF-8.") from error
    return tuple(found)
