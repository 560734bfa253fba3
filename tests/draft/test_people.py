"""Persons of one name: what reports say of them makes them one or two."""

import pytest

from dateline.draft.one import draft_one
from dateline.facts import Extractor, Registry
from dateline.facts.people import contradict, described, form_of_name, is_surname_alone, mentions_of
from dateline.model import Seed

COUNTRIES = {"Norway": "NO", "Norwegian": "NO", "Estonia": "EE", "Leeds": "GB", "Cork": "IE", "Canada": "CA"}


def _drafts(texts: list[str], extract: Extractor) -> tuple[list[list[str]], list[str]]:
    """Ids of the persons of each report, drafted in turn, and the warnings."""
    registry, ids, remarks = Registry(), [], []
    for number, text in enumerate(texts):
        seed = Seed(
            f"seeds/{number}.txt", "0" * 64, text, "txt", title=f"Report {number}", published=f"2024-01-0{number + 1}"
        )
        draft = draft_one(seed, registry, extract)
        registry = registry.with_drafted(draft.briefing, draft.actors, draft.locations, text=text)
        ids.append([key for key in draft.briefing.actors if registry.actors[key].kind == "person"])
        remarks += [remark.rule for remark in draft.remarks]
    return ids, remarks


BAKER = "John Tavrel, a baker of Leeds, was arrested in Leeds on Tuesday. Tavrel said nothing."
MINISTER = "John Tavrel, the prime minister of Norway, opened a school in Oslo on Tuesday. Tavrel was glad."


def test_a_baker_is_no_prime_minister(extract: Extractor) -> None:
    ids, remarks = _drafts(
        [BAKER, MINISTER, "On Monday the Norwegian prime minister, John Tavrel, left. He wept."], extract
    )
    assert ids == [["john-tavrel"], ["john-tavrel-prime-minister"], ["john-tavrel-prime-minister"]]
    assert remarks == ["draft-namesake"]


def test_a_namesake_says_who_else_it_may_be(extract: Extractor) -> None:
    registry = Registry()
    for number, text in enumerate([BAKER, MINISTER]):
        seed = Seed(f"seeds/{number}.txt", "0" * 64, text, "txt", published="2024-01-04")
        draft = draft_one(seed, registry, extract)
        registry = registry.with_drafted(draft.briefing, draft.actors, draft.locations, text=text)
    (maybe,) = registry.actors["john-tavrel-prime-minister"].maybe_same_as
    assert maybe.actor == "john-tavrel"
    assert maybe.basis == "the same name; told of the one: baker (Leeds); of the other: prime minister (Norway)"


def test_a_surname_alone_joins_who_holds_the_same_office(extract: Extractor) -> None:
    told = "The US president, Daniel Tramp, left on Monday. Tramp was hopeful."
    ids, _ = _drafts([told, "President Tramp spoke on Monday. Tramp was glad."], extract)
    assert ids == [["daniel-tramp"], ["daniel-tramp"]]


def test_a_surname_alone_joins_nobody_else(extract: Extractor) -> None:
    told = "Daniel Tramp, a nurse from Leeds, left on Monday. Tramp was hopeful."
    ids, _ = _drafts([told, "President Tramp spoke on Monday. Tramp was glad."], extract)
    assert ids == [["daniel-tramp"], ["tramp"]]


def test_accents_make_no_other_person(extract: Extractor) -> None:
    ids, _ = _drafts(
        ["Reçep Taymaz Erdolan, the Turkish president, spoke on Monday.", "Recep Taymaz Erdolan left on Monday."],
        extract,
    )
    assert ids[0] == ids[1] != []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("N, a baker of Leeds, left.", "N, the prime minister of Norway, left.", True),
        ("Canada's ambassador to Kenya, N, left.", "N, the finance minister of Estonia, left.", True),
        ("N, 19, left.", "N, 71, a lawyer, left.", True),
        ("N, a baker of Leeds, left.", "N, a fisherman of Cork, left.", True),
        ("N, a former baker of Leeds, left.", "N, the prime minister of Norway, left.", False),
        ("N, a baker of Leeds, left.", "N, a baker of Cork, left.", False),
        ("N, 33, left.", "N, 34, left.", False),
        ("N, the Norwegian finance minister, left.", "N, the Norwegian prime minister, left.", False),
        ("N, a lawyer from Leeds, left.", "The singer N left.", False),
        ("N, the prime minister of Norway, left.", "N left.", False),
        ("The suspect, N, left.", "N, the prime minister of Norway, left.", False),
    ],
)
def test_what_contradicts_what(one: str, other: str, *, expected: bool) -> None:
    told = [described(text, mentions_of("N", text), 2024) for text in (one, other)]
    assert contradict(told[0], told[1], COUNTRIES.get) is expected
    assert contradict(told[1], told[0], COUNTRIES.get) is expected


def test_the_form_of_a_name() -> None:
    assert form_of_name("Reçep W. Erdoğan-O’Neil") == "recep w erdogan oneil"
    assert [is_surname_alone(name) for name in ("Tarvel", "De Tarvel", "al-Tarvel", "Ann Tarvel")] == [True] * 3 + [
        False
    ]


def test_a_surname_alone_is_not_found_where_the_project_knows_its_bearer(extract: Extractor) -> None:
    """Whether he is meant is not told; no second record of him is made either."""
    told = "Daniel Tramp, the US president, left on Monday. Tramp was hopeful."
    ids, _ = _drafts([told, "Talks began in Oslo on Monday. The Tramp campaign said nothing."], extract)
    assert ids == [["daniel-tramp"], []]


def test_a_country_has_one_military(extract: Extractor) -> None:
    registry, ids = Registry(), []
    for number, text in enumerate(["The Kenyan army left.", "Kenya's military left.", "The Kenyan navy left."]):
        seed = Seed(f"seeds/{number}.txt", "0" * 64, text, "txt", published="2024-01-04")
        draft = draft_one(seed, registry, extract)
        registry = registry.with_drafted(draft.briefing, draft.actors, draft.locations, text=text)
        ids += draft.briefing.actors
    assert ids == ["kenyan-army", "kenyan-army", "kenyan-navy"]
