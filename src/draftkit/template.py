"""Jinja2 templates of frames: where a pattern is too weak. The one door to jinja2.

Jinja2 reads a template into its syntax tree, and the tree is walked here: nothing is compiled or run,
so there is no code to escape from and no constant to fold. What a tree may hold is a short list; names,
if, for at most two deep, comparisons. Text and values are yielded apart, so each character of a draft is
known as the frame's or the user's, and no value is ever read as a template. jinja2 is imported when a
template is first printed or checked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from draftkit.evaluate import (
    COMPARISONS,
    LONGEST_OUTPUT,
    Bound,
    Piece,
    Print,
    Quoted,
    Scope,
    TooMuch,
    Value,
    printer,
)
from draftkit.messages import _
from draftkit.pattern import usable_name

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

LONGEST_SOURCE = 4_000
DEEPEST_LOOP = 2
DEEPEST = 50
DEEPEST_TAG = 25
"""Blocks in one another, and signs in one tag that can nest, at most (our own)."""
_ALLOWED = frozenset(
    "Template Output TemplateData Name Const If For Compare Operand And Or Not Filter".split()  # noqa: SIM905
)
"""The kinds of node that a template's tree may have."""

_SIGNS = {
    "Call": "( )",
    "Getattr": ".",
    "Getitem": "[ ]",
    "List": "[ ]",
    "Tuple": "( )",
    "Dict": "{ }",
    "Test": "is",
    "Add": "+",
    "Sub": "-",
    "Mul": "*",
    "Div": "/",
    "FloorDiv": "//",
    "Mod": "%",
    "Pow": "**",
    "Concat": "~",
    "Neg": "-",
    "Pos": "+",
    "CondExpr": "if",
    "Assign": "set",
    "AssignBlock": "set",
    "CallBlock": "call",
    "FilterBlock": "filter",
    "FromImport": "from",
    "Scope": "autoescape",
}
"""How the usual kinds that may not be there are written; the others are called by their tags."""

_NESTING = frozenset("( [ { + - not if else".split())  # noqa: SIM905
_TAG = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}", re.DOTALL)
_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_NAME = re.compile(r"(?<![\w|])(?<!\| )[^\W\d]\w*")
_TARGET = re.compile(r"\bfor\s+(\w+)\s+in\b")
_KEYWORDS = frozenset("if elif else endif for in endfor and or not".split())  # noqa: SIM905


class BadTemplate(ValueError):
    """A template that is refused: what is wrong, what to do, and the line in it (from 1)."""

    def __init__(self, message: str, advice: str = "", line: int = 1) -> None:
        super().__init__(message)
        self.message, self.advice, self.line = message, advice, line


@dataclass(frozen=True, slots=True)
class Template:
    """A template by its source, the names that it reads and the filters that it may name."""

    source: str
    names: frozenset[str]
    filters: frozenset[str]

    @classmethod
    def parse(cls, source: str, filters: frozenset[str]) -> "Template":
        """Check a template against the allow-list; raises BadTemplate."""
        return cls(source, _read(source, filters).names, filters)

    @classmethod
    def scan(cls, source: str, filters: frozenset[str]) -> "Template":
        """Take a template by a quick look at its names; it is checked in full before it prints anything."""
        inside = (_LITERAL.sub("", tag[1] or tag[2] or "") for tag in _TAG.finditer(source))
        names = {name for text in inside for name in _NAME.findall(text)}
        return cls(source, frozenset(names - _KEYWORDS - set(_TARGET.findall(source))), filters)

    def render(self, values: Mapping[str, Value]) -> list[Piece]:
        """Return the template's own words and the values it quotes, in order; raises BadTemplate.

        "" and () stand for what is not given, and so does a name that `values` does not have.
        """
        found: list[Piece] = []
        scope = Scope({name: Bound(value, Quoted(name)) for name, value in values.items()})
        try:
            _read(self.source, self.filters).printer(scope, found)
        except TooMuch:
            raise BadTemplate(_("the template's loops go on too long"), _("Give shorter lists")) from None
        if sum([len(piece) if isinstance(piece, str) else 1 for piece in found]) > LONGEST_OUTPUT:
            message = _("the template prints more than {n} characters").format(n=LONGEST_OUTPUT)
            raise BadTemplate(message, _("Write it more simply"))
        return found


class _Checked(NamedTuple):
    """A template that has been checked: the names that it reads, and what prints it."""

    names: frozenset[str]
    printer: Print


