"""A small web server for one folder of finished pages: nothing is kept by browsers, nothing is listed."""

import errno
import os
import socket
import socketserver
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, unquote, urlsplit

from dateline.errors import DatelineError
from dateline.serve.content_types import HTML, content_type
from dateline.serve.lookup import Gone, candidates, file_of
from dateline.serve.reload import EVENTS, SCRIPT, News, Reloads, script, with_script

Newer = Callable[[str], bytes | Literal[Gone.GONE] | None]
_HEARTBEAT = 15.0  # seconds; a page that is gone is noticed at the next one
_NOT_BUILT = b"<!doctype html><title>Not built yet</title><p>The site is not built yet. This page loads itself again."
_NOT_FOUND = b"<!doctype html><title>Not found</title><p>There is no such page."


def nothing_newer(_: str) -> None:
    """The site's files are the newest."""


class SiteServer(ThreadingHTTPServer):
    """Serves `site` below `base`; a request is answered in a thread of its own.

    newer  what is shown in place of the site's files: an address -> content, or None for the file of the site
    """

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two programs share a port

    def __init__(
        self,
        site: Path,
        *,
        host: str,
        port: int,
        base: str,
        reloads: Reloads,
        say: Callable[[str], None],
        newer: Newer = nothing_newer,
    ) -> None:
        """Take the port (0: any free one); DatelineError where that cannot be."""
        self.site = site
        self.newer = newer
        self.base = f"/{base.strip('/')}/" if base.strip("/") else "/"
        self.reloads = reloads
        self.say = say
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            super().__init__((host, port), _Handler)
        except OSError as error:
            raise DatelineError(_refusal(error, host, port)) from None

    def content(self, path: str) -> bytes | None:
        """What stands at a path below the site's root, or None."""
        found = self.newer(path)
        if found is not None:
            return None if found is Gone.GONE else found
        file = file_of(self.site, path)
        try:
            return file.read_bytes() if file else None
        except FileNotFoundError:  # a new site is being put in place
            return None

    @property
    def url(self) -> str:
        """The address of the site's first page."""
        host, port = self.server_address[:2]
        shown = f"[{host!s}]" if self.address_family == socket.AF_INET6 else str(host)
        return f"http://{shown}:{port}{self.base}"

    def server_bind(self) -> None:
        """Take the port without asking for the machine's name, which may take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who goes away half way is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer

    def do_GET(self) -> None:
        """Answer with the file, the page for what is missing, or the events."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer as to GET, without content."""
        self._answer()

    def log_message(self, *_: Any) -> None:
        """Say nothing of each request."""

    def _answer(self) -> None:
        address, base = unquote(urlsplit(self.path).path), self.server.base
        if address.startswith(base):
            self._answer_below(address.removeprefix(base))
        elif f"{address}/" in (base, "//"):
            self._redirect(base)
        else:
            self._missing()

    def _answer_below(self, relative: str) -> None:
        if relative == EVENTS:
            self._events()
        elif relative == SCRIPT:
            self._send(script(), content_type(Path(SCRIPT)))
        else:
            self._answer_with_file(relative)

    def _answer_with_file(self, relative: str) -> None:
        build = self.server.reloads.build  # before the content is read: what comes later is another build's
        for candidate in candidates(relative):
            content = self.server.content(candidate.path)
            if content is not None and candidate.folder:
                return self._redirect(f"{self.server.base}{relative.strip('/')}/")
            if content is not None:
                return self._send(content, content_type(Path(candidate.path)), build=build)
        return self._missing()

    def _missing(self) -> None:
        page, built = self.server.content("404.html"), self.server.site.is_dir()
        if built:
            self.server.say(f"not found: {quote(urlsplit(self.path).path, safe='/%')}")
        content = page or (_NOT_FOUND if built else _NOT_BUILT)
        self._send(content, HTML, HTTPStatus.NOT_FOUND)

    def _redirect(self, address: str) -> None:
        query = urlsplit(self.path).query
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(address) + (f"?{query}" if query else ""))
        self._end_headers("text/plain", length=0)

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, *, build: str = "") -> None:
        if kind == HTML:
            content = with_script(content, base=self.server.base, build=build or self.server.reloads.build)
        self.send_response(status)
        self._end_headers(kind, length=len(content))
        if self.command != "HEAD":
            self.wfile.write(content)

    def _end_headers(self, kind: str, *, length: int | None) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _events(self) -> None:
        """Server-sent events: the news at once and whenever they change."""
        reloads = self.server.reloads
        self.send_response(HTTPStatus.OK)
        self._end_headers("text/event-stream", length=None)
        known: News | None = None
        while self.command != "HEAD" and not reloads.closed:
            news = reloads.news if known is None else reloads.wait(known, seconds=_HEARTBEAT)
            self.wfile.write(b": still here\n\n" if news == known else f"data: {news.event}\n\n".encode())
            known = news


def _refusal(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} of {host} must be free, and another program uses it; stop that one, or use another --port"
    if error.errno == errno.EACCES:
        return f"port {port} must be one that you may use; use a --port above 1023"
    return f"the host must be an address of this machine, not '{host}'; use --host 127.0.0.1"
