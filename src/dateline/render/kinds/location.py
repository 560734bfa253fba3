"""A place's page: where it is and how exactly, what happened there, who took part, the briefings that name it."""

from collections import Counter
from collections.abc import Iterator

from dateline.index.entries import LocationEntry
from dateline.model import Page
from dateline.render.apart import told_apart
from dateline.render.counts import plural
from dateline.render.figures import incident_map, incident_timeline, place_map
from dateline.render.filters import location_found
from dateline.render.kinds.location_lists import place_row
from dateline.render.linked_data import location_data
from dateline.render.long_lists import LongList, list_pages
from dateline.render.places import precision_words
from dateline.render.planned import Planned, planned
from dateline.render.record_lists import incident_list, mention_list
from dateline.render.site import Here, Site
from dateline.render.views import Drawing, Fact, Link

_TYPES = 4  # types of incidents that the strip counts
_SHOWN = 60  # places within a country, and actors, that its page lists


def pages(site: Site) -> Iterator[Planned]:
    """One page per place, and further pages for its long lists."""
    for entry in site.index.locations.values():
        lists = {
            "incidents": incident_list(f"Incidents in {entry.name}", entry.incidents),
            "briefings": mention_list(f"Briefings that name {entry.name}", entry.briefings, entry.mentions),
        }
        yield _page(Here(site, f"locations/{entry.id}.md"), entry, lists)
        yield from list_pages(site, "locations", entry.id, list(lists.values()))


@planned
def _page(here: Here, entry: LocationEntry, lists: dict[str, LongList]) -> Page:
    place = entry.location
    kind = here.site.vocabulary.label("place-kinds", place.kind)
    within = [here.site.index.locations[key] for key in entry.within]
    return here.site.page(
        here,
        "location",
        title=entry.full_name,
        name=entry.name,
        description=place.description
        or f"{kind}. {plural(len(entry.incidents), 'incident')}, {plural(len(entry.briefings), 'briefing')}.",
        kind=kind,
        tab=kind.lower(),
        country=here.location(place.country) if place.country and place.country != entry.id else None,
        line=place.description,
        others=told_apart(here, "locations", entry.id, place.not_same_as),
        facts=_facts(here, entry),
        drawings=_drawings(here, entry),
        text=here.own_text(entry.body, entry.path),
        names=place.aliases,
        lists={name: item.section(here) for name, item in lists.items()},
        within=[place_row(here, other) for other in within[:_SHOWN]],
        within_total=len(within),
        actors=[here.actor(key) for key in entry.actors[:_SHOWN]],
        actions=here.actions(entry.path),
        data=here.data(),
        feed=here.feed(),
        report=here.report(entry.full_name),
        linked=location_data(here, entry),
        source_path=entry.path,
        found=location_found(here.site, entry),
    )


def _drawings(here: Here, entry: LocationEntry) -> list[Drawing | None]:
    """Of a country or region what happened within it; of another place where it lies."""
    incidents = [here.site.index.incidents[key] for key in entry.incidents]
    broad = incident_map(here, "map", incidents) if entry.within else None
    return [broad or place_map(here, entry), incident_timeline(here, incidents)]


def _facts(here: Here, entry: LocationEntry) -> tuple[Fact, ...]:
    place = entry.location
    kind = here.site.vocabulary.label("place-kinds", place.kind)
    facts = [Fact("Kind", (Link("", kind),))]
    if place.country and place.country != entry.id:
        facts.append(Fact("Country", (here.location(place.country),)))
    if place.province:
        facts.append(Fact("Province", (Link("", place.province),)))
    facts.append(_coordinates(here, entry))
    facts.append(_incidents(here, entry))
    facts.append(Fact("Named in", (Link("", plural(len(entry.briefings), "briefing")),)))
    return tuple(facts)


def _incidents(here: Here, entry: LocationEntry) -> Fact:
    """How many, and of which types the most."""
    types = Counter(here.site.index.incidents[key].type for key in entry.incidents)
    most = sorted(types.items(), key=lambda item: (-item[1], item[0]))[:_TYPES]
    label = here.site.vocabulary.label
    words = ", ".join(
        label("incident-types", kind).lower() + (f" {count:,}" if len(entry.incidents) > 1 else "")
        for kind, count in most
    )
    more = ", others" if len(types) > _TYPES else ""
    return Fact("Incidents", (Link("", f"{len(entry.incidents):,}"),), words + more)


def _coordinates(here: Here, entry: LocationEntry) -> Fact:
    place = entry.location
    if place.lat is None or place.lon is None:
        return Fact("Coordinates", (Link("", "not recorded"),))
    north = f"{abs(place.lat):.2f}° {'N' if place.lat >= 0 else 'S'}"
    east = f"{abs(place.lon):.2f}° {'E' if place.lon >= 0 else 'W'}"
    precision = here.site.vocabulary["geo-precision"].get(place.geo_precision or "")
    origin = (Link(f"https://www.geonames.org/{place.geonames}", "GeoNames"),) if place.geonames else ()
    return Fact("Coordinates", (Link("", f"{north}, {east}"), *origin), precision_words(precision))
