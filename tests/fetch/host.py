"""A real web server on this machine whose answers a test sets, and which keeps what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = tuple[int, dict[str, str], bytes]
Route = Reply | Callable[[BaseHTTPRequestHandler], Reply | None]
HTML = {"Content-Type": "text/html; charset=utf-8"}


def paragraph(place: str) -> str:
    """Long enough for a report."""
    return (
        f"The fire brigade said that the shed at {place} burned down before dawn, and that nobody was hurt in it. " * 6
    )


def page(title: str, *, head: str = "", foot: str = "", text: str = "") -> Reply:
    """An article of its own words."""
    body = text or paragraph(title)
    html = (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><main><article><h1>{title}</h1><p>{body}</p></article></main>{foot}</body></html>"
    )
    return 200, HTML, html.encode()


def rss(*items: str, channel: str = "") -> Reply:
    """An RSS 2.0 feed of items."""
    text = (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{channel}{"".join(items)}</channel></rss>'
    )
    return 200, {"Content-Type": "application/rss+xml"}, text.encode()


def item(link: str, title: str = "A shed burns", date: str = "Tue, 04 Mar 2031 08:00:00 +0000", guid: str = "") -> str:
    stated = f"<pubDate>{date}</pubDate>" if date else ""
    return (
        f'<item><title>{title}</title><link>{link}</link><guid isPermaLink="false">{guid or link}</guid>{stated}</item>'
    )


@dataclass
class Host:
    """Address -> answer; `asked` holds (address, headers) of each request in order."""

    port: int
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def running() -> Iterator[Host]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            route = host.routes.get(self.path, (404, {}, b""))
            reply = route(self) if callable(route) else route
            if reply is None:
                return
            status, headers, body = reply
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host = Host(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
