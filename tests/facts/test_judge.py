"""The judge of accusations: each test fails without one of its conditions."""

import pytest

from dateline.facts import Extraction, FoundActor, FoundClaim, FoundIncident, FoundPart, Span, verified
from dateline.facts.judge import Bench, Statement, is_court, judged_claim, judged_incident, statement_of
from dateline.model import About, Actor, Claim, Claimant

SAID = Statement("asserts", "perpetrator", "front", "front")


@pytest.mark.parametrize(
    ("statement", "accuses"),
    [
        (Statement("asserts", "perpetrator", None, "front"), True),
        (Statement("reports", "alleged-perpetrator", None, "front"), True),
        (Statement("denies", "perpetrator", None, "front"), False),
        (Statement("no-comment", "perpetrator", None, "front"), False),
        (Statement("retracts", "perpetrator", None, "front"), False),
        (Statement("asserts", "victim", None, "front"), False),
        (Statement("asserts", "", None, "front"), False),
        (Statement("reports", "perpetrator", None, "front", unclear=True), False),
    ],
)
def test_who_says_so_of_a_doer_accuses(*, statement: Statement, accuses: bool) -> None:
    assert statement.accuses is accuses
    assert statement.accuses_record is accuses


def test_words_without_a_record_accuse_no_record() -> None:
    assert Statement("asserts", "perpetrator", "army", None).accuses
    assert not Statement("asserts", "perpetrator", "army", None).accuses_record


def test_a_denial_is_one_of_the_doer_s_part_alone() -> None:
    assert Statement("denies", "perpetrator", "front", "front").denies
    assert not Statement("denies", "victim", "front", "front").denies
    assert not Statement("asserts", "perpetrator", "front", "front").denies


def test_an_admission_is_a_record_s_own_word() -> None:
    assert SAID.admits()


@pytest.mark.parametrize(
    "statement",
    [
        Statement("asserts", "perpetrator", None, None),  # the report itself, of somebody in words
        Statement("asserts", "perpetrator", "front", None),
        Statement("asserts", "perpetrator", None, "front"),
        Statement("asserts", "perpetrator", "army", "front"),
        Statement("reports", "perpetrator", "front", "front"),
        Statement("denies", "perpetrator", "front", "front"),
        Statement("asserts", "alleged-perpetrator", "front", "front"),
        Statement("asserts", "victim", "front", "front"),
    ],
)
def test_anything_else_is_none(statement: Statement) -> None:
    assert not statement.admits()


def test_a_member_admits_for_its_group() -> None:
    assert Statement("asserts", "perpetrator", "spokesman", "front").admits(("front",))
    assert not Statement("asserts", "perpetrator", "spokesman", "front").admits(("army",))


def test_a_claim_of_a_briefing_and_one_of_an_extraction_are_the_same_statement() -> None:
    claim = Claim(id="c1", claimant=Claimant(actor="a"), stance="asserts", about=About(actor="b", role="perpetrator"))
    assert statement_of(claim) == Statement("asserts", "perpetrator", "a", "b")
    assert statement_of(FoundClaim(Span(0, 1), "asserts", 1, subject=2, role="perpetrator")) == Statement(
        "asserts", "perpetrator", 1, 2
    )


def test_a_claimant_in_words_is_no_record() -> None:
    claim = Claim(id="c1", claimant=Claimant(name="b"), stance="asserts", about=About(actor="b", role="perpetrator"))
    assert not statement_of(claim).admits()
    assert statement_of(FoundClaim(Span(0, 1), "asserts", "the front", subject=0)).speaker is None


