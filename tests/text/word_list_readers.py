"""Which modules read which keys of the word lists, by their source."""

import ast
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import dateline
from dateline.text.lexicon import EACH

SOURCE = Path(dateline.__file__).parent
CALLS = {"words", "word_set", "pattern"}
WHOLE = {"items", "values"}


@cache
def trees() -> Mapping[str, ast.Module]:
    """The modules of Dateline by their name, without the one that reads the lists for all."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


@cache
def texts(module: str) -> frozenset[str]:
    """All that stands in quotes in a module."""
    return frozenset(
        n.value for n in ast.walk(trees()[module]) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    )


def importers(module: str) -> list[str]:
    """The modules that import this one."""
    return [
        name
        for name, tree in trees().items()
        if any(isinstance(n, ast.ImportFrom) and n.module == f"dateline.{module}" for n in ast.walk(tree))
    ]


def readers(lists: Mapping[str, Mapping[str, Any]], entries: Container[str] = ()) -> dict[tuple[str, str], set[str]]:
    """(list, key) -> modules; of a list whose keys are entries under the key `*`.

    A key that is computed is one of those that the module names, or that what it reads of the list names, else one
    that a module names which imports it.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    computed: list[tuple[str, str]] = []
    for module, name, key in _calls(lists):
        if name in entries:
            found[name, EACH].add(module)
        elif key is None:
            computed.append((name, module))
        else:
            for one in lists[name] if key == EACH else (key,):
                found[name, one].add(module)
    for name, module in computed:
        said = set(texts(module)).union(
            *(_named(lists[name][key]) for key in lists[name] if module in found[name, key])
        )
        for key in set(lists[name]) & said:
            found[name, key].add(module)
    read = {where for where, modules in found.items() if modules}
    for name, module in computed:
        near = {word for other in importers(module) for word in texts(other)}
        for key in {key for key in set(lists[name]) & near if (name, key) not in read}:
            found[name, key].add(module)
    return found


def _calls(lists: Container[str]) -> Iterator[tuple[str, str, str | None]]:
    """(module, list, key) of each place where a list is read; the key as `_key` tells it."""
    for module, tree in trees().items():
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and first.value in lists:
                    yield module, str(first.value), _key(node, parents)


def _named(value: Any) -> Iterator[str]:
    """The lists that choices of a list name: `by: ships`, `to: land`."""
    if isinstance(value, dict):
        for choices in value.values():
            for choice in choices if isinstance(choices, list) else ():
                if isinstance(choice, dict):
                    yield from (str(choice[side]) for side in ("by", "to") if side in choice)


def _key(call: ast.Call, parents: Mapping[ast.AST, ast.AST]) -> str | None:
    """The key that a call names, EACH where it goes through all, None where it is computed."""
    if len(call.args) > 1:
        return _text(call.args[1])
    above = parents[call]
    if isinstance(above, ast.Subscript):
        return _text(above.slice)
    if isinstance(above, ast.Attribute) and above.attr in WHOLE:
        return EACH
    if isinstance(above, ast.Attribute) and above.attr == "get":
        given = parents[above]
        return _text(given.args[0]) if isinstance(given, ast.Call) else None
    return None


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
