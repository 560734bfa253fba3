"""How people name a record in a command (`nlf`, `actors/nlf`, `briefings/actors/nlf.md`), and which record that is."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.errors import ProjectError
from dateline.model import Corpus
from dateline.model.fields import ID_PATTERN
from dateline.text.slugs import is_device
from dateline.vocabulary.nearest import nearest

KINDS = {"briefings": "briefing", "actors": "actor", "locations": "location", "incidents": "incident"}


@dataclass(frozen=True, order=True)
class Target:
    """A record by kind (`briefings`, `actors`, `locations` or `incidents`) and id."""

    kind: str
    id: str

    @property
    def path(self) -> str:
        """Its file, relative to the project; an incident may have none."""
        return f"briefings/{self.id}.md" if self.kind == "briefings" else f"briefings/{self.kind}/{self.id}.md"

    @property
    def draft(self) -> str:
        """Where its last draft is kept, if it was drafted."""
        return self.path.replace("briefings/", ".dateline/drafts/", 1)

    def __str__(self) -> str:
        """As people may write it."""
        return f"{self.kind}/{self.id}"


def target_of_path(path: str) -> Target | None:
    """The record that a file is, or of which it is the last draft; None for any other page."""
    parts = path.removeprefix(".dateline/drafts/").removeprefix("briefings/").removesuffix(".md").split("/")
    if len(parts) == 2 and parts[0] in KINDS and parts[0] != "briefings":
        return Target(parts[0], parts[1])
    return Target("briefings", parts[0]) if len(parts) == 1 and _begins_with_year(parts[0]) else None


def known_records(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """Ids by kind: what has a file, readable or not, and incidents that briefings report."""
    reported = {report.id for record in corpus.briefings.values() for report in record.data.incidents}
    found = {kind: set(corpus.records(kind)) for kind in KINDS}
    found["incidents"] |= reported
    for path in corpus.unreadable:
        target = target_of_path(path) if path.startswith("briefings/") else None
        if target:
            found[target.kind].add(target.id)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def find_record(corpus: Corpus, name: str) -> Target:
    """The one record of this name (ProjectError where there is none, or one of several kinds)."""
    kind, key = _parts(name)
    known = known_records(corpus)
    found = [Target(one, key) for one, ids in known.items() if key in ids and kind in ("", one)]
    if len(found) == 1:
        return found[0]
    if found:
        what = " and ".join(f"a{'n' * (KINDS[one.kind][0] in 'ai')} {KINDS[one.kind]}" for one in found)
        raise ProjectError(f"'{key}' is {what}; name it as {' or '.join(map(str, found))}")
    hint = nearest(key, {one for at, ids in known.items() if kind in ("", at) for one in ids})
    what = KINDS.get(kind, "record")
    raise ProjectError(
        f"there is no {what} '{key}'; "
        + (f"did you mean '{hint}'?" if hint else "name one by its id, as in briefings/")
    )


def new_target(corpus: Corpus, kind: str, name: str, *, old: Target | None = None) -> Target:
    """A record that is not there yet. old: the record that is to be called so, whose former ids are free for it.

    Raises ProjectError: no id, an id in use now or before, or a briefing's id that does not begin with a year.
    """
    given, key = _parts(name)
    if given not in ("", kind):
        raise ProjectError(f"'{name}' must be the id of one of {kind}/ too; a record keeps its kind")
    if not ID_PATTERN.fullmatch(key):
        raise ProjectError(f"an id must be lower-case letters, digits and single hyphens, not '{key}'")
    if is_device(key):
        raise ProjectError(f"an id must not be '{key}', of which Windows can write no file; choose another id")
    if kind == "briefings" and not _begins_with_year(key):
        raise ProjectError(f"a briefing's id must begin with its day, such as 2024-01-04-{key}, not '{key}'")
    if key in known_records(corpus)[kind]:
        raise ProjectError(f"{kind}/{key} exists already; choose another id, or merge the two with dateline merge")
    owner = corpus.former_ids(kind).get(key)
    if owner and (old is None or owner != old.id):
        raise ProjectError(f"{kind}/{key} leads readers to {kind}/{owner} and must go on doing so; choose another id")
    return Target(kind, key)


def _parts(name: str) -> tuple[str, str]:
    *folders, key = name.removesuffix(".md").strip("/").split("/")
    folder = folders[-1] if folders else ""
    if folder and folder not in KINDS:
        raise ProjectError(f"'{name}' must be an id, or one of {', '.join(KINDS)} with an id, such as actors/{key}")
    return folder, key


def _begins_with_year(key: str) -> bool:
    return key[:4].isdecimal() and key[4:5] == "-"
