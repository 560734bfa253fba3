"""Which types of incident may be one and the same event."""

from functools import cache

from dateline.vocabulary import load_vocabulary

# Types outside armed force that reports use of one event.
_ALIKE = (
    frozenset({"abduction", "hostage-taking", "hijacking"}),
    frozenset({"protest", "riot", "crackdown", "labour-strike"}),
    frozenset({"arson", "sabotage", "looting"}),
    frozenset({"bombing", "suicide-bombing", "grenade-attack"}),
    frozenset({"air-strike", "drone-strike", "missile-or-rocket-attack", "bombing"}),
    frozenset({"ceasefire", "agreement", "talks"}),
)
# What a death or a blast of which nobody says more may turn out to be.
_HARMFUL = frozenset({"other", "armed-force", "harm-without-intent"})
# What forces do over days is not the one deed of which a report tells beside it.
_CAMPAIGNS = frozenset({"military-operation", "territory-change"})
_DEEDS = frozenset({"assassination", "bombing", "suicide-bombing", "grenade-attack"})


@cache
def family_of(kind: str) -> str:
    """The category of a type, "" where the lists do not know it."""
    entry = load_vocabulary()["incident-types"].get(kind)
    return str(entry["category"]) if entry else ""


def are_compatible(one: str, two: str, *, loosely: bool) -> bool:
    """True where two types may name one event; loosely: one of them is a general word such as “attack”."""
    if one == two or not one or not two:
        return True
    if loosely and "other" in (one, two):
        return {family_of(one), family_of(two)} <= _HARMFUL
    if loosely and family_of(one) == family_of(two) == "armed-force":
        return not ({one, two} & _CAMPAIGNS and {one, two} & _DEEDS)
    return any(one in group and two in group for group in _ALIKE)