@lru_cache(maxsize=512)
def _read(source: str, filters: frozenset[str]) -> _Checked:
    """Read a template and check it against the allow-list; raises BadTemplate."""
    from jinja2 import TemplateSyntaxError

    if len(source) > LONGEST_SOURCE:
        message = _("a template has {n} characters at most").format(n=LONGEST_SOURCE)
        raise BadTemplate(message, _("Write it more simply"))
    try:
        _refuse_deep(source)
        tree = _reader().parse(source)
        _check(tree, filters)
    except TemplateSyntaxError as error:
        message = _("the template cannot be read: {error}").format(error=error.message)
        raise BadTemplate(message, _allowed(), error.lineno) from error
    except SyntaxError as error:  # Jinja2 lets Python read numbers
        message = _("the template cannot be read: {error}").format(error=error.msg)
        raise BadTemplate(message, _allowed()) from error
    except (MemoryError, OverflowError) as error:
        raise BadTemplate(_("the template is nested too deep"), _("Write it more simply")) from error
    return _Checked(frozenset(_names(tree, frozenset())), printer(tree.body))


def _refuse_deep(source: str) -> None:
    """Raise BadTemplate where Jinja2 would run out of stack: what is let go of there by chance fails too."""
    blocks = signs = 0
    before, begun = "", False
    for line, kind, word in _reader().lex(source):
        if kind.endswith("_begin"):
            begun, signs = kind == "block_begin", 0
        elif kind != "whitespace":
            if begun and word not in ("elif", "else"):
                blocks += -1 if word.startswith("end") else 1
            begun, signs = False, signs + (word in _NESTING and (word not in "+-" or before in _NESTING))
            before = word
        if max(blocks, signs) > DEEPEST_TAG:
            raise BadTemplate(_("the template is nested too deep"), _("Write it more simply"), line)


@lru_cache(maxsize=1)
def _reader() -> "Environment":
    from jinja2 import Environment

    return Environment(keep_trailing_newline=True, trim_blocks=True)


def _names(tree: "nodes.Node", bound: frozenset[str]) -> Iterator[str]:
    """Yield the names that a checked tree reads from outside; `bound` are those of the loops around it."""
    from jinja2 import nodes

    for node in tree.iter_child_nodes():
        if isinstance(node, nodes.Name):
            yield from () if node.name in bound else (node.name,)
        elif isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
            yield from _names(nodes.Output([node.iter]), bound)
            inside = [*node.body, *node.else_, *([node.test] if node.test else [])]
            yield from _names(nodes.Output(inside), bound | {node.target.name})
        else:
            yield from _names(node, bound)


def _check(tree: "nodes.Node", filters: frozenset[str], loops: int = 0, depth: int = 1) -> None:
    if depth > DEEPEST:
        raise BadTemplate(_("the template is nested too deep"), _("Write it more simply"))
    for node in tree.iter_child_nodes():
        kind = type(node).__name__
        if kind not in _ALLOWED:
            message = _("“{what}” is not allowed in a template").format(what=_SIGNS.get(kind, kind.lower()))
            raise BadTemplate(message, _allowed(), node.lineno or 1)
        problem = _misused(node, filters, loops)
        if problem:
            raise BadTemplate(*problem, line=node.lineno or 1)
        _check(node, filters, loops + (kind == "For"), depth + 1)


def _conditions(found: "Iterable[nodes.Node | None]") -> bool:
    """Whether one of the nodes is a condition, which has no text that could be printed or compared."""
    return any(type(node).__name__ in ("Compare", "And", "Or", "Not") for node in found)


def _allowed() -> str:
    return _("Allowed are {{ slot }}, {{ slot | filter }}, if, for, and comparisons")


def _misused(node: "nodes.Node", filters: frozenset[str], loops: int) -> tuple[str, str] | None:
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
        case nodes.Operand() if node.op not in COMPARISONS:
            return _("“{what}” is not allowed in a template").format(what=node.op), _(
                "Compare with ==, != or in"
            )
        case nodes.Output() if _conditions(node.nodes):
            return _("only a slot, or a text in quotes, can be printed"), _allowed()
        case nodes.Compare() if _conditions([node.expr, *(one.expr for one in node.ops)]):
            return _("a comparison is between slots and texts"), _("Join comparisons with and, or")
        case nodes.Filter() if isinstance(node.node, nodes.Const) or _conditions([node.node]):
            return _("a filter stands behind a slot"), _allowed()
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
