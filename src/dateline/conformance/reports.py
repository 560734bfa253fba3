"""The odd reports that an extractor is tried on, and the records that it may meet."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

import yaml

from dateline.facts import Registry
from dateline.model import Actor, Alias, Location, Seed

_DAY = "2024-01-04"


@cache
def odd_reports() -> tuple[Seed, ...]:
    """One seed for each, `seeds/NAME.txt`."""
    content = files("dateline.conformance").joinpath("data", "reports.yaml").read_text(encoding="utf-8")
    return tuple(_seed(name, fields) for name, fields in yaml.safe_load(content).items())


def _seed(name: str, fields: dict[str, Any]) -> Seed:
    text = fields["text"] * fields.get("times", 1)
    return Seed(
        f"seeds/{name}.txt", sha256(text.encode()).hexdigest(), text, "txt", published=fields.get("published", _DAY)
    )


def some_records() -> Registry:
    """A project that knows an actor and a place of the reports already."""
    front = Actor(
        id="red-lantern-front",
        name="Red Lantern Front",
        kind="rebel-group",
        aliases=(Alias(name="RLF", kind="acronym"),),
    )
    peru = Location(id="peru", name="Peru", kind="country")
    lima = Location(id="lima", name="Lima", kind="town", country="peru", lat=-12.04, lon=-77.03, geo_precision="near")
    return Registry().with_records((front,), (peru, lima), ())
