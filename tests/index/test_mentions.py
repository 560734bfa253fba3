"""A record is said to be unnamed in a text only where none of its names stands in it."""

from pathlib import Path

from render.small_project import corpus_of

from dateline.index import build_index
from dateline.project import Project

BRIEFING = """---
id: 2031-03-01-snow
title: Snow
date: 2031-03-01
actors: [ohio-senate, vardania-state]
places: [ohio, vardania, sudor]
sources: [{id: s1, type: news-report, publisher: Wire}]
---

The Ohio Senate met on Monday. V.D.A. sent ploughs.
"""
RECORDS = {
    "actors/ohio-senate.md": "id: ohio-senate\nname: Ohio Senate\nkind: government-body",
    "actors/vardania-state.md": "id: vardania-state\nname: Vardania\nkind: state\n"
    "aliases: [{name: V.D.A., kind: acronym}]",
    "locations/ohio.md": "id: ohio\nname: Ohio\nkind: province",
    "locations/vardania.md": "id: vardania\nname: Vardania\nkind: country\naliases: [{name: V.D.A., kind: acronym}]",
    "locations/sudor.md": "id: sudor\nname: Sudor\nkind: town",
}


def test_a_name_within_another_records_name_and_a_short_form_count(tmp_path: Path) -> None:
    """“Ohio” stands in “Ohio Senate”; a state and its country share an abbreviation; Sudor is not named."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Snow\n", encoding="utf-8")
    files = {"2031-03-01-snow.md": BRIEFING} | {name: f"---\n{text}\n---\n" for name, text in RECORDS.items()}
    for name, text in files.items():
        path = tmp_path / "briefings" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    project = Project.open(tmp_path)
    index = build_index(corpus_of(project), project.vocabulary)
    named = {key: [mention.name for mention in entry.mentions] for key, entry in index.locations.items()}
    assert named == {"ohio": ["Ohio"], "vardania": ["V.D.A."], "sudor": []}
    assert [mention.name for mention in index.actors["vardania-state"].mentions] == ["V.D.A."]
