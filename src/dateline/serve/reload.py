"""Tells open pages that a newer build is there."""

import secrets
from dataclasses import dataclass, field
from importlib.resources import files
from threading import Condition

FOLDER = ".dateline/"  # below the base: no page of a site lies in a hidden folder
SCRIPT = FOLDER + "reload.js"
EVENTS = FOLDER + "events"


@dataclass
class Reloads:
    """The current build's name, and a way to wait for the next; each method may be called from any thread."""

    _run: str = field(default_factory=lambda: secrets.token_hex(4))  # a server started anew has other builds
    _number: int = 0
    _closed: bool = False
    _news: Condition = field(default_factory=Condition)

    @property
    def build(self) -> str:
        """The name of the build that is being served."""
        return f"{self._run}-{self._number}"

    @property
    def closed(self) -> bool:
        """True when the server stops."""
        return self._closed

    def announce(self) -> None:
        """There is a newer build."""
        with self._news:
            self._number += 1
            self._news.notify_all()

    def close(self) -> None:
        """Let go all who wait."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def wait(self, known: str, *, seconds: float) -> str:
        """The name of the build, as soon as it is another than the known one, or the time is up, or all is closed."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self.build != known, seconds)
            return self.build


def script() -> bytes:
    """The script that pages are served with."""
    return files("dateline.serve").joinpath("reload.js").read_bytes()


def with_script(page: bytes, *, base: str, build: str) -> bytes:
    """A page that loads itself again; the file on disk stays as it is."""
    tag = f'<script src="{base}{SCRIPT}" data-build="{build}" async></script>'.encode()
    end = page.lower().rfind(b"</body>")
    return page + tag if end < 0 else page[:end] + tag + page[end:]
