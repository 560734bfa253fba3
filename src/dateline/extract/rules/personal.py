"""Names of people that the model took for groups, and the other way round, told by the words beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.extract.rules.kinds import kind_by_name
from dateline.facts.names import MODEL, Name
from dateline.text.lexicon import word_set, words
from dateline.text.span import Span

OF_A_PERSON = "names: what is said of a person"
_BESIDE = 110  # characters
_ENDS = re.compile(r"['’]s?\s|[,.;:)”\"]|\s*$")
_AGE = re.compile(r",\s(?:aged\s)?\d{1,3}(?=[,.;)])")
_WHO = re.compile(r",\swho\s")


def with_persons(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, those sorted anew that words beside them prove to be a person's or a group's."""
    persons = {name.key for name in names if name.sort == "group" and _is_person(text, name)}
    family = {name.key for name in names if name.sort != "group" and _is_of_a_family(text, name)}
    persons |= family
    groups = {name.key for name in names if name.sort == "person" and _is_group(text, name)} - persons
    families = {f"{name.key.split()[-1]}s" for name in names if name.sort == "person" and " " in name.key}
    found = []
    for name in names:
        if name.key in families and name.sort == "person":
            continue  # “the Tarvels”: more than one
        if name.key in family or (name.key in persons and name.sort != "person"):
            found.append(replace(name, sort="person", origin=OF_A_PERSON))
        elif name.key in groups:
            found.append(replace(name, sort="group", origin="names: what is said of a group"))
        else:
            found.append(name)
    return found


def is_titled(text: str, span: Span) -> bool:
    """“Mr Tarvel”, “President Tarvel”."""
    before = text[max(0, span.start - 25) : span.start].split()
    titles = word_set("titles", "honorifics") | word_set("titles", "offices") | word_set("titles", "ranks")
    return bool(before) and before[-1].lower() in titles


def _is_person(text: str, name: Name) -> bool:
    """“The president, Ruri Tarvel,”, “Ruri Tarvel, 25,”, “envoy Ruri de Tarvel”, “Tarvel's wife”."""
    if (
        name.key.isupper()
        or kind_by_name(name.key) != "group"
        or (name.key.split()[-1].endswith("s") and " " not in name.key)
    ):
        return False
    before = text[max(0, name.span.start - _BESIDE) : name.span.start]
    after = text[name.span.end : name.span.end + _BESIDE]
    beside, said = _patterns()
    if beside.search(before):
        return True
    return bool(_AGE.match(after) or said.match(after) or (" " in name.key and _WHO.match(after))) or (
        _appositive().search(before) is not None and _ENDS.match(after) is not None
    )


def _is_of_a_family(text: str, name: Name) -> bool:
    """“His son, Arlen,”, “our baby Hawar”, “Corvin's mother”: somebody, though a town may be called so."""
    if name.trust > MODEL or " " in name.key:
        return False
    before, after = _kin()
    beside = text[max(0, name.span.start - _BESIDE) : name.span.start]
    return bool(before.search(beside) or after.match(text, name.span.end))


@lru_cache(maxsize=1)
def _kin() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kin = "|".join([*words("occupations")["kin"], "baby", "boy", "girl", "toddler", "newborn"])
    whose = r"(?i:my|his|her|our|their|your|a|the|['’]s)"
    return (
        re.compile(rf"\b{whose}\s(?:[\w-]+\s){{0,2}}(?:{kin}),?\s(?:called\s|named\s)?$"),
        re.compile(rf"['’]s\s(?:late\s)?(?:{'|'.join(words('occupations')['kin'])})\b"),
    )


@lru_cache(maxsize=1)
def _roles() -> str:
    given = {role for roles in words("occupations").values() for role in roles}
    given |= {word.rstrip(".") for word in word_set("titles", "offices") | word_set("titles", "ranks")}
    return "|".join(
        re.escape(role).replace(r"\ ", r"\s") for role in sorted(given, key=lambda role: (-len(role), role))
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A role right before a name; an apposition or a relative right behind one."""
    modified = (
        r"(?:(?!(?:by|of|to|with|whose|which|that|where|led|and|said|has|had|is|was|for|from|in)\b)[\w’'-]+\s){0,5}?"
    )
    kin = "|".join(words("occupations")["kin"])
    return (
        re.compile(rf"(?<![\w-])(?i:{_roles()})\.?\s$"),
        re.compile(rf",\s{modified}(?:{_roles()})\b(?!\s(?:said|told|of\sstate\ssaid))|['’]s\s(?:late\s)?(?:{kin})\b"),
    )


@lru_cache(maxsize=1)
def _appositive() -> re.Pattern[str]:
    """“The envoy for Ruritania, ”."""
    return re.compile(rf"(?<![\w-])(?i:{_roles()})(?:\s(?:for|of|to|in|at|on)\s[^,.;:()\n]{{2,60}})?,\s$")


def _is_group(text: str, name: Name) -> bool:
    """“The militia Ansar al-Example”: what it is, right before it; or how groups alone are called."""
    first = name.key.split()[0].lower()
    if " " in name.key and first in word_set("cues", "group-beginnings"):
        return True
    return _named_group().search(text[max(0, name.span.start - 60) : name.span.start]) is not None


@lru_cache(maxsize=1)
def _named_group() -> re.Pattern[str]:
    nouns = "|".join(noun for kind, fields in words("kinds").items() if kind != "media" for noun in fields["nouns"])
    return re.compile(
        rf"\b(?:the|a|an|called)\s(?:[\w’'-]+\s){{0,4}}(?:{nouns}|group|organisation|organization)\s[“\"]?$"
    )
