"""`dateline schema`: what editors need in order to complete and check records, as files."""

from pathlib import Path

from dateline.checking import load_project
from dateline.disk import write_atomic
from dateline.project import Project
from dateline.schema import KINDS, ids_of, schema_text
from dateline.snippets import snippets


def write_schemas(project: Project, target: Path, *, with_ids: bool = False) -> tuple[Path, ...]:
    """Write the JSON Schema of each kind of record to a folder; the files, whether they changed or not.

    with_ids  they offer the ids of the project's records, and a folder `.vscode` gets the same as snippets
    """
    corpus = load_project(project)[0] if with_ids else None
    ids = ids_of(corpus) if corpus else None
    found = {target / f"{kind}.schema.json": schema_text(kind, project.vocabulary, ids=ids) for kind in KINDS}
    if corpus and (project.root / ".vscode").is_dir():
        found[project.root / ".vscode" / "dateline.code-snippets"] = snippets(corpus, project.vocabulary)
    for path, text in found.items():
        write_atomic(path, text, durable=False)
    return tuple(found)
