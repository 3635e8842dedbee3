"""A relay that counts what an app really sends, compression included: the browser talks to it, it talks to the app."""

from __future__ import annotations

import socket
import threading
from pathlib import Path


class Wire:
    """Forwards every connection on a port of its own to the app's port, counting the bytes that come back."""

    def __init__(self, target: int, process: int = 0) -> None:
        self.received = 0
        self._target = target
        self._process = process
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://localhost:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def memory(self) -> float:
        """Most memory that the app's process ever held, in MB (as Linux counts it)."""
        status = Path(f"/proc/{self._process}/status").read_text("ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listener.accept()
                app = socket.create_connection(("localhost", self._target))
            except OSError:  # closed, or the app is gone
                return
            threading.Thread(target=self._relay, args=(browser, app, False), daemon=True).start()
            threading.Thread(target=self._relay, args=(app, browser, True), daemon=True).start()

    def _relay(self, source: socket.socket, sink: socket.socket, counted: bool) -> None:
        try:
            while data := source.recv(65_536):
                if counted:
                    self.received += len(data)
                sink.sendall(data)
        except OSError:
            pass  # either side hung up
        finally:
            source.close()
            sink.close()
