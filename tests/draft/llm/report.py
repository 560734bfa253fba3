"""One report of our own, and what a good model answers to it."""

import json
from typing import Any

TEXT = (
    "KABUL, Afghanistan (AP) -- A car bomb near a market in Kabul killed three people "
    "and injured at least ten on Tuesday, police said.\n\n"
    "The Red Lantern Front claimed responsibility for the attack. Omar Velic, a council member, "
    "blamed the Valley Guard. The Valley Guard denied any role."
)
SEED = f"date: 2024-01-04\n\n{TEXT}\n"
GOOD: dict[str, Any] = {
    "actors": [
        {"name": "Red Lantern Front", "kind": "rebel-group", "quote": "The Red Lantern Front claimed"},
        {"name": "Omar Velic", "kind": "person", "quote": "Omar Velic, a council member"},
        {"name": "Valley Guard", "kind": "rebel-group", "quote": "blamed the Valley Guard"},
    ],
    "places": [{"name": "Kabul", "quote": "a market in Kabul"}],
    "dates": [{"value": "2024-01-02", "quote": "on Tuesday"}],
    "incidents": [
        {
            "key": "i1",
            "type": "bombing",
            "quote": "A car bomb near a market in Kabul killed three people",
            "date": {"value": "2024-01-02", "quote": "on Tuesday"},
            "place": {"name": "Kabul", "quote": "in Kabul"},
            "fatalities": {"low": 3, "high": 3, "quote": "killed three people"},
            "injured": {"low": 10, "high": None, "quote": "injured at least ten"},
            "participants": [
                {
                    "actor": "Red Lantern Front",
                    "role": "perpetrator",
                    "quote": "The Red Lantern Front claimed responsibility",
                },
                {"actor": "Valley Guard", "role": "perpetrator", "quote": "blamed the Valley Guard"},
            ],
        }
    ],
    "claims": [
        {
            "claimant": "Red Lantern Front",
            "stance": "asserts",
            "incident": "i1",
            "subject": "Red Lantern Front",
            "role": "perpetrator",
            "quote": "The Red Lantern Front claimed responsibility for the attack",
        },
        {
            "claimant": "Omar Velic",
            "stance": "asserts",
            "incident": "i1",
            "subject": "Valley Guard",
            "role": "perpetrator",
            "quote": "Omar Velic, a council member, blamed the Valley Guard",
        },
        {
            "claimant": "Valley Guard",
            "stance": "denies",
            "incident": "i1",
            "subject": "Valley Guard",
            "role": "perpetrator",
            "quote": "The Valley Guard denied any role",
        },
    ],
}


def good(**changes: Any) -> str:
    """The good answer, with other keys."""
    return json.dumps({**GOOD, **changes})
