"""After a record has another id, drafting goes on as if it always had it."""

import shutil
from pathlib import Path

import pytest
from folders import ROOT

from dateline.api import Project, draft_project, merge_records, refresh_project, rename_record, split_record

pytest.importorskip("spacy", reason="drafting needs its packages: pip install 'dateline[draft]'")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The real seed with its briefing and last drafts."""
    for folder in ("briefings", "seeds", ".dateline"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return Project.open(tmp_path)


def files(project: Project) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in project.briefings.rglob("*.md")}


def test_refresh_finds_nothing_new_after_renames_and_a_merge(project: Project) -> None:
    for old, new in (
        ("briefings/2024-01-04-baghdad-air-strike", "2024-01-04-strike-in-baghdad"),
        ("incidents/2024-01-04-baghdad-air-strike", "2024-01-04-baghdad-strike"),
        ("actors/hamas", "hamas-movement"),
        ("actors/iraq", "iraqi-state"),
        ("locations/iraq", "irak"),
        ("locations/baghdad", "city-of-baghdad"),
    ):
        assert rename_record(project, old, new).problems == ()
    merge_records(project, "us-forces", "us-led-coalition")
    briefing = "2024-01-04-strike-in-baghdad.md"
    text = (project.briefings / briefing).read_bytes()
    own = b"former_ids:\n  - 2024-01-04-baghdad-air-strike\n"
    assert (project.drafts / briefing).read_bytes() == text.replace(own, b"")
    before = files(project)
    report = refresh_project(project)
    assert report.written == ()
    assert files(project) == before


def test_refresh_leaves_a_split_as_it_is(project: Project) -> None:
    """A second report of the same actor, so that one of the two can move."""
    first = project.briefings / "2024-01-04-baghdad-air-strike.md"
    text = first.read_text(encoding="utf-8").replace("id: 2024-01-04-baghdad-air-strike", "id: 2024-01-05-copy", 1)
    (project.briefings / "2024-01-05-copy.md").write_text(text, encoding="utf-8")
    split_record(project, "actors/hamas", "other-hamas", briefings=[first.stem], name="The other Hamas")
    before = first.read_bytes()
    assert b"other-hamas" in before
    refresh_project(project, ids=[first.stem])
    assert first.read_bytes() == before


def test_new_draft_never_takes_a_former_id(project: Project) -> None:
    rename_record(project, "actors/hamas", "hamas-movement")
    path = project.briefings / "actors" / "hamas-movement.md"
    path.write_text("---\nid: hamas-movement\nname: The Movement\nformer_ids: [hamas]\n---\n", encoding="utf-8")
    seed = "date: 2031-01-04\n\nHamas said on Tuesday that a bomb killed three people in Kabul.\n"
    (project.seeds / "new.txt").write_text(seed, encoding="utf-8")
    written, _ = draft_project(project, refs=["seeds/new.txt"])
    actors = {Path(name).stem for name in written if "/actors/" in name}
    assert any(name.startswith("hamas-") for name in actors)
    assert "hamas" not in actors
