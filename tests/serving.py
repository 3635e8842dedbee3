"""Servers for tests: started on a free port, waited for, ended with the block that needed them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard.config import ROOT

START_SECONDS = 300
STOP_SECONDS = 10
PAGE_OPTIONS = {
    "server.address": "localhost",
    "server.headless": "true",
    "server.enableStaticServing": "true",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
}
"""Of a page that is not the dashboard, run from a folder without our .streamlit/config.toml."""


def free_port() -> int:
    """A port nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def dashboard(*arguments: str, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of `python -m dashboard run` with these arguments."""
    port = free_port()
    url = f"http://localhost:{port}"
    command = [sys.executable, "-m", "dashboard", "run", "--headless", "--port", str(port), *arguments]
    with running(command, url, environment=environment):
        yield url


@contextmanager
def page(
    script: Path,
    *arguments: str,
    folder: Path = ROOT,
    base_path: str = "",
    environment: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """The address of one script of Streamlit, run in a folder with its arguments, below a base path."""
    port = free_port()
    url = f"http://localhost:{port}/{base_path}".rstrip("/")
    options = {**PAGE_OPTIONS, "server.port": port, "server.baseUrlPath": base_path}
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [*(f"--{name}={value}" for name, value in options.items()), "--", *arguments]
    with running(command, url, folder=folder, environment={"PYTHONPATH": str(ROOT), **(environment or {})}):
        yield url


@contextmanager
def running(
    command: Sequence[str], url: str, *, folder: Path = ROOT, environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A server of Streamlit once its health page answers; fails with what it printed."""
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(environment or {})}, stdout=printed, stderr=subprocess.STDOUT
        )
        try:
            if not _answers(f"{url}/_stcore/health", process):
                printed.seek(0)
                pytest.fail(
                    f"No server within {START_SECONDS} s. It printed:\n{printed.read().decode(errors='replace')}"
                )
            yield process
        finally:
            _end(process)


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    """Whether the address answers before the process ends or the time is over."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
