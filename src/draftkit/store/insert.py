"""Texts added to the lists of a YAML file, each with a comment behind it; all else stays as it was typed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from draftkit.fact.facts import Facts, SectionFacts, Words
from draftkit.pattern import Pattern
from draftkit.store.dump import dump_facts
from draftkit.store.facts import read_facts
from draftkit.store.keys import FACTS, SECTION
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.nodes import Node, Scalar
from draftkit.store.nodes import Sequence as SequenceNode
from draftkit.store.schema import Check
from draftkit.store.yaml import dump_yaml, quoted, read_yaml

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_NOTHING = re.compile(r"\s*(?:\[\s*\]|\{\s*\}|\"\"|'')?\s*(#.*)?$")
_ROW = re.compile(r'(?P<before>\s*(?:#\s*)?-\s+)(?P<text>"(?:[^"\\]|\\.)*")\s+#\s*(?P<remark>.*?)\s*$')
_CHINESE = {**FACTS, **SECTION}


class Row(NamedTuple):
    """A text for a list, and the comment behind it."""

    text: str
    remark: str


class _Edit(NamedTuple):
    """Lines that go where those from `start` to `end` were; `indent` is that of the list's key."""

    start: int
    end: int
    indent: int
    lines: list[str]


def with_rows(text: str, facts: Facts, rows: Mapping[str, Sequence[Row]]) -> tuple[str, bool]:
    """Return the text of a facts file with rows added to lists, named by their addresses (next,
    sections[0].body), and whether it had to be laid out anew, without its comments.

    A list that is not there is made, a single value becomes one. `facts` are what the text says.
    """
    wanted = dump_facts(_with(facts, rows))
    for before in (text, dump_facts(facts)):
        after = _inserted(before, rows)
        if after is not None and _reads_as(after, wanted):
            return after, before is not text
    return wanted, True


def _with(facts: Facts, rows: Mapping[str, Sequence[Row]]) -> Facts:
    """Facts with the rows at the ends of their lists."""

    def words(address: str) -> tuple[Words, ...]:
        return tuple(Words(Pattern.parse(row.text), address) for row in rows.get(address, ()))

    def section(one: SectionFacts) -> SectionFacts:
        return replace(one, body=one.body + words(f"{one.key}.body"), points=tuple(map(section, one.points)))

    return replace(
        facts,
        sections=tuple(map(section, facts.sections)),
        next=facts.next + words("next"),
        loose=facts.loose + words("loose"),
    )


def _reads_as(text: str, wanted: str) -> bool:
    check = Check()
    node, problems = read_yaml(text, "")
    facts = read_facts(check, node, "")
    return not problems and not check.problems and dump_facts(facts) == wanted


def _inserted(text: str, rows: Mapping[str, Sequence[Row]]) -> str | None:
    """The text with rows added; None where it is not laid out in lines (JSON, brackets). It may be a slip, and
    has to be read again."""
    root = read_yaml(text, "")[0]
    if not isinstance(root, MappingNode):
        return None
    lines = re.split(r"\r\n|\n", text.rstrip("\r\n"))
    edits = []
    for address, added in rows.items():
        edit = _edit(lines, root, address, added)
        if edit is None:
            return None
        edits.append(edit)
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.indent), reverse=True):
        lines[edit.start : edit.end] = edit.lines
    return "\n".join(lines) + "\n"


def _edit(lines: Sequence[str], root: MappingNode, address: str, rows: Sequence[Row]) -> _Edit | None:
    *above, (name, _number) = _STEP.findall(address)
    holder: Node | None = root
    for key, number in above:
        holder = _below(holder, key, number)
    if not isinstance(holder, MappingNode) or not _in_lines(lines, holder):
        return None
    indent = holder.place.column - 1
    entry = _entry(holder, name)
    if entry is None:
        chinese = any(key.text in _CHINESE.values() for key, _value in root.entries)
        key = f"{' ' * indent}{_CHINESE[name] if chinese else name}:"
        place = _place_for(lines, holder, name)
        return _Edit(place, place, indent, [key, *_items(rows, indent + 2)])
    key, value = entry
    if isinstance(value, SequenceNode) and lines[value.place.line - 1][value.place.column - 1 :][:1] == "-":
        end = _end(lines, value.place.line, value.place.column - 1, "-")
        return _Edit(end, end, indent, _items(rows, value.place.column - 1))
    return _rewritten(lines, key, value, rows)


