"""Walking the checked tree of a template: its words and the values it quotes, one after the other.

Of Jinja2's nodes only those that the allow-list of draftkit.template lets through ever come here; what a
name, a condition and a loop mean is what they mean in Jinja2 (a law in the tests), but that a loop over a
single text runs once, not over its characters.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

Value = str | tuple[str, ...]


class Quoted(NamedTuple):
    """A value that a template puts out: the slot's name, its filters, and which member of a list."""

    name: str
    filters: tuple[str, ...] = ()
    member: int | None = None


class Bound(NamedTuple):
    """What a name stands for: the value that conditions look at, and how it is quoted when printed."""

    value: Value
    quoted: Quoted


class Scope(dict[str, Bound]):
    """What names stand for; one that is not there has nothing for conditions, and is quoted all the same."""

    def __missing__(self, name: str) -> Bound:
        return Bound("", Quoted(name))


Piece = str | Quoted

COMPARISONS: dict[str, Callable[[Value, Value], bool]] = {
    "eq": lambda one, other: one == other,
    "ne": lambda one, other: one != other,
    "in": lambda one, other: one in other,
    "notin": lambda one, other: one not in other,
}
"""What a template may compare with, by Jinja2's names."""


def walk(body: list[Any], scope: Scope) -> Iterator[Piece]:
    """Yield the pieces of a body of nodes."""
    for node in body:
        match type(node).__name__:
            case "Output":
                yield from _printed(node.nodes, scope)
            case "If":
                branch = _branch(node, scope)
                if branch:
                    yield from walk(branch, scope)
            case "For":
                yield from _loop(node, scope)


def _printed(parts: list[Any], scope: Scope) -> Iterator[Piece]:
    for part in parts:
        match type(part).__name__:
            case "TemplateData":
                yield part.data
            case "Const":
                yield part.value
            case "Name" | "Filter":
                bound = _look_up(part, scope)
                if bound.value != () and not (bound.quoted.name == "" and not bound.value):
                    yield bound.quoted if bound.quoted.name else str(bound.value)


def _look_up(node: Any, scope: Scope) -> Bound:
    """Return what a name, filtered or not, stands for."""
    if type(node).__name__ == "Name":
        return scope[node.name]
    inner = (
        _look_up(node.node, scope) if type(node.node).__name__ in ("Name", "Filter") else Bound("", Quoted(""))
    )
    quoted = inner.quoted
    return Bound(inner.value, Quoted(quoted.name, (*quoted.filters, node.name), quoted.member))


def _branch(node: Any, scope: Scope) -> Any:
    for branch in (node, *node.elif_):
        if _value(branch.test, scope):
            return branch.body
    return node.else_


def _loop(node: Any, scope: Scope) -> Iterator[Piece]:
    bound = scope[node.iter.name]
    members = _members(bound)
    if node.test is not None:
        members = [item for item in members if _value(node.test, _with(scope, node, item))]
    for member in members:
        yield from walk(node.body, _with(scope, node, member))
    if not members:
        yield from walk(node.else_, scope)


def _members(bound: Bound) -> list[Bound]:
    if isinstance(bound.value, str):
        return [bound] if bound.value else []
    return [Bound(text, Quoted(bound.quoted.name, (), number)) for number, text in enumerate(bound.value)]


def _with(scope: Scope, loop: Any, member: Bound) -> Scope:
    return Scope({**scope, loop.target.name: member})


def _value(node: Any, scope: Scope) -> Any:
    match type(node).__name__:
        case "Name":
            return scope[node.name].value if node.name in scope else ""
        case "Not":
            return not _value(node.node, scope)
        case "And":
            return _value(node.left, scope) and _value(node.right, scope)
        case "Or":
            return _value(node.left, scope) or _value(node.right, scope)
        case "Compare":
            return _compared(node, scope)
        case "Const":
            return node.value
        case _:
            return _look_up(node, scope).value


def _compared(node: Any, scope: Scope) -> bool:
    left = _value(node.expr, scope)
    for operand in node.ops:
        right = _value(operand.expr, scope)
        if not COMPARISONS[operand.op](left, right):
            return False
        left = right
    return True
