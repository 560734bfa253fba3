"""Each value of an incident is explained by the sentence that tells it and by what joined that to the incident."""

from pathlib import Path

from casefiles import read_cases

from dateline.draft.explain import Explained, explain
from dateline.facts import Extractor, Registry, verified
from dateline.model import Seed

CASES = Path(__file__).parent / "cases"
VALUES = ("type", "date", "place", "fatalities", "injured", "participants")
# Rules that tell by themselves why a value of no sentence of the incident is the incident's.
ALONE = ("whereabouts: what the report is about", "one of those told together")


def explained(text: str, extract: Extractor) -> list[Explained]:
    seed = Seed("seeds/case.txt", "0" * 64, text, "txt", published="2024-01-04")
    return list(explain(verified(extract(seed, Registry()), text), seed))


def values(rows: list[Explained]) -> list[Explained]:
    return [row for row in rows if row.path.startswith("incidents[") and row.path.partition(".")[2].startswith(VALUES)]


def test_each_value_has_its_own_sentence_and_what_joined_it(extract: Extractor) -> None:
    text = (
        "A bomb exploded in a market in Kano. Nine people were killed. Eleven others were wounded. "
        "The attack took place on Tuesday. The Orvin Front said it had planted the bomb."
    )
    told = {row.path.partition(".")[2]: (row.value, row.tie, row.quote) for row in values(explained(text, extract))}
    goes_on, admitted = "goes on from the sentence before", "The Orvin Front said it had planted the bomb."
    assert told == {
        "type": ("bombing", goes_on, admitted),
        "date": ("2024-01-02", "names it again", "The attack took place on Tuesday."),
        "place": ("Kano", "its own words", "A bomb exploded in a market in Kano."),
        "fatalities": ("9", goes_on, "Nine people were killed."),
        "injured": ("11", goes_on, "Eleven others were wounded."),
        "participants[0]": ("Orvin Front: perpetrator", goes_on, admitted),
    }


def test_the_rule_that_read_a_value_stands_beside_what_joined_its_sentence(extract: Extractor) -> None:
    text = "A bomb exploded in Kano. The attack took place on Tuesday."
    told = next(row for row in explained(text, extract) if row.path.endswith(".date"))
    assert (told.origin, told.tie) == ("days: in the clause that the deed belongs to", "names it again")


def test_a_number_that_comes_on_top_is_shown_with_its_sentence(extract: Extractor) -> None:
    text = "Gunmen shot dead four farmers in Kano on Monday. Two guards were also killed."
    dead = [row for row in explained(text, extract) if row.path.endswith(".fatalities")]
    assert [(row.value, row.origin, row.quote) for row in dead] == [
        ("6", "casualties: shoot", "Gunmen shot dead four farmers in Kano on Monday."),
        ("6", "casualties: kill; on top of those before", "Two guards were also killed."),
    ]


def test_who_takes_part_by_a_claim_alone_is_shown(extract: Extractor) -> None:
    text = "A bomb killed four guards in Kano on Monday. Police blamed the Orvin Liberation Front for the attack."
    parts = [row for row in explained(text, extract) if ".participants" in row.path]
    assert [(row.value, row.origin, row.tie) for row in parts] == [
        ("Orvin Liberation Front: alleged-perpetrator", "claims: blame", "names it again")
    ]


def test_no_value_is_without_words_and_what_joined_them(extract: Extractor) -> None:
    texts = [text for name in ("incidents", "evidence") for _, text, _ in read_cases(CASES / f"{name}.txt")]
    rows = [row for text in texts for row in values(explained(text, extract))]
    assert len(rows) > len(texts)
    assert [row for row in rows if not row.line or not (row.tie or row.origin.endswith(ALONE))] == []
