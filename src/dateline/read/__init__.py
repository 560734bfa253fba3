"""seeds ─read─▶ Seed: raw articles in several formats become one kind of value.

Rules of its problems: `seed-unreadable`, `seed-empty`, `seed-header`, `seed-name`, `seed-id`,
`seed-duplicate-id`, `seed-needs-package`; as warnings `seed-format`, `seed-duplicate` and, where an
article of a `.jsonl` has none, `seed-id`.
"""

from dateline.read.files import READERS, read_seed_file, read_seeds
from dateline.read.freeze import freeze
from dateline.read.source import Reading

__all__ = ["READERS", "Reading", "freeze", "read_seed_file", "read_seeds"]
