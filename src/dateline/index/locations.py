"""One entry per place; what happened within a country counts for the country too."""

from collections import defaultdict
from collections.abc import Mapping

from dateline.index.actors import sort_name
from dateline.index.cited import Cited
from dateline.index.entries import IncidentEntry, LocationEntry
from dateline.index.mentions import Mentions
from dateline.model import Corpus, Location


def location_entries(
    corpus: Corpus, cited: Mapping[str, Cited], mentions: Mentions, incidents: Mapping[str, IncidentEntry]
) -> dict[str, LocationEntry]:
    """Entries by id, by name."""
    briefings: dict[str, list[str]] = defaultdict(list)
    for key in sorted(cited, key=lambda key: (corpus.briefings[key].data.date, key), reverse=True):
        for place in cited[key].locations:
            briefings[place].append(key)
    within: dict[str, list[str]] = defaultdict(list)
    for key, record in sorted(corpus.locations.items()):
        if record.data.country and record.data.country != key:
            within[record.data.country].append(key)
    here: dict[str, list[str]] = defaultdict(list)
    for key, entry in incidents.items():
        for place in _and_its_country(entry.location, corpus):
            here[place].append(key)
    entries = [
        LocationEntry(
            id=key,
            url=f"locations/{key}.html",
            name=record.data.name,
            full_name=full_name(record.data, corpus),
            sort_name=sort_name(record.data.name),
            location=record.data,
            body=record.body,
            path=record.path,
            briefings=tuple(briefings[key]),
            mentions=mentions.get(("location", key), ()),
            incidents=tuple(here[key]),
            actors=_actors_at(here[key], incidents, corpus),
            within=tuple(within[key]),
        )
        for key, record in corpus.locations.items()
    ]
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: (entry.sort_name, entry.id))}


def full_name(location: Location, corpus: Corpus) -> str:
    """The name with its country's: "Baghdad, Iraq"."""
    country = corpus.locations.get(location.country or "")
    if country is None or country.data.id == location.id:
        return location.name
    return f"{location.name}, {country.data.name}"


def country_of(place: LocationEntry | None) -> str:
    """The id of the country that a place lies in or is; "" where that is not known."""
    if place is None:
        return ""
    return place.location.country or (place.id if place.location.kind == "country" else "")


def _and_its_country(place: str | None, corpus: Corpus) -> list[str]:
    record = corpus.locations.get(place or "")
    if record is None:
        return []
    country = record.data.country
    return [record.stem, country] if country and country != record.stem else [record.stem]


def _actors_at(keys: list[str], incidents: Mapping[str, IncidentEntry], corpus: Corpus) -> tuple[str, ...]:
    named = [part.actor for key in keys for part in incidents[key].participants]
    return tuple(actor for actor in dict.fromkeys(named) if actor in corpus.actors)
