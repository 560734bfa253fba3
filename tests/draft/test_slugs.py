"""Ids made from names in any script."""

import pytest

from dateline.text.slugs import free_slug, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("United States", "united-states"),
        ("U.S. Senate", "us-senate"),
        ("Kurdistan Workers’ Party", "kurdistan-workers-party"),
        ("Bogotá, D.C.", "bogota-dc"),
        ("Карим", "karim"),
        ("…", "unnamed"),
        ("one two three " * 20, "one-two-three-one-two-three-one-two-three-one-two-three-one-two-three-one-two"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_taken_slug_gets_the_first_suffix_that_makes_it_new() -> None:
    assert free_slug("paris", set(), "texas") == "paris"
    assert free_slug("paris", {"paris"}, "texas") == "paris-texas"
    assert free_slug("paris", {"paris", "paris-texas"}, "texas") == "paris-2"
    assert free_slug("paris", {"paris", "paris-2"}) == "paris-3"


@pytest.mark.parametrize("name", ["AUX", "Con", "PRN", "nul", "COM1", "LPT9"])
def test_an_id_is_no_name_of_a_device_of_which_windows_writes_no_file(name: str) -> None:
    assert free_slug(slug(name), set(), "group") == f"{name.lower()}-group"
    assert free_slug(slug(name), set()) == f"{name.lower()}-2"
