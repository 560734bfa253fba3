"""Actors: mentions gathered under one name, other names attached, states only where they act."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.draft.extraction import FoundActor, FoundAlias, FoundPlace, Span
from dateline.draft.lexicon import word_set, words
from dateline.draft.rules.language import Reading, Token
from dateline.draft.rules.names import LISTED, MODEL, PATTERN, RECORD, Name, adjectives, plain
from dateline.draft.rules.patterns import Naming, country_words
from dateline.draft.rules.places import with_country

_LEGAL_FORMS = {"Co", "Corp", "Inc", "Ltd", "PLC", "Plc", "AG", "SA"}
_STATE_BODIES = {"state-forces", "government-body", "coalition", "state"}


@dataclass
class _Gathered:
    """An actor in the making."""

    name: str
    kind: str
    country: str
    trust: int
    origin: str
    mentions: list[Span] = field(default_factory=list)
    aliases: list[FoundAlias] = field(default_factory=list)


def find_actors(
    reading: Reading, names: Sequence[Name], namings: Sequence[Naming], places: tuple[FoundPlace, ...]
) -> tuple[tuple[FoundActor, ...], tuple[FoundPlace, ...]]:
    """Actors in the order of their first mention; and the places, with the countries of actors among them."""
    text = reading.text
    known = {**_known_names(), **_short_forms(text, names, namings)}
    gathered: dict[str, _Gathered] = {}
    for name in (*names, *_acting_states(reading, names)):
        if name.sort != "place":
            _gather(gathered, name, known)
    _merge_persons(gathered)
    _merge_groups(gathered)
    _find_surnames(text, gathered)
    _attach(text, gathered, namings)
    kept = [actor for actor in gathered.values() if _is_actor(actor, reading)]
    kept.sort(key=lambda actor: min(actor.mentions))
    found = []
    for actor in kept:
        places, at = with_country(places, _country_of(actor))
        found.append(_finished(text, actor, at))
    return tuple(found), places


def _known_names() -> Mapping[str, tuple[str, str, str]]:
    """Any name of a well-known organisation -> its name, kind and country."""
    return {
        other: (key, fields["kind"], fields.get("country", ""))
        for key, fields in words("actors").items()
        for other in (key, *fields.get("names", ()))
    }


def _short_forms(text: str, names: Sequence[Name], namings: Sequence[Naming]) -> dict[str, tuple[str, str, str]]:
    """An acronym or other name -> the name that it stands for."""
    ends = {name.span.end: name for name in names if name.sort != "place"}
    found = {}
    for naming in namings:
        name = _before(text, naming.before, ends)
        if name:
            found[naming.alias.name] = _known_names().get(name.key, (name.key, name.kind, name.country))
    return found


def _before(text: str, end: int, ends: Mapping[int, Name]) -> Name | None:
    while end > 0 and text[end - 1] in ' ,“”"\n':
        end -= 1
    return ends.get(end)


def _gather(gathered: dict[str, _Gathered], name: Name, known: Mapping[str, tuple[str, str, str]]) -> None:
    key, kind, country = known.get(name.key, (name.key, name.kind, name.country))
    if name.sort == "person" and key == name.key:
        kind = "person"
    actor = gathered.setdefault(key, _Gathered(key, kind, country, name.trust, name.origin))
    actor.kind, actor.country = actor.kind or kind, actor.country or country
    if name.trust > actor.trust:
        actor.origin = name.origin
    actor.trust = max(actor.trust, LISTED if name.key in _known_names() else name.trust)
    if name.span not in actor.mentions:
        actor.mentions.append(name.span)


def _acting_states(reading: Reading, names: Iterable[Name]) -> Iterable[Name]:
    """Countries as doers: subject of a deed, after "by", object of blame, party to a war."""
    for name in names:
        if name.kind == "country" and name.sort == "place":
            tokens = reading.within(name.span)
            if tokens and (_acts(reading, tokens) or _did(reading, tokens[-1])):
                yield Name(name.span, "group", name.key, "state", name.country, LISTED, "names: country that acts")
    covered = {token.i for name in names for token in reading.within(name.span)}
    for token in reading.tokens:
        code = adjectives().get(token.text.lower())
        if code and token.i not in covered and _did(reading, token):
            country = str(words("countries")[code]["name"])
            span = Span(token.start, token.end)
            yield Name(span, "group", country, "state", code, LISTED, "names: adjective of a country before a deed")


def _did(reading: Reading, token: Token) -> bool:
    """“An Israeli air strike”: the country's name or adjective before a deed."""
    deed = reading.tokens[token.head].lemma in words("forces")["deeds"]
    return deed and token.relation in ("amod", "compound", "poss", "nmod") and token.i < token.head


