"""Every kind of page: what it says, that it is fit to be staged, and that each of its links leads somewhere."""

import posixpath
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest
import yaml
from render.small_project import PROJECT, corpus_of, small_files, small_pages

from dateline.index import build_index
from dateline.project import Project
from dateline.render import assets, data_files, theme_files

Files = Callable[[Project], Iterator[tuple[str, bytes]]]

BRIEFING = "briefings/2031-03-04-dorlen-depot.md"
INCIDENT = "incidents/2031-03-04-dorlen-air-strike.md"
HEADING = re.compile(r"^#{2,4} .+ \{: #\S+ \}$")
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "col", "source"}


@pytest.fixture(scope="module")
def project() -> Project:
    return Project.open(PROJECT)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Path below the docs folder -> content of each page."""
    return small_pages()


class Tags(HTMLParser):
    """Collects what a page's HTML links to and the ids it has; checks that tags are closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action"):
                self.links.append(value or "")
            elif name == "id":
                self.ids.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def tags_of(content: str) -> Tags:
    tags = Tags()
    tags.feed(body_of(content))
    tags.close()
    tags.ids += re.findall(r"\{: #(\S+) \}", content)
    return tags


def body_of(content: str) -> str:
    return content.split("\n---\n", 1)[1]


def words_of(content: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", body_of(content)).split())


def test_every_kind_of_page_is_there(pages: dict[str, str]) -> None:
    assert set(pages) >= {
        "index.md",
        "briefings/index.md",
        "briefings/2031-03.md",
        BRIEFING,
        "briefings/2031-03-04-dorlen-strike.md",
        "actors/index.md",
        "actors/northern-liberation-front.md",
        "incidents/index.md",
        INCIDENT,
        "incidents/2031-wave.md",
        "locations/index.md",
        "locations/dorlen.md",
        "sources/index.md",
        "sources/depot-strike.md",
        "names/nlf.md",
        "about.md",
        "search.md",
    }


def test_pages_hold_front_matter_headings_and_html_blocks(pages: dict[str, str]) -> None:
    """An empty line stands only around headings, so that no Markdown dialect can end a block early."""
    for path, content in pages.items():
        matter = yaml.safe_load(content.split("\n---\n", 1)[0].removeprefix("---\n"))
        assert matter["title"]
        assert set(matter) <= {"title", "description", "section", "search", "hide", "redirect", "moved"}
        for block in body_of(content).strip().split("\n\n"):
            if block.startswith("#"):
                assert HEADING.match(block), (path, block)
                continue
            assert re.match(r"<[a-z]", block), (path, block[:80])
            tags = Tags()
            tags.feed(block)
            assert (tags.open, tags.faults) == ([], []), (path, block[:80])


def test_every_link_leads_somewhere(pages: dict[str, str], project: Project) -> None:
    there = {path.removesuffix(".md") + ".html": set(tags_of(content).ids) for path, content in pages.items()}
    data = data_files(build_index(corpus_of(project), project.vocabulary))
    files = {path for path, _ in (*assets(project), *small_files())} | {file.path for file in data}
    for path, content in pages.items():
        own = path.removesuffix(".md") + ".html"
        for link in tags_of(content).links:
            if link.startswith(("https://git.example/", "https://wire.example/", "https://archive.example/")):
                continue
            if path == "search.md" and link in ("pagefind/pagefind.js", "pagefind/wasm.en.pagefind"):
                continue  # written after the pages; the browser's tests miss them where they are not there
            address, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(own), address)) if address else own
            assert target in there or target in files, (path, link)
            assert not anchor or anchor in there[target], (path, link)


def test_ids_stand_once(pages: dict[str, str]) -> None:
    for path, content in pages.items():
        ids = tags_of(content).ids
        assert sorted(ids) == sorted(set(ids)), path


def test_text_from_content_is_escaped(pages: dict[str, str]) -> None:
    flood = pages["briefings/2031-04-21-flood.md"]
    assert "<gates>" not in flood
    assert "&lt;gates&gt; &amp;" in flood
    assert "<script>alert" not in flood
    assert "&lt;script&gt;alert" in flood
    title = yaml.safe_load(flood.split("\n---\n", 1)[0].removeprefix("---\n"))["title"]
    assert "<" not in title, "themes print the title as it stands"


def test_briefing_says_what_is_known_and_how_surely(pages: dict[str, str]) -> None:
    words = words_of(pages[BRIEFING])
    assert "Tue 4 March 2031" in words
    assert "Dorlen, Vardania within 5 km" in words
    assert "at least 8 killed (best estimate 13)" in words
    assert "Northern Liberation Front named Vardanian Air Force as responsible" in words
    assert "Reviewed by an editor Information as of 4 March 2031 1 source" in words
    assert "source usually reliable and information probably true" in words


def test_claims_are_marked_by_stance_and_noted_in_the_margin(pages: dict[str, str]) -> None:
    page = pages[BRIEFING]
    assert re.search(r'<mark class="claim says-no-comment" data-at="q-q\d+">', page)
    assert re.search(r'<mark class="fact" data-at="q-q\d+">nine of its members were missing</mark>', page)
    assert page.count("But ") == 1, "other voices are named once"
    assert '<p style="--lines:' in page, "a note may run on beside the next paragraph"


