"""Pages that people write beside the records, such as about.md."""

from collections.abc import Iterator

from dateline.model import Page, PlainPage, Record
from dateline.model.paths import is_generated
from dateline.render.markup import heading, one_line
from dateline.render.planned import Planned, planned
from dateline.render.prose import render_sections
from dateline.render.site import Here, Site


def pages(site: Site) -> Iterator[Planned]:
    """One page per file, at its own path; the home page shows `index.md` itself."""
    for key, record in site.corpus.pages.items():
        if key != "index" and not is_generated(key):
            yield _page(Here(site, f"{key}.md"), key, record)


@planned
def _page(here: Here, key: str, record: Record[PlainPage]) -> Page:
    parts = render_sections(record.body, resolve=here.resolver(record.path))
    titles = [part[1] for part in parts if isinstance(part, tuple) and part[0] == 1]
    title = record.data.title or (titles[0] if titles else key.rpartition("/")[2].replace("-", " ").capitalize())
    blocks = [
        heading(part[0], part[1], part[2])
        if isinstance(part, tuple)
        else f'<div dir="auto" class="prose">{one_line(part)}</div>'
        for part in parts
        if not (isinstance(part, tuple) and part[0] == 1)
    ]
    return here.site.page(
        here,
        "plain",
        title=title,
        description=record.data.description or f"{title}: a page of {here.site.project.name}.",
        blocks=blocks,
        section=key,
        actions=here.actions(record.path),
        source_path=record.path,
    )