def _acts(reading: Reading, tokens: list[Token]) -> bool:
    last = next((token for token in tokens if token.head not in {one.i for one in tokens}), tokens[-1])
    while last.relation == "conj":
        last = reading.tokens[last.head]
    head = reading.tokens[last.head]
    if _is_partner(reading, last):
        return True
    if last.relation == "nsubj":
        return head.lemma not in ("be", "have", "remain", "become")
    if last.relation == "pobj":
        return head.relation == "agent" or (head.lemma == "by" and head.i < last.i)
    if last.relation == "dobj":
        return head.lemma in word_set("attribution", "blame")
    following = reading.tokens[tokens[-1].i + 1 : tokens[-1].i + 2]
    return bool(following) and following[0].text in ("-", "–") and last.relation == "compound"


def _is_partner(reading: Reading, country: Token) -> bool:
    """“Its backer Russia”, “allies including France”, “the nations that struck include Jordan”."""
    head = reading.tokens[country.head]
    if country.relation == "appos":
        return head.lemma in word_set("forces", "partners")
    if head.lemma not in ("include", "including") or head.i > country.i:
        return False
    beside = [reading.tokens[head.head], *reading.below(head.i, "nsubj")]
    return any(token.lemma in word_set("forces", "partners") for token in beside)


def _merge_persons(gathered: dict[str, _Gathered]) -> None:
    """A surname, or the last names, stand for the one person in the text who carries them."""
    for key in [key for key, actor in gathered.items() if actor.kind == "person" and actor.trust < RECORD]:
        parts = _parts(key)
        longer = [
            other
            for other, actor in gathered.items()
            if actor.kind == "person" and other != key and _parts(other)[-len(parts) :] == parts != _parts(other)
        ]
        if len(parts) == 1 and not longer:
            longer = [
                other
                for other, actor in gathered.items()
                if actor.kind == "person" and other != key and _parts(other)[0] == parts[0]
            ]
        if len(longer) == 1:
            _merge(gathered, key, longer[0])


def _find_surnames(text: str, gathered: Mapping[str, _Gathered]) -> None:
    """Surnames that the model overlooked; none that two persons share."""
    persons = [actor for actor in gathered.values() if actor.kind == "person" and len(_parts(actor.name)) > 1]
    surnames = Counter(re.split(r"\s+", actor.name)[-1] for actor in persons)
    taken = [span for actor in gathered.values() for span in actor.mentions]
    for actor in persons:
        surname = re.split(r"\s+", actor.name)[-1]
        if surnames[surname] > 1 or not surname[0].isupper() or len(surname) < 3:
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])(?! [A-Z])", text):
            span = Span(*match.span())
            later = span.start > min(actor.mentions).end
            if later and not any(span.start < other.end and other.start < span.end for other in taken):
                actor.mentions.append(span)


def short_names(actors: Sequence[FoundActor]) -> dict[str, tuple[tuple[Span, int], ...]]:
    """Noun -> mentions of the groups whose name begins or ends with it."""
    found: dict[str, list[tuple[Span, int]]] = {}
    for number, actor in enumerate(actors):
        if actor.kind not in ("person", "state"):
            for noun in {actor.name.split()[0].lower(), actor.name.split()[-1].lower()}:
                found.setdefault(noun, []).extend((span, number) for span in actor.mentions)
    return {noun: tuple(sorted(items)) for noun, items in found.items()}


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[\s-]+", name.lower()) if part not in ("al", "el", "de", "")] or [name.lower()]


