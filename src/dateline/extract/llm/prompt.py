"""What is asked of a model: instructions, and the report set apart as data."""

import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.extract.llm.answer import answer_schema
from dateline.model import Seed
from dateline.text.span import Span
from dateline.vocabulary import load_vocabulary

_EMPTY_LINES = re.compile(r"\n{3,}")
Messages = list[dict[str, str]]


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of an answer."""
    return answer_schema(load_vocabulary())


@cache
def _instructions() -> str:
    return files("dateline.extract.llm").joinpath("data", "instructions.md").read_text(encoding="utf-8")


@cache
def prompt_version() -> str:
    """Eight digits that change whenever instructions, framing or schema do."""
    sample = Seed("", "0" * 64, "A. B.", "txt", published="2024-01-04")
    asked = [_instructions(), json.dumps(schema(), sort_keys=True), messages(sample, Span(0, 2))[1]["content"]]
    return hashlib.sha256("\0".join(asked).encode()).hexdigest()[:8]


def messages(seed: Seed, part: Span) -> Messages:
    """The conversation that asks for what is in one part of a seed."""
    # What is left out of the prose leaves a row of empty lines.
    words = _EMPTY_LINES.sub("\n\n", part.of(seed.text))
    # A text cannot hold a code that is made of the whole text: it cannot end its own frame.
    code = hashlib.sha256(f"{seed.sha256}\0{words}".encode()).hexdigest()[:16]
    place = f", from {json.dumps(seed.place, ensure_ascii=False)}" if seed.place else ""
    whole = "The report" if part.end - part.start >= len(seed.text.strip()) else "A part of the report"
    frame = f"{whole} of {seed.published or 'an unknown day'}{place}:\n<<report {code}>>\n{words}\n<<end {code}>>"
    return [{"role": "system", "content": _instructions()}, {"role": "user", "content": frame}]


def with_schema(asked: Messages) -> Messages:
    """For endpoints that do not enforce a schema: it stands in the instructions."""
    system = f"{asked[0]['content']}\nThe object follows this JSON Schema:\n{json.dumps(schema())}\n"
    return [{"role": "system", "content": system}, *asked[1:]]


def with_fault(asked: Messages, fault: str) -> Messages:
    """Asked again, told what was wrong with the last answer."""
    return [*asked, {"role": "user", "content": f"Your last answer could not be used ({fault}). Answer again."}]
