"""Seeds: there, and the same as when they were cited."""

from collections.abc import Iterator

from dateline.check.finding import Context, Finding, did_you_mean
from dateline.model import Briefing, Record, Source


def _sources(context: Context) -> Iterator[tuple[Record[Briefing], int, Source]]:
    for record in context.corpus.briefings.values():
        for number, source in enumerate(record.data.sources):
            if source.seed:
                yield record, number, source


def seed_exists(context: Context) -> Iterator[Finding]:
    """The seed that a source names is under `seeds/` and can be read."""
    unreadable = {path for path in context.corpus.unreadable if path.startswith("seeds/")}
    for record, number, source in _sources(context):
        if source.seed not in context.corpus.seeds and source.seed.partition("#")[0] not in unreadable:
            advice = did_you_mean(source.seed, list(context.corpus.seeds), "put the article there")
            message = f"seed must be an article under seeds/, not '{source.seed}'; {advice}"
            yield Finding(record.path, record.line("sources", number, "seed"), message)


def seed_unchanged(context: Context) -> Iterator[Finding]:
    """The seed's bytes are those that were cited: their sha256 is the recorded one."""
    for record, number, source in _sources(context):
        seed = context.corpus.seeds.get(source.seed)
        if seed and source.sha256 and seed.sha256 != source.sha256:
            message = (
                f"seed {source.seed} must be as it was when cited, but its sha256 is now {seed.sha256[:12]}…, "
                f"not {source.sha256[:12]}…; restore the file, or read it again and record the new sha256"
            )
            yield Finding(record.path, record.line("sources", number, "sha256"), message)


def seed_is_recorded(context: Context) -> Iterator[Finding]:
    """A source with a seed records its sha256, so that a later change shows."""
    for record, number, source in _sources(context):
        seed = context.corpus.seeds.get(source.seed)
        if seed and not source.sha256:
            message = f"source '{source.id}' should record its seed's sha256; add sha256: {seed.sha256}"
            yield Finding(record.path, record.line("sources", number), message)
