"""Whatever drafting writes passes the check and can be published: any seed, any file name, beside any records."""

import json
import os
import shutil
import tempfile
import unicodedata
from pathlib import Path

import pytest
from casefiles import read_cases
from fuzzing import examples
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.api import Project, build_project, check_project, draft_project
from dateline.build import stage_project
from dateline.text.slugs import slug

CASES = Path(__file__).parent / "cases"
TEXTS = [
    text for name in ("names", "incidents", "claims", "genres") for _, text, _ in read_cases(CASES / f"{name}.txt")
]
MARKDOWN = [text for _, text, _ in read_cases(CASES / "markdown-bodies.txt")] + [
    "# A heading\n\n", "[^1]", "\n\n[^1]: A note.\n\n", "\n\n> [^5]: in a quotation\n\n", "[^*]",
    "\n\n[^*]: a star\n\n", "^[in line]", "[link](page.md)", "[ref][r]", "\n\n[r]: ../other.md\n\n", "![pic](a.png)",
    "![](http://x.example/a.png)", "`code [^2]`", "\n\n```\n[^3] [l](x.md)\n```\n\n",
    "\n\n    indented [^4]\n\n", "\n\n| a | b |\n|---|---|\n| [^1] | c |\n\n",
    "\n\n---\n\n", "<b>bold</b>",
    "<!-- c -->", "{{ var }}", "{% x %}", "&#8217;", "[e]()", "[abs](/abs.md)", "[q](#q-q1)",
    "\u00ad", "\u200b", "\u202e", "e\u0301", "\u2028", "“", '"', "|", "\t",
]  # fmt: skip
FILES = [
    "report", "AUX", "con", "Málaga-é", "Ünïcödé", "two words", "x.y", "2031-03-05-a", "a&b", "日本", "-dash", "_under",
    "a%20b", "a'b", "(x)", "[x]", "{x}", "a,b", "index", "~a", "é",
]  # fmt: skip
NAMES = [
    "Tarvenor", "Khan Younis", "Mosul", "Hamas", "Aux", "CON", "COM1", "Baker", "Georgia", "Port Ansk", "Ali Khan",
    "北京",
]  # fmt: skip
SENTENCES = [
    "Gunmen attacked {0} on Monday, killing four.", "{0} said it was right.", "{0}, also known as {1}, was arrested.",
    "The town of {0} was hit on Tuesday.", "Fighters of {0} ({1}) attacked {1}.", "In {0}, {1}, two men were shot.",
]  # fmt: skip
ANOTHER = "Bei einem Anschlag in Dorlen sind am Dienstag vier Menschen getötet worden, teilte die Polizei mit."

told = st.builds(str.format, st.sampled_from(SENTENCES), st.sampled_from(NAMES), st.sampled_from(NAMES))
pieces = st.lists(st.one_of(st.sampled_from(TEXTS), told, st.sampled_from(MARKDOWN)), min_size=1, max_size=8)
texts = st.one_of(pieces.map(" ".join), pieces.map("".join), st.just(ANOTHER))
seeds = st.tuples(
    st.sampled_from(FILES), st.sampled_from(["txt", "md", "jsonl"]), st.sampled_from(["NFC", "NFD"]), texts
)
actors = st.dictionaries(
    st.sampled_from(NAMES), st.sampled_from(["person", "group", "rebel-group", "state"]), max_size=3
)
places = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["town", "country", "unknown"]), max_size=3)


def written(kind: str, text: str) -> str:
    if kind == "jsonl":
        return json.dumps({"id": "a", "date": "2031-03-05", "text": text})
    return f"---\ndate: 2031-03-05\n---\n\n{text}" if kind == "md" else f"date: 2031-03-05\n\n{text}"


def project_of(
    root: Path, cache: Path, articles: list[tuple[str, str, str, str]], known: dict[str, dict[str, str]]
) -> Project:
    (root / "mkdocs.yml").write_text(
        "site_name: Case\ndocs_dir: build/docs\nsite_dir: site\nuse_directory_urls: false\n", encoding="utf-8"
    )
    (root / "build").mkdir()
    (root / "build" / "cache").symlink_to(cache)
    for folder, records in known.items():
        (root / "briefings" / folder).mkdir(parents=True)
        for name, kind in records.items():
            head = f"---\nid: {slug(name)}\nname: {name}\nkind: {kind}\n---\n"
            (root / "briefings" / folder / f"{slug(name)}.md").write_text(head, encoding="utf-8")
    (root / "seeds").mkdir()
    for name, kind, form, text in articles:
        path = root / "seeds" / unicodedata.normalize(form, f"{name}.{kind}")
        path.write_text(written(kind, text), encoding="utf-8", newline="\n")
    return Project.open(root)


def errors(project: Project) -> list[str]:
    return [str(problem) for problem in check_project(project).problems if problem.severity == "error"]


@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles=st.lists(seeds, min_size=1, max_size=2, unique_by=lambda one: one[:2]), people=actors, towns=places)
@example(articles=[("Málaga-é", "txt", "NFD", TEXTS[0])], people={}, towns={})
@example(articles=[("a", "md", "NFC", "\n\n".join(MARKDOWN[:16]))], people={}, towns={})
@example(articles=[("a", "txt", "NFC", "Click here")], people={}, towns={})
@example(articles=[("a", "txt", "NFC", "Fighters of Aux (COM1) attacked CON on Monday.")], people={}, towns={})
@example(
    articles=[("a", "txt", "NFC", f"Gunmen of {'x' * 9000} killed four in Mosul.")], people={}, towns={"Mosul": "town"}
)
def test_what_is_drafted_passes_the_check_and_is_staged(
    articles: list[tuple[str, str, str, str]], people: dict[str, str], towns: dict[str, str], cache: Path
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = project_of(Path(folder), cache, articles, {"actors": people, "locations": towns})
        if errors(project):
            return  # no seed that the reader accepts
        draft_project(project)
        assert errors(project) == []
        corpus = check_project(project).corpus
        assert {source.seed for one in corpus.briefings.values() for source in one.data.sources} == set(corpus.seeds)
        stage_project(project, corpus)


@pytest.mark.skipif(os.environ.get("DATELINE_ENGINE") == "none", reason="no engine here")
def test_what_is_drafted_is_published(tmp_path: Path, cache: Path) -> None:
    """One project with all of it, built by the real engine."""
    articles = [
        ("Málaga-é", "txt", "NFD", TEXTS[0]),
        ("a", "md", "NFC", "\n\n".join(MARKDOWN)),
        ("b", "txt", "NFC", ANOTHER),
        ("c", "jsonl", "NFC", "Fighters of Aux (COM1) attacked CON on Monday."),
    ]
    project = project_of(tmp_path, cache, articles, {"actors": {"Tarvenor": "group"}, "locations": {}})
    built = build_project(project)
    assert [str(problem) for problem in built.problems if problem.severity == "error"] == []
    assert built.site
    assert len(list((built.site / "briefings").glob("2031-03-05-*.html"))) == len(articles)
    shutil.rmtree(built.site)
