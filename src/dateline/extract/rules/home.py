"""Where a report comes from and plays: its country, and the words that stand for the dateline's town."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.extract.rules.language import Reading
from dateline.extract.rules.whereabouts import is_after_place_word
from dateline.facts.extraction import FoundPlace, PlaceAt, by_position
from dateline.places.gazetteer import capitals
from dateline.text.lexicon import pattern
from dateline.text.span import Span


def country_of_report(
    reading: Reading, places: Sequence[FoundPlace], dateline: PlaceAt | None, home: PlaceAt | None
) -> PlaceAt | None:
    """The dateline's country, unless the report names another one more and says of anything that it is there."""
    at = places[dateline] if dateline is not None else None
    own = dateline if at and at.kind == "country" else at.country if at else None
    if home is None or own is None or own == home:
        return home
    there = (place for number, place in by_position(places) if home in (number, place.country))
    is_scene = any(is_after_place_word(reading, span) for place in there for span in place.mentions)
    return home if is_scene else own


def with_here(reading: Reading, places: tuple[FoundPlace, ...], dateline: PlaceAt | None) -> tuple[FoundPlace, ...]:
    """The places, the dateline's with all words that stand for it."""
    if dateline is None:
        return places
    town = places[dateline]
    more = tuple(_here(reading, capital=_is_capital(places, town)))
    return (*places[:dateline], replace(town, mentions=tuple(sorted((*town.mentions, *more)))), *places[dateline + 1 :])


def _here(reading: Reading, *, capital: bool) -> Iterator[Span]:
    """“Here”, “in this city”; “in the capital” where that is meant."""
    for key in ("here", "in-capital") if capital else ("here",):
        yield from (Span(*match.span()) for match in pattern("incident-words", key).finditer(reading.text))


def _is_capital(places: Sequence[FoundPlace], town: FoundPlace) -> bool:
    return town.country is not None and capitals().get(places[town.country].code) == town.name
