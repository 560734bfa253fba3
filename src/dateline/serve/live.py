"""The newest state of a project, a page at a time: read again at each change, put in its frame when it is asked for."""

import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import Literal

from dateline.check import check_corpus, format_problems
from dateline.checking import Kept, load_project
from dateline.disk import write_atomic
from dateline.engine import EnginePages
from dateline.errors import EngineError, TemplateError
from dateline.kept import KeptParts
from dateline.model import Corpus, Problem
from dateline.project import Project
from dateline.render import theme_files
from dateline.serve.lookup import Gone
from dateline.serve.preview import Preview, preview
from dateline.serve.reload import Reloads

_RECORDS = ("briefings/", "actors/", "incidents/", "locations/")
_SHOWN = 50  # problems that a page lists


class LiveSite:
    """What the server shows where it is newer than the built site. Each method may be called from any thread.

    show  prints problems
    say   prints a line
    """

    def __init__(
        self,
        project: Project,
        *,
        reloads: Reloads,
        show: Callable[[Sequence[Problem]], None],
        say: Callable[[str], None],
    ) -> None:
        """Nothing of the project is read yet."""
        self.project, self._reloads, self._show, self._say = project, reloads, show, say
        self.state = 0
        self._kept, self._checked = Kept(), KeptParts()
        self._engine: EnginePages | None = None
        self._settings_built = True
        self._theme = ""
        self._preview: Preview | None = None
        self._built_state = 0
        self._faults: tuple[str, ...] = ()
        self._finished: dict[str, bytes] = {}
        self._last_good: dict[str, bytes] = {}
        self._turn = Lock()

    @property
    def can_begin(self) -> bool:
        """True where an earlier build left what pages need beside their own content."""
        return (self.project.output / "index.html").is_file() and (self.project.docs / "index.md").is_file()

    def close(self) -> None:
        """End the engine's process."""
        if self._engine:
            self._engine.close()

    def _read(self) -> Corpus | None:
        """The corpus as it is now, or None where it has errors, which are shown. Warnings are the build's to tell."""
        corpus, problems = load_project(self.project, kept=self._kept)
        if self._before and corpus == self._before.corpus:
            return corpus
        self._checked = KeptParts(self._checked)
        faults = check_corpus(corpus, self.project.vocabulary, severities=["error"], kept=self._checked)
        found = {*problems, *faults}
        errors = sorted(problem for problem in found if problem.severity == "error")
        if not errors:
            return corpus
        self.state += 1  # a build of what was there before has nothing to say to this
        self._show(errors)
        self.tell(errors)
        return None

    @property
    def _before(self) -> Preview | None:
        """The last good state, if it was made with the settings of now."""
        shown = self._preview
        return shown if shown and shown.project is self.project else None

    def tell(self, problems: Sequence[Problem]) -> None:
        """Pages list these problems."""
        self._tell(format_problems(problems).splitlines())

    def refresh(self, *, built: bool = False) -> Preview | None:
        """Read what changed; open pages are told to load again, or what keeps them from it.

        built  the site has just been built of this state
        Raises DatelineError where the settings cannot be used.
        """
        self._reopen()
        self._begin()
        with _undisturbed():
            corpus = self._read()
            fresh = preview(self.project, corpus, before=self._before) if corpus else None
        if fresh is None:
            return None
        with self._turn:
            self._stage_theme()
            self._preview, self._faults, self._finished = fresh, (), {}
            self.state += not built
        if not built:
            self._reloads.announce()
        return fresh

    def built(self, state: int) -> None:
        """The site as built is that of `state`; where nothing changed since, it is served from now on."""
        if self._engine is None or not self._settings_built:
            self._settings_built = True
            self._restart()
            self._reloads.announce()
        with self._turn:
            if state != self.state or self._preview is None:
                return
            self._built_state = state
            self._finished = {}
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def done(self, state: int, failure: str) -> None:
        """A build has come to its end; `failure`: why, or "". That of another state than the newest is no news."""
        if not failure:
            self.built(state)
        elif state == self.state:
            self.failed(failure)

    def failed(self, words: str) -> None:
        """The build of the newest state failed."""
        self._say(words)
        self._tell([words])

    def content(self, address: str) -> bytes | Literal[Gone.GONE] | None:
        """The newest content of an address, or None where the built site's is the newest or there is none."""
        with self._turn:
            shown = self._preview
            if shown is None or self._engine is None or self.state == self._built_state:
                return None
            if address in shown.pages:
                return self._page(shown, self._engine, address)
            found = shown.file(address)
            return Gone.GONE if found is None and _is_of_a_record(address) else found

    def _page(self, shown: Preview, engine: EnginePages, address: str) -> bytes | None:
        """A page in its frame; where a template fails its last good state, or None for that of the built site."""
        if address not in self._finished:
            try:
                page = shown.pages[address].render()
                html = engine.page(page.path, page.content, newest=shown.newest, theme=self._theme)
            except (TemplateError, EngineError) as error:
                self._fault(str(error))
                return self._last_good.get(address)
            self._finished[address] = self._last_good[address] = html.encode()
        return self._finished[address]

    def _fault(self, words: str) -> None:
        if words not in self._faults:
            self._faults = (*self._faults, words)
            self._say(words)
        self._tell(self._faults)

    def _tell(self, lines: Sequence[str]) -> None:
        more = [f"… and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
        self._reloads.tell([*lines[:_SHOWN], *more])

    def _reopen(self) -> None:
        """Read the settings again; where they changed, nothing that was read with the old ones is used."""
        project = Project.find(self.project.root)
        if (project.settings, project.site) == (self.project.settings, self.project.site):
            return
        self.project, self._kept, self._settings_built = project, Kept(), False
        if self._engine:
            self._restart()

    def _begin(self) -> None:
        """The engine reads the staged tree: there must be one."""
        if self._engine is None and self.can_begin:
            self._restart()

    def _restart(self) -> None:
        """The engine reads the settings and the names of the staged files again."""
        with self._turn:
            old, self._engine = self._engine, EnginePages(self.project)
        if old:
            old.close()

    def _stage_theme(self) -> None:
        """Put what overrides the theme where the engine looks for it."""
        files = dict(theme_files(self.project))
        for path, content in files.items():
            write_atomic(self.project.theme / path, content, durable=False)
        self._theme = hashlib.sha256(repr(files).encode()).hexdigest()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Rubbish is not looked for while much is made that stays, nor later in what stays until the next change."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _is_of_a_record(address: str) -> bool:
    """True for what the newest state would have if it were there; the engine's own page is the one for what is not."""
    data = address.endswith(".json") and address.startswith(_RECORDS)
    return data or (address.endswith(".html") and address != "404.html")
