"""Names: what keys, countries and documents are called in an atlas."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.datewords import in_words
from dashboard.queries.filters import Label, plain_label
from dashboard.store.atlas import Atlas


def labels(atlas: Atlas, field: str) -> dict[str, str]:
    """What the keys of a field (topics, countries) are called; countries under the name of the documents' time."""
    return dict(atlas.rows("SELECT key, label FROM labels WHERE field = ? ORDER BY label", [field]))


def label_of(atlas: Atlas) -> Label:
    """What a value of any field is called in this atlas; a document's title is looked up when it is asked for."""
    named = atlas.columns.labels

    def label(field: str, key: str) -> str:
        title = titles(atlas, (key,)).get(key) if field == "documents" else ""
        return f"“{title}”" if title else named.get((field, key)) or plain_label(field, key)

    return label


def titles(atlas: Atlas, ids: Sequence[str]) -> dict[str, str]:
    """The titles of these documents, by id; those without a title are left out."""
    statement = "SELECT id, title FROM documents WHERE title <> '' AND id IN (SELECT unnest(?::VARCHAR[]))"
    return dict(atlas.rows(statement, [list(ids)]))


def dates(atlas: Atlas, ids: Sequence[str]) -> dict[str, str]:
    """The dates of these documents in words, by id; those without a date are left out."""
    statement = "SELECT id, edtf FROM documents WHERE edtf <> '' AND id IN (SELECT unnest(?::VARCHAR[]))"
    return {document_id: in_words(edtf) for document_id, edtf in atlas.rows(statement, [list(ids)])}
