"""What the search page can narrow results by, and what it shows of each: values that pages carry unseen."""

from collections.abc import Iterable, Iterator

from dateline.index.cited import cited_in
from dateline.index.entries import ActorEntry, BriefingEntry, IncidentEntry, LocationEntry, SourceEntry
from dateline.render.dates import date_words, day_words
from dateline.render.site import Site
from dateline.render.views import Found, Value


def briefing_found(site: Site, entry: BriefingEntry) -> Found:
    """A briefing is found by its kind, the year of the report, and all actors, places, types and statuses."""
    cited = cited_in(entry.briefing)
    incidents = [site.index.incidents[key] for key in entry.incidents]
    return Found(
        (
            Value("kind", "Briefing"),
            Value("year", entry.briefing.date[:4]),
            Value("review", site.vocabulary.label("review", entry.briefing.review)),
            *_actors(site, cited.actors),
            *_places(site, cited.locations),
            *_incidents(site, incidents),
        ),
        _meta(entry.listed_title, "Briefing", f"reported {day_words(entry.briefing.date)}", entry.summary),
    )


def incident_found(site: Site, entry: IncidentEntry) -> Found:
    """An incident is found by the year in which it happened; "no date" where none is known."""
    actors = [*(part.actor for part in entry.participants), *entry.accused]
    return Found(
        (
            Value("kind", "Incident"),
            Value("year", entry.year or "no date"),
            *_actors(site, actors),
            *_places(site, [entry.location] if entry.location else []),
            *_incidents(site, [entry]),
        ),
        _meta(entry.title, "Incident", f"happened: {date_words(entry.date)}", entry.summary),
    )


def actor_found(site: Site, entry: ActorEntry) -> Found:
    """An actor is found by itself."""
    kind = site.vocabulary.label("actor-kinds", entry.actor.kind)
    return Found(
        (Value("kind", "Actor"), Value("actor", entry.name)),
        _meta(entry.name, "Actor", kind, entry.actor.description),
    )


def location_found(site: Site, entry: LocationEntry) -> Found:
    """A place is found by itself and its country."""
    kind = site.vocabulary.label("place-kinds", entry.location.kind)
    return Found(
        (Value("kind", "Place"), *_places(site, [entry.id])),
        _meta(entry.full_name, "Place", kind, entry.location.description),
    )


def source_found(entry: SourceEntry) -> Found:
    """A source is found by the year of its publication."""
    published = next((source.published for source in entry.cited_as if source.published), "")
    years = (Value("year", published[:4]),) if published else ()
    date = f"published {day_words(published)}" if published else "date not stated"
    return Found((Value("kind", "Source"), *years), _meta(entry.title, "Source", date, ""))


def _meta(title: str, kind: str, date: str, sentence: str) -> tuple[Value, ...]:
    values = (Value("title", title), Value("kind", kind), Value("date", date), Value("sentence", sentence))
    return tuple(value for value in values if value.value)


def _actors(site: Site, keys: Iterable[str]) -> Iterator[Value]:
    names = (site.index.actors[key].name for key in keys if key in site.index.actors)
    return (Value("actor", name) for name in dict.fromkeys(names))


def _places(site: Site, keys: Iterable[str]) -> Iterator[Value]:
    """Each place and its country."""
    found: dict[str, None] = {}
    for key in keys:
        entry = site.index.locations.get(key)
        for one in (entry, site.index.locations.get(entry.location.country or "")) if entry else ():
            if one:
                found[one.full_name] = None
    return (Value("place", name) for name in found)


def _incidents(site: Site, incidents: Iterable[IncidentEntry]) -> Iterator[Value]:
    entries = list(incidents)
    types = dict.fromkeys(site.vocabulary.label("incident-types", entry.type) for entry in entries)
    statuses = dict.fromkeys(site.status(entry.status).label for entry in entries)
    yield from (Value("type", label) for label in types)
    yield from (Value("status", label) for label in statuses)
