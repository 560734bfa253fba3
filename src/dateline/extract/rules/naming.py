"""Names in a reading: what the project knows, then patterns, closed lists and the model, the stronger first."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.extract.rules.language import Reading
from dateline.extract.rules.model_names import names_of_model
from dateline.extract.rules.nameless import is_of_a_thing, names_of_operations
from dateline.extract.rules.patterns import IN_BRACKETS
from dateline.extract.rules.personal import is_titled, with_persons
from dateline.facts.names import NOBODY, PATTERN, RECORD, Name, listed_names
from dateline.facts.people import PARTICLES, form_of_name, is_surname_alone
from dateline.facts.registry import Registry, is_told_apart
from dateline.model import Location
from dateline.text.span import Span

_SHOUT = 3  # words or figures
_LOUD = 0.85  # share of capitals among the letters
_GAP = 20  # characters between the last sentence and a sign-off
_ENDED = re.compile(r"[.!?][\"”’')]*\s+$")


def find_names(reading: Reading, registry: Registry, patterns: Iterable[Name], body_start: int) -> list[Name]:
    """All names, none overlapping another, in text order."""
    found = _without_shouts(reading.text, list(names_of_model(reading)))
    things = names_of_operations(reading.text)
    own = [name for name in found if name.key not in things]
    own = [name for name in own if name.sort == "place" or not is_of_a_thing(reading.text, name.span)]
    model = _consistent(with_persons(reading.text, [_as_recorded(name, registry) for name in own]))
    model = list(_without_recorded_surnames(reading, model, registry))
    listed = list(_of_lists(reading.text, body_start))
    known = list(_without_shouts(reading.text, list(_of_registry(reading, registry, body_start, model))))
    chosen = _without_overlap([*_whole(patterns, model), *_with_countries(known, listed), *listed, *model])
    return [name for name in chosen if name.sort != NOBODY]


def _with_countries(known: Iterable[Name], listed: Iterable[Name]) -> list[Name]:
    """Records' names with the country that a closed list gives: a record must not take from a text what it says."""
    countries = {name.span: name.country for name in listed}
    return [replace(name, country=countries.get(name.span, "")) for name in known]


def _whole(patterns: Iterable[Name], model: Iterable[Name]) -> Iterator[Name]:
    """Names before a bracket with words of theirs that the acronym leaves out: “UN [Commission of Inquiry] (COI)”."""
    ends = {name.span.end: name for name in model if name.sort == "group"}
    for name in patterns:
        longer = ends.get(name.span.end)
        if longer and name.origin == IN_BRACKETS and longer.span.start < name.span.start:
            yield replace(name, span=longer.span, key=longer.key)
        else:
            yield name


def _as_recorded(name: Name, registry: Registry) -> Name:
    """A person of the project by a full name, accents aside, whatever the model takes it for."""
    is_person = name.sort == "group" and not name.key.isupper() and registry.persons_called(name.key)
    return replace(name, sort="person", origin="names: project record") if is_person else name


def _without_recorded_surnames(reading: Reading, names: list[Name], registry: Registry) -> Iterator[Name]:
    """Without surnames that stand alone: whether the project's person of that surname is meant is not told."""
    persons = [name.key for name in names if name.sort == "person"]
    full = {form_of_name(part) for key in persons if " " in key for part in key.split()}
    for name in names:
        is_alone = name.sort == "person" and is_surname_alone(name.key) and form_of_name(name.key) not in full
        bearers = registry.persons_called(name.key) if is_alone else ()
        if not any(" " in one.name for one in bearers) or is_titled(reading.text, name.span):
            yield name


def _without_shouts(text: str, names: list[Name]) -> Iterator[Name]:
    """In a line of capitals alone, and as a sign-off, only what is a name elsewhere too: there any word seems one."""
    known = {name.key.lower() for name in names if not name.key.isupper() and not _is_sign_off(text, name.span)}
    for name in names:
        shouted = _is_sign_off(text, name.span) or (name.key.isupper() and _is_shouted(text, name.span))
        if name.key.lower() in known or not shouted:
            yield name


def _is_sign_off(text: str, span: Span) -> bool:
    """“… it said. REUTER”: a name alone behind the last sentence."""
    return not text[span.end :].strip(" \r\n.-)") and bool(_ENDED.search(text[max(0, span.start - _GAP) : span.start]))


def _is_shouted(text: str, span: Span) -> bool:
    """In a line of capitals, words or figures: a heading, or the row of a table."""
    line = text[text.rfind("\n", 0, span.start) + 1 : (text.find("\n", span.end) + 1 or len(text) + 1) - 1]
    if line.strip() == span.of(text) and line.isupper():
        return True
    letters = [letter for letter in line if letter.isalpha()]
    is_loud = sum(map(str.isupper, letters)) >= _LOUD * len(letters)
    return is_loud and len(re.findall(r"[^\W\d_]{2,}|\d[\d./,-]*", line)) >= _SHOUT