def _merge_groups(gathered: dict[str, _Gathered]) -> None:
    """“Foreign Ministry” is the “Iraqi Foreign Ministry”, “Acme” is “Acme Corp”, where that one is the only such."""
    for key in [key for key, actor in gathered.items() if actor.trust == MODEL]:
        if gathered[key].kind == "person" and " " in key:
            continue
        longer = [
            other
            for other, actor in gathered.items()
            if other != key and actor.kind != "person" and _shortens(key, other)
        ]
        if len(longer) == 1:
            _merge(gathered, key, longer[0])


def _shortens(short: str, name: str) -> bool:
    """The first words of a name, its last ones (two at least), or its initials."""
    given, whole = short.split(), name.split()
    if len(given) >= len(whole):
        return False
    initials = "".join(word[0] for word in whole if word[0].isupper() and word.rstrip(".") not in _LEGAL_FORMS)
    return (
        whole[: len(given)] == given
        or (short == "Coalition" and whole[-1].lower() == "coalition")
        or (len(given) > 1 and whole[-len(given) :] == given)
        or (short.isupper() and len(short) > 1 and short == initials)
    )


def _merge(gathered: dict[str, _Gathered], key: str, into: str) -> None:
    other, actor = gathered.pop(key), gathered[into]
    actor.mentions += other.mentions
    if key.isupper() and " " not in key and key not in (actor.name, *(alias.name for alias in actor.aliases)):
        actor.aliases.append(FoundAlias(key, "acronym", min(other.mentions), "names: initials of a name in the text"))


def _attach(text: str, gathered: dict[str, _Gathered], namings: Iterable[Naming]) -> None:
    owners = {span.end: actor for actor in gathered.values() for span in actor.mentions}
    for naming in namings:
        end = naming.before
        while end > 0 and text[end - 1] in ' ,“”"\n':
            end -= 1
        actor = owners.get(end)
        if actor and naming.alias.name not in (actor.name, *(alias.name for alias in actor.aliases)):
            actor.aliases.append(replace(naming.alias, kind=_alias_kind(naming.alias, actor.kind)))


def _alias_kind(alias: FoundAlias, kind: str) -> str:
    if alias.kind != "other":
        return alias.kind
    if alias.name.split()[0] in words("aliases")["kunya"]:
        return "kunya"
    if kind == "person":
        return "nom-de-guerre"
    return "acronym" if alias.name.isupper() and " " not in alias.name else "full"


def _is_actor(actor: _Gathered, reading: Reading) -> bool:
    """A single word that stands once must be a name by its part of speech too, not the mere beginning of a sentence."""
    if actor.trust > MODEL or len(_parts(actor.name)) > 1 or len(actor.mentions) > 1:
        return True
    if _is_titled(reading, actor.mentions[0]):
        return True
    if actor.kind != "person" and actor.name.lower() in reading.small_words:
        return False
    if actor.name.isupper():
        return True
    tokens = reading.within(actor.mentions[0])
    return bool(tokens) and tokens[0].tag in ("NNP", "NNPS")


def _is_titled(reading: Reading, span: Span) -> bool:
    before = reading.text[max(0, span.start - 25) : span.start].split()
    titles = word_set("titles", "honorifics") | word_set("titles", "offices") | word_set("titles", "ranks")
    return bool(before) and before[-1].lower() in titles


def _country_of(actor: _Gathered) -> str:
    if actor.country or actor.kind == "person":
        return actor.country
    kind = actor.kind or kind_by_name(actor.name)
    if kind not in _STATE_BODIES:
        return ""
    found = [code for word, code in country_words().items() if re.search(rf"\b{re.escape(word)}\b", actor.name.lower())]
    return found[0] if len(set(found)) == 1 else ""


def kind_by_name(name: str) -> str:
    """The kind that a word of an organisation's name tells, or `group`."""
    for kind, cues in words("organisations").items():
        if any(re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", name) for cue in cues):
            return str(kind)
    return "group"


def _finished(text: str, actor: _Gathered, country: int | None) -> FoundActor:
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
            ):
                given.add(surface)
                short = surface.replace(".", "").isupper() and " " not in surface
                aliases.append(
                    FoundAlias(surface, "acronym" if short else "full", span, "names: another name in the text")
                )
    kind = actor.kind or kind_by_name(actor.name)
    return FoundActor(actor.name, kind, tuple(sorted(actor.mentions)), tuple(aliases), country, actor.origin)
