"""Web pages: read offline and alike everywhere, and from their frozen text wherever there is one."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from folders import PROJECTS, ROOT
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Seed
from dateline.read import freeze, read_seed_file
from dateline.read.decode import clean, tidy
from dateline.read.freeze import thaw
from dateline.read.source import SeedFile

CASE = Path(__file__).parent / "cases" / "web"
PAGES = sorted([CASE / "seeds" / "article.html", *PROJECTS.glob("*/seeds/*.html")])
HEAD = "<!DOCTYPE html><html><head><title>Shed burns</title>{}</head><body><article><p>"
BODY = "A shed burned in the town of Štolnice, the fire brigade said, the second fire since the winter. " * 3


def read_page(page: bytes, folder: Path) -> tuple[Seed | None, str]:
    path = folder / "seeds" / "page.html"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(page)
    seeds, problems = read_seed_file(path, root=folder, texts=folder / "texts")
    return (seeds[0] if seeds else None), " ".join(f"{problem.rule}: {problem.message}" for problem in problems)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_frozen_text_reads_as_the_page_did(page: Path, tmp_path: Path) -> None:
    root, texts = page.parent.parent, tmp_path / "texts"
    (seed,), _ = read_seed_file(page, root=root, texts=texts)
    assert freeze(seed, texts=texts)
    assert not freeze(seed, texts=texts)
    assert read_seed_file(page, root=root, texts=texts) == ((seed,), ())


@given(
    st.tuples(*[st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=80)] * 5),
    st.text("ab-: #\n'\"é*>"),
)
def test_any_header_and_text_survive_freezing(
    tmp_path_factory: pytest.TempPathFactory, said: tuple[str, ...], text: str
) -> None:
    title, publisher, author, place, licence = (" ".join(clean(word).split()) for word in said)
    told = (title, "2031-03-04", publisher, "", author, place, licence)
    written = Seed("seeds/a.html", "0" * 64, f"a{text}a", "html", *told)
    texts = tmp_path_factory.mktemp("texts")
    freeze(written, texts=texts)
    reading = thaw(texts / f"{'0' * 64}.md", SeedFile("seeds/a.html", b"", texts, texts))
    read = reading.found[0].seed
    assert replace(read, sha256="", text="") == replace(written, sha256="", text="")
    assert read.text == tidy(written.text)


def test_only_web_pages_are_frozen(tmp_path: Path) -> None:
    assert not freeze(Seed("seeds/a.txt", "0" * 64, "A shed burned.", "txt"), texts=tmp_path)
    assert not list(tmp_path.iterdir())


def test_fault_in_a_frozen_text_names_that_file(tmp_path: Path) -> None:
    shutil.copytree(CASE / "seeds", tmp_path / "seeds")
    page, texts = tmp_path / "seeds" / "article.html", tmp_path / "texts"
    (seed,), _ = read_seed_file(page, root=tmp_path, texts=texts)
    freeze(replace(seed, published="soon"), texts=texts)
    _, (problem,) = read_seed_file(page, root=tmp_path, texts=texts)
    assert (problem.path, problem.rule) == (f"texts/{seed.sha256}.md", "seed-header")


def run_read(page: Path, *, before: str = "", seed: str = "0") -> str:
    """What an own process reads from a page; `before` is run first in it."""
    code = (
        f"{before}\nimport sys\nfrom pathlib import Path\nfrom dateline.read import read_seed_file\n"
        "page = Path(sys.argv[1])\nprint(read_seed_file(page, root=page.parent.parent, texts=page.parent / 'texts'))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", code, str(page)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_every_process_reads_the_same() -> None:
    page = PROJECTS / "awkward" / "seeds" / "2031-08-05-four-mediators-four-alphabets.html"
    assert "SARNHOLD" in run_read(page, seed="1")
    assert run_read(page, seed="1") == run_read(page, seed="2")


def test_without_the_packages_of_drafting_the_fix_is_named() -> None:
    gone = "import sys\nsys.modules['trafilatura'] = None"
    said = run_read(PAGES[0], before=gone)
    assert "seed-needs-package" in said
    assert "pip install 'dateline[draft]'" in said


def test_without_the_packages_of_drafting_a_frozen_text_is_read(tmp_path: Path) -> None:
    shutil.copytree(CASE / "seeds", tmp_path / "seeds")
    page = tmp_path / "seeds" / "article.html"
    (seed,), _ = read_seed_file(page, root=tmp_path, texts=tmp_path / "none")
    freeze(seed, texts=tmp_path / "seeds" / "texts")
    assert run_read(page, before="import sys\nsys.modules['trafilatura'] = None") == f"(({seed!r},), ())\n"


def test_no_host_is_asked(tmp_path: Path) -> None:
    page = tmp_path / "seeds" / "address.html"
    page.parent.mkdir()
    page.write_text("https://news.example/2031/03/04/shed", encoding="utf-8")
    refusal = "import socket\ndef refuse(*_, **__): raise SystemExit('asked a host')\n"
    offline = f"{refusal}socket.getaddrinfo = socket.socket.connect = refuse"
    assert "seed-empty" in run_read(page, before=offline)
    assert "seed-empty" not in run_read(PAGES[0], before=offline)


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ('<meta name="date" content="2031-03-04T01:00:00+02:00">', "2031-03-04"),
        ('<meta name="DC.date.issued" content="2131-03-04">', "2131-03-04"),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "1931-03-04"}]}</script>', "1931-03-04"),
        (
            '<script type="application/ld+json">{</script><meta itemprop="datePublished" content="2031-03-04">',
            "2031-03-04",
        ),
        ('<link rel="canonical" href="https://news.example/2031/03/04/shed">', "2031-03-04"),
        ('<meta itemprop="copyrightYear" content="2019"><meta name="last-modified" content="2031-03-04">', ""),
        ('<meta property="article:modified_time" content="2031-03-04">', ""),
        ('<meta name="date" content="2031-02-30">', ""),
    ],
)
def test_date_is_taken_from_what_states_it(markup: str, day: str, tmp_path: Path) -> None:
    seed, _ = read_page((HEAD.format(markup) + BODY + "</p></article></body></html>").encode(), tmp_path)
    assert seed is not None
    assert seed.published == day


def test_declared_encoding_counts_where_it_is_not_utf_8(tmp_path: Path) -> None:
    page = HEAD.format('<meta charset="windows-1250">') + BODY + "</p></article></body></html>"
    seed, _ = read_page(page.encode("cp1250"), tmp_path)
    assert seed is not None
    assert "Štolnice" in seed.text
    for charset in ("utf-8", "zip", "no-such"):
        broken, said = read_page(page.replace("windows-1250", charset).encode("cp1250"), tmp_path)
        assert broken is None
        assert "seed-unreadable" in said


def test_page_without_an_article_is_empty(tmp_path: Path) -> None:
    for page in (b"", b"<html></html>", b"<nav><a href='/'>Home</a></nav>", b"<div>" * 50_000):
        seed, said = read_page(page, tmp_path)
        assert seed is None
        assert said.startswith("seed-empty")
