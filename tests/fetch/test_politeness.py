"""How hosts are asked: with pauses, with patience, within limits. Waiting is recorded, not done."""

import socket
import threading
from dataclasses import dataclass, field

import pytest
from fetch.host import Host

from dateline.fetch.client import Client, Limits
from dateline.fetch.report import FetchError
from dateline.fetch.robots import Robots


@dataclass
class Clock:
    """A clock that goes on only where somebody waits."""

    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        if seconds:
            self.waits.append(seconds)
        self.now += seconds

    def __call__(self) -> float:
        return self.now


def client(clock: Clock, **limits: float) -> Client:
    return Client("Test/1 (+https://test.example)", Limits(private=True, **limits), sleep=clock.sleep, clock=clock)


def test_there_is_a_pause_between_two_requests_to_a_host(host: Host) -> None:
    host.routes = {"/": (200, {}, b"x")}
    clock = Clock()
    asking = client(clock, pause=2)
    for _ in range(3):
        asking.get(host.url("/"))
    assert clock.waits == [2, 2]


def test_a_longer_pause_that_a_site_asks_for_is_kept(host: Host) -> None:
    host.routes = {"/": (200, {}, b"x"), "/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 7\n")}
    clock = Clock()
    asking = client(clock, pause=2)
    robots = Robots(asking)
    for _ in range(2):
        asking.get(host.url("/"), allowed=robots.check)
    assert clock.waits == [2, 7]


def test_a_pause_beyond_all_patience_is_a_refusal(host: Host) -> None:
    host.routes = {"/": (200, {}, b"x"), "/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 3600\n")}
    asking = client(Clock())
    with pytest.raises(FetchError, match="asks for 3600 seconds") as raised:
        asking.get(host.url("/"), allowed=Robots(asking).check)
    assert raised.value.outcome == "refused"
    assert host.paths == ["/robots.txt"]


def test_a_busy_host_is_asked_again_when_it_says(host: Host) -> None:
    host.routes = {"/": lambda _: (200, {}, b"x") if len(host.asked) > 1 else (429, {"Retry-After": "5"}, b"")}
    clock = Clock()
    assert client(clock, pause=1).get(host.url("/")).status == 200
    assert clock.waits == [5]


@pytest.mark.parametrize("header", ["3600", "Fri, 01 Jan 2100 00:00:00 GMT", "soon", ""])
def test_a_host_that_asks_for_long_is_left_alone(header: str, host: Host) -> None:
    host.routes = {"/": (503, {"Retry-After": header} if header else {}, b""), "/other": (200, {}, b"x")}
    clock = Clock()
    asking = client(clock)
    for path in ("/", "/other"):
        with pytest.raises(FetchError, match="is left alone until the next run"):
            asking.get(host.url(path))
    assert host.paths == ["/"]
    assert clock.waits == []


def test_an_answer_that_drips_is_given_up(host: Host) -> None:
    clock = Clock()

    def drip(handler: object) -> None:
        handler.send_response(200)  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]
        while True:
            clock.now += 1
            try:
                handler.wfile.write(b"x")  # type: ignore[attr-defined]
                handler.wfile.flush()  # type: ignore[attr-defined]
            except OSError:
                return

    host.routes = {"/": drip}
    with pytest.raises(FetchError, match="took longer than 10 seconds"):
        client(clock, total=10).get(host.url("/"))


def test_a_host_that_says_nothing_is_given_up() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises(FetchError, match="did not answer in time"),
    ):
        client(Clock(), timeout=0.2).get(f"http://127.0.0.1:{silent.getsockname()[1]}/")


def test_a_host_that_hangs_up_is_a_failure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            server.accept()[0].close()

        threading.Thread(target=hang_up, daemon=True).start()
        with pytest.raises(FetchError, match="the connection broke off"):
            client(Clock()).get(f"http://127.0.0.1:{server.getsockname()[1]}/")


def test_nobody_there_is_a_failure() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(FetchError, match="cannot be reached"):
        client(Clock()).get(f"http://127.0.0.1:{port}/")
