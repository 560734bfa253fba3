"""Tells open pages that a newer build is there, and what is wrong with it."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from threading import Condition

FOLDER = ".dateline/"  # below the base: no page of a site lies in a hidden folder
SCRIPT = FOLDER + "reload.js"
EVENTS = FOLDER + "events"


@dataclass(frozen=True)
class News:
    """The name of the build that is served, and the problems that keep a newer one from being it, a line each."""

    build: str
    problems: tuple[str, ...] = ()

    @property
    def event(self) -> str:
        """As it is sent to pages, on one line."""
        return json.dumps({"build": self.build, "problems": self.problems})


@dataclass
class Reloads:
    """The news, and a way to wait for others; each method may be called from any thread."""

    _run: str = field(default_factory=lambda: secrets.token_hex(4))  # a server started anew has other builds
    _number: int = 0
    _problems: tuple[str, ...] = ()
    _closed: bool = False
    _news: Condition = field(default_factory=Condition)

    @property
    def build(self) -> str:
        """The name of the build that is being served."""
        return f"{self._run}-{self._number}"

    @property
    def news(self) -> News:
        """What pages should know now."""
        return News(self.build, self._problems)

    @property
    def closed(self) -> bool:
        """True when the server stops."""
        return self._closed

    def announce(self) -> None:
        """There is a newer build, and nothing is wrong with it as far as is known."""
        with self._news:
            self._number += 1
            self._problems = ()
            self._news.notify_all()

    def tell(self, problems: Sequence[str]) -> None:
        """These problems, and no others, are there; the build that is served stays."""
        with self._news:
            self._problems = tuple(problems)
            self._news.notify_all()

    def close(self) -> None:
        """Let go all who wait."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def wait(self, known: News, *, seconds: float) -> News:
        """The news, as soon as they are others than the known, or the time is up, or all is closed."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self.news != known, seconds)
            return self.news


def script() -> bytes:
    """The script that pages are served with."""
    return files("dateline.serve").joinpath("reload.js").read_bytes()


def with_script(page: bytes, *, base: str, build: str) -> bytes:
    """A page that loads itself again; the file on disk stays as it is."""
    tag = f'<script src="{base}{SCRIPT}" data-build="{build}" async></script>'.encode()
    end = page.lower().rfind(b"</body>")
    return page + tag if end < 0 else page[:end] + tag + page[end:]
