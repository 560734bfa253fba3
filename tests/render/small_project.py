"""A small project that has every kind of page, and what is rendered from it."""

from functools import cache
from pathlib import Path

from dateline.export import Export, export_files
from dateline.index import build_index
from dateline.load import load_corpus
from dateline.model import Corpus
from dateline.project import Project
from dateline.read import read_seeds
from dateline.render import render_site

ROOT = Path(__file__).resolve().parents[2]
PROJECT = Path(__file__).parent / "project"


def corpus_of(project: Project) -> Corpus:
    seeds, unread = read_seeds(project.seeds, root=project.root, texts=project.texts)
    corpus, problems = load_corpus(
        project.briefings, root=project.root, seeds=seeds, vocabulary=project.vocabulary, unread=unread
    )
    assert problems == ()
    return corpus


def rendered(project: Project, corpus: Corpus | None = None) -> dict[str, str]:
    """Path below the docs folder -> content of each page."""
    corpus = corpus or corpus_of(project)
    pages = list(render_site(build_index(corpus, project.vocabulary), corpus, project))
    found = {page.path: page.content for page in pages}
    assert len(found) == len(pages), "two pages have one path"
    return found


@cache
def small_pages() -> dict[str, str]:
    return rendered(Project.open(PROJECT))


@cache
def small_export() -> Export:
    project = Project.open(PROJECT)
    corpus = corpus_of(project)
    return Export(build_index(corpus, project.vocabulary), project, corpus.pages)


@cache
def small_files() -> tuple[tuple[str, str], ...]:
    """(path, content) of each data file."""
    return tuple(export_files(small_export()))
