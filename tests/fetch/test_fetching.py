"""Feeds of a real server in, seeds out; and what a feed or a site may do without harm."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from fetch.host import HTML, Host, item, page, paragraph, rss

from dateline.api import Fetched, Project, ProjectError, check_project, fetch_feeds
from dateline.read import read_seeds


def fetched(project: Project, host: Host, feed: str = "/feed", **options: bool | int) -> list[tuple[str, str]]:
    """(outcome, path below the host) of each item."""
    found = list(fetch_feeds(project, [host.url(feed)], **options))
    return [(one.outcome, one.url.removeprefix(host.url(""))) for one in found]


def one(project: Project, host: Host, feed: str = "/feed") -> Fetched:
    (found,) = fetch_feeds(project, [host.url(feed)])
    return found


def seeds(project: Project) -> list[str]:
    return sorted(path.name for path in project.seeds.iterdir())


def test_new_articles_become_seeds_that_read_as_they_were(project: Project, host: Host) -> None:
    foot = '<footer><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></footer>'
    host.routes = {
        "/feed": rss(item("/news/1?utm_source=feed", "Shed burns: one hurt & none dead".replace("&", "&amp;"))),
        "/news/1?utm_source=feed": page("Dorlen", foot=foot),
    }
    found = one(project, host)
    assert (found.outcome, found.seed) == ("added", "seeds/2031-03-04-shed-burns-one-hurt-none-dead.txt")
    (seed,), problems = read_seeds(project.seeds, root=project.root, texts=project.texts)[0].values(), ()
    assert problems == ()
    assert seed.title == "Shed burns: one hurt & none dead"
    assert (seed.published, seed.url) == ("2031-03-04", host.url("/news/1"))
    assert (seed.publisher, seed.licence) == ("Wire", "CC BY 4.0")
    assert seed.text == paragraph("Dorlen").strip()
    assert check_project(project).problems == ()


RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Wire</title>
 </channel><item rdf:about="/1"><title>A shed burns</title><link>/1</link><dc:date>2031-03-04T23:00:00-05:00</dc:date>
 </item></rdf:RDF>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><rights>CC0</rights>
 <entry><id>tag:1</id><title>A shed burns</title><link href="1"/><published>2031-03-04T23:00:00-05:00</published>
 <updated>2031-04-01T00:00:00Z</updated></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Wire",
    "items": [{"id": "1", "url": "/1", "title": "A shed burns", "date_published": "2031-03-04T23:00:00-05:00"}],
}


@pytest.mark.parametrize(
    "feed", [rss(item("/1"))[2].decode(), RDF, ATOM, json.dumps(JSON_FEED)], ids=["rss", "rdf", "atom", "json"]
)
def test_every_kind_of_feed_is_read(feed: str, project: Project, host: Host) -> None:
    """With links relative to the feed, and the day as it was where the feed is written."""
    host.routes = {"/feed": (200, {"Content-Type": "text/xml"}, feed.encode()), "/1": page("Dorlen")}
    assert one(project, host).seed == "seeds/2031-03-04-a-shed-burns.txt"


def test_the_day_of_a_change_is_not_the_day_of_publication(project: Project, host: Host) -> None:
    feed = ATOM.replace("<published>2031-03-04T23:00:00-05:00</published>", "")
    host.routes = {"/feed": (200, {}, feed.encode()), "/1": page("Dorlen")}
    assert one(project, host).outcome == "no-date"
    assert seeds(project) == []


def test_what_is_a_seed_already_is_left_out(project: Project, host: Host) -> None:
    """By guid, by address in another form, by nearly the same words; and nothing is overwritten."""
    host.routes = {
        "/feed": rss(item("/1", guid="a"), item("/2", guid="b")),
        "/1": page("Dorlen"),
        "/2": page("Dorlen", text=paragraph("Dorlen").replace("nobody was hurt", "nobody was harmed", 1)),
    }
    assert fetched(project, host) == [("added", "/1"), ("known", "/2")]
    before = (project.seeds / "2031-03-04-a-shed-burns.txt").read_bytes()
    host.routes["/feed"] = rss(item("/moved", guid="a"), item("/1?utm_medium=rss", guid="c"), item("/3", guid="d"))
    host.routes["/3"] = page("Sallin", text="A bridge fell into the river Tarve on Monday, said the railway. " * 10)
    host.asked.clear()
    assert fetched(project, host) == [("known", "/moved"), ("known", "/1?utm_medium=rss"), ("added", "/3")]
    assert host.paths == ["/robots.txt", "/feed", "/3"]
    assert seeds(project) == ["2031-03-04-a-shed-burns-2.txt", "2031-03-04-a-shed-burns.txt"]
    assert (project.seeds / "2031-03-04-a-shed-burns.txt").read_bytes() == before


def test_an_unchanged_feed_costs_one_request(project: Project, host: Host) -> None:
    def feed(handler: object) -> tuple[int, dict[str, str], bytes]:
        given = handler.headers.get("If-None-Match")  # type: ignore[attr-defined]
        return (304, {}, b"") if given == '"v1"' else (200, {"ETag": '"v1"'}, rss(item("/1"))[2])

    host.routes = {"/feed": feed, "/1": page("Dorlen")}
    assert fetched(project, host) == [("added", "/1")]
    host.asked.clear()
    assert fetched(project, host) == [("known", "/feed")]
    assert host.paths == ["/robots.txt", "/feed"]


def test_a_feed_is_asked_in_full_again_while_an_item_is_not_settled(project: Project, host: Host) -> None:
    reply = rss(item("/1"))
    host.routes = {"/feed": (200, {"ETag": '"v1"'}, reply[2]), "/1": (500, {}, b"")}
    assert fetched(project, host) == [("failed", "/1")]
    host.routes["/1"] = page("Dorlen")
    assert fetched(project, host) == [("added", "/1")]
    assert all("if-none-match" not in headers for _, headers in host.asked)


def test_robots_txt_is_kept(project: Project, host: Host) -> None:
    """For the feed, for articles, and for where these lead."""
    rules = b"User-agent: Dateline\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n"
    host.routes = {
        "/robots.txt": (200, {}, rules),
        "/feed": rss(item("/private/1"), item("/leads"), item("/2")),
        "/leads": (302, {"Location": "/private/2"}, b""),
        "/2": page("Dorlen"),
        "/private/feed": rss(),
    }
    assert fetched(project, host) == [("refused", "/private/1"), ("refused", "/leads"), ("added", "/2")]
    assert fetched(project, host, "/private/feed") == [("refused", "/private/feed")]
    assert not [path for path in host.paths if path.startswith("/private")]


def test_a_site_whose_robots_txt_fails_is_not_asked(project: Project, host: Host) -> None:
    host.routes = {"/robots.txt": (503, {}, b""), "/feed": rss(item("/1"))}
    assert fetched(project, host) == [("failed", "/feed")]
    assert "/feed" not in host.paths


@pytest.mark.parametrize(
    ("answer", "outcome", "words"),
    [
        ((404, {}, b""), "refused", "answers 404"),
        ((500, {}, b""), "failed", "answers 500"),
        ((302, {"Location": "/1"}, b""), "failed", "leads on more than 5 times"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "refused", "must begin with https:// or http://"),
        ((302, {"Location": "http://[::1"}, b""), "refused", "to what is no web address"),
        ((200, {"Content-Type": "application/pdf"}, b"%PDF"), "refused", "is no web page but application/pdf"),
        ((200, HTML, b"x" * 9_000_000), "refused", "is larger than 8,000,000 bytes"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"x" * 9_000_000)), "refused", "is larger than"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, b"x"), "failed", "breaks off"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, b"xyz"), "failed", "cannot be unpacked"),
        ((200, {**HTML, "Content-Encoding": "br"}, b"xyz"), "failed", "was not asked for: br"),
        ((200, HTML, b"<p>\x00</p>" * 100), "too-short", "holds 0 characters"),
        (page("Dorlen", text="Read more on our site."), "too-short", "fewer than 400"),
    ],
)
def test_an_article_that_cannot_be_had_stops_nothing(
    answer: tuple[int, dict[str, str], bytes], outcome: str, words: str, project: Project, host: Host
) -> None:
    host.routes = {"/feed": rss(item("/1"), item("/2")), "/1": answer, "/2": page("Dorlen")}
    first, second = fetch_feeds(project, [host.url("/feed")])
    assert (first.outcome, second.outcome) == (outcome, "added")
    assert words in first.words


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + ']><rss version="2.0"><channel><title>&i;</title></channel></rss>'
)


@pytest.mark.parametrize(
    ("feed", "outcome", "words"),
    [
        (b"<html><body>Hello</body></html>", "failed", "is no feed"),
        (b"", "failed", "is no feed"),
        (b'{"items": []}', "failed", "is no feed"),
        (b'{"items": [', "failed", "JSON is broken"),
        (BOMB.encode(), "refused", "declares entities of its own"),
        (b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"/>', "refused", "entities"),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(
    feed: bytes, outcome: str, words: str, project: Project, host: Host
) -> None:
    host.routes = {"/feed": (200, {}, feed)}
    found = one(project, host)
    assert (found.outcome, found.is_feed) == (outcome, True)
    assert words in found.words


def test_a_feed_that_breaks_off_gives_what_it_holds(project: Project, host: Host) -> None:
    whole = rss(item("/1"), item("/2"))[2]
    host.routes = {"/feed": (200, {}, whole[: whole.index(b"<link>/2")]), "/1": page("Dorlen")}
    assert fetched(project, host) == [("added", "/1")]


def test_private_networks_are_not_asked_unless_they_may_be(project: Project, host: Host) -> None:
    (project.root / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    closed = Project.open(project.root)
    for address in (
        host.url("/feed"),
        f"http://localhost:{host.port}/",
        "http://[::1]/",
        "http://169.254.169.254/",
        "http://10.0.0.1/",
    ):
        (found,) = fetch_feeds(closed, [address])
        assert (found.outcome, "private network" in found.words) == ("refused", True), address
    assert host.asked == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x.example/", "http://u:p@127.0.0.1/"])
def test_other_addresses_are_refused(url: str, project: Project, host: Host) -> None:
    host.routes = {"/feed": rss(item(url))}
    assert [found.outcome for found in fetch_feeds(project, [host.url("/feed")])] == ["refused"]


def test_a_dry_run_writes_nothing(project: Project, host: Host) -> None:
    host.routes = {"/feed": rss(item("/1")), "/1": page("Dorlen")}
    before = sorted(project.root.rglob("*"))
    assert fetched(project, host, dry=True) == [("added", "/1")]
    assert sorted(project.root.rglob("*")) == before


def test_a_feed_adds_so_many_and_the_rest_the_next_time(project: Project, host: Host) -> None:
    texts = [f"Report {number}: " + " ".join(f"word{number}{n}" for n in range(80)) for number in range(3)]
    host.routes = {"/feed": rss(*(item(f"/{number}") for number in range(3)))}
    host.routes |= {f"/{number}": page("Dorlen", text=text) for number, text in enumerate(texts)}
    assert [outcome for outcome, _ in fetched(project, host, limit=2)] == ["added", "added", "later"]
    assert [outcome for outcome, _ in fetched(project, host, limit=2)] == ["known", "known", "added"]


def test_a_feed_that_adds_nothing_is_not_asked_for_ever(project: Project, host: Host) -> None:
    host.routes = {"/feed": rss(*(item(f"/{number}") for number in range(9)))}
    assert [outcome for outcome, _ in fetched(project, host, limit=2)] == ["refused"] * 6 + ["later"] * 3


def test_the_address_is_where_the_feed_leads(project: Project, host: Host) -> None:
    host.routes = {
        "/feed": rss(item("/go")),
        "/go": (301, {"Location": "/news/a-shed?utm_campaign=x&id=3"}, b""),
        "/news/a-shed?utm_campaign=x&id=3": page("Dorlen"),
    }
    text = (project.root / one(project, host).seed).read_text(encoding="utf-8")
    assert f"Url: {host.url('/news/a-shed?id=3')}\n" in text


def test_a_title_cannot_write_header_lines(project: Project, host: Host) -> None:
    title = "A shed\nDate: 1999-01-01\n\nBurns &lt;b&gt;now&lt;/b&gt;"
    host.routes = {"/feed": rss(item("/1", title)), "/1": page("Dorlen")}
    seed = one(project, host).seed
    assert seed.startswith("seeds/2031-03-04-")
    assert check_project(project).problems == ()


def test_settings_tell_what_a_feed_does_not(project: Project, host: Host) -> None:
    feed = f"{{url: '{host.url('/feed')}', publisher: The Wire, licence: \"By\\nagreement\"}}"
    settings = f"site_name: T\nextra: {{dateline: {{feeds: [{feed}], fetch: {{private_hosts: true, pause: 0}}}}}}\n"
    (project.root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    host.routes = {"/feed": rss(item("/1")), "/1": page("Dorlen")}
    (found,) = fetch_feeds(Project.open(project.root))
    text = (project.root / found.seed).read_text(encoding="utf-8")
    assert "Publisher: The Wire\n" in text
    assert "Licence: By agreement\n" in text


def test_who_asks_is_told(project: Project, host: Host) -> None:
    host.routes = {"/feed": rss()}
    fetched(project, host)
    assert {headers["user-agent"] for _, headers in host.asked} == {"Dateline/0.1.0 (+no address given)"}


def test_without_a_feed_there_is_a_hint(project: Project) -> None:
    """And no failure: a project without feeds is whole."""
    done = run(project.root)
    assert (done.returncode, done.stdout) == (0, "")
    assert "extra.dateline.feeds" in done.stderr


@pytest.mark.parametrize("text", ["{", "[]", '{"x": {"etags": ""}}', '{"x": []}'])
def test_a_broken_memory_is_said_to_be_one(text: str, project: Project, host: Host) -> None:
    (project.root / ".dateline").mkdir()
    project.feeds_state.write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError, match=r"\.dateline/feeds\.json: must be as"):
        list(fetch_feeds(project, [host.url("/feed")]))


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", "fetch", *arguments, "--project", str(project)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_prints_a_line_each_and_fails_for_a_feed_alone(project: Project, host: Host) -> None:
    host.routes = {"/feed": rss(item("/1"), item("/gone")), "/1": page("Dorlen")}
    done = run(project.root, host.url("/feed"))
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        f"added: {host.url('/1')}: A shed burns -> seeds/2031-03-04-a-shed-burns.txt",
        f"refused: {host.url('/gone')}: the server answers 404",
    ]
    assert done.stderr == "dateline: 1 added, 1 refused\n"
    failed = run(project.root, host.url("/none"), host.url("/feed"), "--format", "json")
    assert failed.returncode == 1
    assert [row["outcome"] for row in json.loads(failed.stdout)] == ["refused", "known", "refused"]
