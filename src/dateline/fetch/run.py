"""Feeds, one after the other: each new item is fetched, compared with the seeds, and written as one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline import __version__
from dateline.disk import write_atomic
from dateline.fetch.addresses import without_tracking
from dateline.fetch.client import Answer, Client, Limits
from dateline.fetch.feeds import Entry, read_feed
from dateline.fetch.known import Known
from dateline.fetch.report import Fetched, FetchError
from dateline.fetch.robots import Robots
from dateline.fetch.seedfile import article, header_of, seed_name, seed_of, seed_text
from dateline.fetch.state import FeedState, read_state, write_state
from dateline.project import FeedSettings, Project
from dateline.read import read_seeds

_TRIES = 3  # items that are asked for, for each seed that a feed may add: one that adds none is not asked for ever


def visit(project: Project, feeds: Sequence[FeedSettings], *, limit: int, dry: bool) -> Iterator[Fetched]:
    """What became of every item of every feed; a feed that fails stops no other. See `fetch_feeds`."""
    settings = project.settings.fetch
    client = Client(
        settings.user_agent or _agent(project), Limits(pause=settings.pause, private=settings.private_hosts)
    )
    seeds, _ = read_seeds(project.seeds, root=project.root, texts=project.texts)
    state = read_state(project.feeds_state)
    run = Run(project.root, client, Known.of(seeds), state, shortest=settings.shortest, limit=limit, dry=dry)
    for feed in feeds:
        try:
            yield from run.feed(feed)
        except FetchError as error:
            yield Fetched(error.outcome, feed.url, error.words, is_feed=True)
        if not dry:
            write_state(project.feeds_state, state)


def _agent(project: Project) -> str:
    """Who asks, and where a publisher can say that it does not want to be asked."""
    where = str(project.site.get("repo_url") or project.url or "no address given")
    return f"Dateline/{__version__} (+{where})"


@dataclass
class Run:
    """One visit to feeds.

    root      the project's folder
    client    over which all is asked
    known     seeds that there are, also those of this run
    shortest  characters below which a text is a teaser, no report
    limit     seeds that one feed may add
    dry       write nothing
    state     feed -> what is remembered of it; renewed
    """

    root: Path
    client: Client
    known: Known
    state: dict[str, FeedState]
    shortest: int
    limit: int
    dry: bool = False
    robots: Robots = field(init=False)

    def __post_init__(self) -> None:
        self.robots = Robots(self.client)

    def feed(self, feed: FeedSettings) -> Iterator[Fetched]:
        """What became of every item of a feed (FetchError where it cannot be had)."""
        last = self.state.get(feed.url, FeedState())
        answer = self._get(feed.url, _conditions(last))
        if answer.status == 304:
            yield Fetched("known", feed.url, "is as it was", is_feed=True)
            return
        items: dict[str, str] = {}
        done: list[Fetched] = []
        for entry in read_feed(_ok(answer).body, answer.url):
            found = self._item(entry, feed, last, done)
            done.append(found)
            if found.seed:
                items[entry.guid] = found.seed
            yield found
        settled = all(item.outcome not in ("failed", "later") for item in done)
        named = answer.headers if settled else {}
        self.state[feed.url] = FeedState(
            etag=named.get("etag", ""), last_modified=named.get("last-modified", ""), items=items
        )

    def _item(self, entry: Entry, feed: FeedSettings, last: FeedState, done: Sequence[Fetched]) -> Fetched:
        seed = last.items.get(entry.guid) or self.known.by_url(entry.url)
        if seed:
            return Fetched("known", entry.url, f"is {seed}", seed)
        counts = Counter(item.outcome for item in done)
        asked = len(done) - counts["known"] - counts["later"]
        if counts["added"] >= self.limit or asked >= _TRIES * self.limit:
            return Fetched(
                "later", entry.url, f"is left to another run: {asked} were asked for, {counts['added']} added"
            )
        try:
            return self._new(entry, feed, self._get(entry.url))
        except FetchError as error:
            return Fetched(error.outcome, entry.url, error.words)

    def _new(self, entry: Entry, feed: FeedSettings, answer: Answer) -> Fetched:
        page, text = article(_ok(answer))
        header = header_of(
            entry, page, without_tracking(answer.url), {"publisher": feed.publisher, "licence": feed.licence}
        )
        seed = self.known.by_url(answer.url, *filter(None, [page.url])) or self.known.by_text(text)
        if seed:
            return Fetched("known", entry.url, f"is {seed}", seed)
        if len(text) < self.shortest:
            return Fetched("too-short", entry.url, f"holds {len(text)} characters of text, fewer than {self.shortest}")
        if not header.date:
            return Fetched("no-date", entry.url, "neither the feed nor the page tells the day of publication")
        taken = {path.stem for path in (self.root / "seeds").rglob("*")} | {Path(ref).stem for ref in self.known.words}
        path = f"seeds/{seed_name(header, taken)}.txt"
        content = seed_text(header, text)
        self.known.add(seed_of(path, content, self.root))
        if not self.dry:
            write_atomic(self.root / path, content)
        return Fetched("added", entry.url, header.title or "untitled", path)

    def _get(self, url: str, headers: dict[str, str] | None = None) -> Answer:
        return self.client.get(url, headers=headers, allowed=self.robots.check)


def _conditions(last: FeedState) -> dict[str, str]:
    given = {"If-None-Match": last.etag, "If-Modified-Since": last.last_modified}
    return {name: value for name, value in given.items() if value}


def _ok(answer: Answer) -> Answer:
    if answer.status == 200:
        return answer
    gone = answer.status in (401, 402, 403, 404, 410, 451)
    raise FetchError(f"the server answers {answer.status}", outcome="refused" if gone else "failed")
