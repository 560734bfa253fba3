"""Actors: mentions gathered under one name, other names attached, states only where they act."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.extract.rules.cues import TICKER
from dateline.extract.rules.gathering import (
    Gathered,
    add_acronym,
    initials,
    merge_coalitions,
    merge_groups,
    merge_persons,
    name_parts,
)
from dateline.extract.rules.kinds import kind_by_name, kind_of
from dateline.extract.rules.known import Known, known_by_acronym, well_known
from dateline.extract.rules.language import Reading
from dateline.extract.rules.patterns import Naming
from dateline.extract.rules.personal import is_titled
from dateline.extract.rules.states import acting_states
from dateline.facts.extraction import FoundActor, FoundAlias, FoundPlace, PlaceAt
from dateline.facts.names import LISTED, MODEL, PATTERN, RECORD, Name, adjectives, plain
from dateline.places.countries import country_words
from dateline.places.finding import with_country
from dateline.text.lexicon import words
from dateline.text.span import Span, cover, overlaps

_INITIALS = 3  # letters
_WORD = re.compile(r"\w+")
_ARMED = {"coalition", "rebel-group", "political-militia"}
_STATE_BODIES = {"state-forces", "government-body", "coalition", "state"}


def find_actors(
    reading: Reading, names: Sequence[Name], namings: Sequence[Naming], places: tuple[FoundPlace, ...]
) -> tuple[tuple[FoundActor, ...], tuple[FoundPlace, ...]]:
    """Actors in the order of their first mention; and the places, with the countries of actors among them."""
    text = reading.text
    known = _short_forms(text, names, namings)
    gathered: dict[str, Gathered] = {}
    seen: set[tuple[str, Span]] = set()
    for name in (*names, *acting_states(reading, names)):
        if name.sort != "place":
            _gather(gathered, seen, name, known)
    merge_persons(gathered)
    merge_groups(gathered)
    merge_coalitions(gathered)
    _find_surnames(text, gathered)
    _attach(text, gathered, namings)
    _find_initials(text, gathered)
    kept = [actor for actor in gathered.values() if _is_actor(actor, reading)]
    kept.sort(key=lambda actor: min(actor.mentions))
    found = []
    for actor in kept:
        places, at = with_country(places, _country_of(actor))
        found.append(_finished(text, actor, at))
    return tuple(found), places


def _short_forms(text: str, names: Sequence[Name], namings: Sequence[Naming]) -> dict[str, Known]:
    """An acronym or other name -> the name that it stands for."""
    ends = {name.span.end: name for name in names if name.sort != "place"}
    found = {}
    for naming in namings:
        name = _before(text, naming.before, ends)
        if name and not (name.sort == "person" and naming.alias.kind == "acronym"):
            meant = well_known(name.key) or known_by_acronym(name.key, naming.alias.name)
            found[naming.alias.name] = meant or (name.key, name.kind, name.country)
            if meant:
                found[name.key] = meant
    return found


def _before(text: str, end: int, ends: Mapping[int, Name]) -> Name | None:
    while end > 0 and text[end - 1] in ' ,“”"\n':
        end -= 1
    return ends.get(end)


def _gather(gathered: dict[str, Gathered], seen: set[tuple[str, Span]], name: Name, known: Mapping[str, Known]) -> None:
    listed = None if name.sort == "person" else well_known(name.key)
    key, kind, country = known.get(name.key) or listed or (name.key, name.kind, name.country)
    if name.sort == "person" and key == name.key:
        kind = "person"
    actor = gathered.setdefault(key, Gathered(key, kind, country, name.trust, name.origin))
    actor.kind, actor.country = actor.kind or kind, actor.country or country
    if name.trust > actor.trust:
        actor.origin = name.origin
    actor.trust = max(actor.trust, LISTED if listed else name.trust)
    if (key, name.span) not in seen:
        seen.add((key, name.span))
        actor.mentions.append(name.span)


def _find_surnames(text: str, gathered: Mapping[str, Gathered]) -> None:
    """Surnames that the model overlooked; none that two persons share."""
    persons = [actor for actor in gathered.values() if actor.kind == "person" and len(name_parts(actor.name)) > 1]
    surnames = Counter(re.split(r"\s+", actor.name)[-1] for actor in persons)
    taken = cover(span for actor in gathered.values() for span in actor.mentions)
    at = _starts_of_words(text)
    for actor in persons:
        surname = re.split(r"\s+", actor.name)[-1]
        if surnames[surname] > 1 or not surname[0].isupper() or len(surname) < 3:
            continue
        first, head = min(actor.mentions), _WORD.match(surname)
        alone = re.compile(rf"(?<!-){re.escape(surname)}(?![\w-])(?! [A-Z])")
        for start in at[head[0]] if head else ():
            match = alone.match(text, start) if start > first.end else None
            if match and not overlaps(taken, Span(*match.span())):
                actor.mentions.append(Span(*match.span()))


def _starts_of_words(text: str) -> defaultdict[str, list[int]]:
    """Each word -> where it begins."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        found[match[0]].append(match.start())
    return found


