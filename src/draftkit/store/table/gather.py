"""What all tables say of one street, put together: the node of a facts file."""

from collections.abc import Iterable, Mapping
from typing import Union

from draftkit.errors import Place, Problem
from draftkit.messages import _
from draftkit.store import nodes
from draftkit.store.figures import BESIDE, COMMON
from draftkit.store.nodes import Node, Scalar
from draftkit.store.table.rows import Source, Step, Steps
from draftkit.store.table.spool import Texts
from draftkit.store.table.words import number_of

Tree = dict[Step, Union[Node, "Tree"]]
Shared = Iterable[tuple[Steps, Node]]
"""What all streets share: where it goes, and what it is."""

_MATES = {"from": "to", "to": "from", "low": "high", "high": "low", "whole": "value"}
"""The key without which another says nothing yet."""
_MEASURES = ("value", "from", "to", "low", "high", "whole")
_SAYS = frozenset(BESIDE) - COMMON


class Gathering:
    """The facts of a street as its cells come in. What comes first holds; another value for the same fact is a
    problem. `place` is that of the street's name."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.problems: list[Problem] = []
        self.tree: Tree = {}
        self.figures: dict[str, Tree] = {}
        self._at: dict[str, Place] = {}
        self._empty: list[tuple[Steps, Place]] = []

    def put(self, steps: Steps, node: Node, called: str) -> None:
        """Put a value in; `called` is the header of its column."""
        holder, last = self._holder(steps, node.place), steps[-1]
        there = holder.get(last)
        if there is None or _is_empty(there):
            holder[last] = node
        elif not isinstance(there, dict) and not _is_empty(node) and not _same(there, node):
            message = _("“{what}” is given twice: “{here}” here, “{there}” in {place}")
            message = message.format(what=called, here=_text(node), there=_text(there), place=there.place)
            self.problems.append(Problem(node.place, message, _("Correct one of the two cells")))

    def add(self, source: Source, row: Texts, before: Steps = ()) -> None:
        """Put the cells of a row in; `before` is the section or point that a row of a long table is about."""
        file, sheet = source.file, source.sheet
        number, texts, troubles = row
        for column, called, steps, take, shown in source.slots:
            text, place = texts.get(column), Place(file, number, column, sheet)
            if text is None or column in troubles:
                if text is not None:
                    self.problems.append(Problem(place, troubles[column], _("Correct the cell")))
                if shown:
                    self._empty.append((steps, place))
            else:
                self.put((*before, *steps), take(text, place), called)

    def share(self, shared: Shared) -> None:
        """Put in what all streets share where a street has nothing of its own."""
        own = {name for name, keys in self.figures.items() if _says(keys)}
        kept = [(steps, node) for steps, node in shared if not self._has(steps, own)]
        for steps, node in kept:
            holder = self._holder(steps, node.place)
            if steps[-1] not in holder or _is_empty(holder[steps[-1]]):
                holder[steps[-1]] = node

    def mapping(self, sources: Iterable[Source]) -> nodes.Mapping:
        """Return the node of the street's facts; the headers of the sources say units of its figures."""
        for steps, place in self._empty:
            self._leave_open(steps, place)
        for source in sources:
            for steps, scalar in source.beside:
                if steps[1] in self.figures:
                    self.figures[str(steps[1])].setdefault(steps[2], scalar)
        if self.figures:
            self.tree["figures"] = {name: self._figure(name, keys) for name, keys in self.figures.items()}
        return nodes.Mapping(_entries(self.tree, self.place), self.place)

    def _holder(self, steps: Steps, place: Place) -> Tree:
        if steps[0] == "figures":
            name = str(steps[1])
            self._at.setdefault(name, place)
            at, rest = self.figures.setdefault(name, {}), steps[2:-1]
        else:
            at, rest = self.tree, steps[:-1]
        for step in rest:
            below = at.setdefault(step, {})
            if isinstance(below, dict):
                at = below
        return at

    def _has(self, steps: Steps, own: set[str]) -> bool:
        """Whether the street has its own of what a shared value is about: a body, next steps, the value of a
        figure go as a whole."""
        if steps[0] == "figures":
            return steps[1] in own and steps[2] in _SAYS
        whole = next((place for place, step in enumerate(steps) if step in ("body", "next", "title")), None)
        at: Node | Tree | None = self.tree
        for step in steps if whole is None else steps[: whole + 1]:
            at = at.get(step) if isinstance(at, dict) else None
        return at is not None and not _is_empty(at)

    def _leave_open(self, steps: Steps, place: Place) -> None:
        """Tell by an empty scalar where an answer belongs, among the sections that there are."""
        if steps[0] == "figures":
            self._at.setdefault(str(steps[1]), place)
            self.figures.setdefault(str(steps[1]), {})
        elif steps[0] == "sections":
            sections = self.tree.get("sections")
            section = sections.get(steps[1]) if isinstance(sections, dict) else None
            if isinstance(section, dict) and steps[2] not in section:
                self._holder(steps, place)[steps[-1]] = Scalar("", place)
        elif steps[0] not in self.tree:
            self._holder(steps, place)[steps[-1]] = Scalar("", place)

    def _figure(self, name: str, keys: Tree) -> Node:
        place = self._at[name]
        said = [key for key in _MEASURES if key in keys]
        for key in said:
            if key in _MATES:
                keys.setdefault(_MATES[key], Scalar("", place))
        if "unit" not in keys:
            numbers = (number_of(value.text) for key in said if isinstance(value := keys[key], Scalar))
            unit = next((found[1] for found in numbers if found and found[1]), "")
            keys |= {"unit": Scalar(unit, place)} if unit else {}
        return nodes.Mapping(_entries(keys, place), place)


