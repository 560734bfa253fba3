"""Places of an answer, resolved by the project's records and the gazetteer; a model's geography is not asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.facts.extraction import FoundPlace
from dateline.facts.name_index import NameIndex
from dateline.facts.names import MODEL, Name, listed_names, plain
from dateline.facts.registry import Registry
from dateline.places.finding import find_places
from dateline.places.gazetteer import Gazetteer
from dateline.places.setting import setting_of
from dateline.text.span import Span


def located(
    text: str, named: Iterable[str], dateline: Span | None, registry: Registry, gazetteer: Gazetteer
) -> tuple[FoundPlace, ...]:
    """A place for each name that the text holds, with all its mentions; then the countries in which they lie."""
    names = [*_dateline(text, dateline), *_names(text, named)]
    return find_places(text, names, setting_of(text, names, registry, gazetteer))


def _dateline(text: str, place: Span | None) -> Iterator[Name]:
    if place is not None:
        words = place.of(text).partition(",")[0]
        yield Name(Span(place.start, place.start + len(words)), "place", plain(_lowered(words)))


def _names(text: str, named: Iterable[str]) -> Iterator[Name]:
    wanted = NameIndex[str].of((name, name) for name in named)
    for span, _ in wanted.find(text):
        yield _known(text, span)


def _known(text: str, span: Span) -> Name:
    """With kind and country where a closed list has the name."""
    key = plain(span.of(text))
    for found, name in listed_names().find(key):
        if found == Span(0, len(key)) and name.sort == "place":
            return replace(name, span=span)
    return Name(span, "place", key, trust=MODEL)


def _lowered(words: str) -> str:
    return words.title() if words.isupper() else words
