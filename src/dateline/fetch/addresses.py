"""Web addresses: which one is meant, and whether it may be asked."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from courlan import clean_url, normalize_url

from dateline.fetch.report import FetchError

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Place:
    """Where to connect for an address.

    host   as the server is to be told, in ASCII
    path   with its query
    hosts  the numbers (IPv4, IPv6) behind the host's name, each of which may be asked
    """

    scheme: str
    host: str
    port: int
    path: str
    hosts: tuple[str, ...]

    @property
    def authority(self) -> str:
        """Host and port as a `Host` header has them."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return shown if self.port == _PORTS[self.scheme] else f"{shown}:{self.port}"


def host_of(url: str) -> str:
    """The host's name in ASCII, as servers and name services have it; "" where there is none (ValueError)."""
    host = urlsplit(url).hostname or ""
    return host if ":" in host else host.encode("idna").decode("ascii")


def locate(url: str, *, private: bool) -> Place:
    """Where a web address leads (FetchError, refused: no http(s), credentials in it, a number that is not public).

    private  numbers of this machine and of local networks may be asked too
    The numbers are looked up once, and the connection goes to one of them: a name cannot lead elsewhere meanwhile.
    """
    try:
        parts = urlsplit(url)
        host, port = host_of(url), parts.port
    except ValueError:
        raise FetchError("is no web address", outcome="refused") from None
    if parts.scheme not in _PORTS or not host:
        raise FetchError("must begin with https:// or http://", outcome="refused")
    if parts.username or parts.password:
        raise FetchError("must not hold a name and password", outcome="refused")
    port = port or _PORTS[parts.scheme]
    path = parts.path or "/"
    return Place(
        parts.scheme,
        host,
        port,
        f"{path}?{parts.query}" if parts.query else path,
        _numbers(host, port, private=private),
    )


def _numbers(host: str, port: int, *, private: bool) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        raise FetchError(f"there is no host {host}, or no network") from None
    numbers = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not private and not all(ipaddress.ip_address(number.partition("%")[0]).is_global for number in numbers):
        raise FetchError(f"{host} is on a private network", outcome="refused")
    return numbers


def without_tracking(url: str) -> str:
    """The address without what only tells where a reader came from."""
    try:
        return str(normalize_url(url, strict=False)) or url
    except ValueError:
        return url


def canonical(url: str) -> str:
    """One form of the many that an address may take: without fragment, tracking and session keys, `http` or `www`."""
    cleaned = clean_url(url) or url
    parts = urlsplit(without_tracking(cleaned))
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")
