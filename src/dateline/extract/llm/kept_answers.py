"""Answers kept by what was asked: the same question to the same model is asked once."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from dateline.disk import write_atomic
from dateline.extract.llm.answer import Answer
from dateline.extract.llm.prompt import messages, prompt_version
from dateline.extract.llm.settings import LlmSettings
from dateline.model import Seed
from dateline.text.span import Span


@dataclass(frozen=True)
class KeptAnswers:
    """A folder of answers (made as needed, may be deleted), or none."""

    folder: Path | None

    def find(self, key: str) -> Answer | None:
        """The answer to this question; None where there is none that can be used."""
        path = self._path(key)
        if path is None or not path.is_file():
            return None
        try:
            return Answer.model_validate_json(path.read_bytes())
        except ValidationError:
            return None

    def keep(self, key: str, answer: Answer) -> None:
        """Write it down, whole or not at all."""
        path = self._path(key)
        if path is not None:
            write_atomic(path, answer.model_dump_json(indent=1) + "\n")

    def _path(self, key: str) -> Path | None:
        return self.folder / f"{key}.json" if self.folder else None


def question_key(seed: Seed, part: Span, settings: LlmSettings) -> str:
    """A name for all that decides an answer: the report's bytes, what is asked, of whom, in which version."""
    asked = [
        seed.sha256, prompt_version(), settings.base_url, settings.model, str(settings.temperature),
        *(message["content"] for message in messages(seed, part)),
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()
