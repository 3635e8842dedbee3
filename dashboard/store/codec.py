"""The values of the model as JSON and back: what stands at its default is left out."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: object) -> str:
    """A dataclass of the model as one line of JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], line: str) -> T:
    """The value of a type that `encode` wrote."""
    return _read(kind, json.loads(line))  # type: ignore[no-any-return]  # the type is only known at run time


def _plain(value: object) -> object:
    if is_dataclass(value):
        kept = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        defaults = {field.name: field.default for field in fields(value) if field.default is not MISSING}
        return {name: _plain(part) for name, part in kept.items() if name not in defaults or part != defaults[name]}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        if data is None:
            return None
        (kind,) = (part for part in get_args(kind) if part is not NoneType)
        return _read(kind, data)
    if origin is tuple:
        return tuple(_read(get_args(kind)[0], part) for part in data)
    if not isinstance(kind, type):
        return data
    if is_dataclass(kind):
        return kind(**{name: _read(_hints(kind)[name], part) for name, part in data.items()})
    if issubclass(kind, tuple):  # a named tuple
        make: Any = kind
        return make(*(_read(hint, part) for hint, part in zip(_hints(kind).values(), data, strict=True)))
    made: Any = kind
    return made(data)
