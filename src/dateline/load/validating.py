"""Front matter as its model has it, or what does not fit."""

from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dateline.frontmatter import Parsed
from dateline.model import Model
from dateline.vocabulary import Vocabulary

M = TypeVar("M", bound=Model)


def validated(parsed: Parsed, model: type[M], vocabulary: Vocabulary) -> tuple[M | None, list[ErrorDetails]]:
    """The record, or None and pydantic's errors."""
    try:
        return model.model_validate(parsed.data, context={"vocabulary": vocabulary}), []
    except ValidationError as error:
        return None, error.errors()
