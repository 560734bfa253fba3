"""An endpoint may be slow, busy, broken or wrong: what is drafted is what it said, or nothing."""

import json
from pathlib import Path

import pytest
from draft.llm.conftest import Read
from draft.llm.loopback import Loopback, Reply
from draft.llm.report import TEXT, good

from dateline.errors import ProjectError
from dateline.extract.llm.parts import parts_of
from dateline.extract.llm.settings import LlmSettings
from dateline.facts import ExtractorStoppedError, UnreadSeedError


def test_a_good_answer_is_asked_for_once_with_a_strict_schema(endpoint: Loopback, read: Read) -> None:
    found = read()
    assert [actor.name for actor in found.actors] == ["Red Lantern Front", "Omar Velic", "Valley Guard"]
    assert endpoint.forms == ["json_schema"]
    described = endpoint.requests[0]["response_format"]["json_schema"]
    assert described["strict"] is True
    for definition in (described["schema"], *described["schema"]["$defs"].values()):
        assert definition["required"] == list(definition["properties"])
        assert definition["additionalProperties"] is False


def test_a_slow_answer_is_given_up_and_asked_for_again(endpoint: Loopback, read: Read) -> None:
    endpoint.replies = [Reply(good(), delay=1.5), Reply(good())]
    assert read(DATELINE_LLM_TIMEOUT="0.4").incidents
    assert len(endpoint.requests) == 2


def test_answers_that_never_come_leave_the_seed_unread(endpoint: Loopback, read: Read) -> None:
    endpoint.replies = [Reply(good(), delay=1)]
    with pytest.raises(UnreadSeedError, match=r"no answer within 0\.2 seconds"):
        read(DATELINE_LLM_TIMEOUT="0.2", DATELINE_LLM_RETRIES="0")


def test_a_busy_endpoint_is_asked_again_when_it_says(endpoint: Loopback, read: Read) -> None:
    endpoint.replies = [Reply("slow down", status=429, headers={"Retry-After": "1.5"}), Reply(good())]
    assert read().incidents
    first, second = endpoint.times
    assert second - first >= 1.5


def test_a_failing_endpoint_is_asked_again(endpoint: Loopback, read: Read) -> None:
    endpoint.replies = [Reply("oops", status=500), Reply("oops", status=503), Reply(good())]
    assert read(DATELINE_LLM_RETRIES="2").incidents
    assert len(endpoint.requests) == 3


@pytest.mark.parametrize(
    ("status", "error"),
    [(500, UnreadSeedError), (429, ExtractorStoppedError), (401, ExtractorStoppedError), (400, UnreadSeedError)],
)
def test_what_stays_wrong_ends_the_report_or_the_run(
    endpoint: Loopback, read: Read, status: int, error: type[Exception]
) -> None:
    endpoint.replies = [Reply("it\nis\x1b[31m so", status=status)]
    with pytest.raises(error, match=f"status {status}: it is") as caught:
        read(DATELINE_LLM_RETRIES="0")
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_nobody_there_ends_the_run(read: Read) -> None:
    with pytest.raises(ExtractorStoppedError, match="no connection"):
        read(DATELINE_LLM_BASE_URL="http://127.0.0.1:9/v1", DATELINE_LLM_RETRIES="0")


@pytest.mark.parametrize(
    "content",
    ['{"actors": [', "I cannot help with that.", "", '{"actors": "many"}', '{"people": []}', "[1]"],
    ids=["cut off", "prose", "empty", "wrong type", "unknown key", "no object"],
)
def test_what_is_no_answer_is_asked_for_again_and_then_refused(endpoint: Loopback, read: Read, content: str) -> None:
    endpoint.replies = [Reply(content), Reply(good())]
    assert read().incidents
    assert "could not be used" in endpoint.requests[1]["messages"][-1]["content"]
    endpoint.replies = [Reply(content)]
    with pytest.raises(UnreadSeedError, match="no usable answer in 3 tries"):
        read()


def test_a_body_that_is_no_json_leaves_the_seed_unread(endpoint: Loopback, read: Read) -> None:
    endpoint.replies = [Reply(raw="<html>welcome</html>", headers={"Content-Type": "text/html"})]
    with pytest.raises(UnreadSeedError):
        read()


def test_an_answer_between_fences_counts(endpoint: Loopback, read: Read) -> None:
    endpoint.replies = [Reply(f"Here it is:\n```json\n{good()}\n```\n")]
    assert read().incidents


def test_an_endpoint_that_refuses_schemas_is_told_the_schema(endpoint: Loopback, read: Read) -> None:
    endpoint.refuses = ("json_schema",)
    assert read().incidents
    assert endpoint.forms == ["json_schema", "json_object"]
    assert "JSON Schema" in endpoint.requests[1]["messages"][0]["content"]


def test_an_endpoint_that_refuses_every_form_is_asked_plainly(endpoint: Loopback, read: Read) -> None:
    endpoint.refuses = ("json_schema", "json_object")
    assert read().incidents
    assert endpoint.forms == ["json_schema", "json_object", "plain"]


