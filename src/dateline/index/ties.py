"""What ties one record to another: parts in incidents, company, kinship, reports."""

from dataclasses import dataclass

from dateline.model import IncidentReport


@dataclass(frozen=True)
class RoleCount:
    """How often an actor has a role."""

    role: str
    count: int


@dataclass(frozen=True)
class Together:
    """Another actor named in the same briefings."""

    actor: str
    briefings: tuple[str, ...]


@dataclass(frozen=True)
class Related:
    """Another briefing, and why it is related, in words."""

    briefing: str
    reason: str


@dataclass(frozen=True)
class ReportOf:
    """What one briefing says of an incident; withdrawn: the briefing was taken back."""

    briefing: str
    report: IncidentReport
    withdrawn: bool = False


@dataclass(frozen=True)
class ActorRole:
    """An actor's role in an incident and the briefings that say so."""

    actor: str
    role: str
    reports: tuple[tuple[str, str | None], ...]  # (briefing id, quote id)


@dataclass(frozen=True)
class ActorIncident:
    """One incident on an actor's page."""

    incident: str
    reports: tuple[tuple[str, str | None], ...]
