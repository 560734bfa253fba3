"""Links as people write them for GitHub lead to the site's pages."""

import pytest

from dateline.render.prose_links import link_resolver

SEEDS = {"seeds/a.html": "sources/a.html", "seeds/b.jsonl#7": "sources/b-7.html"}


@pytest.mark.parametrize(
    ("path", "root", "target", "expected"),
    [
        ("briefings/2031-01-01-x.md", "../", "actors/us.md", "../actors/us.html"),
        ("briefings/2031-01-01-x.md", "../", "2031-01-02-y.md#q-q1", "../briefings/2031-01-02-y.html#q-q1"),
        ("briefings/actors/us.md", "../", "../about.md", "../about.html"),
        ("briefings/about.md", "", "../seeds/a.html", "sources/a.html"),
        ("briefings/about.md", "", "../seeds/b.jsonl#7", "sources/b-7.html"),
        ("briefings/about.md", "", "https://x.example/a.md", "https://x.example/a.md"),
        ("briefings/about.md", "", "#how", "#how"),
        ("briefings/about.md", "", "../mkdocs.yml", "../mkdocs.yml"),
    ],
)
def test_link(path: str, root: str, target: str, expected: str) -> None:
    assert link_resolver(path, root, SEEDS)(target) == expected
