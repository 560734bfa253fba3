"""A host to ask, and a project that may ask it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fetch.host import Host, running

from dateline.api import Project


@pytest.fixture
def host() -> Iterator[Host]:
    with running() as server:
        yield server


@pytest.fixture
def project(tmp_path: Path) -> Project:
    settings = "site_name: Test\nextra: {dateline: {fetch: {private_hosts: true, pause: 0}}}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for folder in ("seeds", "briefings"):
        (tmp_path / folder).mkdir()
    return Project.open(tmp_path)
