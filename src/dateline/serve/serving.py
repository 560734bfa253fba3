"""`dateline serve`: build, serve, watch; build again and reload open pages at each change."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from threading import Event, Thread

import click

from dateline.errors import DatelineError
from dateline.project import Project
from dateline.serve.reload import Reloads
from dateline.serve.server import SiteServer
from dateline.serve.watching import changes


def serve(
    project: Project,
    *,
    rebuild: Callable[[], bool],
    host: str = "127.0.0.1",
    port: int = 8000,
    base: str = "/",
    stop: Event | None = None,
) -> None:
    """Serve the project's built site until Ctrl-C (or `stop`), building it first and at each change.

    rebuild  builds and says whether there is a new site; where it fails, the last good one stays
    port     0 takes any free one
    base     the path below which the site is served, as a host with a sub-path does
    Raises DatelineError where the port is taken or the first build finds a broken environment.
    """
    stop, reloads = stop or Event(), Reloads()
    folders = (project.briefings, project.templates, project.seeds)
    with ExitStack() as open_things:
        server = SiteServer(project.output, host=host, port=port, base=base, reloads=reloads, say=_say)
        open_things.callback(server.server_close)
        news = open_things.enter_context(closing(changes(folders, project.root / "mkdocs.yml", stop=stop)))
        try:
            next(news, None)
            if not rebuild():
                _say("the site was not built; mend the problems above, and it will be")
            _say(f"serving {server.url} (stop with Ctrl-C)")
            open_things.enter_context(_running(server))
            for _ in news:
                if _rebuilt(rebuild):
                    reloads.announce()
        except KeyboardInterrupt:
            _say("stopped")


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


def _rebuilt(rebuild: Callable[[], bool]) -> bool:
    """True where there is a new site; what went wrong is said, and the last good one stays."""
    try:
        done = rebuild()
    except (DatelineError, OSError) as error:  # a file may vanish while it is read
        _say(str(error))
        return False
    _say("built again" if done else "not built; the last good site stays")
    return done


def _say(words: str) -> None:
    click.echo(f"dateline: {words}", err=True)
