"""A position in one list is no position in another, nor in the text: mypy, strict as for `src`, says so."""

from pathlib import Path

from mypy import api

ROOT = Path(__file__).parents[2]
SAMPLE = """\
from dateline.extract.rules.events import Scene
from dateline.extract.rules.language import Reading, Token
from dateline.facts import ActorAt, Extraction, FoundClaim, FoundIncident, FoundPart, IncidentAt, PlaceAt, Span
from dateline.facts import by_position


def swapped(found: Extraction, span: Span, actor: ActorAt, place: PlaceAt, incident: IncidentAt) -> list[object]:
    fits: list[object] = [
        FoundPart(actor, "victim", span),
        FoundIncident("bombing", span, place=place),
        FoundClaim(span, "asserts", actor, incident, actor),
        {FoundPart(at, "victim", span) for at, _ in by_position(found.actors)},
    ]
    return fits + [
        FoundPart(place, "victim", span),  # swapped
        FoundPart(2, "victim", span),  # swapped
        FoundIncident("bombing", span, place=actor),  # swapped
        FoundClaim(span, "asserts", incident),  # swapped
        FoundClaim(span, "asserts", actor, place),  # swapped
        {FoundPart(at, "victim", span) for at, _ in by_position(found.incidents)},  # swapped
    ]


def swapped_in_a_reading(scene: Scene, reading: Reading, token: Token, place: PlaceAt) -> list[object]:
    fits: list[object] = [
        reading.below(token.i),
        reading.sentence_span(token.sentence),
        scene.actor_at.get(token.head),
        reading.quotation_at.get(token.i),
    ]
    return fits + [
        reading.below(token.sentence),  # swapped
        reading.below(token.start),  # swapped
        reading.sentence_span(token.i),  # swapped
        reading.span(token.i, token.end),  # swapped
        scene.sides.get(place),  # swapped
    ]
"""


def test_one_position_taken_for_another_is_a_type_error(tmp_path: Path) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text(SAMPLE, encoding="utf-8")
    options = ["--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(ROOT / ".mypy_cache")]
    told, faults, _ = api.run([*options, "--no-error-summary", "--hide-error-context", str(sample)])
    lines = [line for line in told.splitlines() if ": error: " in line]
    wrong = [number for number, line in enumerate(SAMPLE.splitlines(), 1) if line.endswith("# swapped")]
    assert faults == ""
    assert [line.split(":", 2)[1] for line in lines] == [str(number) for number in wrong]
    assert all(line.endswith(("[arg-type]", "[misc]", "[call-overload]")) for line in lines)
