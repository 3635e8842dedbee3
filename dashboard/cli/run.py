"""run: bring an atlas up to date and open the dashboard on it."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

from dashboard import config
from dashboard.cli.base import PORT, Commands, ready_atlas
from dashboard.errors import PortTaken


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("run", help="open the dashboard in the browser", description=run.__doc__)
    parser.add_argument("--port", type=int, default=PORT, help=f"port on this machine (default {PORT})")
    parser.add_argument("--atlas", type=Path, help="folder of an atlas (default: made from data/documents)")
    parser.add_argument("--headless", action="store_true", help="do not open a browser window")
    readers = parser.add_mutually_exclusive_group()  # a name is asked about in order to correct it
    readers.add_argument(
        "--online", action="store_true", help="let readers ask OpenStreetMap about names, and for its street map"
    )
    readers.add_argument(
        "--read-only", action="store_true", help="let readers change nothing: for a server that others reach"
    )
    parser.set_defaults(act=run)


def run(options: argparse.Namespace) -> NoReturn:
    """Bring the default atlas up to date, or open the one named, and serve the dashboard."""
    from dashboard.static_files import prepare

    _take(options.port)
    prepare()
    atlas = ready_atlas(options.atlas)
    print(f"The dashboard opens on http://localhost:{options.port} (Ctrl+C stops it).", flush=True)
    command = [sys.executable, "-m", "streamlit", "run", *_streamlit(options)]
    os.execve(sys.executable, command, os.environ | _settings(options, atlas))


def _settings(options: argparse.Namespace, atlas: Path) -> dict[str, str]:
    """What config.py reads in the process that serves."""
    return {
        "DASHBOARD_ATLAS": str(atlas),
        **({"DASHBOARD_ONLINE": "1"} if options.online else {}),
        **({"DASHBOARD_READ_ONLY": "1"} if options.read_only else {}),
    }


def _streamlit(options: argparse.Namespace) -> list[str]:
    return [
        str(config.ROOT / "dashboard" / "app.py"),
        f"--server.port={options.port}",
        f"--server.headless={str(options.headless).lower()}",
        "--server.showEmailPrompt=false",
        *(["--server.maxUploadSize=0"] if options.read_only else []),  # a file is refused before any page sees it
    ]


def _take(port: int) -> None:
    """Raise PortTaken where somebody listens on the port of this machine, or it is none."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("localhost", port))
        except (OSError, OverflowError) as error:
            another = PORT if port != PORT else PORT + 1
            raise PortTaken(f"Port {port} is taken. Choose another one: make run PORT={another}") from error
