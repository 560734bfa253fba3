"""Index entries as rows of lists and boards, in words."""

from collections.abc import Iterable

from dateline.index.claims import claim_topic
from dateline.index.entries import ActorEntry, ClaimRow, IncidentEntry, MarkedSpan, Mention
from dateline.model import Source
from dateline.render.claims import Said, capitalized, claim_said, claim_words
from dateline.render.counts import casualty_words
from dateline.render.dates import date_words, day_words
from dateline.render.places import place_words
from dateline.render.site import Here
from dateline.render.text_fragments import fragment_address
from dateline.render.views import ActorRow, BriefingRow, ClaimView, IncidentRow, Link, MentionRow

_TOPICS = ("Who did it", "How many were killed", "How many were injured", "Other points")


def claim_view(here: Here, row: ClaimRow, *, own: str = "") -> ClaimView:
    """A claim as a row of a board; own: the briefing on whose page it stands."""
    said = _said(here, row)
    same_page = row.briefing == own
    briefing = here.briefing(row.briefing)
    incident = here.site.index.incidents.get(row.claim.incident or "")
    return ClaimView(
        topic=topic_of(row),
        anchor=f"claim-{row.claim.id}" if same_page else f"claim-{row.briefing}-{row.claim.id}",
        claimant=_claimant(here, row),
        stance=row.claim.stance,
        said=said.verb.removesuffix(":"),
        about=said.what,
        words=row.quote.exact if row.quote else "",
        href=f"#{row.anchor}" if same_page else f"{briefing.href}#{row.anchor}",
        original=_original(row),
        briefing=briefing,
        date=day_words(row.report_date),
        source=source_name(row.source),
        incident=here.incident(incident.id) if incident else None,
        status=here.site.status(incident.status) if incident and row.claim.about.role else None,
    )


def topic_of(row: ClaimRow) -> str:
    """What a claim is about, as a heading of a board."""
    return _TOPICS[claim_topic(row.claim)]


def _claimant(here: Here, row: ClaimRow) -> Link:
    if row.claimant_actor:
        return here.actor(row.claimant_actor)
    named = row.is_report and row.source is not None and bool(row.source.publisher)
    return Link("", capitalized(row.claimant), "the report itself" if named else "")


def _original(row: ClaimRow) -> str:
    url = row.source.url if row.source else None
    return fragment_address(url, row.quote.exact) if url and row.quote else ""


def claim_sentence(here: Here, row: ClaimRow) -> str:
    """A claim as a sentence, for notes."""
    return claim_words(row.claimant, _said(here, row))


def _said(here: Here, row: ClaimRow) -> Said:
    about = row.claim.about
    name = here.actor(about.actor).text if about.actor else ""
    itself = bool(about.actor) and about.actor == row.claimant_actor
    return claim_said(row.claim.stance, about, name, here.site.vocabulary, itself=itself)


def span_id(span: MarkedSpan) -> str:
    """The anchor of a quoted passage on its source's page."""
    return f"t-{span.start}-{span.end}"


def source_name(source: Source | None) -> str:
    """A source's publisher, else its title, else that it is not named."""
    return (source.publisher or source.title or "Source not named") if source else "Source not named"


def incident_row(
    here: Here, entry: IncidentEntry, *, role: str = "", quotes: Iterable[tuple[str, str | None]] = ()
) -> IncidentRow:
    """An incident as a row; role: an actor's part in it; quotes: (briefing, quote id) of the words that say so."""
    vocabulary = here.site.vocabulary
    title, type_ = here.incident(entry.id), vocabulary.label("incident-types", entry.type)
    place = here.location(entry.location)
    precision = vocabulary["geo-precision"].get(entry.geo_precision or "")
    return IncidentRow(
        date=date_words(entry.date),
        title=title,
        type="" if f"{title.text} ".casefold().startswith(f"{type_} ".casefold()) else type_,
        place=Link(place.href, place_words(place.text, precision)),
        casualties=", ".join(casualty_words(entry.fatalities, entry.injured)),
        has_casualties=entry.fatalities is not None or entry.injured is not None,
        status=here.site.status(entry.status),
        accused=tuple(here.actor(key) for key in entry.accused[:4]),
        role=role,
        quotes=tuple(here.briefing(key, f"q-{quote}" if quote else "") for key, quote in quotes),
    )


def briefing_row(here: Here, key: str, reason: str = "") -> BriefingRow:
    """A briefing as a row; reason: why it stands in the list."""
    entry = here.site.index.briefings[key]
    index, vocabulary = here.site.index, here.site.vocabulary
    main = index.incidents.get(entry.main_incident or "")
    return BriefingRow(
        date=day_words(entry.briefing.date),
        title=here.briefing(key),
        summary=entry.summary,
        place=here.location(entry.briefing.location).text if entry.briefing.location else "",
        kind=vocabulary.label("incident-types", main.type) if main else "",
        status=here.site.status(entry.status) if entry.status != "not-applicable" else None,
        reason=reason,
        review=entry.briefing.review if entry.briefing.review == "disputed" else "",
    )


def mention_row(here: Here, key: str, mention: Mention | None) -> MentionRow:
    """A briefing about the record with the sentence that names it, where one does."""
    words = (mention.before, mention.name, mention.after) if mention else ("", "", "")
    date = day_words(here.site.index.briefings[key].briefing.date)
    return MentionRow(date, here.briefing(key), *words)


def actor_row(here: Here, entry: ActorEntry, line: str = "") -> ActorRow:
    """An actor as a row of a list."""
    link = here.actor(entry.id)
    roles = [f"{label.lower()} in {count:,}" for label, count in role_counts(here, entry)]
    return ActorRow(link, link.note, "; ".join(roles), len(entry.briefings), line or entry.actor.description)


def role_counts(here: Here, entry: ActorEntry) -> list[tuple[str, int]]:
    """(label, number of incidents) of the actor's parts; that it is mentioned counts where it has no other."""
    parts = [item for item in entry.role_counts if item.role != "mentioned"] or entry.role_counts
    return [(here.site.vocabulary.label("roles", item.role), item.count) for item in parts]
