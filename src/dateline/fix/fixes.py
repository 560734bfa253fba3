"""The fixes, in the order in which they are tried on a file: what it says first, then how it is laid out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dateline.fix.mend import Mend
from dateline.fix.order import key_order
from dateline.fix.page import Page
from dateline.fix.references import other_ids, own_id
from dateline.fix.spaces import trailing_space
from dateline.fix.values import spelling


@dataclass(frozen=True)
class Fix:
    """What is put right where a rule does not hold: `find` yields a mend for each place where it is sure to be safe."""

    rule: str
    find: Callable[[Page], Iterable[Mend]]


FIXES: tuple[Fix, ...] = (
    Fix("schema", spelling),
    Fix("id-is-file-name", own_id),
    Fix("unknown-id", other_ids),
    Fix("key-order", key_order),
    Fix("trailing-space", trailing_space),
)

# Of these the check says nothing: readers are not served worse, and nobody should be kept from writing by them.
TIDIED: Mapping[str, str] = {
    "key-order": "Keys stand in the order in which Dateline writes them.",
    "trailing-space": "No line ends in spaces that mean nothing.",
}
