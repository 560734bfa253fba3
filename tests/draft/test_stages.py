"""The table of stages: what each reads is there, and what each writes is read."""

import inspect
from dataclasses import fields

from dateline.extract.rules.stages import GIVEN, RESULT, STAGES
from dateline.facts import Extraction


def test_a_stage_reads_only_what_is_given_or_written_before_it() -> None:
    known = set(GIVEN)
    for stage in STAGES:
        assert set(stage.reads) <= known, stage.name
        known |= set(stage.writes)


def test_a_stage_s_function_takes_what_the_stage_reads() -> None:
    for stage in STAGES:
        assert tuple(inspect.signature(stage.run).parameters) == stage.reads, stage.name


def test_what_is_given_or_written_is_read_by_a_later_stage_or_is_part_of_the_result() -> None:
    wanted = set(RESULT)
    for stage in reversed(STAGES):
        assert set(stage.writes) & wanted == set(stage.writes), f"{stage.name} writes what nobody reads"
        wanted = (wanted - set(stage.writes)) | set(stage.reads)
    assert wanted == set(GIVEN)


def test_names_are_unique() -> None:
    assert len({stage.name for stage in STAGES}) == len(STAGES)


def test_the_result_is_made_of_fields_of_an_extraction() -> None:
    assert set(RESULT) <= {field.name for field in fields(Extraction)}
