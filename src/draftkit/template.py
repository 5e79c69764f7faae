"""Jinja2 templates of frames: where a pattern is too weak. The one door to jinja2.

A template is a stranger's text, so its tree passes an allow-list before anything is compiled
(compiling alone folds constants and can exhaust memory), and it then runs in Jinja2's sandbox with
strict names, bounded source and bounded output. jinja2 is imported when a template is first met.
A template handles marks, never the values themselves: so
each character of the result is known as the frame's or the user's, and no value is read as a template.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from unicodedata import normalize

from draftkit.messages import _
from draftkit.pattern import usable_name

if TYPE_CHECKING:
    from jinja2 import Template as CompiledTemplate
    from jinja2.nodes import Node
    from jinja2.sandbox import ImmutableSandboxedEnvironment

LONGEST_SOURCE = 4_000
LONGEST_OUTPUT = 20_000
DEEPEST_LOOP = 2
DEEPEST = 50
_ALLOWED = frozenset(
    "Template Output TemplateData Name Const If For Compare Operand And Or Not Filter".split()  # noqa: SIM905
)
"""The kinds of node that a template's tree may have."""
_MARK = re.compile("\ue000([^\ue000\ue001]*)\ue001([0-9]*)\ue001([^\ue000\ue001]*)\ue001")
_WALK_ERRORS = (RecursionError, MemoryError, OverflowError, SyntaxError, ValueError, TypeError)


class BadTemplate(ValueError):
    """A template that is refused: what is wrong, what to do, and the line in it (from 1)."""

    def __init__(self, message: str, advice: str = "", line: int = 1) -> None:
        super().__init__(message)
        self.message, self.advice, self.line = message, advice, line


@dataclass(frozen=True, slots=True)
class Quoted:
    """A value that the template put out: the slot's name, its filters, and which member of a list."""

    name: str
    filters: tuple[str, ...] = ()
    member: int | None = None


class _Value(str):
    """A value that conditions can look at, and that prints as a mark."""

    __slots__ = ("mark",)
    mark: tuple[str, str, str]

    def __iter__(self) -> Iterator[str]:
        """Yield the text itself, once: a loop runs over members, never over characters."""
        return iter((self,) if self else ())


@dataclass(frozen=True, slots=True)
class Template:
    """A checked template, the names it uses, and the filters that it may name."""

    source: str
    names: frozenset[str]
    filters: frozenset[str]

    @classmethod
    def parse(cls, source: str, filters: frozenset[str]) -> "Template":
        """Check a template against the allow-list; raises BadTemplate. Nothing is compiled or run."""
        if len(source) > LONGEST_SOURCE:
            message = _("a template has {n} characters at most").format(n=LONGEST_SOURCE)
            raise BadTemplate(message, _("Write it more simply"))
        if "\ue000" in source or "\ue001" in source:
            raise BadTemplate(_("the template holds private-use characters"), _("Remove them"))
        from jinja2 import TemplateSyntaxError, meta

        try:
            tree = _environment(filters).parse(source)
            _check(tree, filters)
            return cls(source, frozenset(meta.find_undeclared_variables(tree)), filters)
        except TemplateSyntaxError as error:
            message = _("the template cannot be read: {error}").format(error=error.message)
            raise BadTemplate(message, _allowed(), error.lineno) from error
        except BadTemplate:
            raise
        except _WALK_ERRORS as error:
            raise BadTemplate(_("the template is nested too deep"), _("Write it more simply")) from error

    def render(self, values: Mapping[str, str | tuple[str, ...]]) -> Iterator[str | Quoted]:
        """Yield the template's own words and the values it quotes, in order.

        `values` has every name of the template; "" and () stand for what is not given. Raises BadTemplate.
        """
        from jinja2 import TemplateError

        handed = {name: _hand_out(name, values[name]) for name in self.names}
        pieces: list[str] = []
        size = 0
        try:
            for piece in _compiled(self.source, self.filters).generate(handed):
                pieces.append(piece)
                size += len(piece)
                if size > LONGEST_OUTPUT:
                    message = _("the template prints more than {n} characters").format(n=LONGEST_OUTPUT)
                    raise BadTemplate(message, _("Write it more simply"))
        except BadTemplate:
            raise
        except (TemplateError, *_WALK_ERRORS) as error:
            message = _("the template cannot be filled: {error}").format(error=error)
            raise BadTemplate(message, _allowed()) from error
        return _unmark("".join(pieces))


