"""What pages show of each record: one entry per page, linked by id, free of markup.

Lists are in the order in which pages show them. `url` is relative to the site's root.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.facts.judge import Statement, statement_of
from dateline.index.ties import ActorIncident, ActorRole, Related, ReportOf, RoleCount, Together
from dateline.model import (
    Actor,
    Briefing,
    Claim,
    Count,
    Edtf,
    Incident,
    Location,
    Quote,
    Seed,
    Source,
)


@dataclass(frozen=True)
class ClaimRow:
    """A claim of one briefing, with what a board shows of it.

    claimant  the name to show; `claimant_actor` its id where it has a record
    is_report True where the report itself is the claimant
    quote     None where the claim cites none
    withdrawn True where the briefing was taken back: boards show the claim, nothing is concluded from it
    groups    ids of the groups and bodies to which the claimant belongs
    accused_groups  the same of the actor that the claim is about
    """

    briefing: str
    claim: Claim
    claimant: str
    claimant_actor: str | None
    is_report: bool
    source: Source | None
    quote: Quote | None
    report_date: str
    withdrawn: bool = False
    groups: tuple[str, ...] = ()
    accused_groups: tuple[str, ...] = ()

    @property
    def statement(self) -> Statement:
        """What it says of who did it."""
        return statement_of(self.claim)

    @property
    def anchor(self) -> str:
        """The mark of its words on the briefing's page."""
        return f"q-{self.claim.quote}" if self.claim.quote else "who-says-what"


@dataclass(frozen=True)
class Mention:
    """A sentence of a briefing that names an actor or place; before + name + after is the sentence."""

    briefing: str
    before: str
    name: str
    after: str


@dataclass(frozen=True)
class Gap:
    """Something that a briefing does not tell.

    kind   `date`, `place`, `place-precision`, `casualties`, `perpetrator`, `second-source`, `attribution`
    words  a plain sentence for readers
    """

    kind: str
    incident: str | None
    words: str


@dataclass(frozen=True)
class BriefingEntry:
    """`briefings/ID.html`. `claims` are in the order of a board; `related` is best first, at most six."""

    id: str
    url: str
    title: str
    briefing: Briefing
    body: str
    path: str
    claims: tuple[ClaimRow, ...]
    incidents: tuple[str, ...]
    main_incident: str | None
    sources: tuple[str | None, ...]
    gaps: tuple[Gap, ...]
    related: tuple[Related, ...]
    status: str
    statuses: tuple[str, ...]

    @property
    def month(self) -> str:
        """`YYYY-MM` of the report."""
        return self.briefing.date[:7]

    @property
    def is_withdrawn(self) -> bool:
        """True where the briefing was taken back; its page says why."""
        return self.briefing.review == "withdrawn"

    @property
    def listed_title(self) -> str:
        """The title as it stands anywhere but on the briefing's own page."""
        return f"{self.title} (withdrawn)" if self.is_withdrawn else self.title

    @property
    def summary(self) -> str:
        """One line for lists: the standfirst, or nothing."""
        return self.briefing.standfirst.text if self.briefing.standfirst else ""


@dataclass(frozen=True)
class Difference:
    """A point on which reports differ: (value, ids of the briefings that give it) for each value.

    kind  `date`, `location`, `type`, `fatalities`, `injured` or `perpetrator`
    value of a count: see `differences.parse_count`; of the others an id, a slug or an EDTF date
    """

    kind: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class IncidentEntry:
    """`incidents/ID.html`: one incident over all briefings that report it.

    date, location, geo_precision, fatalities, injured  the pinned value of its own file, else: the reports'
        when they agree; a range over them for counts; of the most precise report for date and place
    status  computed from `claims` (VOCABULARY)
    """

    id: str
    url: str
    title: str
    type: str
    category: str
    date: Edtf | None
    location: str | None
    geo_precision: str | None
    fatalities: Count | None
    injured: Count | None
    status: str
    summary: str
    record: Incident | None
    path: str | None
    body: str
    reports: tuple[ReportOf, ...]
    claims: tuple[ClaimRow, ...]
    participants: tuple[ActorRole, ...]
    accused: tuple[str, ...]
    differences: tuple[Difference, ...]
    gaps: tuple[Gap, ...]

    @property
    def year(self) -> str:
        """`YYYY`, or "" where no date is known."""
        return str(self.date.first.year) if self.date and self.date.first else ""


@dataclass(frozen=True)
class ActorEntry:
    """`actors/ID.html`.

    roles        role -> incidents, in the order of the roles' list; newest incident first
    accusations  claims that put the actor in the perpetrator's role (or deny it)
    statements   claims that the actor makes
    collisions   name -> ids of other actors that carry it too
    """

    id: str
    url: str
    name: str
    sort_name: str
    actor: Actor
    body: str
    path: str
    briefings: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: Mapping[str, tuple[ActorIncident, ...]]
    role_counts: tuple[RoleCount, ...]
    accusations: tuple[ClaimRow, ...]
    statements: tuple[ClaimRow, ...]
    appears_with: tuple[Together, ...]
    collisions: Mapping[str, tuple[str, ...]]
    first_seen: str
    last_seen: str

    @property
    def letter(self) -> str:
        """`A` to `Z`, or `#` for a name that begins with no Latin letter."""
        first = self.sort_name[:1].upper()
        return first if "A" <= first <= "Z" else "#"


@dataclass(frozen=True)
class LocationEntry:
    """`locations/ID.html`. incidents: at the place or at places within it (`within`: ids of those)."""

    id: str
    url: str
    name: str
    full_name: str
    sort_name: str
    location: Location
    body: str
    path: str
    briefings: tuple[str, ...]
    mentions: tuple[Mention, ...]
    incidents: tuple[str, ...]
    actors: tuple[str, ...]
    within: tuple[str, ...]


@dataclass(frozen=True)
class MarkedSpan:
    """A quote's place in a seed's text: [start, end) in code points; uses: (briefing id, quote id)."""

    start: int
    end: int
    uses: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SourceEntry:
    """`sources/ID.html`: a seed's frozen text with every quote that rests on it.

    is_told  True where a briefing has the whole text: whoever searches for its words finds the briefing
    """

    id: str
    url: str
    title: str
    seed: Seed
    cited_as: tuple[Source, ...]
    briefings: tuple[str, ...]
    spans: tuple[MarkedSpan, ...]
    is_told: bool


@dataclass(frozen=True)
class NameTarget:
    """What a name in prose leads to: kind `actor` or `location`; several ids where the name is shared."""

    kind: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Index:
    """All entries by id, in the order of lists: briefings and incidents newest first, the others by name.

    names     briefing id -> name as it may stand in its prose -> target
    redirects old path below the site's root -> (kind, id) that it leads to
    shared_names  name -> ids of the actors that carry it
    """

    briefings: Mapping[str, BriefingEntry]
    actors: Mapping[str, ActorEntry]
    incidents: Mapping[str, IncidentEntry]
    locations: Mapping[str, LocationEntry]
    sources: Mapping[str, SourceEntry]
    names: Mapping[str, Mapping[str, NameTarget]]
    redirects: Mapping[str, tuple[str, str]]
    shared_names: Mapping[str, tuple[str, ...]]
