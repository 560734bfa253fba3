"""What templates are given: frozen values in words, links already relative to the page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link; without `href` its text stands alone. `note` says more: a kind, a reason, a language."""

    href: str
    text: str
    note: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Status:
    """A status mark: a sign, a word and a colour (by slug)."""

    slug: str
    sign: str
    label: str
    meaning: str


@dataclass(frozen=True)
class Fact:
    """One cell of a facts strip. `lines` are text or links; `status` stands before them."""

    label: str
    lines: tuple[Link, ...]
    small: str = ""
    status: Status | None = None


@dataclass(frozen=True)
class ClaimView:
    """A row of a claim board.

    topic    what it is about: who did it, the killed, the injured, another point
    anchor   id of the row on its briefing's page
    words    the exact words, or ""
    href     where those words stand
    original where the publisher's own page has them, or ""
    """

    topic: str
    anchor: str
    claimant: Link
    stance: str
    said: str
    about: str
    words: str
    href: str
    original: str
    briefing: Link
    date: str
    source: str
    incident: Link | None = None
    status: Status | None = None


@dataclass(frozen=True)
class IncidentRow:
    """A row of a list of incidents; `date` is the day of the event, `accused` who is said to be responsible.

    type    what kind of incident it is, or "" where the title begins with it
    values  (facet, slug) that the list can be narrowed by
    day     the first day that `date` may mean, as YYYY-MM-DD, or ""
    killed  the least number of killed that is reported, or ""
    """

    date: str
    title: Link
    type: str
    place: Link
    casualties: str
    has_casualties: bool
    status: Status
    accused: tuple[Link, ...] = ()
    role: str = ""
    quotes: tuple[Link, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    day: str = ""
    killed: str = ""


@dataclass(frozen=True)
class BriefingRow:
    """A row of a list of briefings; `date` is the day of the report."""

    date: str
    title: Link
    summary: str
    place: str
    kind: str
    status: Status | None
    reason: str = ""
    review: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class MentionRow:
    """A briefing with the sentence that names the record."""

    date: str
    title: Link
    before: str
    name: str
    after: str


@dataclass(frozen=True)
class ActorRow:
    """A row of a list of actors."""

    name: Link
    kind: str
    roles: str
    briefings: int
    line: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class PlaceRow:
    """A row of a list of places."""

    name: Link
    kind: str
    incidents: int
    briefings: int
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SourceRow:
    """A row of a list of sources; `date` is the day of publication."""

    date: str
    title: Link
    publisher: str
    kind: str
    briefings: int


@dataclass(frozen=True)
class Group:
    """Rows under one heading of a list; total: how many there are, of which `rows` may be the first."""

    key: str
    title: str
    rows: tuple[object, ...]
    total: int


@dataclass(frozen=True)
class YearView:
    """A row of a calendar: the year, and its months, each with how many records it has."""

    year: Link
    months: tuple[Link, ...]


@dataclass(frozen=True)
class ChoiceView:
    """A value of a facet: its page, how many entries have it, and whether it is the page on which it stands."""

    value: str
    link: Link
    count: int
    is_current: bool = False


@dataclass(frozen=True)
class FacetView:
    """A facet of the bar above a list; chosen: the value in words on whose own page it stands, or ""."""

    key: str
    label: str
    choices: tuple[ChoiceView, ...]
    chosen: str = ""


@dataclass(frozen=True)
class Value:
    """A name and a value that the search index keeps of a page."""

    name: str
    value: str


@dataclass(frozen=True)
class Found:
    """How the search finds a page: by which values it can be narrowed to, and what a result shows."""

    filters: tuple[Value, ...]
    meta: tuple[Value, ...]


@dataclass(frozen=True)
class Drawing:
    """A drawing with its caption.

    name    what it shows, for those who meet its frame by keyboard
    kind    `mini` beside other things; `spot`, a small one of one place; `wide` where it is what the page is about
    narrow  a wide one drawn again for a narrow screen
    signs   the statuses that its marks stand for, each as (drawing of the mark, label)
    """

    svg: str
    caption: str
    name: str
    kind: str = "mini"
    narrow: str = ""
    signs: tuple[tuple[str, str], ...] = ()
