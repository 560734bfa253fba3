"""Politely over the network: one request at a time, with a pause per host and limits to size, time and detours."""

import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import urllib3

from dateline.fetch.addresses import Place, locate
from dateline.fetch.report import FetchError

_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 503)
_CHUNK = 65536
_GZIP_OR_ZLIB = 47  # of zlib: take either header


@dataclass(frozen=True)
class Limits:
    """Bounds of one run.

    pause     seconds between two requests to a host, at the least
    longest   seconds that a host may ask to wait; a longer wait is left to another run
    timeout   seconds for a connection, and for each piece of an answer
    total     seconds for a whole answer
    size      bytes of an answer, packed and unpacked
    detours   redirects in a row
    private   numbers of this machine and of local networks may be asked
    """

    pause: float = 2.0
    longest: float = 60.0
    timeout: float = 10.0
    total: float = 60.0
    size: int = 8_000_000
    detours: int = 5
    private: bool = False


@dataclass(frozen=True)
class Answer:
    """What a server said: its last address, status, headers (lower-case names) and body as sent."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


@dataclass
class Client:
    """Keeps when each host may be asked next; a host that asks for too much patience is closed for the run."""

    agent: str
    limits: Limits = field(default_factory=Limits)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    pauses: dict[str, float] = field(default_factory=dict)
    closed: dict[str, str] = field(default_factory=dict)
    _next: dict[str, float] = field(default_factory=dict)

    def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, allowed: Callable[[str], None] | None = None
    ) -> Answer:
        """The answer for an address, after redirects; FetchError where it cannot or may not be had.

        allowed  called with each address before it is asked; raises FetchError where it may not be
        """
        for _ in range(self.limits.detours + 1):
            place = locate(url, private=self.limits.private)
            if allowed:
                allowed(url)
            answer = self._patiently(url, place, headers or {})
            target = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not target:
                return answer
            try:
                url = urljoin(url, target)
            except ValueError:
                raise FetchError("leads to what is no web address", outcome="refused") from None
        raise FetchError(f"leads on more than {self.limits.detours} times")

    def _patiently(self, url: str, place: Place, headers: Mapping[str, str]) -> Answer:
        """Asks again once where the host says when."""
        answer = self._once(url, place, headers)
        if answer.status not in _BUSY:
            return answer
        wait = _seconds(answer.headers.get("retry-after", ""))
        if wait is None or wait > self.limits.longest:
            asked = f", and asks to wait {wait:,.0f} seconds" if wait is not None else ""
            self.closed[place.host] = (
                f"{place.host} is busy ({answer.status}){asked}; it is left alone until the next run"
            )
            raise FetchError(self.closed[place.host])
        self._next[place.host] = self.clock() + wait
        answer = self._once(url, place, headers)
        if answer.status in _BUSY:
            self.closed[place.host] = (
                f"{place.host} is still busy ({answer.status}); it is left alone until the next run"
            )
            raise FetchError(self.closed[place.host])
        return answer

    def _once(self, url: str, place: Place, headers: Mapping[str, str]) -> Answer:
        if place.host in self.closed:
            raise FetchError(self.closed[place.host])
        self.sleep(max(self._next.get(place.host, 0.0) - self.clock(), 0.0))
        try:
            return self._ask(url, place, headers)
        finally:
            self._next[place.host] = self.clock() + max(self.limits.pause, self.pauses.get(place.host, 0.0))

    def _ask(self, url: str, place: Place, headers: Mapping[str, str]) -> Answer:
        given = {
            "User-Agent": self.agent,
            "Accept-Encoding": "gzip",
            "Host": place.authority,
            "Connection": "close",
            **headers,
        }
        try:
            response, body = self._first_answer(place, given)
        except urllib3.exceptions.HTTPError as error:
            raise FetchError(_reason(error)) from None
        found = {name.lower(): value for name, value in response.headers.items()}
        return Answer(url, response.status, found, _unpacked(body, found, self.limits.size))

    def _first_answer(self, place: Place, headers: Mapping[str, str]) -> tuple[urllib3.BaseHTTPResponse, bytes]:
        """From the first of the host's numbers that takes a connection."""
        *others, last = place.hosts
        for number in others:
            try:
                return self._answer(place, number, headers)
            except urllib3.exceptions.NewConnectionError:
                continue
        return self._answer(place, last, headers)

    def _answer(self, place: Place, number: str, headers: Mapping[str, str]) -> tuple[urllib3.BaseHTTPResponse, bytes]:
        with _pool(place, number, self.limits.timeout) as pool:
            response = pool.urlopen(
                "GET",
                place.path,
                headers=headers,
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
            )
            return response, self._body(response)

    def _body(self, response: urllib3.BaseHTTPResponse) -> bytes:
        end = self.clock() + self.limits.total
        parts: list[bytes] = []
        size = 0
        while part := response.read1(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > self.limits.size:
                raise FetchError(f"is larger than {self.limits.size:,} bytes", outcome="refused")
            if self.clock() > end:
                raise FetchError(f"took longer than {self.limits.total:g} seconds")
        return b"".join(parts)


def _pool(place: Place, number: str, timeout: float) -> urllib3.HTTPConnectionPool:
    """A connection to the number that was looked up, which has to prove that it is the host."""
    limit = urllib3.Timeout(connect=timeout, read=timeout)
    if place.scheme == "http":
        return urllib3.HTTPConnectionPool(number, place.port, timeout=limit)
    return urllib3.HTTPSConnectionPool(
        number, place.port, timeout=limit, server_hostname=place.host, assert_hostname=place.host
    )


def _unpacked(body: bytes, headers: Mapping[str, str], size: int) -> bytes:
    packing = headers.get("content-encoding", "identity").strip().lower()
    if packing in ("", "identity"):
        return body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"is packed in a way that was not asked for: {packing[:20]}")
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
    try:
        plain = unpacker.decompress(body, size + 1)
    except zlib.error:
        raise FetchError("is packed, and cannot be unpacked") from None
    if len(plain) > size:
        raise FetchError(f"is larger than {size:,} bytes", outcome="refused")
    if not unpacker.eof:
        raise FetchError("is packed, and breaks off")
    return plain


def _seconds(header: str) -> float | None:
    """What `Retry-After` asks for: a number of seconds, or until a moment; None where it says neither."""
    if header.strip().isdecimal():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((aware - datetime.now(UTC)).total_seconds(), 0.0)


def _reason(error: urllib3.exceptions.HTTPError) -> str:
    names = (
        (urllib3.exceptions.SSLError, "its certificate cannot be trusted"),
        (urllib3.exceptions.NewConnectionError, "cannot be reached"),
        (urllib3.exceptions.TimeoutError, "did not answer in time"),
    )
    return next((words for kind, words in names if isinstance(error, kind)), "the connection broke off")