@pytest.mark.parametrize(
    ("claimant", "profile", "expected"),
    [
        (Claimant(source="s1"), None, False),
        (Claimant(source="s2"), None, True),
        (Claimant(name="the court in Kut"), None, True),
        (Claimant(name="a judge"), None, True),
        (Claimant(name="the ministry"), None, False),
        (Claimant(actor="high-court"), Actor(id="high-court", name="High Court", kind="government-body"), True),
        (Claimant(actor="judge-d"), Actor(id="judge-d", name="Judge Dredd Band", kind="group"), False),
        (Claimant(actor="ana"), Actor(id="ana", name="Ana Ruiz", kind="person", description="a judge of Kut"), True),
        (Claimant(actor="ana"), Actor(id="ana", name="Ana Ruiz", kind="person", description="at court"), False),
    ],
)
def test_who_speaks_for_a_court(*, claimant: Claimant, profile: Actor | None, expected: bool) -> None:
    assert is_court(claimant, profile, {"s1": "news-report", "s2": "court-document"}) is expected


TEXT = "The Red Front claimed responsibility for the bombing. The army was blamed."
FRONT = FoundActor("Red Front", "rebel-group", (Span(4, 13),))
ARMY = FoundActor("army", "state-forces", (Span(58, 62),))
BENCH = Bench(TEXT, (FRONT, ARMY))
FIRST, SECOND = Span(0, 53), Span(54, len(TEXT))


def claim(span: Span, stance: str = "asserts", claimant: int | None = 0, subject: int = 0) -> FoundClaim:
    return FoundClaim(span, stance, claimant, 0, subject, "perpetrator")


def test_an_admission_must_stand_in_its_words() -> None:
    assert judged_claim(claim(FIRST), BENCH) == claim(FIRST)
    assert judged_claim(claim(SECOND), BENCH) is None


@pytest.mark.parametrize(
    ("words", "admits"),
    [
        ("said it had carried out the bombing.", True),
        ("announced that its fighters were behind the bombing.", True),
        ("said that it was hit by the bombing.", False),
        ("said its neighbour had carried out the bombing.", False),
        ("did not say it had carried out the bombing.", False),
    ],
)
def test_a_group_may_say_in_plain_words_that_it_did_it(words: str, *, admits: bool) -> None:
    text = f"The Red Front {words}"
    found = judged_claim(claim(Span(0, len(text))), Bench(text, (FRONT,)))
    assert (found is not None) is admits


def test_the_accused_must_be_named_in_the_words() -> None:
    assert judged_claim(claim(SECOND, claimant=0, subject=1), BENCH) == claim(SECOND, claimant=0, subject=1)
    assert judged_claim(claim(FIRST, claimant=0, subject=1), BENCH) is None


def test_whoever_denies_of_himself_need_not_be_named() -> None:
    own = claim(FIRST, stance="denies", claimant=1, subject=1)
    assert judged_claim(own, BENCH) == own
    assert judged_claim(claim(FIRST, stance="denies", claimant=0, subject=1), BENCH) is None


def test_verification_judges_whatever_an_extractor_says() -> None:
    guilty = FoundIncident("bombing", FIRST, parts=(FoundPart(1, "perpetrator", SECOND),))
    claims = (claim(FIRST), claim(FIRST, claimant=None, subject=1))
    found = verified(Extraction("mine 1", actors=(FRONT, ARMY), incidents=(guilty,), claims=claims), TEXT)
    assert found.claims == claims[:1]
    assert [part.role for part in found.incidents[0].parts] == ["alleged-perpetrator"]
    assert found.dropped == 1


def test_a_perpetrator_without_an_admission_is_an_alleged_one() -> None:
    parts = (FoundPart(0, "perpetrator", FIRST), FoundPart(1, "perpetrator", SECOND), FoundPart(1, "victim", SECOND))
    incident = FoundIncident("bombing", FIRST, parts=parts)
    roles = [part.role for part in judged_incident(0, incident, [claim(FIRST)], BENCH).parts]
    assert roles == ["perpetrator", "alleged-perpetrator", "victim"]
    denied = judged_incident(0, incident, [claim(FIRST, stance="denies")], BENCH)
    assert [part.role for part in denied.parts] == ["alleged-perpetrator", "alleged-perpetrator", "victim"]


def test_a_doer_whom_the_words_do_not_name_is_left_out() -> None:
    incident = FoundIncident("bombing", FIRST, parts=(FoundPart(1, "alleged-perpetrator", FIRST),))
    assert judged_incident(0, incident, [], BENCH).parts == ()
