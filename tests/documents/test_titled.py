"""A name for a document without one: its subject line, else its heading, and nothing that names no paper."""

from __future__ import annotations

import pytest

from dashboard.documents.titled import titled
from dashboard.model import Document

PROSE = "On March 3, 1946, the Vice Consul reported that columns had left the town for the south.\n"
HEADS = [
    ("MEMORANDUM\n\nSubject:  Soviet  troops in Iran\n\nTehran, December 20, 1946\n\n", "Soviet troops in Iran"),
    ("RE: The oil of Baku\n\n", "The oil of Baku"),
    ("317\nThe Minister in Estonia (Root) to the Secretary of State\nTallinn, June 3, 1924.\n\n",
     "The Minister in Estonia (Root) to the Secretary of State"),
    ("No. 31.\nMr. Fane to Earl Granville.\n(Confidential.)\nVienna, May 4, 1871.\n\n", "Mr. Fane to Earl Granville"),
    ("The note was handed to the Envoy.\n\n", ""),  # a sentence
    ("MEMORANDUM\n\nTehran, December 20, 1946\n\n", ""),  # one of many
    ("My dear Mr. Secretary:\n\n", ""),  # a salutation
    ("", ""),  # prose from the first line on
    (f"Subject: {'troops ' * 30}\nNotes of a talk\n\n", ""),  # as long as a paragraph
    ("Subject: <img src=x onerror=alert(1)>\n\n", "<img src=x onerror=alert(1)>"),  # letters, as every title
]  # fmt: skip


@pytest.mark.parametrize(("head", "title"), HEADS)
def test_the_head_of_a_document_names_it(head: str, title: str) -> None:
    assert titled(Document("d", head + PROSE)).title == title


def test_a_subject_within_the_text_is_none() -> None:
    assert titled(Document("d", f"{PROSE}Subject: other things\n{PROSE}")).title == ""


def test_a_title_that_it_came_with_stays() -> None:
    document = Document("d", f"Subject: Iran\n\n{PROSE}", title="Telegram 317")
    assert titled(document) is document
