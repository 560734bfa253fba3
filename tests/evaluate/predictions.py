"""A draft in the terms of a scorer: names instead of ids, words instead of quotes."""

from typing import Any

from dateline.draft import Draft
from dateline.facts import Extraction, FoundClaim
from dateline.model import Briefing, IncidentReport, Location

UNTOLD = "other"  # the vocabulary's word where the report does not say what kind it was
DOERS = {"perpetrator", "alleged-perpetrator"}


def prediction(key: str, text: str, draft: Draft, extraction: Extraction) -> dict[str, Any]:
    """What a draft says; claims and dates as the extraction holds them, since a briefing keeps the main ones alone."""
    briefing = draft.briefing
    return {
        "id": key,
        "date": briefing.date,
        "actors": [{"name": actor.name, "aliases": [alias.name for alias in actor.aliases]} for actor in draft.actors],
        "locations": [_location(place) for place in draft.locations if place.id in _named(briefing)],
        "incidents": [_incident(draft, report) for report in briefing.incidents],
        "claims": [
            {"claimant": _claimant(extraction, claim), "quote": claim.span.of(text).strip()}
            for claim in extraction.claims
        ],
        "dates": [{"value": date.value, "span": [date.span.start, date.span.end]} for date in extraction.dates],
    }


def _named(briefing: Briefing) -> set[str]:
    return {*briefing.places, *([briefing.location] if briefing.location else [])}


def _location(place: Location) -> dict[str, Any]:
    aliases = [alias.name for alias in place.aliases]
    return {"name": place.name, "aliases": aliases, "lat": place.lat, "lon": place.lon}


def _where(draft: Draft, report: IncidentReport) -> list[str]:
    """The place and those that hold it, as its profile says: Baqubah, Diyala, Iraq."""
    known = {place.id: place for place in draft.locations}
    place = known.get(report.location or "")
    if place is None:
        return []
    country = known.get(place.country or "")
    return list(dict.fromkeys(part for part in (place.name, place.province, country and country.name) if part))


def _incident(draft: Draft, report: IncidentReport) -> dict[str, Any]:
    chain = _where(draft, report)
    return {
        "type": report.type if report.type != UNTOLD else None,
        "date": report.date or "",
        "location": chain[0] if chain else None,
        "location_within": ", ".join(chain) or None,
        "fatalities": report.fatalities.model_dump(exclude_none=True) if report.fatalities else None,
        "perpetrators": _names(draft, report, DOERS) + _described(draft, report, "perpetrator"),
        "named_perpetrators": _names(draft, report, DOERS),
        "victims": _names(draft, report, {"victim"}) + _described(draft, report, "victim"),
        "targets": _names(draft, report, {"target"}) + _described(draft, report, "target"),
    }


def _names(draft: Draft, report: IncidentReport, roles: set[str]) -> list[str]:
    keys = {part.actor for part in report.participants if part.role in roles}
    return [
        name
        for actor in draft.actors
        if actor.id in keys
        for name in (actor.name, *(alias.name for alias in actor.aliases))
    ]


def _described(draft: Draft, report: IncidentReport, role: str) -> list[str]:
    """Who is described and not named: “gunmen”, “three peasants”."""
    about = [claim.about for claim in draft.briefing.claims if claim.incident == report.id]
    told = [one.text for one in about if one.text and one.role == role]
    counted = [one.text for one in about if one.text and not one.role and (one.fatalities or one.injured)]
    return told + (counted if role == "victim" else [])


def _claimant(extraction: Extraction, claim: FoundClaim) -> str:
    if isinstance(claim.claimant, int):
        return extraction.actors[claim.claimant].name
    return claim.claimant or "report"
