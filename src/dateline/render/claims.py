"""Claims in words: "hospital officials reported: Norland as perpetrator"."""

from collections.abc import Mapping

from dateline.model import About
from dateline.render.counts import count_words
from dateline.vocabulary import Vocabulary

# In the past tense, so that one verb fits one claimant and many.
_SAID: Mapping[str, str] = {
    "asserts": "said",
    "denies": "denied",
    "reports": "reported",
    "no-comment": "did not comment on",
    "retracts": "took back",
}


def stance_words(stance: str, vocabulary: Vocabulary) -> str:
    """What the claimant did ("said", "denied", "reported"); the label of a stance that a project added."""
    return _SAID.get(stance) or vocabulary.label("stances", stance)


def about_words(about: About, actor_name: str, vocabulary: Vocabulary) -> str:
    """What is claimed: "Norland as perpetrator", "perpetrator unclear", "13–46 killed", or the text."""
    parts = []
    if about.role:
        entry = vocabulary["roles"].get(about.role)
        role = str(entry["phrase"]) if entry and entry["phrase"] else about.role.replace("-", " ")
        if actor_name:
            parts.append(f"{actor_name} as {role}")
        elif about.unclear:
            parts.append(f"{role} unclear")
        elif about.text:
            return f"{about.text} as {role}"
    parts += [
        count_words(count, verb) for count, verb in ((about.fatalities, "killed"), (about.injured, "injured")) if count
    ]
    return "; ".join([*parts, about.text] if about.text else parts)


def claim_words(claimant: str, stance: str, about: str, vocabulary: Vocabulary, *, of_report: bool = False) -> str:
    """A claim as a sentence without a full stop, to stand in a sentence of its own or after another.

    of_report  the claimant is the report itself, which needs no verb: "the report: perpetrator unclear"
    """
    if of_report and stance in ("asserts", "reports"):
        passed_on = stance == "reports" and not about.endswith("unclear")
        return f"{claimant}: {about}, as it is reported" if passed_on else f"{claimant}: {about}"
    verb = stance_words(stance, vocabulary)
    return f"{claimant} {verb} {about}" if verb.endswith(" on") else f"{claimant} {verb}: {about}"


def capitalized(words: str) -> str:
    """The words as the beginning of a sentence; only the first letter changes."""
    return words[:1].upper() + words[1:]
