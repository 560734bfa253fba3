"""An actor's page: names, incidents by role, accusations as claims, the sentences that name it, its company."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dateline.index.entries import ActorEntry, IncidentEntry
from dateline.index.ties import ActorIncident, Together
from dateline.model import Page
from dateline.render.apart import told_apart
from dateline.render.counts import plural
from dateline.render.dates import day_words, short_day
from dateline.render.figures import company_drawing, incident_map, incident_timeline
from dateline.render.filters import actor_found
from dateline.render.kinds.actor_names import collisions, name_views, relations, script_names
from dateline.render.linked_data import actor_data
from dateline.render.long_lists import LongList, Section, list_pages
from dateline.render.planned import Planned, planned
from dateline.render.record_lists import claim_list, mention_list, year_of_incident
from dateline.render.rows import incident_row, role_counts
from dateline.render.site import Here, Site
from dateline.render.split import is_long
from dateline.render.views import Drawing, Fact, IncidentRow, Link

_ALSO = 6  # other names that stand below the headline
_LATEST = 3  # briefings with another actor that are named by their days


@dataclass(frozen=True)
class Company:
    """Another actor named in the same briefings.

    count   the one briefing, or how many they are
    latest  the newest of several; `more` are older
    """

    other: Link
    count: Link
    latest: tuple[Link, ...]
    more: int = 0


@dataclass(frozen=True)
class Part:
    """The incidents in which the actor has one role; count: how many they are."""

    key: str
    title: str
    count: int
    list: Section


def pages(site: Site) -> Iterator[Planned]:
    """One page per actor, and further pages for its long lists."""
    for entry in site.index.actors.values():
        yield _page(Here(site, f"actors/{entry.id}.md"), entry)
        if _has_long_list(entry):
            yield from list_pages(site, "actors", entry.id, list(_lists(site, entry)))


def _has_long_list(entry: ActorEntry) -> bool:
    incidents = list(chain.from_iterable(entry.roles.values()))
    return any(is_long(items) for items in (incidents, entry.accusations, entry.statements, entry.briefings))


def _lists(site: Site, entry: ActorEntry) -> Iterator[LongList]:
    yield _incident_list(site, entry)
    yield claim_list("accusations", f"Claims that name {entry.name} as responsible", entry.accusations)
    yield claim_list("statements", f"What {entry.name} is quoted as saying", entry.statements)
    yield mention_list(f"Briefings that name {entry.name}", entry.briefings, entry.mentions)


def _incident_list(site: Site, entry: ActorEntry) -> LongList:
    def rows(here: Here, items: Sequence[tuple[str, ActorIncident]]) -> list[IncidentRow]:
        return [
            incident_row(
                here,
                site.index.incidents[item.incident],
                role=site.vocabulary.label("roles", role),
                quotes=item.reports[:3],
            )
            for role, item in items
        ]

    items = [(role, item) for role, found in entry.roles.items() for item in found]
    title = f"Incidents with {entry.name}"
    return LongList("incidents", title, "incident", "incidents", items, rows, _year_of_part)


def _year_of_part(here: Here, item: tuple[str, ActorIncident]) -> str:
    return year_of_incident(here, item[1].incident)


@planned
def _page(here: Here, entry: ActorEntry) -> Page:
    actor = entry.actor
    lists = {item.name: item for item in _lists(here.site, entry)}
    kind = here.site.vocabulary.label("actor-kinds", actor.kind)
    names, scripts = name_views(here, actor), script_names(actor)
    beside = [alias.name for alias in scripts]
    return here.site.page(
        here,
        "actor",
        title=entry.name,
        description=actor.description or f"{kind}. Named in {plural(len(entry.briefings), 'briefing')}.",
        kind=kind,
        tab="actor" if actor.kind == "unknown" else kind.lower(),
        line=actor.description,
        others=told_apart(here, "actors", entry.id, actor.not_same_as),
        script_names=scripts,
        also=[view for view in names if view.name not in beside][:_ALSO],
        facts=_facts(here, entry),
        drawings=_drawings(here, _incidents(here, entry)),
        company_drawing=company_drawing(here, entry),
        text=here.own_text(entry.body, entry.path),
        names=names,
        collisions=collisions(here, entry),
        relations=relations(here, entry),
        roles=_role_groups(here, entry, lists["incidents"]),
        all_incidents=lists["incidents"].more(here),
        lists={name: item.section(here) for name, item in lists.items() if name != "incidents"},
        company=[_company(here, item) for item in entry.appears_with],
        actions=here.actions(entry.path),
        data=here.data(),
        feed=here.feed(),
        report=here.report(entry.name),
        linked=actor_data(here, entry),
        source_path=entry.path,
        found=actor_found(here.site, entry),
    )


def _company(here: Here, item: Together) -> Company:
    """Another actor, and in how many briefings with this one; the latest of several by their days."""
    other, count = here.actor(item.actor), plural(len(item.briefings), "briefing")
    latest = [here.site.index.briefings[key] for key in item.briefings[:_LATEST]]
    links = [Link(here.to(entry.url), short_day(entry.briefing.date), f"with {other.text}") for entry in latest]
    if len(links) == 1:
        return Company(other, replace(links[0], text=count), ())
    return Company(other, Link("", count), tuple(links), len(item.briefings) - len(links))


def _role_groups(here: Here, entry: ActorEntry, incidents: LongList) -> list[Part]:
    groups = []
    for count in entry.role_counts:
        items = [item for item in incidents.items if item[0] == count.role]
        term = here.site.vocabulary["roles"].get(count.role)
        title = str(term["plural"] or term.label) if term else count.role
        groups.append(Part(count.role, title, count.count, incidents.part(here, items)))
    return groups


def _incidents(here: Here, entry: ActorEntry) -> list[IncidentEntry]:
    keys = dict.fromkeys(item.incident for found in entry.roles.values() for item in found)
    return [here.site.index.incidents[key] for key in keys]


def _drawings(here: Here, incidents: list[IncidentEntry]) -> list[Drawing | None]:
    """Where and when its incidents were."""
    return [incident_map(here, "map", incidents), incident_timeline(here, incidents)]


def _facts(here: Here, entry: ActorEntry) -> tuple[Fact, ...]:
    """First and last seen by the day of the report; parts in incidents, and their status; how often it is named."""
    roles = tuple(Link("", f"{label}:\u00a0{count:,}") for label, count in role_counts(here, entry))
    facts = [
        Fact("First reported", (Link("", day_words(entry.first_seen) if entry.first_seen else "not yet"),)),
        Fact("Last reported", (Link("", day_words(entry.last_seen) if entry.last_seen else "not yet"),)),
        Fact("Named in", (Link("", plural(len(entry.briefings), "briefing")),)),
        Fact("Part in incidents", roles or (Link("", "none recorded"),)),
    ]
    if statuses := _status_counts(here, _incidents(here, entry)):
        facts.append(Fact("Status of incidents", statuses))
    if entry.actor.country:
        facts.append(Fact("Country", (here.location(entry.actor.country),)))
    return tuple(facts)


def _status_counts(here: Here, incidents: list[IncidentEntry]) -> tuple[Link, ...]:
    """How far it is known who did them, where that is asked of them at all."""
    counts = Counter(entry.status for entry in incidents)
    slugs = [slug for slug in here.site.vocabulary["statuses"] if counts[slug] and slug != "not-applicable"]
    marks = [here.site.status(slug) for slug in slugs]
    return tuple(Link("", f"{mark.sign}\u00a0{mark.label}:\u00a0{counts[mark.slug]:,}") for mark in marks)
