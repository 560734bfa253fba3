"""The one module that asks an endpoint: messages in, the text of an answer out."""

import importlib
from types import ModuleType
from typing import Any

from dateline.errors import MissingPackageError
from dateline.extract.llm.budget import Budget
from dateline.extract.llm.prompt import Messages, schema, with_schema
from dateline.extract.llm.settings import LlmSettings
from dateline.facts.contract import ExtractorStoppedError, UnreadSeedError

# How an endpoint may be held to JSON, the strictest first; the first that it does not refuse is kept for the run.
FORMS = ("json_schema", "json_object", "plain")
_REFUSALS = {400, 404, 415, 422, 501}
_HOPELESS = {401, 403, 404, 429}  # for every other report too
_FAILURES_IN_A_ROW = 3
_LONGEST_MESSAGE = 200


class Endpoint:
    """An OpenAI-compatible endpoint; the library repeats what failed, waiting as the endpoint asks."""

    def __init__(self, settings: LlmSettings, budget: Budget) -> None:
        """Make ready to ask; nothing is sent (MissingPackageError where the library is not installed)."""
        self.settings, self.budget = settings, budget
        self.form = self.failures = 0
        self._library = _library()
        self._client = self._library.OpenAI(
            api_key=settings.key,
            base_url=settings.base_url,
            timeout=settings.timeout,
            http_client=self._library.DefaultHttpxClient(
                timeout=settings.timeout, event_hooks={"request": [self._count]}
            ),
        )

    def _count(self, _: object) -> None:
        self.budget.requests += 1

    def ask(self, asked: Messages) -> str:
        """The text of an answer. Raises UnreadSeedError, or ExtractorStoppedError where asking on is of no use."""
        for form in range(self.form, len(FORMS)):
            self.budget.check()
            try:
                answer = self._answer(asked, FORMS[form])
            except self._library.APIStatusError as error:
                if error.status_code in _REFUSALS and form + 1 < len(FORMS):
                    continue
                raise self._failed(_said(error), stop=error.status_code in _HOPELESS) from None
            except self._library.APITimeoutError:
                raise self._failed(f"no answer within {self.settings.timeout:g} seconds") from None
            except self._library.APIConnectionError as error:
                cause = f" ({error.__cause__})" if error.__cause__ else ""
                raise self._failed(f"no connection{cause}", stop=True) from None
            except self._library.OpenAIError as error:
                raise self._failed(f"an answer that is none ({type(error).__name__})") from None
            self.form, self.failures = form, 0
            return answer
        raise AssertionError("the last form answers or raises")

    def _answer(self, asked: Messages, form: str) -> str:
        options: dict[str, Any] = {}
        if form == "json_schema":
            described = {"name": "findings", "strict": True, "schema": schema()}
            options["response_format"] = {"type": form, "json_schema": described}
        elif form == "json_object":
            options["response_format"] = {"type": form}
        if self.settings.temperature is not None:
            options["temperature"] = self.settings.temperature
        sent = asked if form == "json_schema" else with_schema(asked)
        client = self._client.with_options(max_retries=self.budget.tries)
        completion = client.chat.completions.create(model=self.settings.model, messages=sent, **options)
        content = _content(completion)
        letters = sum(len(message["content"]) for message in sent) + len(content)
        self.budget.spend(getattr(getattr(completion, "usage", None), "total_tokens", None), letters)
        return content

    def _failed(self, words: str, *, stop: bool = False) -> Exception:
        """The error to raise: for this report, or, where others would fare no better, for the run."""
        self.failures += 1
        where = f"{self.settings.base_url} (model '{self.settings.model}')"
        if self.budget.settings.max_requests and self.budget.requests >= self.budget.settings.max_requests:
            words += f"; the budget of {self.budget.settings.max_requests} requests is spent"
            return ExtractorStoppedError(f"{where}: {words}; see DATELINE_LLM_MAX_REQUESTS")
        if stop or self.failures >= _FAILURES_IN_A_ROW:
            return ExtractorStoppedError(f"{where}: {words}; what is not drafted yet is drafted by the next run")
        return UnreadSeedError(f"{where}: {words}")


def _library() -> ModuleType:
    try:
        return importlib.import_module("openai")
    except ModuleNotFoundError:
        raise MissingPackageError("the extractor 'llm' needs openai; pip install 'dateline[llm]'") from None


def _content(completion: Any) -> str:
    """The answer's words, "" where it has none (a refusal, a page of HTML)."""
    choices = getattr(completion, "choices", None) or []
    return str(getattr(getattr(choices[0], "message", None), "content", "") or "") if choices else ""


def _said(error: Any) -> str:
    """Status and the endpoint's own words, in one line without what cannot be printed."""
    body = error.body.get("message") if isinstance(error.body, dict) else None
    words = " ".join(str(body or error.message).split())[:_LONGEST_MESSAGE]
    return f"status {error.status_code}: " + "".join(c for c in words if c.isprintable())
