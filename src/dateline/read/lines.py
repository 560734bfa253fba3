"""seeds ─read─▶ Seed: one article a line, each a JSON object."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from dateline.model import Problem
from dateline.read.article import make_seed
from dateline.read.decode import clean, tidy, utf8
from dateline.read.faults import SeedError
from dateline.read.header import read_header, type_name
from dateline.read.source import Found, Reading, SeedFile

_TEXT_KEYS = ("text", "body", "content")
_ID = re.compile(r"[^\s#\x00-\x1f\x7f]{1,200}")


def read_lines(file: SeedFile) -> Reading:
    """The articles of a `.jsonl` file; a line that cannot be read is a problem and leaves the others be.

    An article without an `id` is called by its line, `line-7`, and warned about: such a name changes
    with the lines above it.
    """
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    for number, line in enumerate(file.data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        data = line.removesuffix(b"\r")
        if data.strip():
            try:
                _add(file, number, data, found=found, problems=problems)
            except SeedError as error:
                problems.append(Problem(file.path, number, error.rule, error.message))
    if not found and not problems:
        raise SeedError("must hold an article a line, and holds none; add one or remove the file", rule="seed-empty")
    return Reading(tuple(found.values()), tuple(problems))


def _add(file: SeedFile, number: int, data: bytes, *, found: dict[str, Found], problems: list[Problem]) -> None:
    given = _parse(data)
    name = _id(given) or f"line-{number}"
    if name in found:
        message = f"an id must stand once, '{name}' stands in line {found[name].line} too; change one"
        raise SeedError(message, rule="seed-duplicate-id")
    header, faults = read_header(given)
    ref, sha256 = f"{file.path}#{name}", hashlib.sha256(data).hexdigest()
    seed = make_seed(header, tidy(_text(given)), ref=ref, sha256=sha256, form="jsonl")
    found[name] = Found(seed, number)
    problems.extend(fault.problem(file.path, number) for fault in faults)
    if not _id(given):
        message = "an article should have an 'id' that stays when lines are added above it; add one"
        problems.append(Problem(file.path, number, "seed-id", message, "warning"))


def _parse(data: bytes) -> Mapping[str, Any]:
    try:
        given = json.loads(utf8(data))
    except RecursionError:
        raise SeedError("must be a JSON object of plain values, found one nested too deep") from None
    except json.JSONDecodeError as error:
        raise SeedError(f"must be a JSON object, and is broken at column {error.colno}: {error.msg.lower()}") from None
    except ValueError as error:
        raise SeedError(f"must be a JSON object: {str(error).lower()}") from None
    if not isinstance(given, dict):
        raise SeedError(f"must be a JSON object {{…}}, not {type_name(given)}")
    return given


def _id(given: Mapping[str, Any]) -> str:
    value = given.get("id")
    if value is None or value == "":
        return ""
    name = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not _ID.fullmatch(name):
        raise SeedError(f"id: must be text without spaces and '#', not {json.dumps(value)[:60]}", rule="seed-id")
    return clean(name)


def _text(given: Mapping[str, Any]) -> str:
    key = next((key for key in _TEXT_KEYS if given.get(key) not in (None, "")), "")
    if not key:
        raise SeedError("must hold the article's text under 'text', and holds none; add it", rule="seed-empty")
    if not isinstance(given[key], str):
        raise SeedError(f"{key}: must be text, not {type_name(given[key])}")
    return clean(given[key])
