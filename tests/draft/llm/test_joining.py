"""A model beside the rules: it fills gaps and says it; what contradicts the rules is said and written nowhere."""

from dataclasses import replace

from draft.llm.report import TEXT

from dateline.extract.llm.joining import joined
from dateline.facts import (
    Evidence,
    Extraction,
    FoundActor,
    FoundAlias,
    FoundClaim,
    FoundCount,
    FoundIncident,
    FoundPart,
    FoundPlace,
    Span,
    verified,
)
from dateline.model import Count


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


BOMB = span("A car bomb near a market in Kabul killed three people")
FRONT = FoundActor("Red Lantern Front", "rebel-group", (span("Red Lantern Front"),))
GUARD = FoundActor("Valley Guard", "rebel-group", (span("Valley Guard"),))
KABUL = FoundPlace("Kabul", "town", (span("Kabul"),), precision="near", geonames=1)
THREE, FOUR = FoundCount(Count(low=3), BOMB), FoundCount(Count(low=4), BOMB)
INCIDENT = FoundIncident("bombing", BOMB, origin="rule")
RULES = Extraction("rules 1", "small", actors=(FRONT,), places=(KABUL,), incidents=(INCIDENT,))
FOUND = Extraction(
    "llm 1",
    "tiny",
    actors=(replace(GUARD, origin="llm: tiny"), replace(FRONT, origin="llm: tiny")),
    places=(replace(KABUL, origin="llm: tiny"),),
    incidents=(
        FoundIncident(
            "bombing", BOMB, "2024-01-02", 0, "near", THREE, None, (FoundPart(0, "target", BOMB),), "llm: tiny"
        ),
    ),
)


def test_gaps_are_filled_and_the_record_names_both() -> None:
    both = joined(RULES, FOUND, TEXT)
    assert (both.extractor, both.model) == ("rules 1 + llm 1", "small + tiny")
    assert [(actor.name, actor.origin) for actor in both.actors] == [
        ("Red Lantern Front", ""),
        ("Valley Guard", "llm: tiny"),
    ]
    (incident,) = both.incidents
    assert (incident.date, incident.place, incident.precision, incident.fatalities) == ("2024-01-02", 0, "near", THREE)
    assert incident.parts == (FoundPart(1, "target", BOMB),)
    assert incident.origin == "rule; date by llm: tiny; place by llm: tiny"
    assert both.suggestions == ()
    assert verified(both, TEXT) == both


def test_the_quote_of_a_value_comes_with_it_and_no_other() -> None:
    day, told = span("on Tuesday"), Evidence("sentence", BOMB, "quoted for it")
    evidence = (Evidence("date", day, "llm"), Evidence("place", BOMB, "llm"), replace(told, span=day), told)
    found = replace(FOUND.incidents[0], fatalities=None, parts=(), evidence=evidence)
    known = replace(INCIDENT, place=0, evidence=(Evidence("place", BOMB, "rule"),))
    (incident,) = joined(replace(RULES, incidents=(known,)), replace(FOUND, incidents=(found,)), TEXT).incidents
    assert incident.evidence == (*known.evidence, evidence[0], evidence[2])


def test_nothing_of_the_rules_is_changed_by_what_contradicts_them() -> None:
    mine = replace(
        INCIDENT, date="2024-01-01", place=0, fatalities=FOUR, parts=(FoundPart(0, "alleged-perpetrator", BOMB),)
    )
    rules = replace(RULES, incidents=(mine,))
    other = replace(
        FOUND.incidents[0],
        place=1,
        parts=(FoundPart(1, "victim", BOMB), FoundPart(0, "alleged-perpetrator", BOMB)),
    )
    market = FoundPlace("market", "facility", (span("market"),))
    both = joined(rules, replace(FOUND, places=(*FOUND.places, market), incidents=(other,)), TEXT)
    assert both.incidents == (mine,)
    said = [suggestion.message for suggestion in both.suggestions]
    for words in (
        "the date 2024-01-02 where the rules have 2024-01-01",
        "the place market where the rules have Kabul",
        "fatalities 3 where the rules have 4",
        "'Red Lantern Front' as victim where the rules have alleged-perpetrator",
        "'Valley Guard' as alleged-perpetrator where the rules name Red Lantern Front",
    ):
        assert any(message.startswith(f"{words}: “") for message in said), words
    assert len(said) == 5


def test_a_name_on_words_that_the_rules_read_otherwise_is_only_said() -> None:
    lantern = FoundActor("Lantern Front claimed", "group", (span("Lantern Front claimed"),))
    guard = FoundPlace("Valley", "town", (Span(GUARD.mentions[0].start, GUARD.mentions[0].start + 6),))
    both = joined(replace(RULES, actors=(FRONT, GUARD)), Extraction("llm 1", actors=(lantern,), places=(guard,)), TEXT)
    assert (both.actors, both.places) == ((FRONT, GUARD), (KABUL,))
    assert len(both.suggestions) == 2


def test_an_actor_known_by_another_name_is_one_actor() -> None:
    known = replace(FRONT, aliases=(FoundAlias("The Front", "short", FRONT.mentions[0]),))
    both = joined(replace(RULES, actors=(known,)), Extraction("llm 1", actors=(replace(GUARD, name="Front"),)), TEXT)
    assert both.actors == (known,)


def test_an_incident_of_its_own_comes_last() -> None:
    shot = FoundIncident("talks", span("police said"), origin="llm: tiny")
    both = joined(RULES, Extraction("llm 1", incidents=(shot,)), TEXT)
    assert both.incidents == (INCIDENT, shot)


def test_a_voice_is_not_made_to_say_two_things() -> None:
    denial = FoundClaim(span("The Valley Guard denied any role"), "denies", 1, 0, 1, "perpetrator")
    rules = replace(RULES, actors=(FRONT, GUARD), claims=(denial,))
    claims = (
        FoundClaim(denial.span, "denies", 0, 0, 0, "perpetrator"),
        FoundClaim(denial.span, "asserts", 0, 0, 0, "perpetrator"),
        FoundClaim(BOMB, "asserts", "police", 0, fatalities=Count(low=3)),
    )
    both = joined(rules, replace(FOUND, claims=claims), TEXT)
    assert sorted(claim.stance for claim in both.claims) == ["asserts", "denies"]
    assert denial in both.claims
    assert [suggestion.message.partition(":")[0] for suggestion in both.suggestions] == [
        "a claim (asserts) where the rules have denies"
    ]


def test_the_same_findings_add_nothing() -> None:
    once = joined(RULES, FOUND, TEXT)
    twice = joined(once, FOUND, TEXT)
    assert replace(twice, extractor="", model="") == replace(once, extractor="", model="")
