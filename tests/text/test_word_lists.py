"""The table of word lists holds what stands in the lists and in the modules that read them."""

from typing import Any

import pytest
import yaml
from text.word_list_readers import SOURCE, readers, texts, trees

from dateline.text.lexicon import EACH, WordListError, checked_list, listed, words

DATA = SOURCE / "text" / "data"
LISTS: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("*.yaml"))
}
APART = {"conformance", "text", "vocabulary"}
TABLE = {name: rows for name, rows in listed().items() if "/" not in name}
ENTRIES = {name for name, rows in TABLE.items() if EACH in rows}


def test_no_list_and_no_key_is_unlisted_and_none_is_listed_that_is_not_there() -> None:
    there = {name: {EACH} if name in ENTRIES else {str(key) for key in keys} for name, keys in LISTS.items()}
    assert {name: set(rows) for name, rows in TABLE.items()} == there


def test_the_named_readers_and_only_they_read_a_key_and_no_key_is_unread() -> None:
    told = {(name, key): set(row.readers) for name, rows in TABLE.items() for key, row in rows.items()}
    read = readers(LISTS, ENTRIES)
    wrong = {where: (told.get(where), read.get(where)) for where in told | read if told.get(where) != read.get(where)}
    assert {where: both for where, both in wrong.items() if both != (set(), None)} == {}
    unread = [where for where, modules in told.items() if not modules]
    assert [where for where in unread if TABLE[where[0]][where[1]].shape != "anchors"] == []


def test_readers_are_found_by_what_modules_say() -> None:
    """A key in quotes, all keys of a list, a key that is computed of names in the module."""
    found = readers(LISTS, ENTRIES)
    assert "extract.rules.speech" in found["speech", "denying"]
    assert "facts.people" in found["occupations", "professions"]
    assert found["incident-words", "ships"] == {"extract.rules.senses"}
    assert found["genres", "past"] == {"extract.marked_genre"}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_has_the_shape_of_its_rows(name: str) -> None:
    assert words(name) == LISTS[name]


def test_lists_of_other_rooms_are_listed_with_the_module_that_names_their_file() -> None:
    """Closed lists have their own rule: every file of `vocabulary/data` is read."""
    files = (path.relative_to(SOURCE) for path in SOURCE.glob("*/data/*.*") if path.suffix in (".yaml", ".tsv"))
    there = {f"{path.parts[0]}/{path.name}" for path in files if path.parts[0] not in APART}
    assert {name for name in listed() if "/" in name} == there
    for name in there:
        room, file = name.split("/")
        naming = {module for module in trees() if any(text.endswith(file) for text in texts(module) if len(text) < 40)}
        assert {module for module in naming if module.startswith(room)} == set(listed()[name][EACH].readers), name


@pytest.mark.parametrize("name", ["score-tables", "wires-1987"])
def test_words_of_one_kind_of_text_stand_apart_and_say_so_and_are_in_no_other_list(name: str) -> None:
    first = (DATA / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert " alone" in first
    twins = {"measures": "things", "last": "things", "general": "cues", "alone": "cues"}
    assert [key for key in LISTS[name] if key in twins and set(LISTS[name][key]) & set(LISTS[twins[key]][key])] == []


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "speech",
            {"verbs": ["say", False]},
            "'verbs' must be a list of words (no, on, yes, off and numbers need quotes)",
        ),
        ("speech", {"verbs": "say"}, "'verbs' must be a list of words"),
        ("attribution", {"unclear": ["unclear ("]}, "'unclear' must be a regular expression or a list of them"),
        ("anaphora", {"bodies": {"army": "state"}}, "'bodies' 'army' must be a list of words"),
        ("calendar", {"months": {"may": "5"}}, "'months' 'may' must be a number"),
        ("calendar", {"months": {5: 5}}, "'months' must map words"),
        ("anaphora", {"same-deeds": ["attack"]}, "'same-deeds' must be a list of lists of words"),
        ("countries", {"NO": ["Norway"]}, "'NO' must be fields by their names"),
        ("incident-words", {"ambiguous": {"fire": [{"near": [False]}]}}, "'ambiguous' 'fire' must be a list of fields"),
        ("speech", ["say"], "must be keys with their words"),
    ],
)
def test_a_list_of_another_shape_is_an_error_that_says_where(name: str, content: Any, message: str) -> None:
    with pytest.raises(WordListError) as error:
        checked_list(name, content)
    assert str(error.value).startswith(f"text/data/{name}.yaml: {message}")
