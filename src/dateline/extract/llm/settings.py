"""What the environment says of the endpoint; docs/extractors.md explains each name."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.errors import ProjectError

_OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True)
class LlmSettings:
    """Where to ask, and how much.

    timeout       seconds without an answer before a request is given up
    retries       further tries of a request that failed
    max_requests  of a run, tries counted; 0: no limit
    max_tokens    of a run, questions and answers; 0: no limit
    part          characters of a report sent at once; a longer one is read in parts
    temperature   None: left to the endpoint
    """

    base_url: str
    model: str
    key: str = field(repr=False)
    timeout: float = 120
    retries: int = 3
    max_requests: int = 0
    max_tokens: int = 0
    part: int = 16_000
    temperature: float | None = 0

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "LlmSettings":
        """From environment variables (ProjectError where one is missing or cannot be used)."""
        url = _first(environ, "DATELINE_LLM_BASE_URL", "OPENAI_BASE_URL")
        key = _first(environ, "DATELINE_LLM_API_KEY", "OPENAI_API_KEY")
        model = _first(environ, "DATELINE_LLM_MODEL")
        if not model:
            raise ProjectError("the extractor 'llm' needs the name of a model; set DATELINE_LLM_MODEL")
        if not url and not key:
            raise ProjectError(
                "the extractor 'llm' needs an endpoint; set DATELINE_LLM_BASE_URL (such as http://127.0.0.1:8080/v1), "
                "or DATELINE_LLM_API_KEY for that of OpenAI"
            )
        if url and not url.startswith(("http://", "https://")):
            raise ProjectError(f"DATELINE_LLM_BASE_URL must begin with http:// or https://, not '{url}'")
        return cls(
            base_url=url or _OPENAI,
            model=model,
            key=key or "none",
            timeout=_number(environ, "DATELINE_LLM_TIMEOUT", cls.timeout, least=0.1),
            retries=int(_number(environ, "DATELINE_LLM_RETRIES", cls.retries, whole=True)),
            max_requests=int(_number(environ, "DATELINE_LLM_MAX_REQUESTS", cls.max_requests, whole=True)),
            max_tokens=int(_number(environ, "DATELINE_LLM_MAX_TOKENS", cls.max_tokens, whole=True)),
            part=int(_number(environ, "DATELINE_LLM_PART", cls.part, least=200, whole=True)),
            temperature=_temperature(environ),
        )


def _first(environ: Mapping[str, str], *names: str) -> str:
    return next((environ[name].strip() for name in names if environ.get(name, "").strip()), "")


def _temperature(environ: Mapping[str, str]) -> float | None:
    name = "DATELINE_LLM_TEMPERATURE"
    return None if _first(environ, name) == "none" else _number(environ, name, 0)


def _number(environ: Mapping[str, str], name: str, default: float, *, least: float = 0, whole: bool = False) -> float:
    given = _first(environ, name)
    if not given:
        return default
    try:
        value = float(given)
    except ValueError:
        value = math.nan
    if math.isfinite(value) and value >= least and not (whole and value % 1):
        return value
    sort = "a whole number" if whole else "a number"
    raise ProjectError(f"{name} must be {sort} of at least {least:g}, not '{given}'")
