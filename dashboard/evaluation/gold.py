"""The labelled documents that the engine is measured against, in sets: the project's own, or any folder like them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard import config
from dashboard.documents.jsonl import JsonLines
from dashboard.documents.plain_text import PlainText
from dashboard.errors import GoldError
from dashboard.evaluation.labels import Labels, labels_from_row
from dashboard.evaluation.passages import read_passages
from dashboard.model import Document

GOLD = config.DATA / "gold"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document and what a person labelled in it."""

    document: Document
    labels: Labels
    hazard: str = ""
    """What the passage tests and why; empty for a whole document."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Labelled documents that are scored together."""

    name: str
    documents: tuple[Labelled, ...]


def read_gold(folder: Path = GOLD) -> list[GoldSet]:
    """The project's own two sets, or the one set of a folder with documents.jsonl and gold.jsonl; raises GoldError."""
    if (folder / "gold.jsonl").exists():
        return [GoldSet(folder.name, tuple(_read_jsonl(folder)))]
    if not (folder / "passages").is_dir():
        raise GoldError(
            f"{folder} holds no labelled documents; name a folder with documents.jsonl and gold.jsonl, "
            "or one made like data/gold."
        )
    passages = (Labelled(each.document, each.labels, each.hazard) for each in read_passages(folder))
    return [
        GoldSet("default documents", tuple(_read_default(folder / "default_documents.jsonl"))),
        GoldSet("passages", tuple(passages)),
    ]


def _read_default(path: Path) -> Iterable[Labelled]:
    """The documents shipped as the default, read as bare text: what the catalogue knows is not told."""
    for row in _rows(path):
        (document,) = PlainText().read(config.DATA / "documents" / f"{row['id']}.txt")
        yield Labelled(document, _labels(row, document))


def _read_jsonl(folder: Path) -> Iterable[Labelled]:
    documents = {document.id: document for document in JsonLines().read(folder / "documents.jsonl")}
    for row in _rows(folder / "gold.jsonl"):
        if row["id"] not in documents:
            raise GoldError(f"gold.jsonl labels “{row['id']}”, which documents.jsonl does not hold; add its text.")
        document = documents[row["id"]]
        yield Labelled(document, _labels(row, document))


def _labels(row: dict[str, Any], document: Document) -> Labels:
    try:
        return labels_from_row(row, document.text)
    except (KeyError, TypeError) as error:
        raise GoldError(
            f"The labels of {document.id} do not have the form of data/schema/gold.json: {error} is wrong."
        ) from error


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
    except OSError as error:
        raise GoldError(f"{path} cannot be opened ({error.strerror}); a folder of gold holds it.") from error
    except json.JSONDecodeError as error:
        raise GoldError(f"{path.name} is not JSON lines ({error}); write one object a line.") from error
    if not all(isinstance(row, dict) and "id" in row for row in rows):
        raise GoldError(f"{path.name} has a line without an id; each line is an object that names its document.")
    return rows
