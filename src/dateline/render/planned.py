"""Pages as a plan: which there are, each rendered when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Concatenate, ParamSpec

from dateline.model import Page
from dateline.render.site import Here

P = ParamSpec("P")


@dataclass(frozen=True)
class Planned:
    """A page of which only the path is known yet; `render` makes it (TemplateError)."""

    path: str
    render: Callable[[], Page]


def planned(make: Callable[Concatenate[Here, P], Page]) -> Callable[Concatenate[Here, P], Planned]:
    """A function that makes a page, as one that plans it: to know a page's path costs next to nothing."""

    def plan(here: Here, /, *values: P.args, **named: P.kwargs) -> Planned:
        return Planned(here.path, partial(make, here, *values, **named))

    return plan