def _find_initials(text: str, gathered: Mapping[str, Gathered]) -> None:
    """Initials of a group that the model overlooked; none that two groups share."""
    groups = [(initials(actor.name), actor) for actor in gathered.values() if actor.kind != "person"]
    counts = Counter(short for short, _ in groups)
    taken = cover(span for actor in gathered.values() for span in actor.mentions)
    for short, actor in groups:
        if len(short) < _INITIALS or counts[short] > 1 or short not in text or short in gathered:
            continue
        for match in re.finditer(rf"(?<![\w(-]){short}(?![\w)-])", text):
            span = Span(*match.span())
            if not overlaps(taken, span):
                add_acronym(actor, short, span)


def _attach(text: str, gathered: dict[str, Gathered], namings: Iterable[Naming]) -> None:
    owners = {span.end: actor for actor in gathered.values() for span in actor.mentions}
    for naming in namings:
        end = naming.before
        while end > 0 and text[end - 1] in ' ,“”"\n':
            end -= 1
        actor = owners.get(end)
        if actor and naming.alias.origin == TICKER:
            # What is traded is a company, whatever the model took it for.
            actor.kind = "company" if actor.trust == MODEL and kind_by_name(actor.name) == "group" else actor.kind
        if actor and actor.kind == "person" and naming.alias.kind == "acronym":
            continue
        if actor and naming.alias.name not in (actor.name, *(alias.name for alias in actor.aliases)):
            actor.aliases.append(replace(naming.alias, kind=_alias_kind(naming.alias, actor.name, actor.kind)))


def _alias_kind(alias: FoundAlias, name: str, kind: str) -> str:
    if alias.origin == TICKER:
        return "acronym" if len(alias.name) >= _INITIALS and initials(name).startswith(alias.name) else "short"
    if alias.kind != "other":
        return alias.kind
    if alias.name.split()[0] in words("aliases")["kunya"]:
        return "kunya"
    if kind == "person":
        return "nom-de-guerre"
    return "acronym" if alias.name.isupper() and " " not in alias.name else "full"


def _is_actor(actor: Gathered, reading: Reading) -> bool:
    """A single word must be a name that the report does not write small too; where it stands once, by its grammar."""
    if actor.trust > MODEL or len(name_parts(actor.name)) > 1:
        return True
    if any(is_titled(reading.text, span) for span in actor.mentions):
        return True
    if actor.name.lower() in reading.small_words and not actor.name.isupper():
        return False
    if len(actor.mentions) > 1:
        return True
    if actor.name.isupper():
        return True
    tokens = reading.within(actor.mentions[0])
    return bool(tokens) and tokens[0].tag in ("NNP", "NNPS")


def _country_of(actor: Gathered) -> str:
    if actor.country or actor.kind == "person":
        return actor.country
    kind = actor.kind or kind_by_name(actor.name)
    if kind not in _STATE_BODIES:
        return ""
    name = actor.name.lower()
    found = [
        code for word, code in country_words().items() if word in name and re.search(rf"\b{re.escape(word)}\b", name)
    ]
    return found[0] if len(set(found)) == 1 else ""


def _finished(text: str, actor: Gathered, country: PlaceAt | None) -> FoundActor:
    aliases = [*actor.aliases]
    if actor.trust in (LISTED, PATTERN, RECORD):
        given = {actor.name, *(alias.name for alias in aliases)}
        for span in sorted(actor.mentions):
            surface = plain(span.of(text))
            if (
                surface not in given
                and surface.lower() not in adjectives()
                and surface != actor.name
                and not surface.endswith(actor.name)
                and not (actor.kind == "person" and set(name_parts(surface)) <= set(name_parts(actor.name)))
            ):
                given.add(surface)
                short = surface.replace(".", "").isupper() and " " not in surface
                aliases.append(
                    FoundAlias(surface, "acronym" if short else "full", span, "names: another name in the text")
                )
    kind = actor.kind or kind_of(text, actor.name, actor.mentions)
    return FoundActor(actor.name, kind, tuple(sorted(actor.mentions)), tuple(aliases), country, actor.origin)
