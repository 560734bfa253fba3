"""Social cards: painted pictures of one size, the same each time, with what a page is about."""

import struct
from pathlib import Path

import pytest
from folders import PROJECTS
from render.small_project import corpus_of

from dateline.draw.cards import Card, draw_card
from dateline.index import build_index
from dateline.picture import pictures
from dateline.project import Project
from dateline.render.cards import card_drawings

TITLES = ["Short", "A title that goes on " * 12, "Противоречивые сообщения", "تقارير متضاربة", "x" * 90]


@pytest.mark.parametrize("title", TITLES)
def test_card_is_painted_in_full_size_and_twice_the_same(title: str, tmp_path: Path) -> None:
    svg = draw_card(Card("Site", "Briefing", title, "Thu 4 January 2024", "contested", "contested"))
    empty = draw_card(Card("Site", "Briefing", "", "Thu 4 January 2024", "contested", "contested"))
    one, other, blank = (
        dict(pictures([("a.png", drawing)], tmp_path / str(number)))["a.png"]
        for number, drawing in enumerate((svg, svg, empty))
    )
    assert one == other
    assert one != blank, "the title left no mark"
    assert one.startswith(b"\x89PNG")
    assert struct.unpack(">II", one[16:24]) == (1200, 630)


def test_pictures_are_kept_and_unused_ones_go(tmp_path: Path) -> None:
    one, other = (draw_card(Card("Site", "", title)) for title in ("One", "Other"))
    list(pictures([("a.png", one)], tmp_path))
    kept = list(tmp_path.iterdir())
    kept[0].write_bytes(b"as kept")
    assert dict(pictures([("a.png", one), ("b.png", other)], tmp_path))["a.png"] == b"as kept"
    list(pictures([("b.png", other)], tmp_path))
    assert not kept[0].exists()


def test_cards_only_where_the_site_has_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    project = Project.open(PROJECTS / "cross-linked")
    index = build_index(corpus_of(project), project.vocabulary)
    assert list(card_drawings(index, project)) == []
    monkeypatch.setenv("SITE_URL", "https://news.example/sub/")
    paths = [path for path, _ in card_drawings(index, Project.open(PROJECTS / "cross-linked"))]
    assert paths[0] == "assets/cards/home.png"
    assert len(paths) == 1 + len(index.briefings) + len(index.incidents)
