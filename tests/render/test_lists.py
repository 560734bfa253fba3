"""Lists: every value of a filter has a page of its own, and each record stands on the page of each of its values."""

import re
from collections import Counter

import pytest
from folders import PROJECTS
from render.small_project import PROJECT, corpus_of, rendered, small_export, small_pages

from dateline.project import Project

LISTS = {
    "incidents": ("year", "type", "status", "country"),
    "actors": ("kind",),
    "briefings": ("year", "review"),
    "locations": ("country", "kind"),
}
CHOICE = re.compile(r'<a href="([^"]+)" data-value="([^"]+)"[^>]*><bdi>.*?</bdi> <span class="count">([\d,]+)</span>')


def rows_of(page: str, facet: str) -> list[str]:
    """The value of each row of a list."""
    return re.findall(rf'<(?:tr|li)[^>]* data-{facet}="([^"]+)"', page)


def bar_of(page: str, facet: str) -> dict[str, int]:
    part = page.split(f'data-facet="{facet}"', 1)[1].split("</details>", 1)[0]
    return {value: int(count.replace(",", "")) for _, value, count in CHOICE.findall(part)}


@pytest.mark.parametrize(("folder", "facet"), [(folder, facet) for folder in LISTS for facet in LISTS[folder]])
def test_counts_of_the_bar_are_those_of_the_rows_and_of_the_pages(folder: str, facet: str) -> None:
    index = small_pages()[f"{folder}/index.md"]
    bar = bar_of(index, facet)
    assert bar == Counter(rows_of(index, facet))
    for value, count in bar.items():
        page = small_pages()[f"{folder}/{facet}/{value}.md"]
        assert rows_of(page, facet) == [value] * count
        assert f'data-value="{value}" aria-current="page"' in page


def test_no_record_is_lost_for_want_of_a_date_or_place() -> None:
    total = len(small_export().index.incidents)
    for facet in LISTS["incidents"]:
        assert sum(bar_of(small_pages()["incidents/index.md"], facet).values()) == total, facet
    assert bar_of(small_pages()["incidents/index.md"], "year")["no-date"] == 1
    assert bar_of(small_pages()["incidents/index.md"], "country")["no-place"] >= 1


def test_dates_and_numbers_can_be_sorted() -> None:
    """The first day that a date may mean, the least number of killed; nothing for what is not known."""
    page = small_pages()["incidents/index.md"]
    keys = re.findall(r'data-key="([^"]*)">', page)
    assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", day) for day in keys[::2])
    assert all(re.fullmatch(r"\d*", killed) for killed in keys[1::2])
    assert "" in keys[::2]


def test_months_of_each_year_are_counted() -> None:
    index = small_pages()["briefings/index.md"]
    assert '<dt><a href="../briefings/year/2031.html"><bdi>2031</bdi></a></dt>' in index
    assert '<a href="../briefings/2031-03.html"><bdi>March</bdi></a> <span class="count">2</span>' in index
    assert '<bdi>March</bdi> <span class="count">2</span>' in small_pages()["briefings/2031-03.md"]


def test_open_questions_are_counted_and_lead_to_where_an_answer_belongs() -> None:
    page = small_pages()["gaps.md"]
    for key, count in re.findall(r'\{: #(\S+) \}\n\n<p class="lede"><b class="number">([\d,]+)</b>', page):
        part = page.split(f"{{: #{key} }}", 1)[1].split("\n## ", 1)[0]
        assert part.count("<li>") == min(int(count), 6), key
    assert "NLF" in page
    assert "May mean" in page
    home = small_pages()["index.md"]
    assert '<a href="gaps.html#date">' in home
    edit = re.findall(r'<a class="add" href="([^"]+)"', page)
    assert all(re.search(r"/briefings/.*\.md$", address) for address in edit)
    assert edit


def test_lists_of_nothing_are_pages_too() -> None:
    """A new project has every list, and says that there is nothing yet."""
    corpus = corpus_of(Project.open(PROJECT))
    empty = type(corpus)({}, {}, {}, {}, {}, {})
    pages = rendered(Project.open(PROJECT), empty)
    assert "0 incidents" in pages["incidents/index.md"]
    assert "Nothing is open." in pages["gaps.md"]
    assert 'id="since"' not in pages["index.md"]


def test_row_tells_the_type_that_its_title_does_not() -> None:
    """A title that begins with the very words of the type says it already."""
    page = rendered(Project.open(PROJECTS / "cross-linked"))["incidents/index.md"]
    below = dict(
        re.findall(r'<bdi>([^<]+)</bdi></a>(?:<span class="small">([^<]+)</span>)?</td>\n<td data-label="P', page)
    )
    assert below["Armed clash in Dulvin"] == ""
    assert below["Threatening calls to the National Labour Federation"] == "Threat"
