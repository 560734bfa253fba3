"""The command `dateline`: parses arguments, calls the API, prints, and sets the exit code. No logic of its own."""

from dateline.cli.commands import main

__all__ = ["main"]
