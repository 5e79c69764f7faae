"""The checked tree of a template as a function, which gives its words and the values it quotes, in order.

Of Jinja2's nodes only those that the allow-list of draftkit.template lets through ever come here; what a
name, a condition and a loop mean is what they mean in Jinja2 (a law in the tests), but that a loop over a
single text runs once, not over its characters. A tree is looked at once, and then printed often.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Value = str | tuple[str, ...]
LONGEST_OUTPUT = 20_000
"""Characters and values that a template prints at most."""
MOST_WORK = 100_000
"""What a template's loops and comparisons may look at, in names, members and characters (ours): some 20 ms."""


class Quoted(NamedTuple):
    """A value that a template puts out: the slot's name, its filters, and which member of a list."""

    name: str
    filters: tuple[str, ...] = ()
    member: int | None = None


class Bound(NamedTuple):
    """What a name stands for: the value that conditions look at, and how it is quoted when printed."""

    value: Value
    quoted: Quoted


class TooMuch(Exception):
    """A template has more to do than MOST_WORK."""


class Work:
    """What is left of the work that a template may do, loops within loops and all."""

    def __init__(self) -> None:
        self.left = MOST_WORK

    def take(self, amount: int) -> None:
        """Take off some of it; raises TooMuch where nothing is left."""
        self.left -= amount
        if self.left < 0:
            raise TooMuch


class Scope(dict[str, Bound]):
    """What names stand for; one that is not there has nothing for conditions, and is quoted all the same."""

    __slots__ = ("work",)

    def __init__(self, bound: Mapping[str, Bound], work: Work | None = None) -> None:
        super().__init__(bound)
        self.work = work or Work()

    def within(self, target: str, member: Bound) -> "Scope":
        """Return what names stand for in a turn of a loop."""
        self.work.take(len(self) + 1)
        scope = Scope(self, self.work)
        scope[target] = member
        return scope

    def __missing__(self, name: str) -> Bound:
        return Bound("", Quoted(name))


Piece = str | Quoted
Print = Callable[[Scope, list[Piece]], None]
"""Adds pieces to a list; a loop ends where they are too many."""
Test = Callable[[Scope], Any]

COMPARISONS: dict[str, Callable[[Value, Value], bool]] = {
    "eq": lambda one, other: one == other,
    "ne": lambda one, other: one != other,
    "in": lambda one, other: one in other,
    "notin": lambda one, other: one not in other,
}
"""What a template may compare with, by Jinja2's names."""


def printer(body: list[Any]) -> Print:
    """Return a body of nodes as a function."""
    steps = [step for node in body for step in _steps(node)]

    def run(scope: Scope, found: list[Piece]) -> None:
        for step in steps:
            step(scope, found)

    return run


def _steps(node: Any) -> list[Print]:
    match type(node).__name__:
        case "Output":
            return [step for part in node.nodes if (step := _printed(part))]
        case "If":
            return [_choice(node)]
        case "For":
            return [_loop(node)]
    return []


def _printed(node: Any) -> Print | None:
    match type(node).__name__:
        case "TemplateData":
            return _words(node.data)
        case "Const" if node.value:
            return _words(node.value)
        case "Name" | "Filter":
            name, filters = _named(node)
            return _value(name, filters) if name else None
    return None


def _words(words: str) -> Print:
    return lambda _scope, found: found.append(words)


def _value(name: str, filters: tuple[str, ...]) -> Print:
    def put(scope: Scope, found: list[Piece]) -> None:
        value, quoted = scope[name]
        if value != ():
            found.append(quoted._replace(filters=quoted.filters + filters) if filters else quoted)

    return put


def _named(node: Any) -> tuple[str, tuple[str, ...]]:
    """Return the name that stands behind filters, "" for a text, and the filters."""
    if type(node).__name__ != "Filter":
        return getattr(node, "name", ""), ()
    name, filters = _named(node.node)
    return name, (*filters, node.name)


def _choice(node: Any) -> Print:
    branches = [(_test(branch.test), printer(branch.body)) for branch in (node, *node.elif_)]
    other = printer(node.else_)

    def choose(scope: Scope, found: list[Piece]) -> None:
        for test, body in branches:
            scope.work.take(1)
            if test(scope):
                return body(scope, found)
        return other(scope, found)

    return choose


def _loop(node: Any) -> Print:
    over, target = node.iter.name, node.target.name
    test = _test(node.test) if node.test is not None else lambda _scope: True
    body, other = printer(node.body), printer(node.else_)

    def repeat(scope: Scope, found: list[Piece]) -> None:
        scope.work.take(len(scope[over].value))
        scopes = (scope.within(target, member) for member in _members(scope[over]))
        within = [one for one in scopes if test(one)]
        for one in within:
            body(one, found)
            if len(found) > LONGEST_OUTPUT:
                return
        if not within:
            other(scope, found)

    return repeat


def _members(bound: Bound) -> list[Bound]:
    if isinstance(bound.value, str):
        return [bound] if bound.value else []
    return [Bound(text, Quoted(bound.quoted.name, (), number)) for number, text in enumerate(bound.value)]


def _test(node: Any) -> Test:
    match type(node).__name__:
        case "Not":
            inner = _test(node.node)
            return lambda scope: not inner(scope)
        case "And":
            left, right = _test(node.left), _test(node.right)
            return lambda scope: left(scope) and right(scope)
        case "Or":
            left, right = _test(node.left), _test(node.right)
            return lambda scope: left(scope) or right(scope)
        case "Compare":
            return _compared(node)
        case "Const":
            return lambda _scope: node.value
    name, _filters = _named(node)
    return lambda scope: scope[name].value if name in scope else ""


def _compared(node: Any) -> Test:
    first = _test(node.expr)
    others = [(COMPARISONS[operand.op], _test(operand.expr)) for operand in node.ops]

    def compare(scope: Scope) -> bool:
        left = first(scope)
        for holds, test in others:
            right = test(scope)
            scope.work.take(len(left) + len(right))
            if not holds(left, right):
                return False
            left = right
        return True

    return compare
