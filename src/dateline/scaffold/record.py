"""`dateline new`: a file for a record, with hints; checked before it is written, and never over another."""

from dataclasses import dataclass

from dateline.errors import ProjectError
from dateline.facts.source import source_of
from dateline.model import Actor, Briefing, Edtf, Incident, Location, Model, Problem, Seed, Source
from dateline.project import Project
from dateline.read import freeze
from dateline.records.journal import write_changes
from dateline.records.names import KINDS, Target, find_record, new_target
from dateline.records.plan import planned
from dateline.records.tree import Tree, read_tree
from dateline.scaffold.hints import written_with_hints
from dateline.scaffold.places import country_id, place_fields
from dateline.text.body import body_of
from dateline.text.slugs import free_slug, slug
from dateline.text.title import id_of_title, title_of
from dateline.vocabulary.nearest import nearest


@dataclass(frozen=True)
class NewRecord:
    """A file that was written. path: relative to the project; problems: what the check finds because of it."""

    path: str
    problems: tuple[Problem, ...]


def new_actor(project: Project, name: str, *, kind: str = "", key: str = "") -> NewRecord:
    """An actor's file (ProjectError where its id is in use, or the kind is none)."""
    tree = read_tree(project)
    _in_list(project, "actor-kinds", kind)
    key = _free(tree, "actors", key or _named(name, "actor"))
    return _written(project, tree, "actors", Actor(id=key, name=name, kind=kind or "unknown"))


def new_location(project: Project, name: str, *, country: str = "", key: str = "") -> NewRecord:
    """A place's file, with coordinates where the gazetteer knows one place of this name. country: an id or a name."""
    tree = read_tree(project)
    home = _country(tree, country) if country else None
    key = _free(tree, "locations", key or _named(name, "place"))
    fields, remarks = place_fields(name, home, cache=project.build / "cache")
    fields["country"] = home.id if home else fields.get("country")
    if fields["country"] not in tree.corpus.locations:
        fields.pop("country")
    return _written(project, tree, "locations", Location(id=key, name=name, **fields), remarks=remarks)


def new_incident(
    project: Project, *, kind: str, date: str, location: str = "", title: str = "", key: str = ""
) -> NewRecord:
    """An incident's file, for what an editor states once for all briefings. date: EDTF; location: an id."""
    tree = read_tree(project)
    _in_list(project, "incident-types", kind)
    if Edtf.parse(date) is None:
        raise ProjectError(f"a date must be such as 2024-01-04, 2024-01 or 2024-01-03/2024-01-05, not '{date}'")
    place = find_record(tree.corpus, f"locations/{location.removeprefix('locations/')}").id if location else None
    words = [date.partition("/")[0].rstrip("~?%"), *([place] if place else []), kind]
    key = _free(tree, "incidents", key or "-".join(words))
    record = Incident(id=key, title=title, type=kind, date=date, location=place)
    return _written(project, tree, "incidents", record)


def new_briefing(project: Project, *, seed: str = "", title: str = "", date: str = "", key: str = "") -> NewRecord:
    """A briefing's file, of a seed with its words, or empty with a title and a day."""
    tree = read_tree(project)
    article = _seed(tree, seed) if seed else None
    title = title or (title_of(article.title, article.text.partition("\n")[0]) if article else "")
    date = date or (article.published if article else "")
    if not title or Edtf.parse(date) is None or len(date) != len("2024-01-04"):
        raise ProjectError("a briefing needs a title and a day; name them with --title and --date YYYY-MM-DD")
    key = _free(tree, "briefings", key or id_of_title(date, title))
    source = source_of(article) if article else Source(id="s1")
    body = body_of(article.text, is_markdown=article.format == "md") if article else ""
    if article:
        freeze(article, texts=project.texts)
    return _written(project, tree, "briefings", Briefing(id=key, title=title, date=date, sources=(source,)), body=body)


def _named(name: str, kind: str) -> str:
    """The name as an id; with its kind where no file can be called so."""
    return free_slug(slug(name), (), kind)


def _free(tree: Tree, kind: str, key: str) -> str:
    return new_target(tree.corpus, kind, key).id


def _in_list(project: Project, name: str, value: str) -> None:
    if value and value not in project.vocabulary[name]:
        raise ProjectError(project.vocabulary.fault(name, value))


def _country(tree: Tree, country: str) -> Location:
    """The record of a country that is named by its id, its name or its ISO code."""
    known = tree.corpus.locations
    key = country if country in known else country_id(country)
    if key not in known:
        raise ProjectError(f"there is no place '{country}' to be the country; dateline new location makes one")
    return known[key].data


def _seed(tree: Tree, ref: str) -> Seed:
    if ref not in tree.seeds:
        hint = nearest(ref, tree.seeds)
        raise ProjectError(f"there is no seed '{ref}'; " + (f"did you mean {hint}?" if hint else "see seeds/"))
    for record in tree.corpus.briefings.values():
        if any(source.seed == ref for source in record.data.sources):
            raise ProjectError(f"{ref} has a briefing already, {record.path}; add to it")
    return tree.seeds[ref]


def _written(
    project: Project, tree: Tree, kind: str, record: Model, *, body: str = "", remarks: tuple[str, ...] = ()
) -> NewRecord:
    path = Target(kind, str(getattr(record, "id", ""))).path
    content = written_with_hints(KINDS[kind], record, body, remarks=remarks)
    plan = planned(tree, {path: content.encode()}, moved={})
    write_changes(project, plan.changes)
    return NewRecord(path, plan.problems)
