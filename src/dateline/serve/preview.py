"""`Corpus ─index─▶ Index ─plan─▶ Preview`: what a build would publish, a page made when a reader asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.export import Export, export_files
from dateline.index import build_index
from dateline.index.entries import Index
from dateline.kept import KeptParts
from dateline.model import Corpus, Page
from dateline.project import Project
from dateline.render import Planned, assets, plan_data, plan_site


@dataclass(frozen=True)
class Preview:
    """One state of a project. pages, data: by their addresses below the site's root; parts: those of the index."""

    project: Project
    corpus: Corpus
    index: Index
    pages: Mapping[str, Planned]
    data: Mapping[str, Planned]
    parts: KeptParts

    @property
    def newest(self) -> str:
        """The latest day of the content, as the engine is told; "" without briefings."""
        return max((record.data.date for record in self.corpus.briefings.values()), default="")

    @cached_property
    def assets(self) -> Mapping[str, bytes]:
        """Styles, scripts and pictures by address."""
        return dict(assets(self.project))

    @cached_property
    def exports(self) -> Mapping[str, bytes]:
        """Tables, feeds and map data by address."""
        files = export_files(Export(self.index, self.project, self.corpus.pages))
        return {path: content.encode() for path, content in files}

    def file(self, address: str) -> bytes | None:
        """A file that is no page, or None where there is none such here: it may be the engine's or the search's."""
        if address in self.data:
            return self.data[address].render().content.encode()
        if address.startswith("assets/"):
            return self.assets.get(address)
        known = address.endswith((".html", ".png")) or address.startswith("pagefind/")
        return None if known else self.exports.get(address)


def preview(project: Project, corpus: Corpus, *, before: Preview | None = None) -> Preview:
    """The state of a corpus without errors; no template is used yet.

    before  an earlier state with the same settings: where the corpus is the same, so is its index
    """
    if before and before.corpus == corpus:
        index, parts = before.index, before.parts
    else:
        parts = KeptParts(before.parts if before else None)
        index = build_index(corpus, project.vocabulary, parts)
    pages = {Page(page.path, "").url: page for page in plan_site(index, corpus, project)}
    return Preview(project, corpus, index, pages, {file.path: file for file in plan_data(index)}, parts)
