"""The dateline's town: its name where it is repeated, and the place from which a report comes."""

import re
from dataclasses import replace

from dateline.extract.rules.language import Reading
from dateline.extract.rules.whereabouts import is_after_place_word
from dateline.facts.extraction import FoundIncident, FoundPlace
from dateline.facts.names import DATELINE, PATTERN, Name, listed_names, plain, spelt
from dateline.model import Seed
from dateline.places.gazetteer import Gazetteer
from dateline.text.span import Span

_ABBREVIATED = 3  # letters


def dateline_name(seed: Seed, place: Span | None, gazetteer: Gazetteer) -> list[Name]:
    """The town of a dateline, in the text or stated by the seed ("BAGHDAD, Iraq"); or the country (“BAHRAIN”)."""
    if place is None:
        return []
    words = place.of(seed.text).partition(",")[0]
    span = Span(place.start, place.start + len(words))
    key = plain(spelt(words) if len(words) > _ABBREVIATED else words.title())
    listed = next((found for where, found in listed_names().find(key) if where == Span(0, len(key))), None)
    # “UNITED NATIONS --”: the organisation, which is no place.
    if listed and listed.sort == "group":
        return []
    if listed and listed.kind == "country" and not gazetteer.towns(key):
        return [replace(listed, span=span)]
    return [Name(span, "place", key, origin=DATELINE)]


def repeated(text: str, dateline: Name, start: int) -> list[Name]:
    """The town of the dateline in capitals again, as where reports stand one below the other: “LA PAZ”."""
    words = dateline.span.of(text)
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text[start:]) if words.isupper() and " " in words else ()
    spans = (Span(start + one.start(), start + one.end()) for one in found)
    return [replace(dateline, span=span, trust=PATTERN, origin=DATELINE) for span in spans]


def dateline_place(
    places: tuple[FoundPlace, ...], dateline: list[Name], incidents: tuple[FoundIncident, ...], reading: Reading
) -> int | None:
    """The formal dateline's place, else the main incident's, else where the opening says that it plays.

    That is the first town of two sentences after a word of place (“in Lanzhou”), else a wider one of the first.
    """
    for name in dateline:
        return next((n for n, place in enumerate(places) if name.span in place.mentions), None)
    if incidents and incidents[0].place is not None:
        return incidents[0].place
    if not reading.sentences:
        return None
    first, lead = (reading.sentence_span(min(number, len(reading.sentences) - 1)).end for number in (0, 1))
    named = [(span, n) for n, place in enumerate(places) for span in place.mentions if span.end <= lead]
    named = [(span, n) for span, n in named if places[n].kind != "unknown"]
    towns = [item for item in named if places[item[1]].kind == "town" and is_after_place_word(reading, item[0])]
    wide = [item for item in named if places[item[1]].kind != "town" and item[0].end <= first]
    return min(towns or wide)[1] if towns or wide else None
