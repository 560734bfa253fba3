"""What a draft shows first: standfirst, key points, place, and the rows of who says what."""

import pytest

from dateline.draft.one import draft_one
from dateline.facts import Extractor, Registry
from dateline.model import Briefing, Seed

TABLE = "Shr 26 cts vs 11 cts Net 870 vs 360 Revs 988 mln vs 674 mln Year 3 dlrs vs 1 dlr Avg 74 vs 71."
LONG = (
    "The minister said that the new bridge over the river near the old harbour would be opened by the mayor of the "
    "town and by guests of three countries on the day of the spring market in the presence of schools and choirs"
)


def briefing(text: str, extract: Extractor, title: str = "") -> Briefing:
    seed = Seed("seeds/a.txt", "0" * 64, text, "txt", published="2024-01-04", title=title)
    return draft_one(seed, Registry(), extract).briefing


def test_the_standfirst_is_no_sentence_that_the_title_repeats(extract: Extractor) -> None:
    first, second = "The port of Arlen was closed on Monday.", "Ships wait outside the harbour for a berth."
    text = f"{first} {second}"
    untitled, titled = briefing(text, extract), briefing(text, extract, "A port is shut")
    assert untitled.title == first.rstrip(".")
    assert untitled.standfirst is not None
    assert untitled.standfirst.text == second
    assert titled.standfirst is not None
    assert titled.standfirst.text == first


def test_the_standfirst_adds_to_a_title_that_says_nearly_the_same(extract: Extractor) -> None:
    first = "A fire has closed the old harbour of Arlen, according to the mayor of the town."
    more = "Nine ships from three countries wait outside for a berth, and two have no fuel left."
    found = briefing(f"{first} Nobody was there. {more}", extract, "Fire has closed old harbour of Arlen, mayor says")
    assert found.standfirst is not None
    assert found.standfirst.text == more


def test_the_standfirst_takes_no_side_in_a_dispute(extract: Extractor) -> None:
    """The report's own voice names one doer, and another is blamed later: neither stands above the report."""
    title = "Air strike on depot in Arlen has killed commander of port guards"
    first = "An air strike on a depot in Arlen has killed a commander of the port guards."
    blame = "The strike was carried out by the Sudanese army."
    neutral = "Firefighters from three neighbouring towns needed nine hours to bring the burning depot under control."
    other = "The mayor of Arlen, Rosa Lind, said that the Ethiopian army was responsible for the strike."
    disputed = briefing(f"{first} {blame} {neutral} {other}", extract, title)
    agreed = briefing(f"{first} {blame}", extract, title)
    assert disputed.standfirst is not None
    assert disputed.standfirst.text == neutral
    assert agreed.standfirst is not None
    assert agreed.standfirst.text == blame


def test_a_word_above_a_report_is_no_title(extract: Extractor) -> None:
    assert briefing("harbour\n\nThe port of Arlen was closed on Monday.", extract).title.startswith("The port")


def test_a_table_is_neither_standfirst_nor_key_point(extract: Extractor) -> None:
    found = briefing(TABLE, extract, "Third quarter")
    assert (found.standfirst, found.key_points) == (None, ())


def test_key_points_stand_alone_where_there_are_enough(extract: Extractor) -> None:
    alone = [f"The {name} bridge was opened for lorries and buses." for name in ("north", "south", "east", "west")]
    found = briefing(" ".join([alone[0], "It had been shut for a very long time.", *alone[1:]]), extract, "Bridges")
    assert [point.text for point in found.key_points] == alone[1:]


def test_a_saying_that_says_nothing_is_no_claim(extract: Extractor) -> None:
    assert briefing("Paper said: it said.", extract).claims == ()


@pytest.mark.parametrize(
    ("end", "last"), [(" and bands playing in the streets at night.", " …"), (", but not before June.", "June")]
)
def test_a_long_saying_is_cut_only_where_nothing_turns_it(end: str, last: str, extract: Extractor) -> None:
    (claim,) = briefing(LONG + end, extract).claims
    assert claim.about.text.endswith(last)


def test_only_a_dateline_or_the_news_tells_where_a_report_comes_from(extract: Extractor) -> None:
    assert briefing("The company sold its oldest ship in Hamburg.", extract).location is None
    assert briefing("HAMBURG, Jan 4 - The company sold its oldest ship.", extract).location == "hamburg"
    assert briefing("A bomb killed two guards in Hamburg on Tuesday, police said.", extract).location == "hamburg"


def test_the_standfirst_is_not_the_sentence_that_the_title_was_made_of(extract: Extractor) -> None:
    first = (
        "A clerk of the harbour office of Arlen was sent on Wednesday for trial at the high court of the province, "
        "accused of passing lists of cargo to smugglers who are believed to have paid him for years, officials said."
    )
    more = "Edvin Lorn, who had kept the books of the port since spring, was charged under the customs act."
    found = briefing(f"{first} {more}", extract)
    # The first sentence has no clause that is short enough and whole.
    assert found.title == more.removesuffix(".")
    assert found.standfirst is not None
    assert found.standfirst.text == first


def test_a_byline_is_no_title(extract: Extractor) -> None:
    for line in ("By Rosa Lind", "by Rosa Lind, Corvale"):
        assert briefing(f"{line}\n\nThe port of Arlen was closed on Monday.", extract).title.startswith("The port")


def test_a_first_sentence_that_tells_an_incident_is_the_standfirst(extract: Extractor) -> None:
    first = "One guard was killed by gunfire in Arlen on Tuesday, the army said."
    other = "Two more guards were killed in Corvale when a roadside bomb struck their lorry, and six were wounded."
    found = briefing(f"{first} {other}", extract, "Guard killed in Arlen")
    assert found.standfirst is not None
    assert found.standfirst.text == first


def test_a_time_does_not_end_a_key_point(extract: Extractor) -> None:
    text = "Two guards of the port were hurt at 11:30 p.m. (0830 GMT) on Tuesday. She ran a mile in 4:53. 63 at Arlen."
    found = briefing(text, extract, "Arlen")
    told = [found.standfirst.text if found.standfirst else "", *(point.text for point in found.key_points)]
    assert not any(one.endswith(("p.m.", "4:53.")) for one in told)


def test_a_standfirst_does_not_begin_with_but(extract: Extractor) -> None:
    first = "A fire has closed the old harbour of Arlen, according to the mayor of the town."
    tied = "But nine ships from three countries wait outside for a berth, and two of them have no fuel left."
    alone = "The fire service of the province sent four engines."
    found = briefing(f"{first} {tied} {alone}", extract, "Fire has closed old harbour of Arlen, mayor says")
    assert found.standfirst is not None
    assert found.standfirst.text == alone


def test_a_plan_is_no_voice_and_a_paper_is(extract: Extractor) -> None:
    news = "Troops of the Arlen garrison crossed the river on Monday."
    plan = "According to the plan, the last barracks will be empty by June."
    paper = "According to a police memo, two bridges were closed by mistake."
    found = briefing(f"{news} {plan} {paper}", extract)
    assert [claim.claimant.name for claim in found.claims if claim.about.text] == ["police memo"]