def test_tries_count_in_a_budget_of_requests(endpoint: Loopback, read: Read) -> None:
    endpoint.replies = [Reply("oops", status=500)]
    with pytest.raises(ExtractorStoppedError, match="budget of 2 requests is spent"):
        read(DATELINE_LLM_RETRIES="5", DATELINE_LLM_MAX_REQUESTS="2")
    assert len(endpoint.requests) == 2


def test_a_budget_of_tokens_ends_the_run(endpoint: Loopback, read: Read) -> None:
    endpoint.replies = [Reply(good(), usage={"prompt_tokens": 60, "completion_tokens": 50, "total_tokens": 110})]
    with pytest.raises(ExtractorStoppedError, match=r"budget of 100 tokens is spent \(110 used\)"):
        read(f"{TEXT}\n\nMore. {TEXT}", DATELINE_LLM_PART="300", DATELINE_LLM_MAX_TOKENS="100")
    assert len(endpoint.requests) == 1


def test_tokens_are_estimated_where_the_endpoint_does_not_count(endpoint: Loopback, read: Read) -> None:
    with pytest.raises(ExtractorStoppedError, match="budget of 100 tokens"):
        read(f"{TEXT}\n\nMore. {TEXT}", DATELINE_LLM_PART="300", DATELINE_LLM_MAX_TOKENS="100")
    assert len(endpoint.requests) == 1


def test_a_kept_answer_makes_no_request(endpoint: Loopback, read: Read, tmp_path: Path) -> None:
    first = read(keep=tmp_path)
    assert read(keep=tmp_path) == first
    assert len(endpoint.requests) == 1
    (kept,) = (tmp_path / "llm").glob("*.json")
    for changed in ({"DATELINE_LLM_MODEL": "other"}, {"DATELINE_LLM_TEMPERATURE": "1"}):
        read(keep=tmp_path, **changed)
    read(TEXT + " More.", keep=tmp_path)
    assert len(endpoint.requests) == 4
    kept.write_text('{"actors": [', encoding="utf-8")
    assert read(keep=tmp_path) == first
    assert len(endpoint.requests) == 5


def test_what_was_no_answer_is_not_kept(endpoint: Loopback, read: Read, tmp_path: Path) -> None:
    endpoint.replies = [Reply("no")]
    with pytest.raises(UnreadSeedError):
        read(keep=tmp_path)
    assert not list(tmp_path.glob("llm/*"))


def test_a_long_report_is_read_in_parts_and_no_word_is_left_out(endpoint: Loopback, read: Read) -> None:
    text = "\n\n".join(f"Sentence {number} tells of rain. {TEXT}" for number in range(4))
    read(text, DATELINE_LLM_PART="500")
    asked = [request["messages"][1]["content"] for request in endpoint.requests]
    assert len(asked) == 3
    assert all(len(content) < 700 for content in asked)
    assert all(any(word in content for content in asked) for word in set(text.split()))


@pytest.mark.parametrize("text", [TEXT, "x" * 950, "word " * 400, "", " \n\n "])
def test_parts_hold_every_word_once(text: str) -> None:
    parts = parts_of(text, 200)
    assert "".join("".join(part.of(text).split()) for part in parts) == "".join(text.split())
    assert all(part.end - part.start <= 200 for part in parts)


def test_the_key_goes_to_the_endpoint_alone(endpoint: Loopback, read: Read) -> None:
    found = read(OPENAI_API_KEY="secret-1", DATELINE_LLM_API_KEY="secret-2")
    assert endpoint.headers[0]["authorization"] == "Bearer secret-2"
    assert "secret" not in repr(found) + json.dumps(endpoint.requests)
    assert "secret" not in repr(LlmSettings.of({"OPENAI_API_KEY": "secret-1", "DATELINE_LLM_MODEL": "m"}))


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({}, "set DATELINE_LLM_MODEL"),
        ({"DATELINE_LLM_MODEL": "m"}, "set DATELINE_LLM_BASE_URL"),
        ({"DATELINE_LLM_MODEL": "m", "OPENAI_BASE_URL": "here"}, "must begin with http"),
        ({"DATELINE_LLM_TIMEOUT": "soon"}, "DATELINE_LLM_TIMEOUT must be a number of at least 0.1, not 'soon'"),
        ({"DATELINE_LLM_MAX_REQUESTS": "1.5"}, "must be a whole number"),
        ({"DATELINE_LLM_RETRIES": "-1"}, "at least 0, not '-1'"),
    ],
)
def test_settings_that_cannot_be_used_are_named(environ: dict[str, str], words: str) -> None:
    whole = {"DATELINE_LLM_MODEL": "m", "OPENAI_API_KEY": "k", **environ} if len(environ) == 1 else environ
    with pytest.raises(ProjectError, match=words):
        LlmSettings.of(environ if "set DATELINE" in words else whole)
