"""Names as a model might give them, and what the words around them and the gazetteer make of them."""

from pathlib import Path

import pytest

from dateline.extract.rules.retyping import retyped
from dateline.facts import Registry
from dateline.facts.names import Name
from dateline.places.gazetteer import open_gazetteer
from dateline.places.setting import setting_of
from dateline.text.span import Span


@pytest.mark.parametrize(
    ("text", "name", "sort", "expected"),
    [
        ("Pupils of Lake Harbour School in Aurora won in Illinois.", "Lake Harbour School in Aurora", "group",
         [("Lake Harbour School", "group"), ("Aurora", "place")]),
        ("Friends of Democracy in Motion met in Illinois.", "Friends of Democracy in Motion", "group",
         [("Friends of Democracy in Motion", "group")]),
        ("The storm reached Mobile, Ala., at noon.", "Mobile", "group", [("Mobile", "place")]),
        ("The storm reached Mobile, a firm in Ala.", "Mobile", "group", [("Mobile", "group")]),
        ("Aid came to Abu Tarim refugee camp.", "Abu Tarim", "person", [("Abu Tarim", "place")]),
        ("Aid came to Abu Tarim refusing thanks.", "Abu Tarim", "person", [("Abu Tarim", "person")]),
        ("Kenya thanked Mombasa.", "Mombasa", "person", [("Mombasa", "place")]),
        ("She thanked Mombasa.", "Mombasa", "person", [("Mombasa", "person")]),
    ],
)  # fmt: skip
def test_retyped(text: str, name: str, sort: str, expected: list[tuple[str, str]], cache: Path) -> None:
    """Each by its neighbours; without them it stays what it was."""
    names = [Name(Span(text.index(name), text.index(name) + len(name)), sort, name)]
    gazetteer = open_gazetteer(cache)
    found = retyped(text, names, setting_of(text, names, Registry(), gazetteer))
    assert [(one.key, one.sort) for one in found] == expected
    assert [one.span.of(text) for one in found] == [key for key, _ in expected]
