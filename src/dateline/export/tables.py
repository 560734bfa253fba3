"""Tables of all records as CSV: one row a record, each with the address of its page."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dateline.export.export import Export, File, changed
from dateline.index.cited import cited_in
from dateline.index.entries import ActorEntry, BriefingEntry, ClaimRow, IncidentEntry, LocationEntry
from dateline.index.locations import country_of
from dateline.model import Count

Cell = str | int | float | None


@dataclass(frozen=True)
class Column:
    """A column: its name, what it holds, and the cell of an entry; nothing known is an empty cell."""

    name: str
    meaning: str
    cell: Callable[[Export, Any], Cell]


@dataclass(frozen=True)
class Table:
    """A file below `data/` and its rows."""

    name: str
    title: str
    entries: Callable[[Export], Iterable[Any]]
    columns: tuple[Column, ...]

    @property
    def path(self) -> str:
        """Below the site's root."""
        return f"data/{self.name}.csv"

    def rows(self, export: Export) -> Iterator[list[Cell]]:
        """The cells of each entry."""
        for entry in self.entries(export):
            yield [column.cell(export, entry) for column in self.columns]


def table_files(export: Export) -> Iterator[File]:
    """`data/NAME.csv` for each table: UTF-8, commas, one line of names first."""
    for table in TABLES:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([column.name for column in table.columns])
        writer.writerows(table.rows(export))
        yield table.path, text.getvalue()


def _several(values: Iterable[str]) -> str:
    return "; ".join(values)


def _url(export: Export, entry: Any) -> str:
    return export.link(entry.url, "data/")


def _counts(name: str, fate: str, count: Callable[[Any], Count | None]) -> tuple[Column, ...]:
    def bound(which: str) -> Callable[[Export, Any], Cell]:
        return lambda _, entry: getattr(given, which) if (given := count(entry)) else None

    words = {"low": "at least", "best": "best estimate", "high": "at most"}
    return tuple(
        Column(f"{name}_{which}", f"{fate}, {says}; empty where not reported, 0 where reported as none", bound(which))
        for which, says in words.items()
    )


def _place_name(export: Export, entry: IncidentEntry) -> str:
    place = export.index.locations.get(entry.location or "")
    return place.full_name if place else ""


def _claims(export: Export) -> Iterator[ClaimRow]:
    return (row for entry in export.index.briefings.values() for row in entry.claims)


def _claim_url(export: Export, row: ClaimRow) -> str:
    return export.link(f"{export.index.briefings[row.briefing].url}#claim-{row.claim.id}", "data/")


def _review(export: Export, row: ClaimRow) -> str:
    return export.index.briefings[row.briefing].briefing.review


def _source_url(row: ClaimRow) -> str:
    return (row.source.url or "") if row.source else ""


_ID = Column("id", "identifier, which never changes", lambda _, entry: entry.id)
_URL = Column("url", "the record's page", _url)

_BRIEFINGS: tuple[Column, ...] = (
    _ID,
    _URL,
    Column("title", "headline", lambda _, entry: entry.title),
    Column("date", "day of the report", lambda _, entry: entry.briefing.date),
    Column("changed", "day of the report or of its latest update", lambda _, entry: changed(entry)),
    Column("review", "draft, reviewed, disputed or withdrawn", lambda _, entry: entry.briefing.review),
    Column("review_reason", "why it is withdrawn or disputed", lambda _, entry: entry.briefing.review_reason),
    Column("place", "id of the place that it was filed from", lambda _, entry: entry.briefing.location),
    Column("incidents", "ids of the incidents that it reports", lambda _, entry: _several(entry.incidents)),
    Column("status", "how far the attribution of its first incident stands", lambda _, entry: entry.status),
    Column("actors", "ids of the actors named", lambda _, entry: _several(cited_in(entry.briefing).actors)),
    Column("places", "ids of the places named", lambda _, entry: _several(cited_in(entry.briefing).locations)),
    Column("sources", "ids of its sources' pages", lambda _, entry: _several(key for key in entry.sources if key)),
    Column("summary", "its standfirst", lambda _, entry: entry.summary),
)

_INCIDENTS: tuple[Column, ...] = (
    _ID,
    _URL,
    Column("title", "title", lambda _, entry: entry.title),
    Column("type", "what happened", lambda _, entry: entry.type),
    Column("category", "group of the type", lambda _, entry: entry.category),
    Column("date", "when it happened, in EDTF", lambda _, entry: entry.date.text if entry.date else ""),
    Column("first_day", "first day that the date may mean", lambda _, e: str(e.date.first or "") if e.date else ""),
    Column("last_day", "last day that the date may mean", lambda _, e: str(e.date.last or "") if e.date else ""),
    Column("place", "id of the place", lambda _, entry: entry.location),
    Column("place_name", "its name with its country's", _place_name),
    Column("country", "id of the country", lambda export, e: country_of(export.index.locations.get(e.location or ""))),
    Column("geo_precision", "how exactly the place is known", lambda _, entry: entry.geo_precision),
    *_counts("fatalities", "killed", lambda entry: entry.fatalities),
    *_counts("injured", "injured", lambda entry: entry.injured),
    Column("status", "how far the attribution stands, computed from the claims", lambda _, entry: entry.status),
    Column("accused", "ids of those said to be responsible: a claim, no finding", lambda _, e: _several(e.accused)),
    Column("briefings", "ids of the briefings that report it", lambda _, e: _several(_reports(e))),
)

