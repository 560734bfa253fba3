"""What every page kind is given: the values to show, and a place to stand from which links are relative."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment

from dateline.index.entries import Index
from dateline.model import Corpus, Page
from dateline.project import Project
from dateline.render.cards import own_cards
from dateline.render.environment import render_template
from dateline.render.markup import one_line, stage
from dateline.render.name_pages import name_slugs
from dateline.render.prose import Resolve, render_markdown
from dateline.render.prose_links import link_resolver
from dateline.render.views import Link, Status
from dateline.vocabulary import Vocabulary

_TOLD_APART = ("actors", "locations", "incidents")


@dataclass(frozen=True)
class Site:
    """One build: index, corpus, project and templates; `name_pages`: shared name -> slug of its page."""

    index: Index
    corpus: Corpus
    project: Project
    templates: Environment
    name_pages: dict[str, str] = field(init=False)
    edit_base: str = field(init=False)
    cards: dict[str, str] = field(init=False)
    source_pages: dict[str, str] = field(init=False)
    told_apart: dict[str, dict[str, list[str]]] = field(init=False)

    def __post_init__(self) -> None:
        sources = {entry.seed.ref: entry.url for entry in self.index.sources.values()}
        object.__setattr__(self, "source_pages", sources)
        object.__setattr__(self, "told_apart", {kind: _told_apart(self.corpus, kind) for kind in _TOLD_APART})
        object.__setattr__(self, "name_pages", name_slugs(self.index.shared_names))
        object.__setattr__(self, "cards", own_cards(self.index, self.project))
        object.__setattr__(self, "edit_base", _edit_base(self.project))

    @property
    def vocabulary(self) -> Vocabulary:
        """The closed lists with this project's additions."""
        return self.project.vocabulary

    def status(self, slug: str) -> Status:
        """A status as pages show it."""
        entry = self.vocabulary["statuses"].get(slug)
        if entry is None:
            return Status(slug, "?", slug.replace("-", " "), "")
        return Status(slug, str(entry["sign"]), entry.label, str(entry["meaning"]))

    def page(self, here: "Here", template: str, **values: Any) -> Page:
        """One staged page from `templates/pages/NAME.md.j2`."""
        context = {
            "root": here.root,
            "card": self.cards.get(here.path, ""),
            "here": here.url,
            "site_name": self.project.name,
            **values,
        }
        text = render_template(self.templates, f"pages/{template}.md.j2", context)
        return Page(here.path, stage(text))

    def fragment(self, template: str, **values: Any) -> str:
        """A piece of HTML from `templates/partials/NAME.html.j2`."""
        return render_template(self.templates, f"partials/{template}.html.j2", values)


