"""The nginx example: its text says what a public server must; where nginx is installed it is accepted and proxies."""

from __future__ import annotations

import base64
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import config
from tests.serving import free_port, running

EXAMPLE = config.ROOT / ".streamlit" / "nginx.conf"
NAME = "timeline.example.org"
TOOLS = [name for name in ("nginx", "openssl") if not shutil.which(name)]
SKIPPED = f"Not installed here: {', '.join(TOOLS)}; only the text of the example is checked."


def test_the_example_says_what_a_public_server_must() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert text.count("{") == text.count("}")
    (header,) = re.findall(r'add_header Content-Security-Policy "([^"]+)" always;', text)
    assert header.startswith("frame-ancestors 'self' https://") and " * " not in f"{header} ", "named, not everybody"
    assert "listen 443 ssl;" in text and "return 301 https://$host$request_uri;" in text
    assert "proxy_set_header Upgrade $http_upgrade;" in text and "proxy_http_version 1.1;" in text
    settings = tomllib.loads((EXAMPLE.parent / "config.toml").read_text(encoding="utf-8"))
    assert f"client_max_body_size {settings['server']['maxUploadSize']}m;" in text
    assert settings["server"]["address"] == "localhost", "only the server in front is seen by others"
    assert "-m dashboard run --headless --read-only\n" in text, "the public may not change anything"


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of nginx with the example, in front of the dashboard; names of files and ports are our own."""
    folder, port, inner = tmp_path_factory.mktemp("nginx"), free_port(), free_port()
    certificate = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={NAME}"]
    certificate += ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run(certificate, check=True, capture_output=True)
    (folder / "nginx.conf").write_text(_whole(folder, port, inner), encoding="utf-8")
    nginx = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    accepted = subprocess.run([*nginx, "-t"], capture_output=True, text=True, check=False)
    assert accepted.returncode == 0, accepted.stderr
    assert "warn" not in accepted.stderr
    app = [sys.executable, "-m", "streamlit", "run", str(config.ROOT / "dashboard" / "app.py")]
    app += [f"--server.port={inner}", f"--browser.serverAddress={NAME}"]
    with running(app, f"http://localhost:{inner}"):
        server = subprocess.Popen([*nginx, "-g", "daemon off;"], stderr=subprocess.DEVNULL)
        yield port
        server.terminate()
        server.wait()


def _whole(folder: Path, port: int, inner: int) -> str:
    """The example within what nginx wants around it, able to run without being root."""
    text = EXAMPLE.read_text(encoding="utf-8")
    text = text.replace(f"/etc/letsencrypt/live/{NAME}/", f"{folder}/").replace("8501", str(inner))
    text = text.replace("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
    paths = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"pid {folder}/nginx.pid;\nevents {{}}\nhttp {{\naccess_log off;\n{paths}{text}}}\n"


def asked(port: int, request: str) -> str:
    """The head of what nginx answers, once it listens."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    for _ in range(100):
        try:
            plain = socket.create_connection(("127.0.0.1", port), timeout=20)
            break
        except ConnectionRefusedError:
            time.sleep(0.1)
    else:
        raise AssertionError("nginx does not listen")
    with context.wrap_socket(plain, server_hostname=NAME) as stream:
        stream.sendall(request.replace("\n", "\r\n").encode())
        head = b""
        while b"\r\n\r\n" not in head and (part := stream.recv(4096)):
            head += part
    return head.decode(errors="replace").partition("\r\n\r\n")[0]


@pytest.mark.skipif(bool(TOOLS), reason=SKIPPED)
def test_nginx_takes_the_example_and_names_who_may_frame_the_page(proxied: int) -> None:
    head = asked(proxied, f"GET /?embed=true HTTP/1.1\nHost: {NAME}\nConnection: close\n\n")
    assert head.startswith("HTTP/1.1 200")
    assert "Content-Security-Policy: frame-ancestors 'self' https://blog.example.org" in head
    assert "X-Content-Type-Options: nosniff" in head


@pytest.mark.skipif(bool(TOOLS), reason=SKIPPED)
@pytest.mark.parametrize(("origin", "status"), [(NAME, "101"), ("evil.example", "403")])
def test_the_websocket_goes_through_for_its_own_name_only(proxied: int, origin: str, status: str) -> None:
    key = base64.b64encode(b"sixteen bytes ok").decode()
    request = (
        f"GET /_stcore/stream HTTP/1.1\nHost: {NAME}\nOrigin: https://{origin}\nConnection: Upgrade\n"
        f"Upgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: {key}\n\n"
    )
    assert asked(proxied, request).startswith(f"HTTP/1.1 {status}")
