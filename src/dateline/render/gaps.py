"""Everything that is not known, over all records: what the page of gaps lists and the home page counts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.render.counts import listed
from dateline.render.site import Here, Site
from dateline.render.views import Link

_LONG = 4  # names of one sentence


@dataclass(frozen=True)
class Open:
    """An open question. folder, key: the record; path: the file in which an answer belongs, or ""."""

    kind: str
    folder: str
    key: str
    words: str
    path: str


@dataclass(frozen=True)
class GapRow:
    """An open question as a row of a list."""

    record: Link
    words: str
    edit: Link | None


def open_questions(site: Site) -> dict[str, list[Open]]:
    """Kind of gap -> its questions, kinds in the order of their list; the newest records first."""
    found: dict[str, list[Open]] = defaultdict(list)
    for questions in (_of_incidents(site), _of_briefings(site), _of_names(site), _of_places(site)):
        for question in questions:
            found[question.kind].append(question)
    order = list(site.vocabulary["gap-kinds"])
    kinds = sorted(found, key=lambda kind: (order.index(kind) if kind in order else len(order), kind))
    return {kind: found[kind] for kind in kinds}


def gap_rows(here: Here, questions: Sequence[Open], of: Sequence[Open]) -> tuple[GapRow, ...]:
    """The records of `questions`, each with where to answer; its words only where those `of` the kind differ."""
    differ = len({question.words for question in of}) > 1
    return tuple(_row(here, question, question.words if differ else "") for question in questions)


def _row(here: Here, question: Open, words: str) -> GapRow:
    actions = here.actions(question.path)
    named = question.folder == "names"
    record = here.shared_name(question.key) if named else here.record(question.folder, question.key)
    return GapRow(record, words, actions[0] if actions else None)


def _of_incidents(site: Site) -> Iterator[Open]:
    for entry in site.index.incidents.values():
        reports = [site.index.briefings[item.briefing].path for item in entry.reports]
        path = entry.path or (reports[0] if reports else "")
        for gap in entry.gaps:
            yield Open(gap.kind, "incidents", entry.id, gap.words, path)


def _of_briefings(site: Site) -> Iterator[Open]:
    for entry in site.index.briefings.values():
        for gap in entry.gaps:
            if gap.incident is None:
                yield Open(gap.kind, "briefings", entry.id, gap.words, entry.path)
        if entry.briefing.review == "draft":
            yield Open("review", "briefings", entry.id, "", entry.path)


def _of_names(site: Site) -> Iterator[Open]:
    actors = site.index.actors
    for name, keys in site.index.shared_names.items():
        names = [actors[key].name for key in keys if key in actors]
        shown = names if len(names) <= _LONG else [*names[:_LONG], f"{len(names) - _LONG} more"]
        yield Open("names", "names", name, f"May mean {listed(shown, 'or')}.", "")
    for entry in actors.values():
        for other in entry.actor.maybe_same_as:
            name = actors[other.actor].name if other.actor in actors else other.actor
            yield Open("names", "actors", entry.id, f"May be the same as {name}: {other.basis}", entry.path)
        if entry.actor.kind == "unknown":
            yield Open("names", "actors", entry.id, "Whether this is a person or a group is not recorded.", entry.path)


def _of_places(site: Site) -> Iterator[Open]:
    for entry in site.index.locations.values():
        if entry.location.lat is None:
            yield Open("coordinates", "locations", entry.id, "", entry.path)
