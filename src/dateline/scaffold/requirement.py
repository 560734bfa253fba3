"""How pip gets Dateline for a site of one's own: as it was installed here, unless somebody says otherwise."""

import importlib.metadata
import json
import re

from dateline.errors import ProjectError

_NAME = "dateline"


def installed_requirement() -> str:
    """What installs the Dateline that runs now: its index, its commit, or its file or folder on this machine.

    Installers note in `direct_url.json` where a package came from, save from an index (PEP 610).
    """
    package = importlib.metadata.distribution(_NAME)
    origin = json.loads(package.read_text("direct_url.json") or "{}")
    if not origin:
        return f"{_NAME}=={package.version}"
    commit = origin.get("vcs_info", {}).get("commit_id", "")
    return f"{_NAME} @ {origin['vcs_info']['vcs']}+{origin['url']}@{commit}" if commit else f"{_NAME} @ {origin['url']}"


def requirement_of(given: str) -> str:
    """A requirement as pip reads it, from one, an address or a wheel's path (ProjectError where it is none of them)."""
    given = given.strip()
    if re.match(r"(?:git\+)?(?:https?|ssh|file)://\S+$", given):
        return f"{_NAME} @ {given}"
    if given.endswith(".whl") and " " not in given:
        return given if given.startswith(("./", "/")) else f"./{given}"
    if re.match(rf"{_NAME}\s*(?:@\s*\S+|[=<>~!]=?\s*\S.*)?$", given):
        return given
    raise ProjectError(
        f"a requirement must be such as 'dateline==0.1.0', git+https://… or vendor/NAME.whl, not '{given}'"
    )


def with_extra(requirement: str, extra: str) -> str:
    """The requirement with an extra of Dateline's."""
    if requirement.startswith(_NAME):
        return f"{_NAME}[{extra}]{requirement.removeprefix(_NAME)}"
    return f"{requirement}[{extra}]"


def is_of_this_machine(requirement: str) -> bool:
    """True where no other machine can install it."""
    return "file:" in requirement or requirement.startswith("/")
