"""The rules, in the order in which a person would mend what they find."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from dateline.check.accusations import accusation_has_quote, perpetrator_is_established
from dateline.check.duplicates import actors_are_alike, places_are_alike, relations_agree
from dateline.check.finding import Context, Finding
from dateline.check.ids import briefing_id_tells_its_day, former_id_free, id_is_file_name, ids_stand_once
from dateline.check.incidents import event_has_one_id, id_has_one_event, id_tells_the_truth
from dateline.check.known import quote_is_used, record_is_used, reference_is_known
from dateline.check.links import anchors_exist, links_lead_somewhere
from dateline.check.names import alias_is_another_name, alias_is_free, name_is_shared, place_alias_is_free
from dateline.check.notes import notes_are_defined
from dateline.check.pages import page_has_its_own_name
from dateline.check.quotes import quote_can_be_verified, quote_in_seed, quote_is_unique
from dateline.check.review import withdrawal_has_reason
from dateline.check.seeds import seed_exists, seed_is_recorded, seed_unchanged
from dateline.check.text import (
    html_is_not_written,
    images_are_here,
    images_have_words,
    text_is_visible,
    text_runs_one_way,
)
from dateline.kept import KeptParts
from dateline.model import Corpus, Problem
from dateline.model.problem import Severity
from dateline.vocabulary import Vocabulary


@dataclass(frozen=True)
class Rule:
    """One thing that must hold. `find` yields a finding for each place where it does not."""

    name: str
    severity: Severity
    find: Callable[[Context], Iterable[Finding]]

    @property
    def summary(self) -> str:
        """What must hold, in one sentence."""
        return str(self.find.__doc__).strip().split("\n")[0]


RULES: tuple[Rule, ...] = (
    Rule("id-is-file-name", "error", id_is_file_name),
    Rule("briefing-id", "warning", briefing_id_tells_its_day),
    Rule("duplicate-id", "error", ids_stand_once),
    Rule("page-name", "error", page_has_its_own_name),
    Rule("former-id", "error", former_id_free),
    Rule("unknown-id", "error", reference_is_known),
    Rule("seed-missing", "error", seed_exists),
    Rule("seed-changed", "error", seed_unchanged),
    Rule("seed-unrecorded", "warning", seed_is_recorded),
    Rule("quote-not-in-seed", "error", quote_in_seed),
    Rule("quote-ambiguous", "warning", quote_is_unique),
    Rule("quote-unverified", "warning", quote_can_be_verified),
    Rule("duplicate-alias", "error", alias_is_another_name),
    Rule("alias-is-a-name", "warning", alias_is_free),
    Rule("alias-is-a-place", "warning", place_alias_is_free),
    Rule("shared-name", "warning", name_is_shared),
    Rule("near-duplicate", "warning", actors_are_alike),
    Rule("near-duplicate-place", "warning", places_are_alike),
    Rule("contradictory-relation", "error", relations_agree),
    Rule("perpetrator-unproven", "error", perpetrator_is_established),
    Rule("accusation-unquoted", "error", accusation_has_quote),
    Rule("incident-twice", "warning", event_has_one_id),
    Rule("incident-mixed", "warning", id_has_one_event),
    Rule("incident-id", "warning", id_tells_the_truth),
    Rule("bidi-control", "error", text_runs_one_way),
    Rule("invisible-character", "warning", text_is_visible),
    Rule("raw-html", "warning", html_is_not_written),
    Rule("remote-image", "error", images_are_here),
    Rule("image-without-text", "warning", images_have_words),
    Rule("dead-link", "error", links_lead_somewhere),
    Rule("dead-anchor", "warning", anchors_exist),
    Rule("note-undefined", "error", notes_are_defined),
    Rule("withdrawal-reason", "error", withdrawal_has_reason),
    Rule("unused-quote", "warning", quote_is_used),
    Rule("unused-record", "warning", record_is_used),
)


def check_corpus(
    corpus: Corpus,
    vocabulary: Vocabulary,
    *,
    severities: Collection[Severity] = ("error", "warning"),
    kept: KeptParts | None = None,
) -> tuple[Problem, ...]:
    """All problems of a corpus that are of these severities, by file and line.

    kept: what an earlier check found in records that are still the same; it comes to hold what this one finds
    """
    context = Context(corpus, vocabulary, kept or KeptParts())
    rules = (rule for rule in RULES if rule.severity in severities)
    return tuple(sorted(problem for rule in rules for problem in _problems(rule, context)))


def _problems(rule: Rule, context: Context) -> Iterator[Problem]:
    for finding in rule.find(context):
        yield Problem(finding.path, finding.line, rule.name, finding.message, rule.severity)
