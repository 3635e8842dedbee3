"""Scripts: what the browser runs, put together as it is sent, then type-checked and linted by Deno (`make lint`).

A name that no file of a script declares, a property that nothing has, a call with what nobody takes: the browser would
say so to the reader who comes that way. What Deno finds is told by the line of our file, not of the whole.

python -m tests.scripts
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from deno import find_deno_bin
from streamlit.logger import set_log_level

from dashboard import components, config
from dashboard.components import assets
from dashboard.export.page import page
from dashboard.static_files import BROWSER, SCRIPTS

HERE = Path(__file__).parent
SETTINGS = HERE / "scripts.json"
TYPES = HERE / "scripts.d.ts"
UNUSED = "no-unused-vars"
_MISTAKE = re.compile(
    r"^(?:error: )?(?P<code>TS\d+) \[ERROR\]: (?P<words>.+?)\n\s+at (?P<file>file://\S+?):(?P<line>\d+):\d+$",
    re.MULTILINE | re.DOTALL,
)
_NO_SCRIPT = re.compile(
    r"^error: SyntaxError: (?P<words>[^\n]+).*?\n\s+at (?P<file>file://\S+?):(?P<line>\d+):\d+(?P<code>)$",
    re.MULTILINE | re.DOTALL,
)
_SHOWN = re.compile(r"\n(?!  Property)[^\n]*")


@dataclass(frozen=True, slots=True)
class Script:
    """What one page or component runs: files, one after the other."""

    name: str
    files: tuple[Path, ...]
    head: str = ""
    """What is put before them by the program."""

    @property
    def text(self) -> str:
        """As the browser gets it, but for a first line on what it finds there."""
        files = (file.read_text("utf-8") for file in self.files)
        return "\n".join((f'/// <reference path="./{TYPES.name}" />', self.head, *files))

    def at(self, line: int) -> tuple[Path, int]:
        """The file that a line of the whole comes from, and which line of it that is."""
        begins = [2 + self.head.count("\n") + 1]
        for file in self.files:
            begins.append(begins[-1] + file.read_text("utf-8").count("\n") + 1)
        number = max(0, bisect_right(begins, line) - 1)
        return self.files[number], line - begins[number] + 1


class Mistake(NamedTuple):
    """Something that is wrong in a script."""

    file: Path
    line: int
    code: str
    words: str

    def __str__(self) -> str:
        return f"{os.path.relpath(self.file, config.ROOT)}:{self.line}: {self.words} ({self.code})"


def all_scripts() -> Iterator[Script]:
    """Those of every component, the map and the page that is exported."""
    for module in pkgutil.iter_modules(components.__path__):
        importlib.import_module(f"{components.__name__}.{module.name}")
    for name, files in assets.REGISTERED.items():
        yield Script(name, files, head='const STYLE = "";\nconst SHAPES = {};')
    yield Script("map", tuple(BROWSER / name for name in SCRIPTS))
    yield Script("page", (*page.SHARED, *(page.BROWSER / name for name in page.SCRIPTS)))


def mistakes(scripts: Sequence[Script]) -> list[Mistake]:
    """What is wrong in the scripts, each thing once, in order of file and line."""
    with tempfile.TemporaryDirectory(prefix="scripts-") as folder:
        shutil.copy(TYPES, folder)
        for script in scripts:
            (Path(folder) / f"{script.name}.js").write_text(script.text, "utf-8")
        found = [*_checked(scripts, Path(folder)), *_linted(scripts, Path(folder))]
    return sorted(set(found))


def _checked(scripts: Iterable[Script], folder: Path) -> Iterator[Mistake]:
    """What the types say; raises RuntimeError where they could not be asked."""
    by_name = {script.name: script for script in scripts}
    done = _deno("check", "--no-remote", "--no-npm", *(f"{folder / name}.js" for name in by_name))
    found = list(_MISTAKE.finditer(done.stderr)) or list(_NO_SCRIPT.finditer(done.stderr))
    if bool(done.returncode) != bool(found) or not {Path(each["file"]).stem for each in found} <= by_name.keys():
        raise RuntimeError(f"Deno could not check the scripts: {done.stderr}")
    for each in found:
        file, line = by_name[Path(each["file"]).stem].at(int(each["line"]))
        yield Mistake(file, line, each["code"] or "syntax", _SHOWN.sub("", each["words"]))


def _linted(scripts: Sequence[Script], folder: Path) -> Iterator[Mistake]:
    """What the linter says of what can be read; what one script leaves unused of a file that it shares is used by
    another.
    """
    by_name = {script.name: script for script in scripts}
    told = json.loads(_deno("lint", "--json", *(f"{folder / name}.js" for name in by_name)).stdout)
    found: Counter[Mistake] = Counter()
    for each in told["diagnostics"]:
        file, line = by_name[Path(each["filename"]).stem].at(each["range"]["start"]["line"])
        found[Mistake(file, line, each["code"], each["message"])] += 1
    read = Counter(file for script in scripts for file in script.files)
    yield from (each for each, times in found.items() if each.code != UNUSED or times == read[each.file])


def _deno(command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    settings = {"DENO_DIR": str(config.BUILD / "deno"), "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    return subprocess.run(
        [find_deno_bin(), command, "--config", str(SETTINGS), *arguments],
        env=os.environ | settings, capture_output=True, text=True, check=False,
    )  # fmt: skip


def main() -> int:
    """Print what is wrong; 1 where anything is."""
    set_log_level("error")  # it misses a browser
    scripts = list(all_scripts())
    found = mistakes(scripts)
    for each in found:
        print(each)
    print(f"{len(scripts)} scripts: {len(found)} mistakes")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
