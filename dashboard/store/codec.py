"""The values of the model as JSON and back: what stands at its default is left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: object) -> str:
    """A dataclass of the model as one line of JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], line: str) -> T:
    """The value of a type that `encode` wrote."""
    wanted: Any = kind  # mypy counts no type[T] as hashable
    value: T = _reader(wanted)(json.loads(line))
    return value


def _plain(value: object) -> object:
    """The value as JSON has it; fields that keep their default are left out."""
    kind: Any = type(value)
    if kind in _ATOMS:
        return value
    if plan := _plan(kind):
        parts = ((name, getattr(value, name), default) for name, default in plan)
        return {name: _plain(part) for name, part, default in parts if part is not default and part != default}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


_ATOMS = frozenset((str, int, float, bool, NoneType))


@cache
def _plan(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with their defaults; worked out once a type. Empty for anything else."""
    return tuple((each.name, each.default) for each in fields(kind) if each.init) if is_dataclass(kind) else ()


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of this type of its JSON; worked out once a type, since an atlas holds many of each."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        read = _union_reader([part for part in get_args(kind) if part is not NoneType])
        return lambda data: None if data is None else read(data)
    if origin is tuple:
        each = _reader(get_args(kind)[0])
        return tuple if each is _as_it_is else lambda data: tuple([each(part) for part in data])
    if not isinstance(kind, type) or kind in (str, int, float, bool):
        return _as_it_is
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    if issubclass(kind, tuple):  # a named tuple
        parts = [_reader(hint) for hint in get_type_hints(kind).values()]
        make: Any = kind
        return lambda data: make(*[read(part) for read, part in zip(parts, data, strict=True)])
    if issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__  # several times quicker than a call of the class
    return kind


def _union_reader(kinds: list[Any]) -> Callable[[Any], Any]:
    """A reader for one type, or for several dataclasses: the one whose fields without a default are all there."""
    if len(kinds) == 1:
        return _reader(kinds[0])
    needed = [({each.name for each in fields(kind) if _is_needed(each)}, _reader(kind)) for kind in kinds]
    return lambda data: next(read for names, read in needed if names <= data.keys())(data)


def _is_needed(each: Field[Any]) -> bool:
    return each.init and each.default is MISSING


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    """A reader for values of this dataclass; fields left out take their default."""
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    parts = {name: read for name, read in readers.items() if read is not _as_it_is}

    pairs = tuple(parts.items())

    def read(data: dict[str, Any]) -> Any:
        for name, reader in pairs:
            if name in data:
                data[name] = reader(data[name])
        return kind(**data)

    return read


def _as_it_is(data: Any) -> Any:
    return data
