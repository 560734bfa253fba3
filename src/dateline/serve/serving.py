"""`dateline serve`: build, serve, watch; at each change show the newest state, and build it when all is quiet."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from itertools import chain
from threading import Event, Thread

import click

from dateline.build import build_project
from dateline.errors import DatelineError
from dateline.model import Corpus, Problem
from dateline.progress import Progress, no_progress
from dateline.project import Project
from dateline.serve.background import Background
from dateline.serve.live import LiveSite
from dateline.serve.reload import Reloads
from dateline.serve.server import SiteServer
from dateline.serve.watching import changes


def _silently() -> AbstractContextManager[Progress]:
    return nullcontext(no_progress)


def serve(
    project: Project,
    *,
    show: Callable[[Sequence[Problem]], None],
    progress: Callable[[], AbstractContextManager[Progress]] = _silently,
    host: str = "127.0.0.1",
    port: int = 8000,
    base: str = "/",
    stop: Event | None = None,
) -> None:
    """Serve the project's site until Ctrl-C (or `stop`), building it first; open pages follow each change.

    show      prints problems
    progress  for the time of the first build: what is told of its steps
    port      0 takes any free one
    base      the path below which the site is served, as a host with a sub-path does
    Raises DatelineError where the port is taken or the first build finds a broken environment.
    """
    stop, reloads = stop or Event(), Reloads()
    folders = (project.briefings, project.templates, project.seeds)
    with ExitStack() as things:
        server = SiteServer(project.output, host=host, port=port, base=base, reloads=reloads, say=_say)
        things.callback(server.server_close)
        news = things.enter_context(closing(changes(folders, project.root / "mkdocs.yml", stop=stop)))
        try:
            next(news, None)
            live = LiveSite(project, reloads=reloads, show=show, say=_say)
            things.callback(live.close)
            server.newer = live.content
            fresh = not live.can_begin and _built(project, live, show, progress)
            _say(f"serving {server.url} (stop with Ctrl-C)")
            things.enter_context(_running(server))
            _follow(live, chain([None], news), things, fresh=fresh)
        except KeyboardInterrupt:
            _say("stopped")


def _built(
    project: Project,
    live: LiveSite,
    show: Callable[[Sequence[Problem]], None],
    progress: Callable[[], AbstractContextManager[Progress]],
) -> bool:
    """Build the site of a project that has none yet; True where that could be done."""
    with progress() as report:
        built = build_project(project, progress=report)
    show(built.problems)
    if built.site is None:
        live.tell([problem for problem in built.problems if problem.severity == "error"])
        _say("the site was not built; mend the problems above, and it will be")
    return built.site is not None


def _follow(live: LiveSite, news: Iterable[None], things: ExitStack, *, fresh: bool) -> None:
    """At each change show what is new, draft what has no briefing, and build the site in the background.

    fresh  the site was built just now, which is what the first of the news asks for
    """
    background = Background(live.project.root, live.done)
    background.start()
    things.callback(background.close)
    tried: frozenset[str] = frozenset()
    for _ in news:
        try:
            shown = live.refresh(built=fresh)
        except (DatelineError, OSError) as error:  # a file may vanish while it is read
            live.failed(str(error))
            continue
        if shown and not fresh:
            background.build(live.state)
        undrafted = _undrafted(shown.corpus) if shown else tried
        if undrafted - tried and not fresh:
            background.draft()
        tried, fresh = undrafted, False


def _undrafted(corpus: Corpus) -> frozenset[str]:
    cited = {source.seed for record in corpus.briefings.values() for source in record.data.sources}
    return frozenset(set(corpus.seeds) - cited)


@contextmanager
def _running(server: SiteServer) -> Iterator[None]:
    """Answer requests in the background for as long as the context lasts."""
    answering = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    answering.start()
    try:
        yield
    finally:
        server.reloads.close()
        server.shutdown()
        answering.join()


def _say(words: str) -> None:
    click.echo(f"dateline: {words}", err=True)
