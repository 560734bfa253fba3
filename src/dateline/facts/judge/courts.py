"""Who speaks for a court: its finding may establish who did something."""

import re
from collections.abc import Mapping, Sequence

from dateline.model import Actor, Claimant
from dateline.model.names import all_names
from dateline.text.lexicon import words


def is_court(claimant: Claimant, profile: Actor | None, source_types: Mapping[str, str]) -> bool:
    """True for a court document, a body named as a court, and a person named or described as a judge.

    profile: the claimant's record, where it has one; source_types: the types of the briefing's sources by id
    """
    courts = words("courts")
    if claimant.source:
        return source_types.get(claimant.source) in courts["source_types"]
    if profile is None:
        return _has_word(claimant.name, [*courts["bodies"], *courts["people"]])
    if profile.kind == "person":
        return _has_word(" ".join([*all_names(profile), profile.description]), courts["people"])
    return _has_word(profile.name, courts["bodies"])


def _has_word(text: str, wanted: Sequence[str]) -> bool:
    return not set(wanted).isdisjoint(re.findall(r"\w+", text.lower()))
