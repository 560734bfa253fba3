"""How much a run may ask for."""

from dataclasses import dataclass

from dateline.extract.llm.settings import LlmSettings
from dateline.facts.contract import ExtractorStoppedError

_LETTERS = 4  # of a token, about, where an endpoint does not count


@dataclass
class Budget:
    """What a run has used up."""

    settings: LlmSettings
    requests: int = 0
    tokens: int = 0

    def check(self) -> None:
        """Raise ExtractorStoppedError where nothing may be asked any more."""
        for name, used, most in (
            ("requests", self.requests, self.settings.max_requests),
            ("tokens", self.tokens, self.settings.max_tokens),
        ):
            if most and used >= most:
                raise ExtractorStoppedError(
                    f"the budget of {most} {name} is spent ({used} used); run it again to go on, answers are kept, "
                    f"or raise DATELINE_LLM_MAX_{name.upper()}"
                )

    @property
    def tries(self) -> int:
        """How often a request may be repeated."""
        left = self.settings.max_requests - self.requests - 1
        return min(self.settings.retries, max(left, 0)) if self.settings.max_requests else self.settings.retries

    def spend(self, tokens: int | None, letters: int) -> None:
        """Count the tokens of a question and its answer; by their letters where the endpoint does not say."""
        self.tokens += tokens or -(-letters // _LETTERS)
