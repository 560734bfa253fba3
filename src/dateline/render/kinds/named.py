"""Whom and what a briefing names: a list at its end, from which the cards on names in the text are made."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.index.cited import cited_in
from dateline.index.entries import ActorEntry, BriefingEntry, LocationEntry
from dateline.model import Actor, Location
from dateline.model.names import all_names
from dateline.render.counts import plural
from dateline.render.namesakes import namesakes
from dateline.render.rows import role_counts
from dateline.render.site import Here
from dateline.render.views import Link

_NAMES = 4  # other names that a card gives


@dataclass(frozen=True)
class Named:
    """A record that the briefing names.

    line    its kind and its part in this report
    about   one line on who or what it is, or ""
    names   other names
    counts  how often it is named, and in which parts
    twin    the place of the same name beside the actor, the actor beside the place
    """

    link: Link
    line: str
    about: str
    names: tuple[str, ...]
    counts: str
    twin: Link | None


def named_actors(here: Here, entry: BriefingEntry) -> tuple[Named, ...]:
    """All actors of the briefing with their parts in its incidents."""
    roles: dict[str, list[str]] = defaultdict(list)
    for report in entry.briefing.incidents:
        for part in report.participants:
            label = here.site.vocabulary.label("roles", part.role).lower()
            if part.role != "mentioned" and label not in roles[part.actor]:
                roles[part.actor].append(label)
    return tuple(_named(here, entry, "actor", key, roles[key]) for key in cited_in(entry.briefing).actors)


def named_places(here: Here, entry: BriefingEntry) -> tuple[Named, ...]:
    """All places of the briefing."""
    return tuple(_named(here, entry, "location", key, []) for key in cited_in(entry.briefing).locations)


def _named(here: Here, briefing: BriefingEntry, kind: str, key: str, roles: list[str]) -> Named:
    link = here.actor(key) if kind == "actor" else here.location(key)
    line = " · ".join(part for part in (link.note.lower(), *roles) if part)
    entry = here.site.index.actors.get(key) if kind == "actor" else here.site.index.locations.get(key)
    if entry is None:
        return Named(link, line, "", (), "", None)
    data: Actor | Location = entry.actor if isinstance(entry, ActorEntry) else entry.location
    others = [name for name in dict.fromkeys(all_names(data)) if name != data.name]
    return Named(
        link,
        line,
        data.description,
        tuple(others[:_NAMES]),
        "; ".join([f"in {plural(len(entry.briefings), 'briefing')}", *_counts(here, entry)]),
        _twin(here, briefing, kind, key),
    )


def _counts(here: Here, entry: ActorEntry | LocationEntry) -> Iterator[str]:
    if isinstance(entry, LocationEntry):
        yield from [plural(len(entry.incidents), "incident")] if entry.incidents else []
    else:
        yield from (f"{label.lower()} in {count:,}" for label, count in role_counts(here, entry))


def _twin(here: Here, briefing: BriefingEntry, kind: str, key: str) -> Link | None:
    pair = namesakes(here.site.corpus, briefing.briefing).pairs.get((kind, key))
    if pair is None:
        return None
    return here.actor(pair[1]) if pair[0] == "actor" else here.location(pair[1])
