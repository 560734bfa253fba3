"""One extractor tried on every odd report: what it returns, and what it does besides."""

import copy
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from dateline.conformance.drafts import draft_faults
from dateline.conformance.reports import odd_reports, some_records
from dateline.conformance.rules import RULES
from dateline.errors import DatelineError
from dateline.facts import Extraction, Extractor, Registry
from dateline.model import Seed


@dataclass(frozen=True, order=True)
class Fault:
    """What does not hold, on which report ("" for all)."""

    rule: str
    report: str
    message: str

    def __str__(self) -> str:
        """The printed form."""
        return f"{self.report or 'all reports'}: {self.rule}: {self.message}"


class _Watch:
    """Counts what leaves this process; a hook of the interpreter cannot be taken away again, only told to rest."""

    def __init__(self) -> None:
        self.calls: set[str] = set()
        self.watching = False
        sys.addaudithook(self._hook)

    def _hook(self, event: str, _: tuple[Any, ...]) -> None:
        if self.watching and event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
            self.calls.add(event)

    @contextmanager
    def on(self) -> Iterator[set[str]]:
        """What was called while it watched."""
        self.calls, self.watching = set(), True
        try:
            yield self.calls
        finally:
            self.watching = False


@cache
def _watch() -> _Watch:
    return _Watch()


def trial(extract: Extractor, *, network: bool = False) -> list[Fault]:
    """Every fault of an extractor. network: it may ask other machines."""
    seeds = odd_reports()
    faults = [fault for seed in seeds for fault in _faults(extract, seed, network=network)]
    if any(fault.rule in ("returns", "raises") for fault in faults):
        return faults
    try:
        return faults + [Fault("check", "", message) for message in draft_faults(extract, seeds)]
    except DatelineError as error:
        return [*faults, Fault("check", "", str(error))]
    except Exception as error:  # what the drafting makes of a wrong extraction is a fault of the extractor
        return [*faults, Fault("check", "", _said(error))]


def _faults(extract: Extractor, seed: Seed, *, network: bool) -> Iterator[Fault]:
    registry = some_records()
    before = copy.deepcopy(registry)
    with _watch().on() as calls:
        first = _run(extract, seed, registry)
        second = _run(extract, seed, registry)
    if calls and not network:
        yield Fault("network", seed.path, f"must ask no other machine: {', '.join(sorted(calls))}")
    if registry != before:
        yield Fault("mutation", seed.path, "must leave the registry as it was")
    if not isinstance(first, Extraction):
        yield first
        return
    if first != second:
        yield Fault("deterministic", seed.path, "must return the same a second time")
    for found in (first, _run(extract, seed, Registry())):
        yield from _broken(found, seed) if isinstance(found, Extraction) else [found]


def _broken(found: Extraction, seed: Seed) -> Iterator[Fault]:
    for rule in RULES:
        name = rule.__name__.replace("_", "-")
        try:
            yield from dict.fromkeys(Fault(name, seed.path, message) for message in rule(found, seed))
        except Exception as error:  # fields of a wrong type: told as a fault, not as a traceback
            yield Fault(name, seed.path, f"cannot be looked at: {_said(error)}")


def _run(extract: Extractor, seed: Seed, registry: Registry) -> Extraction | Fault:
    try:
        found: object = extract(seed, registry)
    except Exception as error:
        return Fault("raises", seed.path, f"must return an Extraction of any text, it raised {_said(error)}")
    if isinstance(found, Extraction):
        return found
    return Fault("returns", seed.path, f"must return an Extraction, not {type(found).__name__}")


def digest(extract: Extractor) -> str:
    """A number for all that an extractor returns, to compare between processes."""
    found = [repr(_run(extract, seed, some_records())) for seed in odd_reports()]
    return sha256("\0".join(found).encode()).hexdigest()


def _said(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]
