"""Nominatim over the network, as geopy asks it: a stand-in on this machine hears the name and nothing else."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard import config
from dashboard.errors import GazetteerError
from dashboard.gazetteer.nominatim import DELAY, USER_AGENT, Nominatim

ANSWER = {
    "osm_type": "node", "osm_id": 7, "lat": "37.1", "lon": "47.2", "name": "Serkin", "display_name": "Serkin, Iran",
    "addresstype": "village",
}  # fmt: skip


class Service(ThreadingHTTPServer):
    """Answers “Serkin” and writes down what it is asked, and when."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.heard: list[tuple[float, str, str]] = []


class _Handler(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self) -> None:
        self.server.heard.append((time.monotonic(), self.path, self.headers["User-Agent"]))
        name = parse_qs(urlsplit(self.path).query)["q"][0]
        body = json.dumps([ANSWER] if name == "Serkin" else []).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    running = Service()
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setattr(config, "NOMINATIM", f"http://127.0.0.1:{running.server_port}")
    yield running
    running.shutdown()
    thread.join()
    running.server_close()


def test_the_name_alone_is_asked_once_a_second_and_remembered(service: Service, tmp_path: Path) -> None:
    nominatim = Nominatim(tmp_path / "lookups.sqlite")
    (found,) = nominatim.candidates("Serkin")
    assert (found.id, found.lat, found.lon) == ("osm:node/7", 37.1, 47.2)
    assert nominatim.candidates("Qqserkin") == ()
    assert nominatim.candidates("serkin"), "remembered, however it is written"
    (first, path, agent), (second, _, _) = service.heard
    assert second - first >= DELAY * 0.9
    assert agent == USER_AGENT
    asked = parse_qs(urlsplit(path).query)
    assert asked.pop("q") == ["Serkin"]
    assert asked.keys() <= {"format", "limit", "accept-language", "addressdetails", "extratags"}


def test_a_service_that_is_not_there_is_a_sentence_at_once(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.shutdown()
    service.server_close()
    monkeypatch.setattr("geopy.extra.rate_limiter.sleep", lambda _: pytest.fail("it waits and asks again"))
    with pytest.raises(GazetteerError, match="could not be asked for “Serkin”"):
        Nominatim(tmp_path / "lookups.sqlite").candidates("Serkin")