_CLAIMS: tuple[Column, ...] = (
    Column("url", "the claim on its briefing's page", _claim_url),
    Column("briefing", "id of the briefing", lambda _, row: row.briefing),
    Column("claim", "id of the claim within the briefing", lambda _, row: row.claim.id),
    Column("incident", "id of the incident", lambda _, row: row.claim.incident),
    Column("claimant", "who says it", lambda _, row: row.claimant),
    Column("claimant_actor", "id of the actor who says it", lambda _, row: row.claimant_actor),
    Column("stance", "asserts, denies, reports, no-comment or retracts", lambda _, row: row.claim.stance),
    Column("about_actor", "id of the actor that it is about", lambda _, row: row.claim.about.actor),
    Column("about_role", "the part that the actor is said to have", lambda _, row: row.claim.about.role),
    Column(
        "unclear", "1 where it says that the part is unclear", lambda _, row: 1 if row.claim.about.unclear else None
    ),
    *_counts("fatalities", "killed, as claimed", lambda row: row.claim.about.fatalities),
    *_counts("injured", "injured, as claimed", lambda row: row.claim.about.injured),
    Column("text", "what is claimed besides", lambda _, row: row.claim.about.text),
    Column("quote", "the exact words", lambda _, row: row.quote.exact if row.quote else ""),
    Column("source_url", "where the source was published", lambda _, row: _source_url(row)),
    Column("report_date", "day of the report", lambda _, row: row.report_date),
    Column("review", "review of the briefing: a claim of a withdrawn one is no longer reported", _review),
)

_ACTORS: tuple[Column, ...] = (
    _ID,
    _URL,
    Column("name", "name", lambda _, entry: entry.name),
    Column("kind", "kind", lambda _, entry: entry.actor.kind),
    Column("country", "id of the country", lambda _, entry: entry.actor.country),
    Column("aliases", "other names", lambda _, entry: _several(alias.name for alias in entry.actor.aliases)),
    Column("roles", "parts in incidents, each with their number", lambda _, entry: _roles(entry)),
    Column("briefings", "number of briefings that name it", lambda _, entry: len(entry.briefings)),
    Column("first_seen", "day of the first report", lambda _, entry: entry.first_seen),
    Column("last_seen", "day of the latest report", lambda _, entry: entry.last_seen),
    Column("wikidata", "Wikidata identifier", lambda _, entry: entry.actor.wikidata),
)

_LOCATIONS: tuple[Column, ...] = (
    _ID,
    _URL,
    Column("name", "name", lambda _, entry: entry.name),
    Column("kind", "kind", lambda _, entry: entry.location.kind),
    Column("country", "id of the country", lambda _, entry: entry.location.country),
    Column("province", "first-level division", lambda _, entry: entry.location.province),
    Column("lat", "latitude of a point that stands for the place, WGS 84", lambda _, entry: entry.location.lat),
    Column("lon", "longitude of that point", lambda _, entry: entry.location.lon),
    Column("geo_precision", "how exactly the point stands for the place", lambda _, e: e.location.geo_precision),
    Column("incidents", "number of incidents there or within", lambda _, entry: len(entry.incidents)),
    Column("briefings", "number of briefings that name it", lambda _, entry: len(entry.briefings)),
    Column("geonames", "GeoNames number", lambda _, entry: entry.location.geonames),
    Column("wikidata", "Wikidata identifier", lambda _, entry: entry.location.wikidata),
)


def _reports(entry: IncidentEntry) -> Iterator[str]:
    return iter(dict.fromkeys(item.briefing for item in entry.reports))


def _roles(entry: ActorEntry) -> str:
    return _several(f"{item.role}: {item.count}" for item in entry.role_counts)


def _briefings(export: Export) -> Iterable[BriefingEntry]:
    return export.index.briefings.values()


def _locations(export: Export) -> Iterable[LocationEntry]:
    return export.index.locations.values()


TABLES: tuple[Table, ...] = (
    Table("briefings", "Briefings", _briefings, _BRIEFINGS),
    Table("incidents", "Incidents", lambda export: export.index.incidents.values(), _INCIDENTS),
    Table("claims", "Claims", _claims, _CLAIMS),
    Table("actors", "Actors", lambda export: export.index.actors.values(), _ACTORS),
    Table("locations", "Places", _locations, _LOCATIONS),
)
