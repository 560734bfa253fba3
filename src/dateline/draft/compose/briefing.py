"""One seed's draft: its briefing and the profiles that it needs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.draft.compose.claims import claims_of, with_main_claims
from dateline.draft.compose.incidents import incident_ids, incident_reports, new_id
from dateline.draft.compose.key_points import key_points_of, standfirst_of, stands_alone
from dateline.draft.compose.quotes import numbered, quote_of, tightened
from dateline.draft.compose.records import Records, actor_of, identify, location_of
from dateline.draft.compose.towns import told_apart
from dateline.facts.extraction import Extraction, FoundAlias, by_position
from dateline.facts.registry import Registry
from dateline.facts.source import FIRST_SOURCE, source_of
from dateline.frontmatter import write
from dateline.model import Actor, Alias, Briefing, Drafting, Location, Problem, Quote, Seed, Statement
from dateline.text.body import body_of
from dateline.text.markup import read_aloud, said_in, without_markup
from dateline.text.notices import around_prose, is_notice, without
from dateline.text.sentences import sentences
from dateline.text.slugs import free_slug
from dateline.text.span import Span
from dateline.text.title import id_of_title, title_of

Wanted = Callable[[str, str], bool]

_LEAST_WORDS = 3  # of a line above the report that can be its title: not “attack” alone


@dataclass(frozen=True)
class Draft:
    """A briefing and the new profiles that it names.

    remarks  for whoever drafts, written nowhere
    aliases  further names of known records that were asked for: `actors/ID` or `locations/ID`, and the name
    """

    briefing: Briefing
    body: str
    actors: tuple[Actor, ...]
    locations: tuple[Location, ...]
    remarks: tuple[Problem, ...] = ()
    aliases: tuple[tuple[str, Alias], ...] = ()

    def files(self) -> dict[str, str]:
        """Path below `briefings/` -> the file's text; profiles first, the briefing last."""
        files = {f"locations/{place.id}.md": write(place) for place in self.locations}
        files |= {f"actors/{actor.id}.md": write(actor) for actor in self.actors}
        return {**files, f"{self.briefing.id}.md": write(self.briefing, self.body)}


@dataclass(frozen=True)
class _Parts:
    """What is decided before anything is written down."""

    title: str
    standfirst: Span | None
    points: tuple[Span, ...]
    alias_spans: Mapping[FoundAlias, Span]
    quotes: Mapping[Span, str]


def compose(
    seed: Seed, extraction: Extraction, registry: Registry, *, drafting: Drafting, wanted: Wanted = lambda *_: False
) -> Draft:
    """The draft of a dated seed; it names the project's own records where they fit and makes new ones where not.

    wanted  whether a name that the report gives to a known record (`actors/ID`, name) is asked for
    """
    extraction = with_main_claims(extraction)
    records = identify(extraction, registry, seed.text, int(seed.published[:4]))
    extraction = told_apart(extraction, records, registry)
    incidents = incident_ids(extraction, records, registry, seed.text)
    known = tuple(_known_aliases(extraction, records, wanted))
    parts = _parts(seed, extraction, (*_new_aliases(extraction, records), *(alias for _, alias in known)))
    key = _briefing_id(seed, extraction, records, registry, parts.title)
    by_span = _Lookup(parts.quotes, seed.text)
    alias_quotes = {alias: f"{key}#{by_span[span]}" for alias, span in parts.alias_spans.items()}
    briefing = Briefing(
        id=key,
        title=parts.title,
        date=seed.published,
        language=extraction.language or None,
        standfirst=_statement(parts.standfirst, seed, by_span) if parts.standfirst else None,
        key_points=tuple(_statement(span, seed, by_span) for span in parts.points),
        location=records.place_ids[extraction.dateline] if extraction.dateline is not None else None,
        actors=tuple(dict.fromkeys(records.actor_ids)),
        places=_further_places(extraction, records),
        sources=(source_of(seed, kind=extraction.genre),),
        incidents=incident_reports(extraction, incidents, records, by_span),
        claims=claims_of(extraction, incidents, records, by_span, FIRST_SOURCE),
        quotes=_quotes(parts.quotes, seed.text),
        drafted=drafting,
    )
    return Draft(
        briefing,
        body_of(seed.text, is_markdown=seed.format == "md"),
        tuple(actor_of(number, extraction, records, alias_quotes) for number in records.new_actors),
        tuple(location_of(number, extraction, records, alias_quotes) for number in records.new_places),
        remarks=tuple(_namesakes(extraction, records, f"briefings/{key}.md")),
        aliases=tuple((path, Alias(name=one.name, kind=one.kind, quote=alias_quotes[one])) for path, one in known),
    )