def _rewritten(lines: Sequence[str], key: Scalar, value: Node, rows: Sequence[Row]) -> _Edit | None:
    """A value that is empty, or no list in lines, as such a list."""
    line = lines[key.place.line - 1]
    head, colon, rest = line[key.place.column - 1 :].partition(":")
    before = line[: key.place.column - 1] + head + colon
    start, indent = key.place.line - 1, key.place.column - 1
    nothing = _NOTHING.match(rest) if value.place.line == key.place.line else None
    if nothing and not _plain(value):
        comment = f"  {nothing[1]}" if nothing[1] else ""
        return _Edit(start, start + 1, indent, [before + comment, *_items(rows, indent + 2)])
    end = _end(lines, key.place.line, indent + 1, "")
    if any(" #" in one for one in (rest, *lines[start + 1 : end])) and not _is_block(value):
        return None  # a comment, which would be lost
    kept = dump_yaml(_members(value)).splitlines()
    return _Edit(
        start, end, indent, [before, *(" " * (indent + 2) + one for one in kept), *_items(rows, indent + 2)]
    )


def _is_block(value: Node) -> bool:
    return isinstance(value, Scalar) and value.block_indent is not None


def _below(node: Node | None, key: str, number: str) -> Node | None:
    if key:
        entry = _entry(node, key) if isinstance(node, MappingNode) else None
        return entry[1] if entry else None
    place = int(number)
    return node.items[place] if isinstance(node, SequenceNode) and place < len(node.items) else None


def _entry(node: MappingNode, name: str) -> tuple[Scalar, Node] | None:
    return next((entry for entry in node.entries if entry[0].text in (name, _CHINESE.get(name))), None)


def _in_lines(lines: Sequence[str], node: MappingNode) -> bool:
    return lines[node.place.line - 1][node.place.column - 1 :][:1] != "{"


def _place_for(lines: Sequence[str], holder: MappingNode, name: str) -> int:
    """Where a new key goes: a body before the points, else the end of its mapping."""
    points = _entry(holder, "points") if name == "body" else None
    if points and not lines[points[0].place.line - 1][: points[0].place.column - 1].strip():
        return points[0].place.line - 1
    return _end(lines, holder.place.line, holder.place.column - 1, "")


def _end(lines: Sequence[str], start: int, indent: int, dash: str) -> int:
    """Return the number of the line behind a block that goes on from `start`: its lines, and the comments in
    it, are indented by `indent` at least, and the lines begin with `dash` where they are not deeper."""
    end = start
    for number in range(start, len(lines)):
        words = lines[number].lstrip(" ")
        depth = len(lines[number]) - len(words)
        if not words.strip() or (words.startswith("#") and depth < indent):
            continue
        if not words.startswith("#") and (depth < indent or (depth == indent and not words.startswith(dash))):
            break
        end = number + 1
    return end


def _items(rows: Sequence[Row], indent: int) -> list[str]:
    return [f"{' ' * indent}- {quoted(row.text)}  # {row.remark}" for row in rows]


def _members(value: Node) -> list[object]:
    if isinstance(value, SequenceNode):
        return [_plain(item) for item in value.items]
    if isinstance(value, Scalar):
        return [line.strip() for line in value.text.split("\n") if line.strip()]
    return [_plain(value)]


def _plain(node: Node) -> object:
    match node:
        case Scalar(text=text):
            return text
        case SequenceNode(items=items):
            return [_plain(item) for item in items]
        case MappingNode(entries=entries):
            return {key.text: _plain(value) for key, value in entries}


def row_in(line: str) -> Row | None:
    """Return the row that stands on a line as `with_rows` wrote it, put into a comment or not; None for
    another."""
    found = _ROW.match(line)
    node = read_yaml(found["text"], "")[0] if found else None
    return Row(node.text, found["remark"]) if found and isinstance(node, Scalar) else None


def with_row(line: str, row: Row) -> str:
    """Return a line with another row in the place of its own."""
    found = _ROW.match(line)
    return f"{found['before'] if found else ''}{quoted(row.text)}  # {row.remark}"
