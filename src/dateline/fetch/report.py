"""What became of each item of a feed, in words."""

from dataclasses import dataclass
from typing import Literal, get_args

Outcome = Literal["added", "known", "refused", "no-date", "too-short", "failed", "later"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


@dataclass(frozen=True)
class Fetched:
    """One item, or the feed itself where it could not be read.

    outcome  `added`: a seed was written; `known`: it is there already; `refused`: its site does not want it fetched,
             or its address may not be asked; `no-date` and `too-short`: no seed can be made of it; `failed`: it could
             not be had this time; `later`: the run has done its share
    words    why, in one line; of an added one its title
    seed     the file, relative to the project, or ""
    is_feed  True where the feed itself is meant
    """

    outcome: Outcome
    url: str
    words: str
    seed: str = ""
    is_feed: bool = False


class FetchError(Exception):
    """One address cannot be had. `outcome` says whether asking again may help (`failed`) or not (`refused`)."""

    def __init__(self, words: str, *, outcome: Outcome = "failed") -> None:
        super().__init__(words)
        self.words, self.outcome = words, outcome