def _namesakes(extraction: Extraction, records: Records, path: str) -> Iterator[Problem]:
    """Persons of one name who are told to be others: somebody should look."""
    for number, found in records.namesakes.items():
        for one in found:
            name, key = extraction.actors[number].name, records.actor_ids[number]
            message = (
                f"'{name}' should be told apart from {one.actor} ({one.basis}); look, and merge {key} into "
                f"{one.actor} where they are one"
            )
            yield Problem(path, 1, "draft-namesake", message, "warning")


class _Lookup(dict[Span, str]):
    """Quote ids by span, white space at the ends of a span aside."""

    def __init__(self, quotes: Mapping[Span, str], text: str) -> None:
        super().__init__(quotes)
        self._text = text

    def __missing__(self, span: Span) -> str:
        return self[tightened(span, self._text)]


def _parts(seed: Seed, extraction: Extraction, named: Iterable[FoundAlias]) -> _Parts:
    text = _prose(seed)
    spans = sentences(text, extraction.body_start)
    title = _title(seed, extraction, spans, text)
    spans = () if extraction.language else spans
    standfirst = standfirst_of(extraction, spans, text, title)
    points = key_points_of(extraction, spans, standfirst, text, title)
    aliases = {alias: _sentence_of(alias.span, spans) for alias in named}
    used = [*points, *aliases.values(), *_cited(extraction), *([standfirst] if standfirst else [])]
    return _Parts(title, standfirst, points, aliases, numbered(used, seed.text))


def _prose(seed: Seed) -> str:
    """The text without what stands around the report and without signs of Markdown; offsets stay the same."""
    text = without(seed.text, around_prose(seed.text))
    return without_markup(text) if seed.format == "md" else text


def _title(seed: Seed, extraction: Extraction, spans: Sequence[Span], text: str) -> str:
    """The report's own title or headline, else one that was made of its words, else its first sentence made shorter."""
    headline = extraction.headline.of(seed.text) if extraction.headline else ""
    headline = headline if len(headline.split()) >= _LEAST_WORDS and not is_notice(headline) else ""
    given = seed.title or headline or extraction.title
    first = next((span.of(text) for span in spans if stands_alone(span.of(text))), spans[0].of(text) if spans else text)
    title = title_of(read_aloud(given) if seed.format == "md" else given, first)
    return title or seed.ref


def _new_aliases(extraction: Extraction, records: Records) -> Iterator[FoundAlias]:
    for actor in (extraction.actors[at] for at in records.new_actors):
        yield from (alias for alias in actor.aliases if alias.name != actor.name)
    for place in (extraction.places[at] for at in records.new_places):
        yield from (alias for alias in place.aliases if alias.name != place.name)


def _known_aliases(extraction: Extraction, records: Records, wanted: Wanted) -> Iterator[tuple[str, FoundAlias]]:
    for number, key in enumerate(records.actor_ids):
        if number not in records.new_actors:
            aliases = extraction.actors[number].aliases
            yield from ((f"actors/{key}", alias) for alias in aliases if wanted(f"actors/{key}", alias.name))
    for number, key in enumerate(records.place_ids):
        if number not in records.new_places:
            names = extraction.places[number].aliases
            yield from ((f"locations/{key}", alias) for alias in names if wanted(f"locations/{key}", alias.name))


def _cited(extraction: Extraction) -> Iterator[Span]:
    for incident in extraction.incidents:
        yield incident.span
        yield from (part.span for part in incident.parts)
    yield from (claim.span for claim in extraction.claims)


def _sentence_of(span: Span, spans: tuple[Span, ...]) -> Span:
    return next((sentence for sentence in spans if sentence.holds(span)), span)


def _statement(span: Span, seed: Seed, quotes: Mapping[Span, str]) -> Statement:
    return Statement(text=said_in(span, seed.text, is_markdown=seed.format == "md"), quote=quotes[span])


def _quotes(quotes: Mapping[Span, str], text: str) -> dict[str, Quote]:
    return {key: quote_of(span, text, FIRST_SOURCE) for span, key in quotes.items()}


def _further_places(extraction: Extraction, records: Records) -> tuple[str, ...]:
    dateline = records.place_ids[extraction.dateline] if extraction.dateline is not None else ""
    named = [records.place_ids[number] for number, place in by_position(extraction.places) if place.mentions]
    events = [records.place_ids[incident.place] for incident in extraction.incidents if incident.place is not None]
    return tuple(key for key in dict.fromkeys([*named, *events]) if key != dateline)


def _briefing_id(seed: Seed, extraction: Extraction, records: Records, registry: Registry, title: str) -> str:
    taken = registry.not_free("briefings")
    if extraction.incidents:
        main = replace(extraction.incidents[0], date=seed.published)
        return free_slug(new_id(main, records, seed.text), taken)
    return free_slug(id_of_title(seed.published, title), taken)
