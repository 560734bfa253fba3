"""Names that the model took for people or groups and that are places, told by the words around them and a gazetteer."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.extract.rules.kinds import kind_by_name
from dateline.extract.rules.personal import OF_A_PERSON
from dateline.extract.rules.spots import is_of_a_spot, is_told_to_be_one
from dateline.facts.names import MODEL, Name, plain
from dateline.places.countries import country_words
from dateline.places.gazetteer import Town
from dateline.places.setting import Setting, state_of
from dateline.text.lexicon import word_set
from dateline.text.span import Span

_OFFICES = {"US", "GB", "CA", "AU", "NZ", "IE"}
_DIVISIONS = {"Department", "Province", "Governorate", "County", "District", "Region", "Oblast", "Prefecture"}
_LARGE = 50_000  # people
_ACRONYM = 3  # letters
_SURE = 2  # places in a row that make one of its other names
_AFTER = re.compile(
    r"\b(?:in|near|at|outside|around|of|from|across|throughout|visiting|outside of|to)\s+(?:the\s+)?$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:,|,? and|,? or|/|-|–)\s+", re.IGNORECASE)
_CONTAINER = re.compile(r",\s+(?P<where>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})(?!['’]s)")
_COUNTY = re.compile(r"(?:[A-Z][\w.’']*\s+){1,3}(?:County|Parish)(?=\s+[A-Z])")
_HELD = re.compile(r"(?<=\w)\s+(?:in|at)\s+(?P<where>[A-ZÀ-Þ][\w’'. -]+)$")
_NEXT = re.compile(r"\s+(?P<noun>[a-z]+)\b")


def retyped(text: str, names: Sequence[Name], setting: Setting) -> list[Name]:
    """The names with their sorts set right: “in Cartagena”, “San Miguel Department”, “Lima, Cusco and Puno”."""
    parts = [part for name in names for part in _parts(text, name, setting)]
    surnames = {part.key.split()[-1] for part in parts if part.sort == "person" and " " in part.key}
    firsts = {part.key.split()[0] for part in parts if part.sort == "group" and _is_company(part.key)}
    parts = [_of_company(part, firsts, setting) for part in parts]
    found = [part if part.key in surnames else _retyped(text, part, setting) for part in parts]
    for at, name in enumerate(found):
        if _is_open(name, surnames) and _is_among_places(text, found, at, setting):
            found[at] = replace(name, sort="place")
    for row in _rows(text, found):
        sure = sum(found[at].sort == "place" for at in row)
        for at in row if sure >= _SURE and 2 * sure >= len(row) else ():
            if _is_open(found[at], surnames) and _may_be_a_town(found[at]):
                found[at] = replace(found[at], sort="place")
    places = {name.key for name in found if name.sort == "place" and name.trust == MODEL}
    return [replace(name, sort="place") if name.key in places and _is_open(name, surnames) else name for name in found]


def _parts(text: str, name: Name, setting: Setting) -> list[Name]:
    """“Health Forum in Arusha” is two names; of “Boone County Jail” as a place the county is known."""
    if name.trust != MODEL:
        return [name]
    county = _COUNTY.match(name.key) if name.sort == "place" else None
    if county and setting.gazetteer.divisions(county[0]):
        return [replace(name, key=county[0], span=Span(name.span.start, name.span.start + len(county[0])))]
    told = _CONTAINER.search(name.span.of(text)) if name.sort == "group" else None
    if told and told.start() and told.end() == name.span.end - name.span.start and _code_of(told["where"]):
        return [
            replace(
                name,
                key=plain(name.span.of(text)[: told.start()]),
                span=Span(name.span.start, name.span.start + told.start()),
            )
        ]
    row = re.split(r"(,\s+|\s+and\s+)", name.span.of(text))
    if len(row) > 1 and all(is_known(plain(part), setting) for part in row[::2]):
        return list(_row(name, row))
    held = _HELD.search(name.span.of(text))
    if not held or not is_known(plain(held["where"]), setting):
        return [name]
    first = Span(name.span.start, name.span.start + held.start())
    second = Span(name.span.start + held.start("where"), name.span.end)
    return [
        replace(name, key=plain(first.of(text)), span=first),
        replace(name, key=plain(held["where"]), span=second, sort="place"),
    ]


def _row(name: Name, parts: Sequence[str]) -> Iterator[Name]:
    at = name.span.start
    for number, part in enumerate(parts):
        if number % 2 == 0:
            yield replace(name, key=plain(part), span=Span(at, at + len(part)), sort="place")
        at += len(part)


def _is_company(key: str) -> bool:
    return " " in key and kind_by_name(key) == "company"


def _of_company(name: Name, firsts: Iterable[str], setting: Setting) -> Name:
    """“Argyle” where the text names Argyle Group Plc, no large town is called so, and none of a country named."""
    if name.sort != "place" or name.trust != MODEL or name.key not in firsts or is_known(name.key, setting):
        return name
    large = any(town.people >= _LARGE for town in setting.gazetteer.towns(name.key))
    return name if large else replace(name, sort="group")


def _is_open(name: Name, surnames: Iterable[str]) -> bool:
    return name.sort != "place" and name.trust == MODEL and name.key.split()[-1] not in surnames


def _retyped(text: str, name: Name, setting: Setting) -> Name:
    if name.kind == "country" and name.key in setting.american:
        return replace(name, kind="province", country="US")
    if name.sort == "place" or name.trust != MODEL or name.origin == OF_A_PERSON:
        return name
    head, _, last = name.key.rpartition(" ")
    if last in _DIVISIONS and head and is_known(head, setting) and not _is_office(head, last, setting):
        return replace(name, sort="place", key=head, span=Span(name.span.start, name.span.end - len(last) - 1))
    return replace(name, sort="place") if _is_placed(text, name, setting) else name


def _is_placed(text: str, name: Name, setting: Setting) -> bool:
    after = _AFTER.search(text[max(0, name.span.start - 16) : name.span.start])
    if after and is_known(name.key, setting):
        return True
    if name.sort == "group" and kind_by_name(name.key) == "group" and is_of_a_spot(text, name):
        return True
    if (name.sort == "group" or " " not in name.key) and is_told_to_be_one(text, name):
        return True
    return _is_before_place_word(text, name) or _is_contained(text, name, setting) or _is_city(name, setting)


def _is_city(name: Name, setting: Setting) -> bool:
    """A person called as a large town of a named country, where English surnames are no towns' names."""
    return name.sort == "person" and any(
        town.people >= _LARGE and town.primary and town.country not in _OFFICES and setting.countries.get(town.country)
        for town in setting.gazetteer.towns(name.key)
    )


