"""Builds one project with each engine and compares their pages: the staged tree must suit them all.

Usage: python tests/engines.py PROJECT
"""

import sys
from html.parser import HTMLParser
from pathlib import Path

from dateline.api import Project, build_project
from dateline.engine import ENGINES


class Article(HTMLParser):
    """The words of a page's article, without the anchors that engines put beside headings."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.silent = ""
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"
        if tag in ("script", "style") or (tag == "a" and "headerlink" in (dict(attrs).get("class") or "")):
            self.silent = tag

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"
        self.silent = "" if tag == self.silent else self.silent

    def handle_data(self, data: str) -> None:
        if self.depth and not self.silent:
            self.words += data.split()


def articles(site: Path) -> dict[str, str]:
    """Page -> the words of its article."""
    found = {}
    for page in sorted(site.rglob("*.html")):
        article = Article()
        article.feed(page.read_text(encoding="utf-8"))
        found[page.relative_to(site).as_posix()] = " ".join(article.words)
    return found


def build_with_each(project: Project) -> dict[str, dict[str, str]]:
    """Engine -> its pages' words."""
    found = {}
    for name in ENGINES:
        built = build_project(project, draft=False, engine=name)
        if built.site is None:
            sys.exit(f"engines: {project.root} has errors")
        found[name] = articles(built.site)
    return found


def main(folder: Path) -> None:
    """Print how each engine compares with the first; exit code 1 where one differs."""
    built = build_with_each(Project.find(folder))
    first, *_ = built
    for name, pages in built.items():
        differing = [page for page, words in built[first].items() if pages.get(page) != words]
        same = (
            "the same pages and words" if pages == built[first] else f"differs on {', '.join(differing[:5]) or 'pages'}"
        )
        print(f"{name:12} {len(pages):5} pages  {same}")
    if any(pages != built[first] for pages in built.values()):
        sys.exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
