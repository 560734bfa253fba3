"""What ends a command: a broken environment. Content mistakes are `Problem` values, never exceptions."""


class DatelineError(Exception):
    """Something that no edit of a briefing can mend; printed as one line, exit code 2."""


class ProjectError(DatelineError):
    """There is no project here, or its `mkdocs.yml` cannot be used."""


class TemplateError(DatelineError):
    """A template cannot be found, read or rendered."""


class EngineError(DatelineError):
    """The site engine or the search indexer is missing, or ended with a failure."""


class MissingPackageError(DatelineError):
    """A package of an extra is needed and not installed."""


class HistoryError(DatelineError):
    """A revision cannot be had from git."""
