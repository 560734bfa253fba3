"""Words with capitals that name nobody, the kind that a name tells, and places written in capitals."""

import pytest

from dateline.extract.rules.actors import kind_by_name
from dateline.extract.rules.nameless import is_nameless, is_office
from dateline.facts.names import spelt

NOBODY = """
H.K. Dlrs | Nine Mths Shr | MAY7 1455 UP | Nov.3 | MD-11 | A330s | Baa2 | BBB | M-1B | D&P-7 | P | ORRN.L | U.S.-Japan
Co Inc | Finance | Trade and Industry | Foreign Affairs | Board | U.S. Dollar | U.K. Banks | Chief Executive
Nov) | S/P. | June July | Group A | Group B. | Pool Two | April-June | M-1b | Qintex 900,000 Hal | Third World
"""
SOMEBODY = """
TF1 | MI5 | U.S. Mint | Planning Board | International Energy Agency | Trade Union Congress | Standard Oil | NYSE | B&Q
General Motors | United Press | Dollar General | British Airways | Merseyside | Labour | Central Park
"""


def names_in(rows: str) -> list[str]:
    return [name.strip() for row in rows.strip().split("\n") for name in row.split("|")]


@pytest.mark.parametrize("name", names_in(NOBODY))
def test_nobody_is_called_so(name: str) -> None:
    assert is_nameless(name.split())


@pytest.mark.parametrize("name", names_in(SOMEBODY))
def test_somebody_is_called_so(name: str) -> None:
    assert not is_nameless(name.split())


@pytest.mark.parametrize(
    ("name", "following", "expected"),
    [
        ("Labour", "Minister", True),
        ("Treasury", "Secretary", True),
        ("Venezuelan Energy", "Minister", True),
        ("Labour", "said", False),
        ("Labour", "ministers", False),
        ("Texaco", "Secretary", False),
        ("Ontario", "Minister", False),
        ("Egypt", "Minister", False),
    ],
)
def test_an_office_is_no_body(name: str, following: str, *, expected: bool) -> None:
    assert is_office(name.split(), following) is expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Harrow Military Hospital", "civil-society"),
        ("Ruritanian Securities Regulatory Commission", "government-body"),
        ("Senate Banking Committee", "government-body"),
        ("House Intelligence Committee", "government-body"),
        ("Harrow Building Commission", "government-body"),
        ("Physical Metals Division", "group"),
        ("3rd Infantry Division", "state-forces"),
        ("Free City Forces", "group"),
        ("City Guard", "group"),
        ("Royal Guard", "state-forces"),
        ("Ruritanian Army", "group"),
        ("Kenyan Army", "state-forces"),
        ("Kenyan Liberation Forces", "group"),
        ("Popular Mobilization Forces", "political-militia"),
        ("Free Coalition Forces", "coalition"),
        ("Ruritanian News Agency", "media"),
        ("Space Agency", "government-body"),
        ("National Audit Office", "government-body"),
        ("Ruritanian Broadcasting Corporation", "media"),
        ("Popular Resistance Movement", "rebel-group"),
        ("Resistance Museum", "civil-society"),
        ("Ministry of Oil", "government-body"),
        ("Bank of Ruritania", "company"),
        ("Harrow Department Store", "company"),
        ("Ministry of Natural Resources", "government-body"),
        ("Orrin Brothers Capital Markets", "company"),
        ("", "group"),
    ],
)
def test_the_head_of_a_name_tells_its_kind(name: str, kind: str) -> None:
    assert kind_by_name(name) == kind


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("ST. LOUIS", "St. Louis"),
        ("O'FALLON", "O'Fallon"),
        ("ST ANDREW'S", "St Andrew's"),
        ("WINSTON-SALEM", "Winston-Salem"),
        ("NY", "NY"),
        ("U.A.E.", "U.A.E."),
        ("Paris", "Paris"),
    ],
)
def test_a_place_in_capitals_is_written_as_elsewhere(written: str, expected: str) -> None:
    assert spelt(written) == expected
