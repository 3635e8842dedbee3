"""Behind and ahead: work done in a thread of its own, one piece after the other, while this one goes on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

Given = ParamSpec("Given")
Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Behind:
    """One piece of work is under way at most, so that memory does not grow; what goes wrong in it is raised here."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._under_way: Future[object] | None = None

    def do(self, act: Callable[Given, object], *given: Given.args, **named: Given.kwargs) -> None:
        """Have it done once the piece before is; raises what that raised."""
        self.wait()
        self._under_way = self._pool.submit(act, *given, **named)

    def wait(self) -> None:
        """Wait until all is done; raises what the last piece raised."""
        if self._under_way:
            self._under_way.result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self.wait()
        finally:
            self._pool.shutdown()


def one_ahead(act: Callable[[Item], Answer], items: Iterable[Item]) -> Generator[Answer, None, None]:
    """The answers for the items in order: while one is used the next is worked out, and no more than that."""
    with ThreadPoolExecutor(1) as pool:
        waiting: Future[Answer] | None = None
        for item in items:
            coming = pool.submit(act, item)
            if waiting:
                yield waiting.result()
            waiting = coming
        if waiting:
            yield waiting.result()
