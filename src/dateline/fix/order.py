"""Keys in the order in which records are written; comments and blank lines go with the key at which they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from dateline.fix.mend import Edit, Mend
from dateline.fix.page import Page
from dateline.frontmatter.parse import LOADER
from dateline.frontmatter.spans import comments, read
from dateline.model import Model
from dateline.model.corpus import KeyPath
from dateline.model.keys import keys_at


def key_order(page: Page) -> Iterator[Mend]:
    """Keys stand in the order in which Dateline writes them."""
    wrong = list(_out_of_order(page.parsed.data, page.model, ())) if page.record else []
    if not wrong:
        return
    matter, _, _ = read(page.text)
    head = page.text.index("\n") + 1
    ordered = _Writer(matter, page.model).whole()
    if ordered != matter:
        line = page.parsed.lines.get(wrong[0], 2)
        names = [".".join(str(key) for key in keys) or "the record" for keys in wrong]
        shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if names[3:] else "")
        yield Mend(line, f"keys stand in the usual order in {shown}", (Edit(head, head + len(matter), ordered),))


def _out_of_order(value: object, model: type[Model], path: KeyPath) -> Iterator[KeyPath]:
    if isinstance(value, dict):
        if list(value) != _sorted(list(value), model, path):
            yield path
        for key, item in value.items():
            yield from _out_of_order(item, model, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _out_of_order(item, model, (*path, number))


def _sorted(keys: Sequence[str], model: type[Model], path: KeyPath) -> list[str]:
    usual = {key: number for number, key in enumerate(keys_at(model, path))}
    return sorted(keys, key=lambda key: usual.get(key, len(usual)))


@dataclass(frozen=True)
class _Writer:
    """Writes a YAML text anew from its own pieces, the chunks of each mapping in order."""

    matter: str
    model: type[Model]

    def whole(self) -> str:
        node = yaml.compose(self.matter, Loader=LOADER)
        if node is None:
            return self.matter
        start, end = self._begin(node), self._end(node)
        return self.matter[:start] + self._node(node, start, end, ()) + self.matter[end:]

    def _node(self, node: yaml.Node, start: int, end: int, path: KeyPath) -> str:
        """The text from start to end, within which the node is."""
        if isinstance(node, yaml.MappingNode) and node.value:
            return self._flow(node, start, end, path) if node.flow_style else self._block(node, start, end, path)
        if isinstance(node, yaml.SequenceNode):
            return self._inside(start, end, [(item, (*path, number)) for number, item in enumerate(node.value)])
        return self.matter[start:end]

    def _inside(self, start: int, end: int, nodes: Sequence[tuple[yaml.Node, KeyPath]]) -> str:
        """The text from start to end with these nodes in it written anew."""
        out = []
        for node, path in nodes:
            first = self._begin(node)
            last = min(self._end(node), end)
            out += [self.matter[start:first], self._node(node, first, last, path)]
            start = last
        return "".join([*out, self.matter[start:end]])

    def _block(self, node: yaml.MappingNode, start: int, end: int, path: KeyPath) -> str:
        starts = [start, *(self._above(key) for key, _ in node.value[1:])]
        spans = zip(node.value, starts, [*starts[1:], end], strict=True)
        chunks = {
            key.value: self._inside(first, last, [(value, (*path, key.value))]) for (key, value), first, last in spans
        }
        order = _sorted(list(chunks), self.model, path)
        if order == list(chunks):
            return "".join(chunks.values())
        if self.matter[:start].endswith("\n") or not start:
            return "".join(chunks[key] for key in order)
        return self._after_dash(chunks, order, " " * node.start_mark.column)

    def _after_dash(self, chunks: dict[str, str], order: list[str], indent: str) -> str:
        """The first key stands behind the dash of its list item; a comment cannot."""
        first = next(iter(chunks))
        lines = {key: text if key == first else text.removeprefix(indent) for key, text in chunks.items()}
        if lines[order[0]].lstrip().startswith("#"):
            return "".join(chunks.values())
        return lines[order[0]] + "".join(
            indent + lines[key] if key == first else chunks[key] for key in order if key != order[0]
        )

    def _flow(self, node: yaml.MappingNode, start: int, end: int, path: KeyPath) -> str:
        spans = [(key.start_mark.index, value.end_mark.index) for key, value in node.value]
        texts = {
            key.value: self._inside(first, last, [(value, (*path, key.value))])
            for (key, value), (first, last) in zip(node.value, spans, strict=True)
        }
        order = _sorted(list(texts), self.model, path)
        if comments(self.matter[start:end]):
            order = list(texts)
        out, at = [], start
        for key, (first, last) in zip(order, spans, strict=True):
            out += [self.matter[at:first], texts[key]]
            at = last
        return "".join([*out, self.matter[at:end]])

    def _begin(self, node: yaml.Node) -> int:
        """Where a node's text begins: for a mapping with its first key on a line of its own, the comments above it."""
        is_block = isinstance(node, yaml.MappingNode) and node.value and not node.flow_style
        return self._above(node.value[0][0]) if is_block else int(node.start_mark.index)

    def _above(self, key: yaml.Node) -> int:
        """Where the line of a key begins, or the comments right above it; the key itself where it is not first."""
        start = int(key.start_mark.index)
        line = self.matter.rfind("\n", 0, start) + 1
        indent = self.matter[line:start]
        if indent.strip(" "):
            return start
        while line:
            above = self.matter.rfind("\n", 0, line - 1) + 1
            if not self.matter.startswith(f"{indent}#", above):
                break
            line = above
        return line

    def _end(self, node: yaml.Node) -> int:
        """The end of the last line of a node's own text; of a flow node its last bracket."""
        if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        end = int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return end
        found = self.matter.find("\n", end)
        return len(self.matter) if found < 0 else found + 1
