"""`feeds ─fetch─▶ seeds/`: new articles become seed files, politely. The one arrow that asks hosts of others."""

import importlib
from collections.abc import Iterator, Sequence

from dateline.errors import MissingPackageError
from dateline.fetch.report import OUTCOMES, Fetched
from dateline.project import FeedSettings, Project

__all__ = ["OUTCOMES", "Fetched", "fetch_feeds"]


def fetch_feeds(project: Project, urls: Sequence[str] = (), *, limit: int = 20, dry: bool = False) -> Iterator[Fetched]:
    """What became of each item of the feeds, one by one, as it is done; seeds are written on the way.

    urls   feeds; none: those under `extra.dateline.feeds` in `mkdocs.yml`
    limit  seeds that one feed may add in a run
    dry    ask for all, write nothing
    Raises MissingPackageError without the extra `fetch`.
    """
    known = {feed.url: feed for feed in project.settings.feeds}
    feeds = [known.get(url) or FeedSettings.model_construct(url=url) for url in urls] or list(known.values())
    try:
        run = importlib.import_module("dateline.fetch.run")
    except ModuleNotFoundError:
        raise MissingPackageError("fetching needs its packages; pip install 'dateline[fetch]'") from None
    found: Iterator[Fetched] = run.visit(project, feeds, limit=limit, dry=dry)
    return found
