"""Claims in words: "hospital officials named Norland as responsible", "the army said 8 were killed".

Names keep their form ("Coalition Forces", "Norland"): no form makes a verb agree with one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.facts.judge import ACCUSED_ROLES
from dateline.model import About
from dateline.render.counts import count_clause, count_words
from dateline.vocabulary import Vocabulary


@dataclass(frozen=True)
class Said:
    """A claim without its claimant: "named" and "Norland as responsible", "said:" and "the gates were open".

    verb  in the past tense, so that it fits one claimant and many; a colon where grammar does not join the two
    """

    verb: str
    what: str


# Shape of a claim -> stance -> verb and what. {who} is a name, {part} "responsible" or a role, {it} what is said.
_FORMS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "responsible": {
        "asserts": ("named", "{who} as {part}"),
        "reports": ("named", "{who} as reportedly {part}"),
        "denies": ("denied", "that responsibility lay with {who}"),
        "no-comment": ("did not comment on", "whether responsibility lay with {who}"),
        "retracts": ("took back", "having named {who} as {part}"),
    },
    "itself": {
        "asserts": ("claimed", "responsibility"),
        "reports": ("reportedly claimed", "responsibility"),
        "denies": ("denied", "responsibility"),
        "no-comment": ("did not comment on", "any responsibility of their own"),
        "retracts": ("took back", "a claim of responsibility"),
    },
    "role": {
        "asserts": ("named", "{who} as {part}"),
        "reports": ("named", "{who} as reported {part}"),
        "denies": ("denied", "any part of {who} as {part}"),
        "no-comment": ("did not comment on", "any part of {who} as {part}"),
        "retracts": ("took back", "having named {who} as {part}"),
    },
    "unclear": {
        "asserts": ("said", "it is unclear who was {part}"),
        "reports": ("said", "it is unclear who was {part}"),
        "denies": ("denied", "that it is unclear who was {part}"),
        "no-comment": ("did not comment on", "who was {part}"),
        "retracts": ("took back", "the statement that it is unclear who was {part}"),
    },
    "count": {
        "asserts": ("said", "{it}"),
        "reports": ("reported", "that {it}"),
        "denies": ("denied", "that {it}"),
        "no-comment": ("did not comment on", "whether {it}"),
        "retracts": ("took back", "the statement that {it}"),
    },
    "that": {
        "asserts": ("said", "{it}"),
        "reports": ("reported", "{it}"),
        "denies": ("denied", "{it}"),
        "no-comment": ("did not comment on", "the statement {it}"),
        "retracts": ("took back", "the statement {it}"),
    },
    "words": {
        "asserts": ("said:", "{it}"),
        "reports": ("reported:", "{it}"),
        "denies": ("denied", "{it}"),
        "no-comment": ("did not comment on", "{it}"),
        "retracts": ("took back", "{it}"),
    },
}


def claim_said(stance: str, about: About, actor_name: str, vocabulary: Vocabulary, *, itself: bool = False) -> Said:
    """What the claimant did and what is claimed; the label of a stance that a project added stands as it is.

    actor_name  of the actor in `about`, or ""
    itself      that actor is the claimant
    """
    who = actor_name or ("" if about.unclear or not about.role else about.text)
    forms = _FORMS[_shape(about, itself=itself)]
    label = vocabulary.label("stances", stance)
    verb, what = forms.get(stance) or (f"{label}:", forms["asserts"][1])
    said = what.format(who=who, part=_part(about, vocabulary), it=_counted(about) or about.text)
    return Said(verb, " ".join([said, *(f"({more})" for more in _more(about, who))]))


def claim_words(claimant: str, said: Said) -> str:
    """A claim as a sentence without a full stop, to stand in a sentence of its own or after another."""
    return f"{claimant} {said.verb} {said.what}"


def capitalized(words: str) -> str:
    """The words as the beginning of a sentence; only the first letter changes."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """The words as a sentence; its full stop is not doubled where they end in one ("at 4 a.m.")."""
    stopped = words.rstrip('”’")').endswith((".", "!", "?"))
    return capitalized(words) + ("" if stopped else ".")


def _shape(about: About, *, itself: bool) -> str:
    if about.role and about.unclear and not about.actor:
        return "unclear"
    if about.role:
        on_blame = about.role in ACCUSED_ROLES
        return ("itself" if itself else "responsible") if on_blame else "role"
    if about.fatalities or about.injured:
        return "count"
    return "that" if about.text.startswith("that ") else "words"


def _part(about: About, vocabulary: Vocabulary) -> str:
    """What somebody is named as: "responsible", "allegedly responsible", "target", "the target" where it is open."""
    if about.role in ACCUSED_ROLES:
        return "responsible" if about.role == "perpetrator" else "allegedly responsible"
    entry = vocabulary["roles"].get(about.role or "")
    phrase = str(entry["phrase"]) if entry and entry["phrase"] else (about.role or "").replace("-", " ")
    return f"the {phrase}" if about.unclear and not about.actor else phrase


def _counted(about: About) -> str:
    """The counts as a clause: "13 were killed and 27 were injured"."""
    counts = ((about.fatalities, "killed"), (about.injured, "injured"))
    return " and ".join(count_clause(count, fate) for count, fate in counts if count)


def _more(about: About, who: str) -> Iterator[str]:
    """What the claim says besides."""
    if about.role:
        counts = ((about.fatalities, "killed"), (about.injured, "injured"))
        yield from (count_words(count, fate) for count, fate in counts if count)
    if about.text and about.text != who and (about.role or about.fatalities or about.injured):
        yield about.text
