"""Drafts on disk: what is written, what is left alone, and what a crash leaves behind."""

import shutil
from pathlib import Path

import pytest

from dateline.disk import write_atomic
from dateline.draft import DraftReport, draft_seeds
from dateline.load import load_corpus
from dateline.model import Corpus
from dateline.project import Project
from dateline.read import read_seeds

KABUL = """date: 2024-01-04

A car bomb in Kabul killed three people on Tuesday. The Taliban (TLB) claimed responsibility for the attack.
"""
AGAIN = "date: 2024-01-05\n\nThe bombing in Kabul on January 2 killed four people, the Taliban said.\n"


@pytest.fixture
def project(tmp_path: Path, cache: Path) -> Project:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    shutil.copytree(cache, tmp_path / "build" / "cache")
    (tmp_path / "briefings").mkdir()
    _seed(tmp_path, "a.txt", KABUL)
    return Project.open(tmp_path)


def _seed(root: Path, name: str, text: str) -> None:
    write_atomic(root / "seeds" / name, text)


def _corpus(project: Project) -> Corpus:
    seeds, _ = read_seeds(project.seeds, root=project.root, texts=project.texts)
    return load_corpus(project.briefings, root=project.root, seeds=seeds, vocabulary=project.vocabulary)[0]


def _draft(project: Project) -> DraftReport:
    return draft_seeds(project, _corpus(project))


def _files(project: Project) -> dict[str, bytes]:
    folders = (project.briefings, project.drafts)
    return {
        str(path.relative_to(project.root)): path.read_bytes()
        for folder in folders
        for path in sorted(folder.rglob("*.md"))
    }


def test_each_file_has_a_base_of_the_same_bytes(project: Project) -> None:
    report = _draft(project)
    assert "briefings/2024-01-04-kabul-bombing.md" in report.written
    assert report.problems == ()
    files = _files(project)
    for path in report.written:
        assert files[path] == files[path.replace("briefings/", ".dateline/drafts/", 1)]


def test_a_cited_seed_is_not_drafted_again(project: Project) -> None:
    _draft(project)
    before = _files(project)
    assert _draft(project) == DraftReport()
    assert _files(project) == before


def test_two_reports_of_one_event_share_its_incident(project: Project) -> None:
    _seed(project.root, "b.txt", AGAIN)
    _draft(project)
    briefings = _corpus(project).briefings
    assert len(briefings) == 2
    ids = {report.id for record in briefings.values() for report in record.data.incidents}
    assert ids == {"2024-01-02-kabul-bombing"}


def test_later_drafts_name_the_records_of_earlier_ones(project: Project) -> None:
    _draft(project)
    _seed(project.root, "b.txt", AGAIN)
    assert _draft(project).written == ("briefings/2024-01-05-kabul-bombing.md",)


def test_only_the_seeds_that_are_asked_for(project: Project) -> None:
    _seed(project.root, "b.txt", AGAIN)
    report = draft_seeds(project, _corpus(project), refs={"seeds/b.txt"})
    assert [path for path in report.written if path.count("/") == 1] == ["briefings/2024-01-05-kabul-bombing.md"]


def test_progress_is_told(project: Project) -> None:
    told: list[tuple[int, int, str]] = []
    draft_seeds(project, _corpus(project), on_progress=lambda *step: told.append(step))
    assert told == [(0, 1, "seeds/a.txt"), (1, 1, "")]


@pytest.mark.parametrize("written", range(8))
def test_a_crash_half_way_is_made_good(project: Project, written: int) -> None:
    """With only the first files written, as a crash leaves them, drafting again gives what a whole run gives."""
    steps = [
        path
        for relative in _draft(project).written
        for path in (relative.replace("briefings", ".dateline/drafts", 1), relative)
    ]
    whole = _files(project)
    assert sorted(steps) == sorted(whole)
    for path in steps[written:]:
        (project.root / path).unlink()
    _draft(project)
    assert _files(project) == whole


def test_a_person_s_profile_is_named_and_never_changed(project: Project) -> None:
    mine = "---\nid: talibs\nname: Taliban\nkind: group\n---\n\nMy words.\n"
    write_atomic(project.briefings / "actors" / "talibs.md", mine)
    _draft(project)
    assert (project.briefings / "actors" / "talibs.md").read_text(encoding="utf-8") == mine
    (record,) = _corpus(project).briefings.values()
    assert "talibs" in record.data.actors


def test_a_file_that_cannot_be_read_is_never_overwritten(project: Project) -> None:
    broken = "---\nid: taliban\nname: [\n---\n"
    write_atomic(project.briefings / "actors" / "taliban.md", broken)
    _draft(project)
    assert (project.briefings / "actors" / "taliban.md").read_text(encoding="utf-8") == broken
    assert len(_corpus(project).briefings) == 1


def test_a_seed_that_a_broken_briefing_cites_is_not_drafted_again(project: Project) -> None:
    _draft(project)
    path = project.briefings / "2024-01-04-kabul-bombing.md"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "title: [", 1), encoding="utf-8")
    assert _draft(project) == DraftReport()


def test_a_seed_without_any_day_is_a_problem(project: Project) -> None:
    _seed(project.root, "c.txt", "The mayor spoke of peace. Nobody knows when.\n")
    report = _draft(project)
    assert [(problem.path, problem.rule) for problem in report.problems] == [("seeds/c.txt", "seed-undated")]


def test_a_seed_without_a_day_of_its_own_takes_the_earliest_in_its_text(project: Project) -> None:
    _seed(project.root, "c.txt", "The mayor of Lima spoke on 7 May 2021, and again on 9 May 2021.\n")
    _draft(project)
    assert any(record.data.date == "2021-05-07" for record in _corpus(project).briefings.values())


def test_who_claims_it_is_the_perpetrator_and_who_is_blamed_is_alleged_to_be(project: Project) -> None:
    _seed(
        project.root,
        "b.txt",
        "date: 2024-01-09\n\nA bomb exploded in Lima on Monday. Police blamed the Shining Path.\n",
    )
    _draft(project)
    roles = {
        part.actor: part.role
        for record in _corpus(project).briefings.values()
        for report in record.data.incidents
        for part in report.participants
    }
    assert roles == {"taliban": "perpetrator", "shining-path": "alleged-perpetrator"}
