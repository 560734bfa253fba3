"""A project: the folder with `mkdocs.yml`, and where its things are."""

import os
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dateline.errors import ProjectError
from dateline.vocabulary import Vocabulary, load_vocabulary


class DraftSettings(BaseModel):
    """`extra.dateline.draft`: which extractor.

    model  for the rules: an installed spaCy model
    llm    for the extractor `llm`: its findings are added to those of the rules, or replace them
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    extractor: str = "rules"
    model: str = ""
    llm: Literal["suggest", "replace"] = "suggest"


class FeedSettings(BaseModel):
    """One of `extra.dateline.feeds`: an address, or one with what the feed does not tell of its articles."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(pattern=r"^https?://\S+$")
    publisher: str = ""
    licence: str = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"url": value} if isinstance(value, str) else value


class FetchSettings(BaseModel):
    """`extra.dateline.fetch`: how feeds and their articles are asked for.

    pause          seconds between two requests to one host, at the least
    shortest       characters below which a text is a teaser, and becomes no seed
    user_agent     what hosts are told of who asks; else Dateline with the repository's address
    private_hosts  hosts of local networks may be asked too
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pause: float = Field(default=2.0, ge=0)
    shortest: int = Field(default=400, ge=0)
    user_agent: str = Field(default="", pattern=r"^[ -~]*$")
    private_hosts: bool = False


class Settings(BaseModel):
    """What `extra.dateline` in `mkdocs.yml` may hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    vocabulary: dict[str, dict[str, Any]] = Field(default_factory=dict)
    draft: DraftSettings = DraftSettings()
    feeds: tuple[FeedSettings, ...] = ()
    fetch: FetchSettings = FetchSettings()
    edit_url: str = ""
    licence: str = ""
    rules_url: str = ""
    cards: int = Field(default=500, ge=0)


@dataclass(frozen=True)
class Project:
    """Absolute paths of one project and its settings; nothing below the CLI uses the working directory."""

    root: Path
    settings: Settings = field(default_factory=Settings)
    site: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def find(cls, start: Path) -> "Project":
        """The project of a folder: it or the nearest folder above that holds `mkdocs.yml` (ProjectError)."""
        start = start.resolve()
        for folder in (start, *start.parents):
            if (folder / "mkdocs.yml").is_file():
                return cls.open(folder)
        raise ProjectError(f"no mkdocs.yml in {start} or above it; run this in a project, or name one with --project")

    @classmethod
    def open(cls, root: Path) -> "Project":
        """Read `mkdocs.yml` of this folder (ProjectError where it cannot be used)."""
        site = _read_site(root / "mkdocs.yml")
        try:
            settings = Settings.model_validate((site.get("extra") or {}).get("dateline") or {})
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, ("extra", "dateline", *first["loc"])))
            raise ProjectError(f"mkdocs.yml: {where}: {first['msg'].lower()}") from None
        unknown = sorted(set(settings.vocabulary) - set(load_vocabulary()))
        if unknown:
            raise ProjectError(f"mkdocs.yml: extra.dateline.vocabulary: there is no list '{unknown[0]}'")
        return cls(root.resolve(), settings, site)

    def with_extractor(self, name: str) -> "Project":
        """This project, drafted by another extractor than its settings name."""
        draft = self.settings.draft.model_copy(update={"extractor": name})
        return replace(self, settings=self.settings.model_copy(update={"draft": draft}))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The closed lists with this project's additions."""
        return load_vocabulary().extended(self.settings.vocabulary)

    @property
    def name(self) -> str:
        """The site's name."""
        return str(self.site.get("site_name") or "Dateline")

    @property
    def url(self) -> str:
        """Where the site is published, with a slash at its end; "" where that is not known."""
        address = str(self.site.get("site_url") or "").strip()
        return f"{address.rstrip('/')}/" if address.startswith(("https://", "http://")) else ""

    @property
    def rules_url(self) -> str:
        """Where the rules of the check are documented: as set, else in the repository where it has them, else ""."""
        repository = str(self.site.get("repo_url") or "").rstrip("/")
        kept = repository and (self.root / "docs" / "rules.md").is_file()
        return self.settings.rules_url or (f"{repository}/blob/HEAD/docs/rules.md" if kept else "")

    @property
    def seeds(self) -> Path:
        """Raw articles."""
        return self.root / "seeds"

    @property
    def briefings(self) -> Path:
        """All content that people own."""
        return self.root / "briefings"

    @property
    def templates(self) -> Path:
        """The project's own templates; each overrides the one of that name that comes with Dateline."""
        return self.root / "templates"

    @property
    def drafts(self) -> Path:
        """Each drafted file as last generated, under its path below `briefings/`."""
        return self.root / ".dateline" / "drafts"

    @property
    def feeds_state(self) -> Path:
        """What is remembered of feeds between two runs."""
        return self.root / ".dateline" / "feeds.json"

    @property
    def unfinished(self) -> Path:
        """A change of records as it is being written; it is there only where one was cut short."""
        return self.root / ".dateline" / "unfinished.json"

    @property
    def texts(self) -> Path:
        """Frozen texts of seeds that need a parser to be read, by sha256."""
        return self.root / ".dateline" / "texts"

    @property
    def build(self) -> Path:
        """Everything that is generated before the engine runs."""
        return self.root / "build"

    @property
    def theme(self) -> Path:
        """The staged theme overrides, `custom_dir` of the engine's theme."""
        return self.build / "theme"

    @property
    def docs(self) -> Path:
        """The staged tree that the engine reads."""
        return self.root / str(self.site.get("docs_dir") or "build/docs")

    @property
    def output(self) -> Path:
        """The finished site."""
        return self.root / str(self.site.get("site_dir") or "site")


class _SiteLoader(yaml.SafeLoader):
    """Reads `!ENV` as the engine does; other tags of the engine (`!!python/name:…`) as their text."""


def _as_text(_: yaml.SafeLoader, suffix: str, node: yaml.Node) -> str:
    return suffix if isinstance(node, yaml.ScalarNode) else ""


def _from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """The first of the variables that is set; of several words the last is what stands for all."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(node.value)
    if not isinstance(node, yaml.SequenceNode):
        return None
    *names, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), default)


_SiteLoader.add_constructor("!ENV", _from_environment)
_SiteLoader.add_multi_constructor("!", _as_text)
_SiteLoader.add_multi_constructor("tag:yaml.org,2002:python/", _as_text)


def _read_site(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_SiteLoader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ProjectError(f"mkdocs.yml: must be valid YAML: {' '.join(str(error).split())}") from None
    if not isinstance(content, dict):
        raise ProjectError("mkdocs.yml: must hold keys and values, such as site_name: …")
    return content
