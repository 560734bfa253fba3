"""A new draft comes into a person's file: their words stay, what they deleted stays deleted."""

from typing import Any

import pytest
from draft_edits import BASE, BRIEFINGS, changed, edits, remarked
from fuzzing import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.draft.merge import merge_files
from dateline.frontmatter import parse

NOW = (
    BASE.replace("q2", "q3").replace("q1", "q2").replace("low: 2, high: 2", "low: 3, high: 3")
    .replace("  - dorlen-army\n", "  - dorlen-army\n  - volt\n")
    .replace("quotes:\n", "quotes:\n  q1: {source: s1, exact: earlier words}\n")
    .replace("Second.", "Second, told anew.")
)  # fmt: skip


def _again(base: str, now: str, ours: str) -> str:
    merged = merge_files(base, now, ours)
    second = merge_files(merged.base, now, merged.text)
    assert (second.text, second.base) == (merged.text, merged.base)
    crashed = merge_files(base, now, merged.text)
    assert crashed.text == merged.text
    return merged.text


def test_nothing_new_changes_no_byte() -> None:
    ours = BASE.replace("title: A bomb in Orvin", "title:   'A bomb'   # mine")
    assert _again(BASE, BASE, ours) == ours
    assert _again(BASE, BASE, BASE) == BASE


def test_an_untouched_file_is_the_new_draft_and_known_quotes_keep_their_numbers() -> None:
    data = parse(_again(BASE, NOW, BASE)).data
    assert data["incidents"][0]["fatalities"] == {"low": "3", "high": "3"}
    assert data["quotes"]["q1"]["exact"] == "a bomb fell"
    assert data["quotes"]["q3"]["exact"] == "earlier words"


def test_new_findings_come_in_beside_edits_and_comments() -> None:
    ours = (
        BASE.replace("A bomb in Orvin", "Mine  # why")
        .replace("- orvin-front", "- orvin-front # ours")
        .replace("Third.", "Third, by me.")
    )
    text = _again(BASE, NOW, ours)
    assert "title: Mine  # why\n" in text
    assert "  - orvin-front # ours\n  - dorlen-army\n  - volt\n" in text
    assert "fatalities: {low: 3, high: 3}" in text
    assert text.endswith("Third, by me.\n")


def test_the_deleted_stays_deleted() -> None:
    ours = BASE.replace("  - dorlen-army\n", "").replace(BASE[BASE.index("claims:") : BASE.index("quotes:")], "")
    data = parse(_again(BASE, NOW, ours)).data
    assert data["actors"] == ["orvin-front", "volt"]
    assert "claims" not in data


def test_a_clash_keeps_the_persons_value_and_is_told() -> None:
    ours = BASE.replace("low: 2, high: 2", "low: 9, high: 9").replace("Second.", "Second, mine.")
    merged = merge_files(BASE, NOW, ours)
    assert "fatalities: {low: 9, high: 9}" in merged.text
    assert "Second, mine." in merged.text
    assert [one.where for one in merged.suggestions] == ["incidents[i1].fatalities", "text"]


def test_a_claim_that_the_machine_changes_keeps_its_id() -> None:
    now = BASE.replace("asserts", "denies")
    assert parse(_again(BASE, now, BASE)).data["claims"][0]["id"] == "c1"
    ours = BASE.replace("stance: asserts", "stance: reports")
    assert parse(_again(BASE, now, ours)).data["claims"] == parse(ours).data["claims"]
    gone = BASE.replace(BASE[BASE.index("claims:") : BASE.index("quotes:")], "")
    assert "claims" not in parse(_again(BASE, now, gone)).data


def _claims(*abouts: str) -> str:
    at, end = BASE.index("claims:"), BASE.index("quotes:")
    claims = [
        f"  - {{id: c{number}, claimant: {{name: police}}, stance: asserts, about: {about}, quote: q2}}\n"
        for number, about in enumerate(abouts, 1)
    ]
    return BASE[:at] + "claims:\n" + "".join(claims) + BASE[end:]


@pytest.mark.parametrize(
    ("then", "now", "ids"),
    [
        (("{fatalities: 2}", "{injured: 3}"), ("{fatalities: 4}", "{injured: 5}"), ["c1", "c2"]),
        (("{fatalities: 2}", "{injured: 3}"), ("{injured: 5}", "{fatalities: 4}"), ["c2", "c1"]),
        (("one text", "another"), ("a third", "a fourth"), ["c1", "c2"]),
        (("one text", "another"), ("a third", "a fourth", "a fifth"), ["c1", "c2", "c3"]),
        (("one text", "another", "a third"), ("a fourth", "a fifth"), ["c1", "c2"]),
    ],
)
def test_changed_claims_of_one_claimant_in_the_same_words_keep_their_ids(
    then: tuple[str, ...], now: tuple[str, ...], ids: list[str]
) -> None:
    claims = parse(_again(_claims(*then), _claims(*now), _claims(*then))).data["claims"]
    assert [claim["id"] for claim in claims] == ids
    assert [claim["about"] for claim in claims] == [claim["about"] for claim in parse(_claims(*now)).data["claims"]]


