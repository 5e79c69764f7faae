"""Answers into the text of a facts file: each is put in at its place, and nothing else is touched.

A value is put where nothing is: behind a key that has none, under a key of its own between the keys that go
before and after it, as one more member of a list. What a file says is never changed, its comments and its
order neither; only an empty [], {} or "" gives way. So the same answers make the same file in any order.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from draftkit.errors import Place, Problem, WrongFacts
from draftkit.messages import _
from draftkit.store.dump import Plainly
from draftkit.store.keys import FACTS, FIGURE, SECTION
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.nodes import Node, Scalar
from draftkit.store.nodes import Sequence as SequenceNode
from draftkit.store.yaml import flow_yaml, quote, quoted, read_yaml

Path = tuple[str | int, ...]
"""Where an answer goes: ("sections", 0, "抓手"), structural keys by their English names."""


def put(
    text: str, file: str, path: Path, value: Plainly, order: Sequence[str] = (), between: bool = False
) -> str:
    """Return the text of a facts file with a value at a path where nothing is yet.

    `order` has the keys as they stand in a form; keys that are not in it stand behind them by name. `between`
    puts one more member into a list, before the one that is there. Raises WrongFacts where the value cannot
    stand in a file, or the file has no place for it.
    """
    root = _read(text, file)
    ranks = {key: number for number, key in enumerate(order)}
    found = _Text(text, path, value, ranks, _is_chinese(root), between).put(root, 0, flow=False)
    wanted = _with(_plain(root), path, _renamed(value, path, chinese=False), between)
    if _plain(_read(found or "", file)) != wanted:
        message = _("the file has no place for {key}").format(key=".".join(map(str, path)))
        raise WrongFacts([Problem(Place(file), message, _("Write it into the file by hand, and ask again"))])
    return found or ""


def put_figure(text: str, file: str, name: str, value: Plainly, order: Sequence[str]) -> str:
    """Return the text with a figure at its name; what is said of it there (a unit, a source) stays beside it.

    Raises WrongFacts as `put` does.
    """
    path: Path = ("figures", name)
    root = _plain(_read(text, file))
    figures = root.get("figures") if isinstance(root, dict) else None
    there = figures.get(name) if isinstance(figures, dict) else None
    if not isinstance(there, dict) or not there:
        return put(text, file, path, value, order)
    for key, one in (value if isinstance(value, dict) else {"value": value}).items():
        if there.get(key) != one:
            text = put(text, file, (*path, key), one, tuple(FIGURE))
    return text


class _Text(NamedTuple):
    """The text of a facts file, and what is to be put in where."""

    text: str
    path: Path
    value: Plainly
    ranks: Mapping[str, int]
    chinese: bool
    between: bool

    def put(self, node: Node | None, depth: int, flow: bool) -> str | None:
        """Return the text with the value below a node; None where there is no place for it."""
        if depth == len(self.path):
            return None
        step = self.path[depth]
        if isinstance(node, MappingNode) and isinstance(step, str):
            for key, child in node.entries:
                if _name(key.text, self.path[:depth]) == step:
                    return self._under(child, depth + 1, key.place.column + 1, flow or node.flow)
            return self._insert(node, depth, flow or node.flow)
        if isinstance(node, SequenceNode) and isinstance(step, int):
            if step == len(node.items) or (self.between and depth == len(self.path) - 1):
                return self._join(node, step, self._built(depth), flow or node.flow)
            if step < len(node.items):
                return self._under(node.items[step], depth + 1, None, flow or node.flow)
        return None

    def _under(self, child: Node, depth: int, indent: int | None, flow: bool) -> str | None:
        """Put the value in place of an empty node, on its line where no indent is known; else below it."""
        if _is_empty(child):
            return self._fill(child, self._built(depth), indent or 0, flow or indent is None)
        return self.put(child, depth, flow)

    def _built(self, depth: int) -> Plainly:
        """Return the value with what is still missing above it, in the file's language."""
        value = self.value
        for step in reversed(self.path[depth:]):
            value = [value] if isinstance(step, int) else {step: value}
        return _renamed(value, self.path[:depth], chinese=True) if self.chinese else value

    def _fill(self, child: Node, value: Plainly, indent: int, flow: bool) -> str:
        """Put a value in place of an empty one: on its line, or on lines of its own under it."""
        start, end = child.span
        stop = self._line_end(end)
        behind = self.text[end:stop]
        if flow or isinstance(value, str):
            words = flow_yaml(value)
            if isinstance(value, str) and not flow:
                words = quoted(value) if behind.strip() else quote(value)
            gap = "" if self.text[start - 1].isspace() else " "
            return self.text[:start] + gap + words + self.text[end:]
        before = self.text[:start] if behind.strip() else self.text[:start].rstrip(" ")
        return before + behind + self._lines(value, " " * indent) + self.text[stop:]

    def _insert(self, node: MappingNode, depth: int, flow: bool) -> str:
        """Put in a key and its value, behind the key that goes before it in the form."""
        entry, rank = self._built(depth), self._rank(str(self.path[depth]))
        ranked = [(self._rank(_name(key.text, self.path[:depth])), one.span[1]) for key, one in node.entries]
        end = max((row for row in ranked if row[0] < rank), default=(rank, 0))[1]
        indent = node.place.column - 1
        if flow:
            words = flow_yaml(entry)[1:-1]
            return self._cut(
                end or node.span[0] + 1, f", {words}" if end else f"{words}, " if ranked else words
            )
        lines = self._lines(entry, " " * indent)
        if end:
            return self._cut(self._line_end(end), lines)
        return self._cut(node.span[0], lines.lstrip() + self._break(indent))

    def _join(self, node: SequenceNode, step: int, value: Plainly, flow: bool) -> str:
        """Put one more member into a list that has some."""
        indent = node.place.column - 1
        if flow:
            words = flow_yaml(value)[1:-1]
            at = node.items[step - 1].span[1] if step else node.span[0] + 1
            return self._cut(at, f", {words}" if step else f"{words}, ")
        lines = self._lines(value, " " * indent)
        if step:
            return self._cut(self._line_end(node.items[step - 1].span[1]), lines)
        return self._cut(node.span[0], lines.lstrip() + self._break(indent))

    def _rank(self, key: str) -> tuple[int, str]:
        return self.ranks.get(key, len(self.ranks)), key

    def _cut(self, at: int, words: str) -> str:
        return self.text[:at] + words + self.text[at:]

    def _line_end(self, at: int) -> int:
        """Return where the line of a character ends, before its line break."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found - (self.text[found - 1] == "\r")

    def _break(self, indent: int = 0) -> str:
        return ("\r\n" if "\r\n" in self.text else "\n") + " " * indent

    def _lines(self, value: Plainly, pad: str) -> str:
        """Return a value as lines of its own, each with the line break before it; "" has none."""
        found = ""
        if isinstance(value, dict):
            for key, one in value.items():
                words = f" {quote(one)}" if isinstance(one, str) and one else ""
                found += f"{self._break()}{pad}{key}:{words}{self._lines(one, pad + '  ')}"
        for one in value if isinstance(value, list) else ():
            words = quote(one) if isinstance(one, str) else self._lines(one, pad + "  ").lstrip()
            found += f"{self._break()}{pad}- {words}"
        return found


def _read(text: str, file: str) -> Node | None:
    node, problems = read_yaml(text, file)
    if problems:
        raise WrongFacts(problems)
    return node


def _is_chinese(root: Node | None) -> bool:
    return isinstance(root, MappingNode) and any(key.text in FACTS.values() for key, _value in root.entries)


def _is_empty(node: Node) -> bool:
    return not (node.text.strip() if isinstance(node, Scalar) else node[0])


def _keys(holder: Path) -> Mapping[str, str]:
    """Return the structural keys of the mapping at a path, with their Chinese names."""
    if not holder:
        return FACTS
    if holder[0] == "figures":
        return FIGURE if len(holder) == 2 else {}
    return SECTION


def _name(key: str, holder: Path) -> str:
    """Return the English name of a structural key, any other key as it is."""
    return next((name for name, chinese in _keys(holder).items() if chinese == key), key)


def _renamed(value: Plainly, holder: Path, chinese: bool) -> Plainly:
    """Return a value with its structural keys in one language, and what is empty as ""."""
    if not value:
        return ""
    if isinstance(value, dict):
        names = {key: _name(key, holder) for key in value}
        keys = _keys(holder)
        return {
            keys.get(name, name) if chinese else name: _renamed(value[key], (*holder, name), chinese)
            for key, name in names.items()
        }
    return [_renamed(one, (*holder, 0), chinese) for one in value] if isinstance(value, list) else value


def _plain(node: Node | None) -> Plainly:
    """Return what a facts file holds, without places; structural keys by their English names."""

    def held(node: Node | None) -> Plainly:
        if isinstance(node, MappingNode):
            return {key.text: held(value) for key, value in node.entries}
        if isinstance(node, SequenceNode):
            return [held(item) for item in node.items]
        return node.text if node else ""

    return _renamed(held(node), (), chinese=False)


def _with(value: Plainly, path: Path, new: Plainly, between: bool) -> Plainly:
    """Return plain facts with a value put in: what the text must say when it is read again."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        entries = value if isinstance(value, dict) else {}
        return {**entries, step: _with(entries.get(step, ""), rest, new, between)}
    items = value if isinstance(value, list) else []
    if between and not rest:
        return [*items[:step], new, *items[step:]]
    one = _with(items[step] if step < len(items) else "", rest, new, between)
    return [*items[:step], one, *items[step + 1 :]]
