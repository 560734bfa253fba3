"""Each stage on the plain-text cases beside this file; anybody can add one."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from casefiles import read_cases

from dateline.extract.dates import find_dates
from dateline.extract.opening import read_opening
from dateline.facts import Extraction, Extractor, FoundCount, Registry
from dateline.markdown import plain_text
from dateline.model import Count, Seed
from dateline.text.body import body_of
from dateline.text.notices import around_prose
from dateline.text.numbers import find_numbers
from dateline.text.title import title_of

CASES = Path(__file__).parent / "cases"
REPORT_DAY = "2024-01-04"


def seed_of(text: str) -> Seed:
    return Seed("seeds/case.txt", "0" * 64, text, "txt", published=REPORT_DAY)


def shown_dates(text: str, _: Extractor) -> list[str]:
    return [f"{found.value} | {found.span.of(text)}" for found in find_dates(text, date.fromisoformat(REPORT_DAY))]


def shown_numbers(text: str, _: Extractor) -> list[str]:
    lines = []
    for found in find_numbers(text):
        bounds = "" if found.low is found.high is None else f"{found.low or ''}-{found.high or ''}"
        lines.append(f"{'~' if found.about else ''}{bounds or 'not read'} | {found.span.of(text)}")
    return lines or ["none"]


def shown_names(text: str, extract: Extractor) -> list[str]:
    found = extract(seed_of(text), Registry())
    return [*_actors(found), *_places(found)]


def _actors(found: Extraction) -> list[str]:
    lines = []
    for actor in found.actors:
        aliases = "".join(f", {alias.kind} {alias.name}" for alias in actor.aliases)
        country = f" ({found.places[actor.country].name})" if actor.country is not None else ""
        lines.append(f"actor: {actor.kind} {actor.name}{aliases}{country}")
    return lines


def _places(found: Extraction) -> list[str]:
    lines = []
    for place in found.places:
        country = f" ({found.places[place.country].name})" if place.country is not None else ""
        point = "" if place.lat is None or place.lon is None else f" {place.lat:.0f} {place.lon:.0f}"
        silent = "" if place.mentions else ", not named"
        lines.append(f"place: {place.kind} {place.name}{country}{point}{silent}")
    return lines


def _number(found: FoundCount | None) -> str:
    return _count(found.count) if found else "not reported"


def _count(count: Count) -> str:
    if count.best is not None:
        return f"~{count.best}"
    return f"{'' if count.low is None else count.low}-{'' if count.high is None else count.high}"


def shown_incidents(text: str, extract: Extractor) -> list[str]:
    found = extract(seed_of(text), Registry())
    lines = []
    for incident in found.incidents:
        place = found.places[incident.place].name if incident.place is not None else "no place"
        parts = ", ".join(f"{found.actors[part.actor].name} {part.role}" for part in incident.parts)
        numbers = f"dead {_number(incident.fatalities)} | hurt {_number(incident.injured)}"
        lines.append(f"{incident.type} | {incident.date or 'no date'} | {place} | {numbers} | {parts or 'nobody'}")
    return lines or ["none"]


def shown_evidence(text: str, extract: Extractor) -> list[str]:
    return [
        f"{n} {one.slot} | {one.rule} | {one.span.of(text)}"
        for n, incident in enumerate(extract(seed_of(text), Registry()).incidents)
        for one in incident.evidence
    ]


def shown_claims(text: str, extract: Extractor) -> list[str]:
    found = extract(seed_of(text), Registry())
    lines = []
    for claim in found.claims:
        who = "report" if claim.claimant is None else f"[{claim.claimant}]"
        who = found.actors[claim.claimant].name if isinstance(claim.claimant, int) else who
        what = [found.actors[claim.subject].name] if claim.subject is not None else []
        what += [claim.role] * bool(claim.role) + ["unclear"] * claim.unclear + [claim.text] * bool(claim.text)
        what += [f"dead {_count(claim.fatalities)}"] if claim.fatalities else []
        what += [f"hurt {_count(claim.injured)}"] if claim.injured else []
        lines.append(f"{who} | {claim.stance} | {' '.join(what)} | {claim.span.of(text)}")
    return lines or ["none"]


def shown_titles(text: str, _: Extractor) -> list[str]:
    return [title_of("", text)]


def shown_openings(text: str, _: Extractor) -> list[str]:
    opening = read_opening(text)
    headline = opening.headline.of(text) if opening.headline else "none"
    place = opening.place.of(text) if opening.place else "none"
    return [f"{headline} | {place} | {text[opening.start : opening.start + 20]}"]


def shown_headings(text: str, extract: Extractor) -> list[str]:
    return [extract(seed_of(text), Registry()).title or "none"]


def shown_genres(text: str, extract: Extractor) -> list[str]:
    notices = [f"- {' '.join(span.of(text).split())}" for span in around_prose(text)]
    return [extract(seed_of(text), Registry()).genre, *notices]


def shown_bodies(text: str, _: Extractor) -> list[str]:
    body = body_of(text, is_markdown=False)
    assert plain_text(body).split() == text.split()
    return body.rstrip("\n").split("\n")


def shown_markdown_bodies(text: str, _: Extractor) -> list[str]:
    return body_of(text, is_markdown=True).rstrip("\n").split("\n")


Shown = Callable[[str, Extractor], list[str]]
STAGES: dict[str, Shown] = {
    "openings": shown_openings,
    "numbers": shown_numbers,
    "dates": shown_dates,
    "names": shown_names,
    "incidents": shown_incidents,
    "evidence": shown_evidence,
    "claims": shown_claims,
    "titles": shown_titles,
    "headings": shown_headings,
    "genres": shown_genres,
    "bodies": shown_bodies,
    "markdown-bodies": shown_markdown_bodies,
}


@pytest.mark.parametrize(
    ("stage", "text", "expected"),
    [
        pytest.param(stage, text, expected, id=f"{stage}: {title}")
        for stage in STAGES
        for title, text, expected in read_cases(CASES / f"{stage}.txt")
    ],
)
def test_case(stage: str, text: str, expected: str, extract: Extractor) -> None:
    assert "\n".join(STAGES[stage](text, extract)) == expected


@pytest.fixture(scope="module", autouse=True)
def rewritten(extract: Extractor) -> None:
    """DATELINE_REWRITE=1 writes what is found now as what is expected; this run compares with what stood there."""
    if os.environ.get("DATELINE_REWRITE") == "1":
        for stage in STAGES:
            rewrite(stage, extract)


def rewrite(stage: str, extract: Extractor) -> None:
    path = CASES / f"{stage}.txt"
    head = [line for line in path.read_text(encoding="utf-8").split("\n\n")[0].splitlines() if line.startswith("#")]
    parts = ["\n".join(head)]
    for title, text, _ in read_cases(path):
        parts.append("\n".join([title, ".", text, ".", *STAGES[stage](text, extract), "."]))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8", newline="\n")
