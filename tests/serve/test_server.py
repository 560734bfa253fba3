"""The server: what a static host does, plus a script that loads pages again."""

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import pytest

from dateline.errors import DatelineError
from dateline.serve.lookup import Gone
from dateline.serve.reload import EVENTS, SCRIPT, Reloads
from dateline.serve.server import SiteServer

FILES = {
    "index.html": b"<!doctype html><html><body><h1>Home</h1></body></html>",
    "404.html": b"<!doctype html><html><body><h1>No such page</h1></body></html>",
    "about.html": b"<!doctype html><p>About",
    "actors/index.html": b"<!doctype html><p>Actors",
    "\u0161/a b.txt": "Štolnice".encode(),
    "empty/data.json": b"{}",
}


@pytest.fixture(params=["/", "/sub/"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SiteServer]:
    site = tmp_path / "site"
    for name, content in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    yield from running(site, request.param)


def running(site: Path, base: str) -> Iterator[SiteServer]:
    said: list[str] = []
    with SiteServer(site, host="127.0.0.1", port=0, base=base, reloads=Reloads(), say=said.append) as server:
        answering = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        answering.start()
        yield server
        server.reloads.close()
        server.shutdown()
        answering.join()


def get(server: SiteServer, address: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """Status, headers and content of a path below the base."""
    try:
        answer = urlopen(Request(server.url + address, method=method), timeout=5)
    except HTTPError as error:
        answer = error
    with answer:
        return answer.status, {key.lower(): value for key, value in answer.headers.items()}, answer.read()


def raw(server: SiteServer, path: str) -> tuple[int, str, bytes]:
    """Status, `Location` and content of a path exactly as written."""
    connection = http.client.HTTPConnection(*server.server_address[:2], timeout=5)
    connection.putrequest("GET", path, skip_host=False)
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, answer.getheader("Location") or "", content


def test_page_is_served_with_the_script_and_kept_by_no_browser(server: SiteServer) -> None:
    status, headers, content = get(server, "")
    assert status == 200
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    tag = f'<script src="{server.base}{SCRIPT}" data-build="{server.reloads.build}" async></script></body>'
    assert content == FILES["index.html"].replace(b"</body>", tag.encode())


def test_files_on_disk_never_change(server: SiteServer) -> None:
    for name, content in FILES.items():
        assert get(server, quote(name))[0] == 200
        assert (server.site / name).read_bytes() == content


def test_other_files_are_served_byte_for_byte(server: SiteServer) -> None:
    assert get(server, "%C5%A1/a%20b.txt")[2] == "Štolnice".encode()
    assert json.loads(get(server, "empty/data.json?a=1#b")[2]) == {}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("wasm.en.pagefind", "application/octet-stream"),
        ("en_1.pf_meta", "application/octet-stream"),
        ("en_1.pf_fragment", "application/octet-stream"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.woff2", "font/woff2"),
        ("a.geojson", "application/geo+json; charset=utf-8"),
        ("a.XML", "application/xml; charset=utf-8"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_content_type(server: SiteServer, name: str, kind: str) -> None:
    (server.site / name).write_bytes(b"x")
    assert get(server, name)[1]["content-type"] == kind


def test_missing_page_is_answered_with_the_sites_own(server: SiteServer) -> None:
    status, _, content = get(server, "nothing/here")
    assert status == 404
    assert b"No such page" in content
    assert SCRIPT.encode() in content


def test_folder_is_answered_with_its_page(server: SiteServer) -> None:
    assert raw(server, f"{server.base}actors?a=1")[:2] == (302, f"{server.base}actors/?a=1")
    assert b"Actors" in get(server, "actors/")[2]
    assert b"About" in get(server, "about")[2]


def test_no_folder_is_listed(server: SiteServer) -> None:
    assert get(server, "empty/")[0] == get(server, "empty")[0] == 404


@pytest.mark.parametrize(
    "path",
    ["../secret.txt", "%2e%2e/secret.txt", "actors/../../secret.txt", "..%2fsecret.txt", "..\\secret.txt", "link.txt"],
)
def test_nothing_outside_the_site_is_served(server: SiteServer, path: str) -> None:
    status, _, content = raw(server, server.base + path)
    assert status == 404
    assert b"secret" not in content


@pytest.mark.parametrize("path", ["%00", "a%0d%0ab", "x" * 3000, "%ff%fe", "//evil.example/..", "%2f%2fevil.example"])
def test_strange_addresses_are_missing_pages(server: SiteServer, path: str) -> None:
    assert raw(server, server.base + path)[0] == 404


def test_head_has_headers_alone(server: SiteServer) -> None:
    status, headers, content = get(server, "about.html", method="HEAD")
    assert (status, content) == (200, b"")
    assert int(headers["content-length"]) > len(FILES["about.html"])


def test_only_reading_is_answered(server: SiteServer) -> None:
    assert get(server, "", method="POST")[0] == 501


def test_script_is_served(server: SiteServer) -> None:
    status, headers, content = get(server, SCRIPT)
    assert (status, headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert b"EventSource" in content


def test_events_name_the_build_and_each_new_one(server: SiteServer) -> None:
    with urlopen(server.url + EVENTS, timeout=5) as events:
        assert events.headers["Content-Type"] == "text/event-stream"
        assert events.readline() == f"data: {server.reloads.news.event}\n".encode()
        before = server.reloads.build
        server.reloads.announce()
        assert events.readline() == b"\n"
        assert events.readline() == f"data: {server.reloads.news.event}\n".encode()
        assert server.reloads.build != before


def test_events_name_problems_until_there_is_a_newer_build(server: SiteServer) -> None:
    with urlopen(server.url + EVENTS, timeout=5) as events:
        found = []
        for step in (lambda: None, lambda: server.reloads.tell(["a.md:1: is wrong"]), server.reloads.announce):
            step()
            found.append(json.loads(events.readline().removeprefix(b"data: ")))
            events.readline()
    assert [news["problems"] for news in found] == [[], ["a.md:1: is wrong"], []]
    assert found[0]["build"] == found[1]["build"] != found[2]["build"]


def test_newer_content_is_shown_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for name, content in FILES.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(content)
    newer = {"index.html": b"<p>Newer", "fresh/index.html": b"<p>Fresh", "about.html": Gone.GONE}
    for server in running(tmp_path / "site", "/"):
        server.newer = newer.get
        assert b"Newer" in get(server, "")[2]
        assert b"Fresh" in get(server, "fresh/")[2]
        assert raw(server, "/fresh")[:2] == (302, "/fresh/")
        assert get(server, "about.html")[0] == get(server, "about")[0] == 404
        assert b"Actors" in get(server, "actors/")[2]


def test_below_a_sub_path_nothing_else_is_served(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(FILES["index.html"])
    for server in running(tmp_path, "sub"):
        assert urlsplit(server.url).path == "/sub/"
        assert raw(server, "/")[:2] == raw(server, "/sub")[:2] == (302, "/sub/")
        assert raw(server, "/index.html")[0] == raw(server, "/subway/")[0] == 404
        assert raw(server, "/sub/")[0] == 200


def test_before_the_first_build_a_page_says_so(tmp_path: Path) -> None:
    for server in running(tmp_path / "site", "/"):
        status, _, content = get(server, "")
        assert status == 404
        assert b"not built yet" in content
        assert SCRIPT.encode() in content


def test_taken_port_is_told_in_one_line(server: SiteServer) -> None:
    port = server.server_port
    with pytest.raises(DatelineError, match=f"port {port} of 127.0.0.1 must be free") as refused:
        SiteServer(server.site, host="127.0.0.1", port=port, base="/", reloads=Reloads(), say=print)
    assert "\n" not in str(refused.value)


def test_host_must_be_of_this_machine(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="must be an address of this machine"):
        SiteServer(tmp_path, host="192.0.2.1", port=0, base="/", reloads=Reloads(), say=print)