def _is_before_place_word(text: str, name: Name) -> bool:
    following = _NEXT.match(text, name.span.end)
    return following is not None and following["noun"] in word_set("place-words", "behind")


def _is_contained(text: str, name: Name, setting: Setting) -> bool:
    """“Solon, Ohio”, “Attapeu, Laos”: a town of that country stands before it."""
    match = _CONTAINER.match(text, name.span.end)
    if not match:
        return False
    parts = match["where"].split()
    for length in range(len(parts), 0, -1):
        where = " ".join(parts[:length])
        code = _code_of(where)
        if code:
            return any(one.country == code for one in _spots(name.key, setting))
    return False


def _code_of(where: str) -> str:
    return "US" if state_of(where) else country_words().get(where.lower(), "")


def _is_among_places(text: str, names: Sequence[Name], at: int, setting: Setting) -> bool:
    """In a row with places: a place of a country that is named, or with places on both sides."""
    before = at > 0 and names[at - 1].sort == "place" and _joins(text, names[at - 1], names[at])
    after = at + 1 < len(names) and names[at + 1].sort == "place" and _joins(text, names[at], names[at + 1])
    return (before or after) and is_known(names[at].key, setting)


def _rows(text: str, names: Sequence[Name]) -> Iterator[range]:
    """Positions of names in a row of three or more: “Arlen, Brook, Corvale and Dorlen”."""
    start = 0
    for at in range(1, len(names) + 1):
        if at == len(names) or not _joins(text, names[at - 1], names[at]):
            if at - start > _SURE:
                yield range(start, at)
            start = at


def _may_be_a_town(name: Name) -> bool:
    """Not “Acme Corp”, “NATO”, nor a person's whole name."""
    return " " not in name.key and not name.key.isupper() and kind_by_name(name.key) == "group"


def _joins(text: str, one: Name, other: Name) -> bool:
    return bool(_BETWEEN.fullmatch(text[one.span.end : other.span.start]))


def _is_office(head: str, last: str, setting: Setting) -> bool:
    """“Commerce Department”: where English is spoken a department is an office, though a town has the same name."""
    return last == "Department" and all(
        town.country in _OFFICES for town in setting.gazetteer.towns(head) if setting.countries.get(town.country, 0) > 0
    )


def _spots(name: str, setting: Setting) -> tuple[Town, ...]:
    return (*setting.gazetteer.towns(name), *setting.gazetteer.divisions(name))


def is_known(name: str, setting: Setting) -> bool:
    """True where a country that the text names has a town or province of this name; of three capitals none has."""
    if name.isupper() and len(name) <= _ACRONYM:
        return False
    return any(setting.countries.get(one.country, 0) > 0 for one in _spots(name, setting))
