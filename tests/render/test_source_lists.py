"""Many sources: the first page has a calendar of their months and those published last."""

import re
from pathlib import Path

from bench.corpus import make_project
from folders import ROOT

from dateline.api import Project
from dateline.checking import check_project
from dateline.index import build_index
from dateline.render import plan_site

MANY = 300


def test_first_page_of_many_sources(tmp_path: Path) -> None:
    project = Project.open(make_project(tmp_path / "project", briefings=MANY, root=ROOT))
    path = min((project.root / "briefings").glob("2031-01-01-*.md"))
    told = path.read_text(encoding="utf-8")
    path.write_text(told.replace("publisher: Wire", "publisher: Wire\n    published: 2031-02-03"), encoding="utf-8")
    corpus = check_project(project).corpus
    planned = plan_site(build_index(corpus, project.vocabulary), corpus, project)
    page = next(page.render() for page in planned if page.path == "sources/index.md").content
    years = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page)
    assert [re.sub("<.*?>", "", year) for year, _ in years] == ["2031", "No date"]
    assert re.sub("<.*?>", "", years[0][1]) == "February 1"
    assert re.sub("<.*?>", "", years[1][1]) == "not stated 299"
    assert 'href="../sources/month/2031-02.html"' in years[0][1]
    assert 'href="../sources/month/no-date.html"' in years[1][1]
    assert "Published last" in page
    assert page.count('<td data-label="Title">') == 30
    assert page.index("Mon 3 February 2031") < page.index("date not stated")
