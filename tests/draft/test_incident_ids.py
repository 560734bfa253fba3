"""Ids of drafted incidents: what they say of the day is what the incident says."""

import pytest

from dateline.draft.compose.incidents import new_id
from dateline.draft.compose.records import Records
from dateline.facts.extraction import FoundIncident, PlaceAt
from dateline.text.span import Span

TEXT = "On 7 March gunmen attacked the Corvale granary, killing two."


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-01-04", "2024-01-04-corvale-armed-attack"),
        ("2024-01-04~", "2024-01-04-corvale-armed-attack"),
        ("2024-01", "2024-01-corvale-armed-attack-gunmen-attacked-corvale"),
        ("2024-01-03/2024-01-05", "2024-01-corvale-armed-attack-gunmen-attacked-corvale"),
        ("2023-12-30/2024-01-02", "corvale-armed-attack-gunmen-attacked-corvale"),
        ("2024", "2024-corvale-armed-attack-gunmen-attacked-corvale"),
        ("", "corvale-armed-attack-gunmen-attacked-corvale"),
    ],
)
def test_an_id_states_no_more_of_the_day_than_its_incident(date: str, expected: str) -> None:
    incident = FoundIncident("armed-attack", Span(0, len(TEXT)), date=date, place=PlaceAt(0))
    assert new_id(incident, Records((), ("corvale",), (), ()), TEXT) == expected