@dataclass(frozen=True)
class Here:
    """A page's place, `path` below the docs folder, and the links that it writes."""

    site: Site
    path: str

    @property
    def root(self) -> str:
        """What leads from the page to the site's root: "" or "../" once a folder."""
        return "../" * self.path.count("/")

    @property
    def url(self) -> str:
        """The page's own address below the root."""
        return self.path.removesuffix(".md") + ".html"

    def to(self, url: str) -> str:
        """A root-relative address as seen from here."""
        return self.root + url

    def actor(self, key: str) -> Link:
        """An actor by its name; plain text where it has no record."""
        entry = self.site.index.actors.get(key)
        if entry is None:
            return Link("", key)
        return Link(self.to(entry.url), entry.name, self._kind("actor-kinds", entry.actor.kind))

    def location(self, key: str | None, *, full: bool = True) -> Link:
        """A place by its name, with its country's unless told otherwise; "not reported" for none."""
        entry = self.site.index.locations.get(key or "")
        if entry is None:
            return Link("", key or "not reported")
        kind = self._kind("place-kinds", entry.location.kind)
        return Link(self.to(entry.url), entry.full_name if full else entry.name, kind)

    def _kind(self, vocabulary: str, slug: str) -> str:
        return "" if slug == "unknown" else self.site.vocabulary.label(vocabulary, slug)

    def briefing(self, key: str, anchor: str = "") -> Link:
        """A briefing by its title; one that is withdrawn says so wherever it is named."""
        entry = self.site.index.briefings[key]
        return Link(self.to(entry.url) + (f"#{anchor}" if anchor else ""), entry.listed_title)

    def incident(self, key: str) -> Link:
        """An incident by its title; plain text where it has no page."""
        entry = self.site.index.incidents.get(key)
        return Link(self.to(entry.url), entry.title) if entry else Link("", key)

    def source(self, key: str, anchor: str = "") -> Link:
        """A source's page by its title."""
        entry = self.site.index.sources[key]
        return Link(self.to(entry.url) + (f"#{anchor}" if anchor else ""), entry.title)

    def record(self, kind: str, key: str) -> Link:
        """A record by the folder of its kind: `briefings`, `actors`, `incidents` or `locations`."""
        leads = {
            "briefings": self.briefing,
            "actors": self.actor,
            "incidents": self.incident,
            "locations": self.location,
        }
        return leads[kind](key)

    def shared_name(self, name: str) -> Link:
        """The page of a name that several actors carry."""
        return Link(self.to(f"names/{self.site.name_pages[name]}.html"), name)

    def own_text(self, body: str, path: str) -> str:
        """A record's prose as HTML; `path` is its file, relative to the project."""
        if not body.strip():
            return ""
        return one_line(render_markdown(body, resolve=self.resolver(path)))

    def resolver(self, path: str) -> Resolve:
        """What leads the links of the project's file `path` to pages of the site."""
        return link_resolver(path, self.root, self.site.source_pages)

    def actions(self, path: str | None) -> tuple[Link, ...]:
        """What a reader may do with the file behind the page: edit it, read it plain, see its history."""
        base = self.site.edit_base
        if not base or not path:
            return ()
        found = [Link(base + path, "Edit this page")]
        if "/edit/" in base:
            found.append(Link(base.replace("/edit/", "/raw/", 1) + path, "Plain text"))
            found.append(Link(base.replace("/edit/", "/commits/", 1) + path, "History"))
        return tuple(found)

    def data(self) -> Link:
        """The record as JSON, beside the page."""
        return Link(self.to(self.path.removesuffix(".md") + ".json"), "Data (JSON)")

    def feed(self) -> Link:
        """What is new on the record, for feed readers."""
        return Link(self.to(self.path.removesuffix(".md") + "/feed.xml"), "Follow (Atom feed)")

    def report(self, title: str) -> Link | None:
        """Where to say that the page is wrong, with its title and address filled in; None without a repository."""
        repository = self.site.edit_base.partition("/edit/")[0] if "/edit/" in self.site.edit_base else ""
        if not repository:
            return None
        fields = {"template": "report-an-error.yml", "title": f"Error: {title}", "page": self.url, "quote": ""}
        return Link(f"{repository}/issues/new?{urlencode(fields, quote_via=quote)}", "Report an error")


def _told_apart(corpus: Corpus, kind: str) -> dict[str, list[str]]:
    """Id -> the records that say they are not this one."""
    found: dict[str, list[str]] = {}
    for key, record in corpus.records(kind).items():
        for other in record.data.not_same_as:
            found.setdefault(other, []).append(key)
    return found


def _edit_base(project: Project) -> str:
    """`extra.dateline.edit_url`, else `repo_url` with `edit_uri` (`edit/main/` where none is given), or ""."""
    if project.settings.edit_url:
        return project.settings.edit_url.rstrip("/") + "/"
    repository = str(project.site.get("repo_url") or "")
    if not repository.startswith(("https://", "http://")):
        return ""
    return f"{repository.rstrip('/')}/{str(project.site.get('edit_uri') or 'edit/main/').strip('/')}/"