def _node(tree: Node | Tree, place: Place) -> Node:
    """Return the node of a tree: a mapping of keys, or a list in the order of its places."""
    if not isinstance(tree, dict):
        return tree
    if not tree or isinstance(next(iter(tree)), str):
        entries = _entries(tree, place)
        return nodes.Mapping(entries, entries[0][1].place if entries else place)
    if list(tree) in ([-1], [(-1,)]):
        return _node(next(iter(tree.values())), place)
    if isinstance(next(iter(tree)), int):
        last = max(int(step) for step in tree if isinstance(step, int))
        items = [_node(tree.get(number, {}), place) for number in range(-1 if -1 in tree else 0, last + 1)]
    else:
        items = [_node(tree[step], place) for step in sorted(tree, key=_rank)]
    return nodes.Sequence(tuple(items), items[0].place)


def _entries(tree: Tree, place: Place) -> tuple[tuple[Scalar, Node], ...]:
    """Return the keys and values of a mapping; a key has the place of what is first below it."""
    held = [(key, _node(one, place) if isinstance(one, dict) else one) for key, one in tree.items()]
    return tuple([(Scalar(str(key), node.place), node) for key, node in held])


def _rank(step: Step) -> int:
    return int(step[0]) if isinstance(step, tuple) else 0


def _is_empty(node: Node | Tree) -> bool:
    return isinstance(node, Scalar) and not node.text


def _says(keys: Mapping[Step, Node | Tree]) -> bool:
    return any(key in _SAYS and not _is_empty(value) for key, value in keys.items())


def _same(one: Node, other: Node) -> bool:
    """Whether two values are one: the same words, or the same number with and without its unit."""
    if _text(one) == _text(other):
        return True
    first, second = number_of(_text(one)), number_of(_text(other))
    if not first or not second or first[0].value != second[0].value:
        return False
    return first[1] == second[1] or not first[1] or not second[1]


def _text(node: Node) -> str:
    match node:
        case Scalar(text=text):
            return text
        case nodes.Sequence(items=items):
            return "、".join(map(_text, items))
        case nodes.Mapping(entries=entries):
            return "、".join(_text(value) for _key, value in entries)
