"""Extractors of which each breaks one promise; the name tells which."""

import os
import socket
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

from dateline.facts import (
    Extraction,
    Extractor,
    FoundActor,
    FoundAlias,
    FoundClaim,
    FoundDate,
    FoundIncident,
    FoundPart,
    FoundPlace,
    Registry,
    Span,
)
from dateline.model import Seed

Change = Callable[[Extraction, Seed, Registry], Any]
_calls = count()


def sound(seed: Seed, _: Registry) -> Extraction:
    """Keeps every promise: the first word of a text is an actor that takes part in talks."""
    words = seed.text.split()
    if not words:
        return Extraction("sound 1")
    start = seed.text.index(words[0])
    span = Span(start, start + len(words[0]))
    return Extraction(
        "sound 1",
        actors=(FoundActor(words[0], "group", (span,)),),
        places=(FoundPlace("Lima", "town", lat=-12.0, lon=-77.0, precision="near"),),
        dates=(FoundDate("2024-01-04", span),),
        incidents=(FoundIncident("talks", span, parts=(FoundPart(0, "mentioned", span),)),),
        claims=(FoundClaim(span, "asserts", 0, 0, text=words[0]),),
    )


def _but(change: Change) -> Extractor:
    def extract(seed: Seed, registry: Registry) -> Any:
        found = sound(seed, registry)
        return change(found, seed, registry) if found.actors else found

    return extract


def _actor(found: Extraction, **changes: Any) -> Extraction:
    return replace(found, actors=(replace(found.actors[0], **changes),))


def _place(found: Extraction, **changes: Any) -> Extraction:
    return replace(found, places=(replace(found.places[0], **changes),))


def _incident(found: Extraction, **changes: Any) -> Extraction:
    return replace(found, incidents=(replace(found.incidents[0], **changes),))


def _claim(found: Extraction, **changes: Any) -> Extraction:
    return replace(found, claims=(replace(found.claims[0], **changes),))


def _denying(found: Extraction, *_: object) -> Extraction:
    """A perpetrator whose only claim is a denial."""
    part = replace(found.incidents[0].parts[0], role="perpetrator")
    denial = replace(
        found.claims[0], stance="denies", claimant=part.actor, incident=0, subject=part.actor, role="perpetrator"
    )
    return replace(_incident(found, parts=(part,)), claims=(*found.claims, denial))


def _in_bytes(found: Extraction, seed: Seed, _: Registry) -> Extraction:
    """Counts UTF-8 bytes, not code points."""
    span = Span(0, len(seed.text.encode()))
    return replace(found, claims=(replace(found.claims[0], span=span),))


def _counting(found: Extraction, *_: object) -> Extraction:
    return replace(found, model=str(next(_calls)))


def _mutating(found: Extraction, _: Seed, registry: Registry) -> Extraction:
    registry.actors.clear()  # type: ignore[attr-defined]
    return found


def _asking(found: Extraction, *_: object) -> Extraction:
    with socket.socket() as door:
        door.settimeout(0.1)
        door.connect_ex(("127.0.0.1", 9))
    return found


def _failing(*_: object) -> Extraction:
    raise KeyError("no such word")


BAD: dict[str, tuple[str, Extractor]] = {
    "beyond": ("spans", _but(lambda found, seed, _: _claim(found, span=Span(0, len(seed.text) + 1)))),
    "backwards": ("spans", _but(lambda found, *_: _incident(found, span=Span(4, 2)))),
    "white space": ("spans", _but(lambda found, seed, _: _claim(found, span=_gap(seed)))),
    "bytes": ("spans", _but(_in_bytes)),
    "a pair for a span": ("spans", _but(lambda found, *_: _claim(found, span=(0, 1)))),
    "no mention": ("names", _but(lambda found, *_: _actor(found, mentions=()))),
    "no name": ("names", _but(lambda found, *_: _actor(found, name=" "))),
    "alias elsewhere": (
        "names",
        _but(lambda found, *_: _actor(found, aliases=(FoundAlias("Ghost", "full", found.actors[0].mentions[0]),))),
    ),
    "place far off": ("positions", _but(lambda found, *_: _incident(found, place=7))),
    "negative": ("positions", _but(lambda found, *_: _claim(found, claimant=-1))),
    "kind": ("closed-lists", _but(lambda found, *_: _actor(found, kind="army"))),
    "place kind": ("closed-lists", _but(lambda found, *_: _place(found, kind="village"))),
    "type": ("closed-lists", _but(lambda found, *_: _incident(found, type="attack"))),
    "stance": ("closed-lists", _but(lambda found, *_: _claim(found, stance="says"))),
    "role": (
        "closed-lists",
        _but(lambda found, *_: _incident(found, parts=(replace(found.incidents[0].parts[0], role="culprit"),))),
    ),
    "date": ("values", _but(lambda found, *_: _incident(found, date="last Tuesday"))),
    "no point": ("values", _but(lambda found, *_: _place(found, lat=191.0))),
    "half a point": ("values", _but(lambda found, *_: _place(found, lon=None))),
    "no count": ("values", _but(lambda found, *_: _claim(found, fatalities=3))),
    "nameless": ("record", _but(lambda found, *_: replace(found, extractor=""))),
    "body": ("record", _but(lambda found, *_: replace(found, body_start=-1))),
    "accusing": (
        "accusations",
        _but(lambda found, *_: _incident(found, parts=(replace(found.incidents[0].parts[0], role="perpetrator"),))),
    ),
    "denying": ("accusations", _but(_denying)),
    "empty claim": ("verification", _but(lambda found, *_: _claim(found, text=""))),
    "counting": ("deterministic", _but(_counting)),
    "mutating": ("mutation", _but(_mutating)),
    "asking": ("network", _but(_asking)),
    "failing": ("raises", _failing),
    "nothing": ("returns", lambda *_: None),  # type: ignore[dict-item, return-value]
}


def _gap(seed: Seed) -> Span:
    at = next((n for n, letter in enumerate(seed.text) if letter.isspace()), 0)
    return Span(at, at + 1)


def in_order_of_hashes(seed: Seed, registry: Registry) -> Extraction:
    """The same within a process, another in the next."""
    words = sorted({*seed.text.split(), "a", "b", "c"}, key=hash)
    return replace(sound(seed, registry), model=words[0])


def in_this_process(seed: Seed, registry: Registry) -> Extraction:
    return replace(sound(seed, registry), model=str(os.getpid()))
