"""The dateline's town: its name where it is repeated, and the place from which a report comes."""

import re
from dataclasses import replace

from dateline.extract.marked_genre import NEWS
from dateline.extract.opening import Opening
from dateline.extract.rules.language import Reading, SentenceAt
from dateline.extract.rules.whereabouts import NEAR_IT
from dateline.facts.extraction import FoundIncident, FoundPlace, PlaceAt, by_position
from dateline.facts.names import DATELINE, PATTERN, Name, listed_names, plain, spelt
from dateline.model import Seed
from dateline.places.gazetteer import Gazetteer
from dateline.text.span import Span

_ABBREVIATED = 3  # letters
_OPENING = 2  # sentences


def dateline_name(seed: Seed, opening: Opening, gazetteer: Gazetteer) -> list[Name]:
    """The town of a dateline, in the text or stated by the seed ("BAGHDAD, Iraq"); or the country (“BAHRAIN”)."""
    place = opening.place
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
    places: tuple[FoundPlace, ...], town: list[Name], incidents: tuple[FoundIncident, ...], reading: Reading, genre: str
) -> PlaceAt | None:
    """The formal dateline's place, else the town in which a news report opens with its main incident; else none."""
    for name in town:
        return next((n for n, place in by_position(places) if name.span in place.mentions), None)
    if genre != NEWS or not incidents or incidents[0].place is None:
        return None
    opening = reading.sentence_span(SentenceAt(min(_OPENING, len(reading.sentences)) - 1))
    tells = [one for one in incidents[0].evidence if one.slot == "place"]
    opens = any(one.span.end <= opening.end and not one.rule.startswith(NEAR_IT) for one in tells)
    return incidents[0].place if opens and places[incidents[0].place].kind == "town" else None
