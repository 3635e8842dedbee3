"""The values of the model as JSON and back: what stands at its default is left out."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, TypeVar

from msgspec.json import Decoder

T = TypeVar("T")


def encode(value: object) -> str:
    """A dataclass of the model as one line of JSON; any text passes, also what UTF-8 cannot hold."""
    return _WRITER.encode(_plain(value))


def decode(kind: type[T], line: str) -> T:
    """The value of a type that `encode` wrote; raises ValueError (msgspec.ValidationError) for what is none."""
    wanted: Any = kind  # mypy counts no type[T] as hashable
    value: T = _decoder(wanted).decode(line)
    return value


@cache
def _decoder(kind: Any) -> Decoder[Any]:
    """What reads values of this type; worked out once a type."""
    return Decoder(kind)


_WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_ATOMS = frozenset((str, int, float, bool, NoneType))


def _plain(value: object) -> object:
    """The value as JSON has it; fields that keep their default are left out."""
    kind: Any = type(value)
    if plan := _plan(kind):
        written = {}
        for name, default in plan:  # a loop, since this is done for every event and name
            part = getattr(value, name)
            if part is not default and part != default:
                written[name] = part if type(part) in _ATOMS else _plain(part)
        return written
    if isinstance(value, list | tuple):
        return [part if type(part) in _ATOMS else _plain(part) for part in value]
    return value


@cache
def _plan(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with their defaults; worked out once a type. Empty for anything else."""
    return tuple((each.name, each.default) for each in fields(kind) if each.init) if is_dataclass(kind) else ()
