"""A page of somebody else: served from another origin than the dashboard, with the dashboard in an iframe."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

PAGE = """<!doctype html><title>Somebody else's page</title><body style="margin:0">
<iframe title="Timeline" src="{src}" style="border:0;display:block;width:100vw;height:100vh"></iframe>"""


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        src = parse_qs(urlsplit(self.path).query).get("src", [""])[0]
        body = PAGE.format(src=escape(src, quote=True)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def host_page() -> Iterator[str]:
    """The address of the page; it takes what it shows as `?src=`. 127.0.0.1 is a foreign site to localhost."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def holding(host: str, src: str) -> str:
    """The address of the page with `src` in its frame."""
    return f"{host}?{urlencode({'src': src})}"
