"""Names of spots that the model took for groups: camps, mosques, airports, villages that are told to be some."""

import re
from functools import lru_cache

from dateline.extract.rules.kinds import kind_by_name
from dateline.facts.names import Name
from dateline.text.lexicon import words


def is_told_to_be_one(text: str, name: Name) -> bool:
    """“Arlen, the neighbouring village”, not “Arlen, the village clerk”."""
    return kind_by_name(name.key) == "group" and bool(_told().match(text, name.span.end))


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    kinds = "|".join(words("place-words")["kinds"])
    behind = "in|of|on|near|close|north|south|east|west|where|that|which|held|outside|between|about|some"
    ends = rf"(?=[,.;:)]|\s(?:{behind})\b)"
    return re.compile(rf"[’”\"]?,\s(?:the|a|an|another)\s(?:[\w’'-]+\s){{0,4}}?(?:{kinds}){ends}")


def is_of_a_spot(text: str, name: Name) -> bool:
    """“Al-Hol camp”, “Corvale International Airport”: a spot with a name of its own; “the Tarvel camp” is a side."""
    ends = tuple(f" {spot}" for spot in words("place-words")["spots"])
    behind = _spot().match(text, name.span.end)
    side = (
        behind is not None
        and behind["spot"] == "camp"
        and text[max(0, name.span.start - 4) : name.span.start].lower() == "the "
    )
    return name.key.lower().endswith(ends) or (behind is not None and not side)


@lru_cache(maxsize=1)
def _spot() -> re.Pattern[str]:
    return re.compile(rf"[’”\"]?\s(?P<spot>{'|'.join(words('place-words')['spots'])})\b")
