"""`Index ─render(templates)─▶ Pages`: every page of the site as a staged Markdown file."""

from collections.abc import Callable, Iterator

from dateline.index.entries import Index
from dateline.model import Corpus, Page
from dateline.project import Project
from dateline.render.cards import card_drawings
from dateline.render.data import data_files, plan_data
from dateline.render.environment import packaged_templates, template_environment
from dateline.render.files import assets, theme_files
from dateline.render.kinds import (
    actor,
    actor_lists,
    briefing,
    briefing_lists,
    data,
    gaps,
    home,
    incident,
    incident_lists,
    location,
    location_lists,
    map_page,
    names,
    plain,
    redirects,
    search,
    source,
    source_lists,
    timeline,
)
from dateline.render.planned import Planned
from dateline.render.site import Site

KINDS: tuple[Callable[[Site], Iterator[Planned]], ...] = (
    home.pages,
    briefing_lists.pages,
    briefing.pages,
    actor_lists.pages,
    actor.pages,
    incident_lists.pages,
    incident.pages,
    location_lists.pages,
    location.pages,
    source_lists.pages,
    source.pages,
    names.pages,
    plain.pages,
    search.pages,
    map_page.pages,
    timeline.pages,
    gaps.pages,
    data.pages,
    redirects.pages,
)


def plan_site(index: Index, corpus: Corpus, project: Project) -> Iterator[Planned]:
    """All pages, kind by kind, none of them rendered yet."""
    site = Site(index, corpus, project, template_environment(project.templates))
    for pages in KINDS:
        yield from pages(site)


def render_site(index: Index, corpus: Corpus, project: Project) -> Iterator[Page]:
    """All pages, kind by kind (TemplateError where a template cannot be used)."""
    return (page.render() for page in plan_site(index, corpus, project))


__all__ = [
    "KINDS",
    "Planned",
    "assets",
    "card_drawings",
    "data_files",
    "packaged_templates",
    "plan_data",
    "plan_site",
    "render_site",
    "theme_files",
]
