"""The README says nothing that does not run: its commands are run, print what it says, its files and pictures exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXTS = (ROOT / "README.md", ROOT / "data" / "README.md", ROOT / "dashboard" / "app_pages" / "embedding.md")
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
PRINTED = re.compile(
    r"^\$ (?P<command>[^\n]*)\n```\n(?:(?!```|#)[^\n]*\n)*```text\n(?P<printed>.*?)^```", re.MULTILINE | re.DOTALL
)
"""What a command prints: the block of text that follows it under the same heading, before any other block."""
SECONDS = re.compile(r"\bin \d+(?:\.\d+)? s\b")
LINK = re.compile(r"\]\((?!https?://|#)([^)\s]+)\)")


def commands() -> list[str]:
    """The lines after “$ ” in the README's console blocks."""
    blocks = CONSOLE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def printed() -> dict[str, str]:
    """What the README says that commands print, by command."""
    return {each["command"]: each["printed"] for each in PRINTED.finditer((ROOT / "README.md").read_text("utf-8"))}


@pytest.mark.parametrize("command", [line for line in commands() if line.startswith("make ")])
def test_make_targets_exist(command: str) -> None:
    """make run and make test start servers and this very run: here they are only resolved."""
    done = subprocess.run([*shlex.split(command), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", [line for line in commands() if "python -m dashboard" in line])
def test_commands_run(command: str, tmp_path: Path) -> None:
    """Every other command runs as written, in the checkout, and prints what the README says, but for the seconds it
    takes; what it writes goes into a folder of its own.
    """
    words = [word.replace("/tmp/", f"{tmp_path}/") for word in shlex.split(command)]
    words = [sys.executable if word.endswith("python") else word for word in words]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    if said := printed().get(command):
        told = done.stdout.replace(f"{tmp_path}/", "/tmp/")
        assert SECONDS.sub("in … s", told) == SECONDS.sub("in … s", said), "write down what it prints now"


def test_what_commands_print_is_found() -> None:
    """Otherwise nothing would be compared."""
    assert any("import data/documents" in command and "2 documents" in said for command, said in printed().items())
    assert printed().keys() <= {*commands()}


def test_no_command_goes_unchecked() -> None:
    """A command of another form would be run by nobody."""
    assert [line for line in commands() if not line.startswith("make ") and "python -m dashboard" not in line] == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(text: Path) -> None:
    """Pictures and files that a README names are there."""
    missing = [link for link in LINK.findall(text.read_text(encoding="utf-8")) if not (text.parent / link).exists()]
    assert missing == []
