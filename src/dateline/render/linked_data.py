"""A record in the words of schema.org (JSON-LD), to stand in its page. Addresses are relative to the page.

What is disputed is left out: the vocabulary has no way to say who says it.
"""

import json
from typing import Any

from markupsafe import Markup

from dateline.index.cited import cited_in
from dateline.index.entries import ActorEntry, BriefingEntry, IncidentEntry, LocationEntry
from dateline.model import Location, Source
from dateline.render.site import Here

_POINTS = ("exact", "near")  # places that a point stands for
_PARTS = 40  # mentions and reports that a page tells machines of
_TYPES = {"person": "Person", "state": "GovernmentOrganization", "government-body": "GovernmentOrganization"}

Data = dict[str, Any]


def briefing_data(here: Here, entry: BriefingEntry) -> Markup:
    """A `Report` with its sources, incidents, and whom it mentions."""
    briefing = entry.briefing
    cited = cited_in(briefing)
    actors = [_brief(here, "actors", key) for key in cited.actors]
    places = [_brief(here, "locations", key) for key in cited.locations]
    return _script(
        {
            "@type": "Report",
            "@id": here.to(entry.url),
            "headline": entry.title,
            "inLanguage": briefing.language or "",
            "description": entry.summary,
            "datePublished": briefing.date,
            "dateModified": max((update.date for update in briefing.updates), default=""),
            "publisher": {"@type": "Organization", "name": here.site.project.name},
            "creativeWorkStatus": briefing.review,
            "isBasedOn": [_source(here, source) for source in briefing.sources],
            "about": [_brief(here, "incidents", key) for key in entry.incidents],
            "mentions": [item for item in (*actors, *places) if item][:_PARTS],
            "contentLocation": _brief(here, "locations", briefing.location or ""),
            "correction": [
                {"@type": "CorrectionComment", "text": update.text, "datePublished": update.date}
                for update in briefing.updates
                if update.kind == "correction"
            ],
        }
    )


def incident_data(here: Here, entry: IncidentEntry) -> Markup:
    """An `Event`: what, when and where; the reports of it say the rest."""
    date = entry.date
    reports = dict.fromkeys(item.briefing for item in entry.reports)
    return _script(
        {
            "@type": "Event",
            "@id": here.to(entry.url),
            "name": entry.title,
            "description": entry.summary,
            "startDate": str(date.first) if date and date.first else "",
            "endDate": str(date.last) if date and date.last and date.last != date.first else "",
            "location": _brief(here, "locations", entry.location or ""),
            "additionalType": here.site.vocabulary.label("incident-types", entry.type),
            "subjectOf": [_brief(here, "briefings", key) for key in reports][:_PARTS],
        }
    )


def actor_data(here: Here, entry: ActorEntry) -> Markup:
    """A `Person` or an `Organization` with its names."""
    actor = entry.actor
    groups = [_brief(here, "actors", key) for key in (*actor.member_of, *actor.part_of)]
    wikidata = [f"https://www.wikidata.org/wiki/{actor.wikidata}"] if actor.wikidata else []
    return _script(
        {
            "@type": _TYPES.get(actor.kind, "Organization"),
            "@id": here.to(entry.url),
            "name": entry.name,
            "alternateName": [alias.name for alias in actor.aliases],
            "description": actor.description,
            "memberOf": [group for group in groups if group],
            "sameAs": [*wikidata, *actor.same_as],
        }
    )


def location_data(here: Here, entry: LocationEntry) -> Markup:
    """A `Place`, with a point only where one stands for it."""
    place = entry.location
    country = place.country if place.country != entry.id else None
    return _script(
        {
            "@type": "Country" if place.kind == "country" else "Place",
            "@id": here.to(entry.url),
            "name": entry.name,
            "alternateName": [alias.name for alias in place.aliases],
            "description": place.description,
            "containedInPlace": _brief(here, "locations", country or ""),
            "geo": _point(place),
            "sameAs": [f"https://www.geonames.org/{place.geonames}"] if place.geonames else [],
        }
    )


def _brief(here: Here, kind: str, key: str) -> Data:
    """A record by its address and name, empty where it has no page."""
    index = here.site.index
    if kind == "actors" and key in index.actors:
        actor = index.actors[key]
        return {"@type": _TYPES.get(actor.actor.kind, "Organization"), "@id": here.to(actor.url), "name": actor.name}
    if kind == "locations" and key in index.locations:
        return {"@type": "Place", "@id": here.to(index.locations[key].url), "name": index.locations[key].full_name}
    if kind == "incidents" and key in index.incidents:
        return {"@type": "Event", "@id": here.to(index.incidents[key].url), "name": index.incidents[key].title}
    if kind == "briefings" and key in index.briefings:
        return {"@type": "Report", "@id": here.to(index.briefings[key].url), "headline": index.briefings[key].title}
    return {}


def _source(here: Here, source: Source) -> Data:
    entry = here.site.vocabulary["source-types"].get(source.type)
    kind = (entry["schema"] if entry else "") or "CreativeWork"
    publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else {}
    return _without_empty(
        {
            "@type": kind,
            "name": source.title,
            "url": source.url,
            "datePublished": source.published,
            "publisher": publisher,
        }
    )


def _point(place: Location) -> Data:
    if place.lat is None or place.geo_precision not in _POINTS:
        return {}
    return {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}


def _script(data: Data) -> Markup:
    """JSON that can stand in an HTML element: no text in it ends the element."""
    text = json.dumps({"@context": "https://schema.org", **_without_empty(data)}, ensure_ascii=False)
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704 - no sign of HTML is left


def _without_empty(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}
