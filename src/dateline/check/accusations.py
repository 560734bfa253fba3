"""Accusations: nobody is called a perpetrator on somebody else's word, and no accusation is without its words."""

from collections.abc import Iterator

from dateline.check.finding import Context, Finding
from dateline.facts.judge import ACCUSED_ROLES, PERPETRATOR, is_court, statement_of


def perpetrator_is_established(context: Context) -> Iterator[Finding]:
    """A perpetrator has said so itself, or a court has; anybody else is an alleged perpetrator."""
    established = set(_established(context))
    for record in context.corpus.briefings.values():
        for number, report in enumerate(record.data.incidents):
            for index, part in enumerate(report.participants):
                if part.role != PERPETRATOR or (report.id, part.actor) in established:
                    continue
                if part.actor in context.corpus.actors and context.corpus.actors[part.actor].data.kind == "civilians":
                    continue
                message = (
                    f"'{part.actor}' must have said so itself, or a court, to be a perpetrator; use the role "
                    f"alleged-perpetrator, or add the claim of {part.actor} or the court"
                )
                yield Finding(record.path, record.line("incidents", number, "participants", index, "role"), message)


def _established(context: Context) -> Iterator[tuple[str, str]]:
    """(incident, actor) of each admission and each court's finding."""
    for record in context.corpus.briefings.values():
        types = {source.id: source.type for source in record.data.sources}
        for claim in record.data.claims:
            subject, statement = claim.about.actor, statement_of(claim)
            if not (claim.incident and subject and statement.accuses and statement.role == PERPETRATOR):
                continue
            profile = context.corpus.actors.get(claim.claimant.actor or "")
            groups = (*profile.data.member_of, *profile.data.part_of) if profile else ()
            if statement.admits(groups) or is_court(claim.claimant, profile.data if profile else None, types):
                yield claim.incident, subject


def accusation_has_quote(context: Context) -> Iterator[Finding]:
    """Who is called a perpetrator, by the record or by a claimant, is so in words that anybody can read."""
    for record in context.corpus.briefings.values():
        for number, report in enumerate(record.data.incidents):
            for index, part in enumerate(report.participants):
                if part.role in ACCUSED_ROLES and not part.quote:
                    keys = ("incidents", number, "participants", index)
                    message = f"the accusation of '{part.actor}' must have a quote; {_advice(part.role)}"
                    yield Finding(record.path, record.line(*keys), message)
        for number, claim in enumerate(record.data.claims):
            about = claim.about
            if statement_of(claim).accuses_record and not claim.quote:
                message = f"the accusation of '{about.actor}' must have a quote; {_advice(about.role or PERPETRATOR)}"
                yield Finding(record.path, record.line("claims", number), message)


def _advice(role: str) -> str:
    return f"add the source's words under quotes and name them as quote, or remove the {role}"
