"""A made-up project of any size: real files through the real writers, the same for the same number."""

import hashlib
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

from dateline.frontmatter import write
from dateline.model import (
    About,
    Actor,
    Briefing,
    Claim,
    Claimant,
    Count,
    IncidentReport,
    Location,
    Participant,
    Quote,
    Source,
)

TYPES = ("shelling", "armed-clash", "protest", "bombing", "court-case", "disaster")
SYLLABLES = ("dor", "len", "tar", "ve", "nor", "hes", "ker", "ansk", "dul", "vin", "sar", "hold")


def make_project(folder: Path, *, briefings: int, root: Path) -> Path:
    """Write a project with so many briefings, a tenth as many actors and a twentieth as many places."""
    shutil.rmtree(folder, ignore_errors=True)
    chance = random.Random(7)
    folder.mkdir(parents=True)
    shutil.copy2(root / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copy2(root / "briefings" / "about.md", _made(folder / "briefings" / "about.md"))
    actors = [_actor(number, chance) for number in range(max(4, briefings // 10))]
    places = [_place(number, chance) for number in range(max(3, briefings // 20))]
    for actor in actors:
        _made(folder / "briefings" / "actors" / f"{actor.id}.md").write_text(write(actor), encoding="utf-8")
    for place in places:
        _made(folder / "briefings" / "locations" / f"{place.id}.md").write_text(write(place), encoding="utf-8")
    for number in range(briefings):
        _briefing(folder, number, chance, actors, places)
    return folder


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()


def _actor(number: int, chance: random.Random) -> Actor:
    return Actor(id=f"actor-{number}", name=f"{_word(chance)} {_word(chance)} {number}", kind="group")


def _place(number: int, chance: random.Random) -> Location:
    lat, lon = chance.uniform(-60, 60), chance.uniform(-170, 170)
    return Location(id=f"place-{number}", name=f"{_word(chance)} {number}", kind="town", lat=lat, lon=lon)


def _briefing(folder: Path, number: int, chance: random.Random, actors: list[Actor], places: list[Location]) -> None:
    day = date(2031, 1, 1) + timedelta(days=number % 1500)
    place, kind = chance.choice(places), chance.choice(TYPES)
    accused, victim, third = chance.sample(actors, 3)
    killed = chance.randint(0, 40)
    said = f"“It was the work of {accused.name},” a spokesman said"
    told = f"At least {killed} people were killed in {place.name} on {day:%A}"
    text = "\n\n".join(
        [
            f"{told}, officials said. {said}, but {third.name} called for calm.",
            *(" ".join(f"{_word(chance)} said that {_word(chance)} was near." for _ in range(12)) for _ in "ab"),
            f"{victim.name} was among the dead.",
        ]
    )
    key = f"{day}-{place.id}-{number}"
    ref = f"seeds/{key}.txt"
    data = f"date {day} {text}\n".encode()
    _made(folder / ref).write_bytes(data)
    event = f"{day}-{place.id}-{kind}"
    briefing = Briefing(
        id=key,
        title=told,
        date=str(day),
        location=place.id,
        actors=tuple(dict.fromkeys((accused.id, victim.id, third.id))),
        sources=(Source(id="s1", seed=ref, sha256=hashlib.sha256(data).hexdigest(), publisher="Wire"),),
        incidents=(
            IncidentReport(
                id=event,
                type=kind,
                date=str(day),
                location=place.id,
                geo_precision="near",
                fatalities=Count(low=killed),
                quote="q1",
                participants=(Participant(actor=victim.id, role="victim", quote="q3"),),
            ),
        ),
        claims=(
            Claim(
                id="c1",
                incident=event,
                claimant=Claimant(name="a spokesman"),
                stance="asserts",
                about=About(actor=accused.id, role="perpetrator"),
                quote="q2",
            ),
        ),
        quotes={
            "q1": Quote(source="s1", exact=told),
            "q2": Quote(source="s1", exact=said),
            "q3": Quote(source="s1", exact=f"{victim.name} was among the dead"),
        },
    )
    _made(folder / "briefings" / f"{key}.md").write_text(write(briefing, text), encoding="utf-8")
