"""Two states of a project become a comparison, section by section."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.compare.accusations import accusations
from dateline.compare.claims import claims
from dateline.compare.ids import broken_ids, collisions, former_ids
from dateline.compare.incidents import incidents, parts, statuses
from dateline.compare.pages import files, pages, with_reasons
from dateline.compare.problems import problems
from dateline.compare.records import records, seeds
from dateline.compare.report import Change, Comparison, Section
from dateline.compare.side import Side, comparable
from dateline.render.counts import plural


@dataclass(frozen=True)
class Topic:
    """One section: what it is called, and what finds its changes."""

    slug: str
    title: str
    find: Callable[[Side, Side], tuple[Change, ...]]
    is_urgent: bool = False


# What a reviewer must look at first stands first.
TOPICS: tuple[Topic, ...] = (
    Topic("accusations", "Accusations", accusations, is_urgent=True),
    Topic("statuses", "Statuses of incidents", statuses, is_urgent=True),
    Topic("problems", "Problems", problems, is_urgent=True),
    Topic("broken-ids", "Ids that lead nowhere", broken_ids, is_urgent=True),
    Topic("collisions", "Names of several records", collisions, is_urgent=True),
    Topic("claims", "Claims", claims),
    Topic("incidents", "Incidents", incidents),
    Topic("briefings", "Briefings", records("briefings")),
    Topic("actors", "Actors", records("actors")),
    Topic("places", "Places", records("locations")),
    Topic("parts", "Incidents per actor", parts),
    Topic("former-ids", "Ids that lead on", former_ids),
    Topic("sources", "Sources", seeds),
    Topic("own-pages", "Pages that people wrote", records("pages")),
    Topic("pages", "Pages of the site", pages),
    Topic("files", "Styles, scripts and pictures", files),
)


def compare(base: Side, head: Side) -> Comparison:
    """How `head` differs from `base`; where one has errors, in what can be read in both."""
    notes = tuple(_notes(base, head))
    before, after = comparable(base, head)
    found = {topic.slug: topic.find(before, after) for topic in TOPICS}
    others = tuple(change for slug, changes in found.items() if slug not in ("pages", "files") for change in changes)
    found["pages"] = with_reasons(found["pages"], others)
    sections = tuple(Section(topic.slug, topic.title, found[topic.slug], topic.is_urgent) for topic in TOPICS)
    return Comparison(base.name, head.name, sections, notes)


def _notes(*sides: Side) -> Iterator[str]:
    for side in sides:
        unread = len(side.corpus.unreadable)
        if unread:
            yield f"{plural(unread, 'file')} of {side.name} cannot be read, and what is in there is left out"
    for side in sides:
        if side.pages is None:
            yield f"pages are not compared: {side.why}"
