"""Each record as JSON beside its page: what its file says, and what is computed from all of them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from dateline.index.entries import ActorEntry, BriefingEntry, ClaimRow, IncidentEntry, Index, LocationEntry
from dateline.model import Page
from dateline.model.fields import Model
from dateline.render.planned import Planned

Data = dict[str, Any]


def data_files(index: Index) -> Iterator[Page]:
    """`KIND/ID.json` for each briefing, actor, incident and location."""
    return (file.render() for file in plan_data(index))


def plan_data(index: Index) -> Iterator[Planned]:
    """The files of `data_files`, each made when it is asked for."""
    kinds: tuple[tuple[str, Mapping[str, Any], Callable[[Any], Data]], ...] = (
        ("briefings", index.briefings, _briefing),
        ("actors", index.actors, _actor),
        ("incidents", index.incidents, _incident),
        ("locations", index.locations, _location),
    )
    for kind, entries, computed in kinds:
        for key, entry in entries.items():
            path = f"{kind}/{key}.json"
            yield Planned(path, partial(_file, path, kind, entry, computed))


def _file(path: str, kind: str, entry: Any, computed: Callable[[Any], Data]) -> Page:
    content = {"kind": kind, "page": entry.url, **computed(entry)}
    return Page(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def _briefing(entry: BriefingEntry) -> Data:
    return {
        "record": _dumped(entry.briefing),
        "text": entry.body,
        "computed": {
            "status": entry.status,
            "not_known": list(dict.fromkeys(gap.words for gap in entry.gaps)),
            "related": [{"briefing": item.briefing, "reason": item.reason} for item in entry.related],
        },
    }


def _actor(entry: ActorEntry) -> Data:
    return {
        "record": _dumped(entry.actor),
        "text": entry.body,
        "computed": {
            "first_reported": entry.first_seen,
            "last_reported": entry.last_seen,
            "briefings": list(entry.briefings),
            "incidents": {role: [item.incident for item in items] for role, items in entry.roles.items()},
            "accusations": _claims(entry.accusations),
            "statements": _claims(entry.statements),
            "appears_with": {item.actor: list(item.briefings) for item in entry.appears_with},
            "names_of_several": {name: list(others) for name, others in entry.collisions.items()},
        },
    }


def _incident(entry: IncidentEntry) -> Data:
    return {
        "record": _dumped(entry.record) if entry.record else {"id": entry.id},
        "text": entry.body,
        "computed": {
            "title": entry.title,
            "type": entry.type,
            "date": entry.date.text if entry.date else None,
            "location": entry.location,
            "geo_precision": entry.geo_precision,
            "fatalities": _dumped(entry.fatalities),
            "injured": _dumped(entry.injured),
            "status": entry.status,
            "accused": list(entry.accused),
            "participants": [
                {"actor": part.actor, "role": part.role, "briefings": [briefing for briefing, _ in part.reports]}
                for part in entry.participants
            ],
            "reports": [{"briefing": item.briefing, **_dumped(item.report)} for item in entry.reports],
            "claims": _claims(entry.claims),
            "differences": {
                item.kind: {value: list(briefings) for value, briefings in item.values} for item in entry.differences
            },
            "not_known": list(dict.fromkeys(gap.words for gap in entry.gaps)),
        },
    }


def _location(entry: LocationEntry) -> Data:
    return {
        "record": _dumped(entry.location),
        "text": entry.body,
        "computed": {
            "briefings": list(entry.briefings),
            "incidents": list(entry.incidents),
            "places_within": list(entry.within),
        },
    }


def _claims(rows: Sequence[ClaimRow]) -> list[Data]:
    """Each claim with its briefing, the claimant's name and the words that it rests on."""
    return [
        {
            "briefing": row.briefing,
            **_dumped(row.claim),
            "claimant_name": row.claimant,
            "words": row.quote.exact if row.quote else None,
        }
        for row in rows
    ]


def _dumped(model: Model | None) -> Any:
    """As in the front matter: keys with nothing to say are left out."""
    return model.model_dump(mode="json", exclude_defaults=True) if model else None