def test_links_between_content_files_lead_to_their_pages(pages: dict[str, str]) -> None:
    assert 'href="../actors/northern-liberation-front.html">January</a>' in pages[BRIEFING]
    assert 'href="../briefings/2031-03-05-army-denies.html">the other report</a>' in pages[BRIEFING]
    assert 'href="briefings/2031-03-04-dorlen-depot.html"' in pages["about.md"]
    assert 'href="sources/flood.html"' in pages["about.md"], "a seed's page is that of the source"


def test_shared_name_leads_to_a_page_that_names_both(pages: dict[str, str]) -> None:
    assert '<a class="name" href="../names/nlf.html" title="a name of several actors">NLF</a>' in pages[BRIEFING]
    words = words_of(pages["names/nlf.md"])
    assert "Northern Liberation Front" in words
    assert "National Labour Federation" in words


def test_incident_shows_all_voices_and_where_reports_differ(pages: dict[str, str]) -> None:
    words = words_of(pages[INCIDENT])
    assert "8–46 killed 21 injured over all reports" in words
    assert "Vardanian army denied that responsibility lay with Vardanian Air Force" in words
    assert "3–5 March 2031 Army denies bombing Dorlen depot" in words
    assert "Air strike Air strike on Dorlen depot kills at least eight" in words


def test_incident_without_date_and_place_is_listed(pages: dict[str, str]) -> None:
    assert 'href="../incidents/2031-wave.html"' in pages["incidents/year/no-date.md"].replace("../../", "../")
    assert 'href="../incidents/2031-wave.html"' in pages["incidents/country/no-place.md"].replace("../../", "../")
    assert "No date 1" in words_of(pages["incidents/index.md"])
    assert "When not reported Where not reported" in words_of(pages["incidents/2031-wave.md"])


def test_actor_is_accused_by_claims_alone(pages: dict[str, str]) -> None:
    words = words_of(pages["actors/vardanian-air-force.md"])
    assert "Claims, each with who makes it. A claim is not a finding." in words
    assert "Vardanian army denied that responsibility lay with Vardanian Air Force" in words


def test_actor_shows_the_sentence_and_who_uses_a_name(pages: dict[str, str]) -> None:
    page = pages["actors/northern-liberation-front.md"]
    assert "She said that explosives hidden by the <b>Northern Liberation Front</b> had blown up." in page
    assert "used by <bdi>Tarvenor Courier</bdi>" in page
    assert 'lang="ar"><bdi>ليلى حداد</bdi>' in pages["actors/leila-haddad.md"]


def test_source_marks_quotes_that_lead_back(pages: dict[str, str]) -> None:
    page = pages["sources/army-denies.md"]
    assert re.search(
        r'id="(t-\d+-\d+)"></span><mark class="quoted" data-at="[^"]*\1[^"]*">The Vardanian Air Force flew no', page
    )
    assert 'href="../briefings/2031-03-05-army-denies.html#q-q1"' in page


def test_quote_that_the_report_leaves_out_leads_to_the_source(pages: dict[str, str]) -> None:
    page = pages["briefings/2031-04-21-flood.md"]
    assert re.search(
        r'<li id="q-q1"><q dir="auto">The number of the dead .*href="../sources/flood.html#t-\d+-\d+"', page
    )


def test_former_ids_lead_on(pages: dict[str, str]) -> None:
    page = pages["briefings/2031-03-04-dorlen-strike.md"]
    assert 'redirect: "../briefings/2031-03-04-dorlen-depot.html"' in page
    assert "actors/marn-resistance-movement.md" in pages
    assert "incidents/2031-03-04-dorlen-bombing.md" in pages


def test_withdrawn_briefing_stays_and_says_why(pages: dict[str, str]) -> None:
    words = words_of(pages["briefings/2031-04-21-flood.md"])
    assert "Withdrawn" in words
    assert "The article was taken back by its publisher." in words


def test_actions_lead_to_the_file(pages: dict[str, str]) -> None:
    links = tags_of(pages[BRIEFING]).links
    for part in ("edit", "raw", "commits"):
        assert f"https://git.example/record/{part}/main/briefings/2031-03-04-dorlen-depot.md" in links


def test_home_shows_the_newest_and_the_contested(pages: dict[str, str]) -> None:
    words = words_of(pages["index.md"])
    assert words.index("Flood below the dam") < words.index("Army denies bombing")
    assert "contested Strike on the depot at Dorlen" in words
    assert "Most named in April 2031" in words


def test_only_records_can_be_found(pages: dict[str, str]) -> None:
    found = {path for path, content in pages.items() if "\nsearch: true\n" in content}
    lists = {"index.md", "search.md", "about.md", "briefings/2031-03.md", "names/nlf.md", "actors/index.md"}
    assert not found & lists
    assert {BRIEFING, INCIDENT, "actors/red-cross.md", "locations/dorlen.md", "sources/flood.md"} <= found
    assert "sources/depot-strike.md" not in found, "a briefing has its words"


@pytest.mark.parametrize("files", [assets, theme_files])
def test_nothing_is_asked_of_other_hosts(files: Files, project: Project) -> None:
    for path, content in files(project):
        text = content.decode("utf-8", "replace")
        assert not re.search(r"""(?:url\(|@import|src=|href=|import\()\s*["']?(?:https?:)?//""", text), path


def test_scripts_are_small(project: Project) -> None:
    assert sum(len(content) for path, content in assets(project) if path.endswith(".js")) < 28_000