def _without_overlap(names: list[Name]) -> list[Name]:
    chosen: list[Name] = []
    taken = bytearray(max((name.span.end for name in names), default=0))
    for name in sorted(names, key=_rank):
        start, end = name.span.start, name.span.end
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.span)


def _rank(name: Name) -> tuple[int, int, int, int]:
    """Patterns before all; else the longer name, of equal ones the more trusted."""
    return (name.trust != PATTERN, -(name.span.end - name.span.start), -name.trust, name.span.start)


def _of_registry(reading: Reading, registry: Registry, start: int, model: Sequence[Name]) -> Iterator[Name]:
    surnames = {name.key.split()[-1] for name in model if name.sort == "person" and " " in name.key}
    for span, key in registry.location_index.find(reading.text, start):
        place = registry.locations[key]
        word = span.of(reading.text)
        # “Mr Baker” is nobody's town, and an organisation of the lists none either.
        is_other = place.kind == "country" or word in surnames or _is_organisation(word)
        if not is_other and _is_name_here(reading, span):
            name, where = _called(place, span, word)
            yield Name(where, "place", name, place.kind, trust=RECORD, origin="names: project record")
    for span, key in registry.actor_index.find(reading.text, start):
        actor = registry.actors[key]
        # A state's name is a country's: whether it acts is told by the grammar around it.
        if actor.kind != "state" and _is_name_here(reading, span):
            sort = "person" if actor.kind == "person" else "group"
            yield Name(span, sort, actor.name, actor.kind, trust=RECORD, origin="names: project record")


def _called(place: Location, span: Span, word: str) -> tuple[str, Span]:
    """Of “Portland, Oregon” the name alone: what stands behind it in the text tells which one it is."""
    if not is_told_apart(place):
        return place.name, span
    return place.name.partition(", ")[0], Span(span.start, span.start + len(word.partition(", ")[0]))


def _is_name_here(reading: Reading, span: Span) -> bool:
    """Not where the grammar says that a record's name of one word is any word, as in “Many stayed”."""
    tokens = reading.within(span)
    if len(tokens) != 1 or tokens[0].name or tokens[0].pos in ("PROPN", "X", "NUM"):
        return True
    begins = reading.sentences[tokens[0].sentence][0] == tokens[0].i
    return not (begins and tokens[0].text.istitle())


def _is_organisation(word: str) -> bool:
    return any(found.sort == "group" and span.end == len(word) for span, found in listed_names().find(word))


def _of_lists(text: str, start: int) -> Iterator[Name]:
    for span, name in listed_names().find(text, start):
        # “MAN WHO SHOT TEN”: in a line of capitals an acronym may be any word.
        if not (name.sort == "group" and span.of(text).isupper() and _is_shouted(text, span)):
            yield replace(name, span=span)


def _consistent(names: list[Name]) -> list[Name]:
    """One sort per name in a text: the most frequent; of equal ones person, then group."""
    votes: Counter[tuple[str, str]] = Counter((name.key, name.sort) for name in names)
    order = ("person", "group", "place")
    best: dict[str, str] = {}
    for key, sort in sorted(votes, key=lambda item: (item[0], -votes[item], order.index(item[1]))):
        best.setdefault(key, sort)
    surnames = {key.split()[-1] for key, sort in best.items() if sort == "person" and " " in key}
    surnames |= {re.sub(r"^[Aa]l-(?=[A-Z])", "", surname) for surname in surnames}
    best |= {key: "person" for key in best if key in surnames or _is_surname_of(key, best)}
    placed = {key for key, sort in best.items() if sort == "place"}
    return [_without_owner(replace(name, sort=best[name.key]), placed) for name in names]


def _is_surname_of(key: str, sorts: Mapping[str, str]) -> bool:
    """“De Tarvel” where a person is called “Ruri de Tarvel”."""
    if " " not in key or key.split(maxsplit=1)[0].lower() not in PARTICLES:
        return False
    return any(sort == "person" and full.lower().endswith(f" {key.lower()}") for full, sort in sorts.items())


def _without_owner(name: Name, places: set[str]) -> Name:
    """“Iraq's Interior Ministry” is the Interior Ministry; “People's Party” keeps its people."""
    owner, sign, rest = re.sub("’s ", "'s ", name.key).partition("'s ")
    if not sign or (owner not in places and not _is_country(owner)):
        return name
    return replace(name, key=rest, span=Span(name.span.end - len(rest), name.span.end))


def _is_country(name: str) -> bool:
    return any(found.kind == "country" and span.end == len(name) for span, found in listed_names().find(name))
