"""Answers to questions about a report's parts: kept ones, else asked for, each checked before it is kept."""

from dataclasses import dataclass

from pydantic import ValidationError

from dateline.extract.llm.answer import Answer
from dateline.extract.llm.endpoint import Endpoint
from dateline.extract.llm.kept_answers import KeptAnswers, question_key
from dateline.extract.llm.parts import parts_of
from dateline.extract.llm.prompt import messages, with_fault
from dateline.extract.llm.settings import LlmSettings
from dateline.facts.contract import UnreadSeedError
from dateline.model import Seed
from dateline.text.span import Span

_TRIES = 3
_LONGEST_FAULT = 160


@dataclass(frozen=True)
class Reader:
    """Asks about every part of a report."""

    settings: LlmSettings
    endpoint: Endpoint
    kept: KeptAnswers

    def read(self, seed: Seed) -> tuple[tuple[Span, Answer], ...]:
        """Each part with its answer. Raises UnreadSeedError or ExtractorStoppedError; then no part counts."""
        return tuple((part, self._answer(seed, part)) for part in parts_of(seed.text, self.settings.part))

    def _answer(self, seed: Seed, part: Span) -> Answer:
        key = question_key(seed, part, self.settings)
        known = self.kept.find(key)
        if known is not None:
            return known
        answer = self._asked(seed, part)
        self.kept.keep(key, answer)
        return answer

    def _asked(self, seed: Seed, part: Span) -> Answer:
        asked = messages(seed, part)
        fault = ""
        for _ in range(_TRIES):
            content = self.endpoint.ask(with_fault(asked, fault) if fault else asked)
            try:
                return Answer.model_validate_json(_object(content))
            except ValidationError as error:
                fault = _fault(error)
        raise UnreadSeedError(
            f"{self.settings.base_url} (model '{self.settings.model}'): no usable answer in {_TRIES} tries: {fault}"
        )


def _object(content: str) -> str:
    """The JSON object in an answer, without the words and fences around it."""
    return content[content.find("{") : content.rfind("}") + 1] if "{" in content else content


def _fault(error: ValidationError) -> str:
    """The first fault, without the values of the answer."""
    first = error.errors(include_input=False, include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    return " ".join(f"{where}: {first['msg']}".split())[:_LONGEST_FAULT].removeprefix(": ")
