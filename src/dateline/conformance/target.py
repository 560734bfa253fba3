"""An extractor by name, in this process and in others that hash in another order."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

from dateline.conformance.trial import Fault, digest, trial
from dateline.errors import ProjectError
from dateline.extract import find_extractor
from dateline.facts import Extractor
from dateline.project import DraftSettings

_HASH_SEEDS = ("1", "2")


def load(target: str, *, cache: Path | None = None) -> Extractor:
    """`rules`, `llm`, the name of an entry point, or `module:function` (ProjectError where there is none such)."""
    module, sign, name = target.partition(":")
    if not sign:
        return find_extractor(DraftSettings(extractor=target), cache=cache)
    try:
        found: Extractor = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise ProjectError(f"there is no extractor '{target}': {error}") from None
    return found


def faults_of(target: str, *, cache: Path | None = None, network: bool = False) -> list[Fault]:
    """Every fault of an extractor. cache: a folder for the gazetteer and the like; network: it may ask others."""
    extract = load(target, cache=cache)
    return trial(extract, network=network) + _hash_faults(target, cache)


def _hash_faults(target: str, cache: Path | None) -> list[Fault]:
    """Sets and dictionaries in another order must not show."""
    found = {_elsewhere(target, cache, hash_seed) for hash_seed in _HASH_SEEDS}
    message = "must return the same in a process with another PYTHONHASHSEED"
    return [] if len(found) == 1 else [Fault("deterministic", "", message)]


def _elsewhere(target: str, cache: Path | None, hash_seed: str) -> str:
    command = [sys.executable, "-m", "dateline.conformance", target, "--digest"]
    command += ["--cache", str(cache)] if cache else []
    paths = os.pathsep.join(path for path in sys.path if path)
    environ = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": paths}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environ)
    if done.returncode:
        raise ProjectError(f"the extractor '{target}' could not run in another process: {done.stderr.strip()[-300:]}")
    return done.stdout


def target_digest(target: str, *, cache: Path | None = None) -> str:
    """What another process prints to be compared."""
    return digest(load(target, cache=cache))
