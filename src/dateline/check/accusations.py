"""Accusations: nobody is called a perpetrator on somebody else's word, and no accusation is without its words."""

import re
from collections.abc import Iterator, Sequence

from dateline.check.finding import Context, Finding
from dateline.check.spelling import load_words
from dateline.model import Briefing, Claim, Record
from dateline.model.names import all_names

_ACCUSED = ("perpetrator", "alleged-perpetrator")
_SAYS_SO = ("asserts", "reports")


def perpetrator_is_established(context: Context) -> Iterator[Finding]:
    """A perpetrator has said so itself, or a court has; anybody else is an alleged perpetrator."""
    established = set(_established(context))
    for record in context.corpus.briefings.values():
        for number, report in enumerate(record.data.incidents):
            for index, part in enumerate(report.participants):
                if part.role != "perpetrator" or (report.id, part.actor) in established:
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
        for claim in record.data.claims:
            about = claim.about
            blames = claim.stance in _SAYS_SO and about.role == "perpetrator"
            if not (blames and about.actor and claim.incident):
                continue
            if _is_own(context, claim, about.actor) or _is_court(context, record, claim):
                yield claim.incident, about.actor


def _is_own(context: Context, claim: Claim, actor: str) -> bool:
    """The actor itself speaks, or one of its members or parts does."""
    speaker = claim.claimant.actor
    if not speaker or claim.stance != "asserts":
        return False
    profile = context.corpus.actors.get(speaker)
    return speaker == actor or bool(profile and actor in (*profile.data.member_of, *profile.data.part_of))


def _is_court(context: Context, record: Record[Briefing], claim: Claim) -> bool:
    courts = load_words("courts.yaml")
    if claim.claimant.source:
        types = {source.id: source.type for source in record.data.sources}
        return types.get(claim.claimant.source) in courts["source_types"]
    profile = context.corpus.actors.get(claim.claimant.actor or "")
    if profile is None:
        return _has_word(claim.claimant.name, [*courts["bodies"], *courts["people"]])
    if profile.data.kind == "person":
        return _has_word(" ".join([*all_names(profile.data), profile.data.description]), courts["people"])
    return _has_word(profile.data.name, courts["bodies"])


def _has_word(text: str, words: Sequence[str]) -> bool:
    return not set(words).isdisjoint(re.findall(r"\w+", text.lower()))


def accusation_has_quote(context: Context) -> Iterator[Finding]:
    """Who is called a perpetrator, by the record or by a claimant, is so in words that anybody can read."""
    for record in context.corpus.briefings.values():
        for number, report in enumerate(record.data.incidents):
            for index, part in enumerate(report.participants):
                if part.role in _ACCUSED and not part.quote:
                    keys = ("incidents", number, "participants", index)
                    message = f"the accusation of '{part.actor}' must have a quote; {_advice(part.role)}"
                    yield Finding(record.path, record.line(*keys), message)
        for number, claim in enumerate(record.data.claims):
            about = claim.about
            if about.actor and about.role in _ACCUSED and claim.stance in _SAYS_SO and not claim.quote:
                message = f"the accusation of '{about.actor}' must have a quote; {_advice(about.role)}"
                yield Finding(record.path, record.line("claims", number), message)


def _advice(role: str) -> str:
    return f"add the source's words under quotes and name them as quote, or remove the {role}"
