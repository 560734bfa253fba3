"""A web server for built sites that answers as GitHub Pages does: text compressed, kept for ten minutes."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")


class Answer(SimpleHTTPRequestHandler):
    """One request; says nothing of it."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Keep the output readable."""

    def send_missing(self, body: bytes) -> BytesIO:
        """The site's own page for what is not there."""
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The answer's head, and what follows it: compressed where the asker and the kind of file allow it."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = self.guess_type(str(path))
        missing = Path(self.directory) / "404.html"
        if not path.is_file() and missing.is_file():
            return self.send_missing(missing.read_bytes())
        if not path.is_file() or not kind.startswith(COMPRESSED) or "gzip" not in self.headers["Accept-Encoding"]:
            return super().send_head()
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return BytesIO(body)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address, with a slash at its end, at which a folder is served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Answer, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