def test_incidents_in_the_same_words_keep_their_ids_by_what_they_share() -> None:
    at, end = BASE.index("incidents:"), BASE.index("claims:")
    told = "incidents:\n" + "".join(
        f"  - {{id: DAY-{place}-bombing, type: bombing, date: DAY, location: {place}, quote: q1}}\n"
        for place in ("orvin", "dorlen")
    )
    base = BASE[:at] + told.replace("DAY", "2031-01-01") + BASE[end:]
    now = BASE[:at] + told.replace("DAY", "2031-01-02") + BASE[end:]
    incidents = parse(_again(base, now, base)).data["incidents"]
    assert [one["id"] for one in incidents] == ["2031-01-01-orvin-bombing", "2031-01-01-dorlen-bombing"]
    assert {one["date"] for one in incidents} == {"2031-01-02"}


def test_an_incident_of_another_type_keeps_its_id() -> None:
    now = BASE.replace("id: i1", "id: i2").replace("type: bombing", "type: air-strike")
    incidents = parse(_again(BASE, now, BASE)).data["incidents"]
    assert [(one["id"], one["type"]) for one in incidents] == [("i1", "air-strike")]


def test_an_edited_role_has_no_other_beside_it() -> None:
    ours = BASE.replace("role: target", "role: victim")
    now = BASE.replace("role: target", "role: alleged-perpetrator")
    parts = parse(_again(BASE, now, ours)).data["incidents"][0]["participants"]
    assert [one["role"] for one in parts] == ["victim"]


def test_an_edited_key_point_whose_quote_grew_has_no_other_beside_it() -> None:
    base = BASE.replace("actors:\n", "key_points:\n  - {text: A bomb fell., quote: q1}\nactors:\n")
    now = base.replace("exact: a bomb fell", "exact: a bomb fell at night")
    ours = base.replace("text: A bomb fell.", "text: Mine.")
    points = parse(_again(base, now, ours)).data["key_points"]
    assert [one["text"] for one in points] == ["Mine."]


@settings(max_examples=examples(100))
@given(
    base=st.sampled_from(BRIEFINGS),
    human=edits,
    machine=edits,
    news=st.sampled_from(["clash", "other"]),
    remark=st.integers(0, 200),
)
def test_whatever_changes_a_persons_words_and_deletions_stay(
    base: str, human: list[tuple[int, str]], machine: list[tuple[int, str]], news: str, remark: int
) -> None:
    """In a clash the new draft says something else at the very places that the person changed."""
    now, _, _ = changed(base, [*human, *machine] if news == "clash" else machine, "drafted")
    ours, _, deleted = changed(base, human, "byhand")
    ours = remarked(ours, remark)
    text = _again(base, now, ours)
    assert _words_of(parse(ours), "byhand") <= _words_of(parse(text), "byhand")
    assert text.count("# my own remark\n") == 1
    assert not {one for one in deleted if one not in parse(ours).data.get("actors", [])} & set(
        parse(text).data.get("actors", [])
    )


@settings(max_examples=examples(50))
@given(base=st.sampled_from(BRIEFINGS), machine=edits)
def test_without_a_persons_edits_the_result_is_the_new_draft(base: str, machine: list[tuple[int, str]]) -> None:
    now, _, _ = changed(base, machine, "drafted")
    merged, fresh = parse(_again(base, now, base)), parse(now)
    assert _without_ids(merged.data) == _without_ids(fresh.data)
    assert merged.body == fresh.body


def _words_of(value: Any, word: str) -> set[str]:
    if isinstance(value, dict):
        return {one for item in value.values() for one in _words_of(item, word)}
    if isinstance(value, list):
        return {one for item in value for one in _words_of(item, word)}
    if isinstance(value, str):
        return {line for line in value.splitlines() if word in line}
    return _words_of(value.data, word) | _words_of(value.body, word)


def _without_ids(value: Any) -> Any:
    """Without the numbers of quotes and claims."""
    if isinstance(value, dict):
        items = value.values() if value.keys() and all(key[:1] == "q" for key in value) else None
        if items is not None and "quote" not in value:
            return [_without_ids(item) for item in items]
        return {key: _without_ids(item) for key, item in value.items() if key not in {"quote", "id"}}
    return [_without_ids(item) for item in value] if isinstance(value, list) else value
