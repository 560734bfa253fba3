"""The index of a folder of finished pages, made by the real Pagefind."""

from pathlib import Path

import pytest
from pages_host import hosted
from playwright.sync_api import Browser

from dateline.errors import EngineError
from dateline.search import index_site
from dateline.search.order import put_in_order
from dateline.search.packed import pack, unpack

PAGE = (
    '<!doctype html><html lang="en"><title>{name}</title>'
    '<main data-pagefind-body data-pagefind-filter="kind:Place"><h1>{name}</h1><p>{words}</p></main></html>'
)


def written(folder: Path, pages: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, words in pages.items():
        (folder / f"{name}.html").write_text(PAGE.format(name=name, words=words), encoding="utf-8")
    return folder


def files(site: Path) -> dict[str, bytes]:
    paths = sorted(path for path in (site / "pagefind").rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def test_folder_that_holds_an_index_is_indexed_anew(tmp_path: Path) -> None:
    """Nothing of the old index stays, whether pages changed, came or went."""
    site = written(tmp_path / "site", {"a": "quiet streets", "b": "a quay", "c": "a bridge"})
    assert index_site(site) == 3
    first = files(site)
    assert index_site(site) == 3
    assert files(site) == first
    (site / "c.html").unlink()
    written(site, {"b": "another quay"})
    assert index_site(site) == 2
    assert files(site) != first
    clean = written(tmp_path / "clean", {"a": "quiet streets", "b": "another quay"})
    index_site(clean)
    assert files(site) == files(clean)


def test_index_of_another_format_is_told_with_the_version_that_is_known(tmp_path: Path) -> None:
    site = written(tmp_path / "site", {"a": "quiet streets"})
    index_site(site)
    (meta,) = (site / "pagefind").glob("*.pf_meta")
    meta.write_bytes(b"something else")
    with pytest.raises(EngineError, match=r"unknown format .* use pagefind 1\.5"):
        put_in_order(site / "pagefind")


def test_file_that_cannot_be_read_is_told_as_such(tmp_path: Path) -> None:
    site = written(tmp_path / "site", {"a": "quiet streets"})
    index_site(site)
    (meta,) = (site / "pagefind").glob("*.pf_meta")
    meta.unlink()
    with pytest.raises(EngineError, match=f"could not be put in order: .*{meta.name}"):
        put_in_order(site / "pagefind")


FOUND = """async () => {
    const engine = await import("./pagefind/pagefind.js");
    return (await engine.search("harbour")).results.map(({ id, score }) => [id, score.toFixed(4)]);
}"""


@pytest.mark.browser
def test_only_how_lengths_compare_counts(browser: Browser, tmp_path: Path) -> None:
    """The unit of lengths changes neither the scores of a search nor the order of its results."""
    about = [("a harbour " * few + "word " * many) for few, many in ((1, 20), (1, 200), (2, 300), (3, 30), (1, 450))]
    site = written(tmp_path / "site", {f"p{number}": words for number, words in enumerate(about)})
    index_site(site)
    found = searched(browser, site)
    assert len({score for _, score in found}) == len(about)
    (meta,) = (site / "pagefind").glob("*.pf_meta")
    content = unpack(meta.read_bytes())
    content[1] = [[name, words * 7] for name, words in content[1]]
    meta.write_bytes(pack(content))
    assert searched(browser, site) == found


def searched(browser: Browser, site: Path) -> list[list[str]]:
    """The names and scores that a search for a word finds, best first."""
    page = browser.new_page()
    with hosted(site) as address:
        page.goto(f"{address}p0.html")
        found: list[list[str]] = page.evaluate(FOUND)
    page.close()
    return found
