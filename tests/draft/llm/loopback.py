"""A real endpoint on this machine that answers as it is told and remembers what it was asked."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """status 200: `content` is the model's answer; else an error body. refuses: kinds of response_format to refuse."""

    content: str = "{}"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0
    raw: str | None = None
    usage: dict[str, int] | None = None


@dataclass
class Loopback:
    """The replies to come, the last one for ever; and the requests that came."""

    replies: list[Reply]
    refuses: tuple[str, ...] = ()
    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    @property
    def forms(self) -> list[str]:
        return [request.get("response_format", {}).get("type", "plain") for request in self.requests]

    def next_reply(self, request: dict[str, Any]) -> Reply:
        if request.get("response_format", {}).get("type") in self.refuses:
            return Reply(status=400, content="response_format is not supported")
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def serving(loopback: Loopback) -> Iterator[Loopback]:
    """The endpoint while it runs, at a free port."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                loopback.requests.append(request)
                loopback.headers.append({name.lower(): value for name, value in self.headers.items()})
                loopback.times.append(time.monotonic())
                reply = loopback.next_reply(request)
            time.sleep(reply.delay)
            self._send(reply, _body(reply, request))

        def _send(self, reply: Reply, body: str) -> None:
            data = body.encode()
            try:
                self.send_response(reply.status)
                for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
            except ConnectionError:  # the client had no patience: meant in the tests of slow answers
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    loopback.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield loopback
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _body(reply: Reply, request: dict[str, Any]) -> str:
    if reply.raw is not None:
        return reply.raw
    if reply.status != 200:
        return json.dumps({"error": {"message": reply.content}})
    message = {"role": "assistant", "content": reply.content}
    body: dict[str, Any] = {
        "id": "1", "object": "chat.completion", "created": 0, "model": request["model"],
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
    }  # fmt: skip
    return json.dumps({**body, "usage": reply.usage} if reply.usage else body)
