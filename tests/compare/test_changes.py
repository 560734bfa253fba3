"""What a change does, told of real projects: one is edited, both are read, checked, rendered and compared."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import PROJECTS
from hypothesis import given
from hypothesis import strategies as st

from dateline.api import Change, Comparison, Project, Section, diff_project, format_comparison

BRIEFING = "briefings/2031-02-05-dorlen-rail-bridge.md"
INCIDENT = "2031-02-05-dorlen-sabotage"
Edit = tuple[str, str, str]
Compare = Callable[..., Comparison]


@pytest.fixture
def compare(copy_project: Callable[[str], Path]) -> Compare:
    """A function that edits the sample project (file, old words, new words) and compares before and after."""

    def edited(*edits: Edit, name: str = "one-briefing", removed: tuple[str, ...] = ()) -> Comparison:
        project = copy_project(name)
        for file, old, new in edits:
            path = project / file
            path.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            assert old in text
            path.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8", newline="\n")
        for file in removed:
            (project / file).unlink()
        return diff_project(Project.open(PROJECTS / name), str(PROJECTS / name), str(project))

    return edited


def told(comparison: Comparison, slug: str) -> list[tuple[str, str]]:
    return [(change.kind, change.words) for change in comparison.section(slug).changes]


def details(comparison: Comparison, slug: str) -> list[str]:
    return [detail for change in comparison.section(slug).changes for detail in change.details]


DENIAL = "claimant: {actor: northern-liberation-front}\n    stance: denies"
ADMITTED = (BRIEFING, DENIAL, DENIAL.replace("denies", "asserts"))


@pytest.mark.parametrize("name", ["one-briefing", "cross-linked", "awkward", "everything-wrong"])
def test_a_project_does_not_differ_from_itself(name: str, compare: Compare) -> None:
    comparison = compare(name=name)
    assert [change for section in comparison.sections for change in section.changes] == []
    assert "nothing that a reader sees is otherwise" in format_comparison(comparison)


def test_a_status_that_changes_is_told_with_the_accusation_behind_it(compare: Compare) -> None:
    comparison = compare(ADMITTED)
    assert told(comparison, "statuses") == [
        ("changed", "Rail bridge south of Dorlen damaged: contested -> declared"),
    ]
    (accusation,) = comparison.section("accusations").changes
    assert accusation.words == (
        "Northern Liberation Front (rebel group): Northern Liberation Front claimed responsibility"
    )
    line = (PROJECTS / "one-briefing" / BRIEFING).read_text(encoding="utf-8").splitlines().index("  - id: c2") + 1
    assert (accusation.path, accusation.line) == (BRIEFING, line)
    assert "stance: denies -> asserts" in details(comparison, "claims")


def test_what_a_page_shows_otherwise_is_told_in_words(compare: Compare) -> None:
    comparison = compare((BRIEFING, "fatalities: 0\n", "fatalities: {low: 3}\n"))
    assert details(comparison, "briefings") == [f"incidents.{INCIDENT}.fatalities: none -> at least 3"]
    assert details(comparison, "incidents") == ["fatalities: none -> at least 3"]
    page = next(one for one in comparison.section("pages").changes if one.id == f"incidents/{INCIDENT}.html")
    assert (page.kind, page.details) == ("changed", ("fatalities: none -> at least 3",))


def test_a_person_is_accused_before_a_group(compare: Compare) -> None:
    part = "      - {actor: vardanian-railways, role: target, quote: q5}\n"
    added = "".join(
        f"      - {{actor: {actor}, role: alleged-perpetrator, quote: q2}}\n"
        for actor in ("vardanian-railways", "jorun-pellask")
    )
    comparison = compare(
        (BRIEFING, part, part + added),
        ("briefings/actors/vardanian-railways.md", "kind: company", "kind: person"),
        ("briefings/actors/jorun-pellask.md", "kind: person", "kind: company"),
    )
    assert told(comparison, "accusations") == [
        ("added", "Vardanian Railways (person): stands as alleged perpetrator in the facts"),
        ("added", "Jorun Pellask (company): stands as alleged perpetrator in the facts"),
    ]
    assert next(section.slug for section in comparison.sections if section.changes) == "accusations"
    assert [change.id for change in comparison.section("parts").changes] == ["jorun-pellask", "vardanian-railways"]


def test_an_id_that_is_gone_is_told_with_the_files_that_name_it(compare: Compare) -> None:
    comparison = compare(removed=("briefings/actors/jorun-pellask.md",))
    assert told(comparison, "broken-ids") == [
        ("removed", "actor jorun-pellask is gone, and is still named in 1 file"),
    ]
    assert details(comparison, "broken-ids") == [BRIEFING]
    assert told(comparison, "actors") == [("removed", "Jorun Pellask")]
    assert [kind for kind, _ in told(comparison, "problems")] == ["added"]
    assert comparison.notes
    assert comparison.section("pages").changes == ()


def test_a_renamed_record_is_one_that_leads_on(compare: Compare) -> None:
    profile = (PROJECTS / "one-briefing" / "briefings/actors/jorun-pellask.md").read_text(encoding="utf-8")
    renamed = profile.replace("id: jorun-pellask\n", "id: j-pellask\n").replace(
        "kind: person", "kind: person\nformer_ids: [jorun-pellask]"
    )
    comparison = compare(
        ("briefings/actors/j-pellask.md", "", renamed),
        (BRIEFING, "front, jorun-pellask", "front, j-pellask"),
        removed=("briefings/actors/jorun-pellask.md",),
    )
    assert told(comparison, "broken-ids") == []
    assert told(comparison, "former-ids") == [("added", "actors/jorun-pellask leads to actors/j-pellask")]
    assert details(comparison, "actors") == ["id: jorun-pellask -> j-pellask", "former_ids: added jorun-pellask"]


def test_an_address_that_leads_nowhere_is_told(compare: Compare) -> None:
    old, new = INCIDENT, "2031-02-05-dorlen-bridge-sabotage"
    text = (PROJECTS / "one-briefing" / BRIEFING).read_text(encoding="utf-8")
    comparison = compare((BRIEFING, text, text.replace(old, new)), removed=(f"briefings/incidents/{old}.md",))
    assert told(comparison, "broken-ids") == [
        (
            "removed",
            f"incident {old} is gone, and its address leads nowhere; put it under former_ids of what replaces it",
        )
    ]
    assert {kind for kind, _ in told(comparison, "incidents")} == {"added", "removed"}


def test_a_name_of_two_records_is_told(compare: Compare) -> None:
    comparison = compare(("briefings/actors/vardanian-railways.md", "name: Vardanian Railways", "name: Corvin Maddesh"))
    words = "Corvin Maddesh leads to 2 actors: corvin-maddesh, vardanian-railways"
    assert told(comparison, "collisions") == [("added", words)]


def test_a_new_file_that_cannot_be_read_hides_nothing_else(compare: Compare) -> None:
    """The records in it are neither new nor gone, and what else changed is told."""
    comparison = compare(
        ("briefings/actors/jorun-pellask.md", "kind: person", "kind: ["),
        ("briefings/actors/corvin-maddesh.md", "Interior Minister", "Minister"),
    )
    assert details(comparison, "actors") == [
        "description: Interior Minister of Vardania. -> Minister of Vardania.",
    ]
    assert told(comparison, "broken-ids") == []
    assert comparison.notes == (
        f"1 file of {comparison.head} cannot be read, and what is in there is left out",
        f"pages are not compared: the check finds errors in {comparison.head}",
    )


def test_a_template_changes_pages_and_no_record(compare: Compare) -> None:
    template = (PROJECTS.parents[1] / "templates/pages/actor.md.j2").read_text(encoding="utf-8")
    comparison = compare(("templates/pages/actor.md.j2", "", template + "\n<p>More.</p>\n"))
    assert {section.slug for section in comparison.sections if section.changes} == {"pages"}
    actors = [change.id for change in comparison.section("pages").changes]
    assert all(url.startswith("actors/") for url in actors)
    assert len(actors) == 4


def test_a_broken_template_leaves_the_records(compare: Compare) -> None:
    comparison = compare(ADMITTED, ("templates/pages/home.md.j2", "", "{% if %}"))
    assert "home.md.j2" in comparison.notes[0]
    assert told(comparison, "statuses")


def test_a_problem_that_moves_is_the_same(compare: Compare) -> None:
    comparison = compare(("briefings/about.md", "<b>", "first\n\nthen <b>"))
    assert told(comparison, "problems") == []
    assert [change.id for change in comparison.section("own-pages").changes] == ["about"]


def test_a_changed_seed_is_told(compare: Compare) -> None:
    seed = "seeds/2031-02-05-rail-bridge-damaged-near-dorlen.md"
    comparison = compare((seed, "He gave no details.", "He gave details."))
    assert details(comparison, "sources") == ["text: 1 paragraph changed"]
    assert any(words.startswith("error: ") for _, words in told(comparison, "problems"))


def test_paragraphs_and_lists_are_told_apart(compare: Compare) -> None:
    comparison = compare(
        (BRIEFING, "Repairs are expected to take two weeks. Until", "Until"),
        (BRIEFING, "actors: [corvin-maddesh, northern", "actors: [northern"),
        (BRIEFING, "quote: q6}", "quote: q5}"),
    )
    assert set(details(comparison, "briefings")) == {
        "actors: removed corvin-maddesh",
        "key_points.Repairs are expected to take two weeks.quote: q6 -> q5",
        "text: 1 paragraph changed",
    }


def test_json_holds_every_section_and_change(compare: Compare) -> None:
    comparison = compare(ADMITTED)
    read = json.loads(format_comparison(comparison, form="json"))
    assert list(read["sections"]) == [section.slug for section in comparison.sections]
    for section in comparison.sections:
        held = read["sections"][section.slug]
        assert [change["words"] for change in held["changes"]] == [change.words for change in section.changes]
        assert held["added"] + held["changed"] + held["removed"] == len(section.changes)


words = st.text(st.characters(codec="utf-8"), max_size=60)


@given(words, words, st.integers(0, 3))
def test_markdown_shows_names_as_they_are(one: str, other: str, limit: int) -> None:
    """Whatever a contributor wrote: no markup, no mention, no line of its own; what is cut is counted."""
    changes = tuple(
        Change("added", "x", f"{number} {one}", f"briefings/{number}.md", details=(other,)) for number in range(3)
    )
    text = format_comparison(
        Comparison("a", "b", (Section("claims", "Claims", changes),)), form="markdown", limit=limit
    )
    listed = [line for line in text.splitlines() if line.startswith("- added: ")]
    assert len(listed) == limit
    assert ("and " in text) is (limit < 3) or "and " in one + other
    bare = re.sub(r"\\[\\`*_\[\]#|~<&@]", "", "\n".join(listed))
    assert not re.search(r"[\\`*_\[\]#|~<&@]", bare)


def test_markdown_stays_below_what_github_takes() -> None:
    changes = tuple(Change("added", str(number), "é" * 400, details=("é" * 200,) * 9) for number in range(2000))
    sections = tuple(Section(f"s{number}", f"Section {number}", changes) for number in range(16))
    text = format_comparison(Comparison("a", "b", sections), form="markdown", limit=2000)
    assert len(text.encode()) < 1024 * 1024
    assert text.count("| Section ") == 16


def test_nothing_is_written(copy_project: Callable[[str], Path]) -> None:
    project = copy_project("cross-linked")
    shutil.rmtree(project / "briefings" / "actors")
    before = sorted(project.rglob("*"))
    diff_project(Project.open(project), str(PROJECTS / "cross-linked"))
    assert sorted(project.rglob("*")) == before
