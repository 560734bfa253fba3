"""What a file is by its place and name, and what it is by its front matter."""

from collections.abc import Mapping
from pathlib import PurePath

from dateline.frontmatter import Parsed
from dateline.load.validating import validated
from dateline.model import Actor, Briefing, Incident, Location, Model, PlainPage
from dateline.vocabulary import Vocabulary

FOLDERS: Mapping[str, type[Model]] = {"actors": Actor, "locations": Location, "incidents": Incident}

_NAMES: Mapping[type[Model], str] = {
    Briefing: "a briefing",
    Actor: "an actor",
    Location: "a place",
    Incident: "an incident",
    PlainPage: "a page of its own",
}


def model_of(relative: str) -> type[Model]:
    """What the file at a path below `briefings/` must be; relative: to the project.

    Directly below it a file is a briefing where its name begins with a year and a hyphen; any other is a plain page,
    and so is a file in a folder other than actors, locations and incidents.
    """
    parts = PurePath(relative).parts[1:]
    if len(parts) == 2 and parts[0] in FOLDERS:
        return FOLDERS[parts[0]]
    return Briefing if len(parts) == 1 and parts[0][:4].isdecimal() and parts[0][4:5] == "-" else PlainPage


def misplaced(parsed: Parsed, model: type[Model], vocabulary: Vocabulary) -> str:
    """The message for front matter that is none of its model but whole as that of another kind, or ""."""
    kinds = (kind for kind in _NAMES if kind is not model and validated(parsed, kind, vocabulary)[0])
    other = next(kinds, None) if parsed.data else PlainPage if model is Briefing else None
    if other is None:
        return ""
    found = f"has the front matter of {_NAMES[other]}" if parsed.data else "has no front matter"
    return f"must be {_NAMES[model]}, since {_reason(model)}, but {found}; {_way(other, model)}"


def _reason(model: type[Model]) -> str:
    folder = _folder(model)
    if folder:
        return f"it is in briefings/{folder}"
    return "its name begins with a year and a hyphen" if model is Briefing else "it is where pages of their own are"


def _folder(model: type[Model]) -> str:
    return next((f"{name}/" for name, kind in FOLDERS.items() if kind is model), "")


def _way(other: type[Model], model: type[Model]) -> str:
    if other is PlainPage and model is Briefing:
        return "rename it, or give it a briefing's id, title, date and sources"
    named = " and let its name begin with the day" if other is Briefing else ""
    return f"move it to briefings/{_folder(other)}{named}"
