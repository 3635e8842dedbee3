"""What is written about the code is one text in one place: nothing is left over from a joining of lines or a move."""

from __future__ import annotations

import ast
from itertools import pairwise

import pytest

from dashboard import config

FILES = sorted((config.ROOT / "dashboard").rglob("*.py"))


def is_text(statement: ast.stmt) -> bool:
    """Whether a statement is nothing but words."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


@pytest.mark.parametrize("part", sorted({path.parent for path in FILES}), ids=lambda path: path.name)
def test_texts_are_whole_and_stand_alone(part) -> None:
    for path in (each for each in FILES if each.parent == part):
        blocks = [node.body for node in ast.walk(ast.parse(path.read_text("utf-8")))
                  if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]  # fmt: skip
        for body in blocks:
            texts = [str(each.value.value) for each in body if is_text(each)]
            torn = [text for text in texts for line in text.splitlines() if line.lstrip().startswith('" ')]
            assert not torn, f"{path}: a quotation mark of the source"
            assert not any(is_text(one) and is_text(other) for one, other in pairwise(body)), f"{path}: two in a row"
