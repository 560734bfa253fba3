"""Pages: those people write beside the records, and those rendered for the engine."""

from dataclasses import dataclass

from dateline.model.fields import Model


class PlainPage(Model):
    """Front matter of any other page under `briefings/` (about.md, method.md, …)."""

    title: str = ""
    description: str = ""


@dataclass(frozen=True)
class Page:
    """One staged file.

    path     below the engine's docs folder, e.g. `actors/united-states.md`
    content  front matter, Markdown headings and raw HTML blocks; ends with a line feed
    """

    path: str
    content: str

    @property
    def url(self) -> str:
        """Where the engine publishes it, relative to the site's root."""
        return self.path.removesuffix(".md") + ".html" if self.path.endswith(".md") else self.path