@lru_cache
def _environment(filters: frozenset[str]) -> "ImmutableSandboxedEnvironment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=_print, keep_trailing_newline=True, trim_blocks=True
    )
    environment.globals.clear()
    environment.tests.clear()
    environment.filters.clear()
    environment.filters.update({name: partial(_filtered, name) for name in filters})
    return environment


@lru_cache(maxsize=512)
def _compiled(source: str, filters: frozenset[str]) -> "CompiledTemplate":
    return _environment(filters).from_string(source)


def _check(tree: "Node", filters: frozenset[str], loops: int = 0, depth: int = 1) -> None:
    if depth > DEEPEST:
        raise BadTemplate(_("the template is nested too deep"), _("Write it more simply"))
    for node in tree.iter_child_nodes():
        if type(node).__name__ not in _ALLOWED:
            raise BadTemplate(
                _("“{what}” is not allowed in a template").format(what=type(node).__name__),
                _allowed(),
                node.lineno or 1,
            )
        problem = _misused(node, filters, loops)
        if problem:
            raise BadTemplate(*problem, line=node.lineno or 1)
        _check(node, filters, loops + (type(node).__name__ == "For"), depth + 1)


def _allowed() -> str:
    return _("Allowed are {{ slot }}, {{ slot | filter }}, if, for, and comparisons")


def _misused(node: "Node", filters: frozenset[str], loops: int) -> tuple[str, str] | None:
    from jinja2 import nodes

    match node:
        case nodes.Name() if not usable_name(node.name):
            message = _("“{name}” is no slot's name").format(name=node.name)
            return message, _("A name has letters or characters, no spaces or signs")
        case nodes.Name() if normalize("NFKC", node.name) != node.name:
            message = _("“{name}” is no slot's name").format(name=node.name)
            return message, _("Write letters and digits half-width")
        case nodes.Const() if not isinstance(node.value, str):
            return _("“{value}” must stand in quotes").format(value=node.value), _("Write '3' for the number 3")
        case nodes.Filter() if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return _("“{name}” takes nothing in brackets").format(name=node.name), _allowed()
        case nodes.Filter() if node.name not in filters:
            message = _("there is no filter “{name}”").format(name=node.name)
            return message, _("Known here: {words}").format(words="、".join(sorted(filters)))
        case nodes.For() if node.recursive or not isinstance(node.iter, nodes.Name):
            return _("a loop runs over a slot and nothing else"), _("Write {% for x in slot %}")
        case nodes.For() if not isinstance(node.target, nodes.Name):
            return _("a loop has one name"), _("Write {% for x in slot %}")
        case nodes.For() if loops >= DEEPEST_LOOP:
            return _("loops may be nested {n} deep").format(n=DEEPEST_LOOP), _("Write it more simply")
    return None


def _value(text: str, name: str, member: str, filters: str) -> _Value:
    value = _Value(text)
    value.mark = (name, member, filters)
    return value


def _hand_out(name: str, given: str | tuple[str, ...]) -> _Value | tuple[_Value, ...]:
    if isinstance(given, str):
        return _value(given, name, "", "")
    return tuple(_value(text, name, str(number), "") for number, text in enumerate(given))


def _filtered(word: str, value: object) -> object:
    if isinstance(value, tuple) and value:
        name, _member, filters = value[0].mark
        return _value("、".join(value), name, "", f"{filters}|{word}")
    if isinstance(value, _Value):
        name, member, filters = value.mark
        return _value(value, name, member, f"{filters}|{word}")
    return value


def _print(value: object) -> object:
    if isinstance(value, tuple) and value and isinstance(value[0], _Value):
        value = _value("", value[0].mark[0], "", "")
    if isinstance(value, _Value):
        name, member, filters = value.mark
        return f"\ue000{name}\ue001{member}\ue001{filters}\ue001"
    return value if isinstance(value, str) else ""


def _unmark(text: str) -> Iterator[str | Quoted]:
    end = 0
    for mark in _MARK.finditer(text):
        if mark.start() > end:
            yield text[end : mark.start()]
        name, member, filters = mark.groups()
        yield Quoted(name, tuple(filter(None, filters.split("|"))), int(member) if member else None)
        end = mark.end()
    if end < len(text):
        yield text[end:]
