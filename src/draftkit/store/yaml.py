"""YAML text to nodes, event by event. The one door to yaml.

Nothing is constructed: scalars stay text (no 是 or 012 or 12:30 turned into something else), and
anchors, aliases, tags, second documents and repeated keys are refused with their place.
"""

import re
from typing import Any

import yaml

from draftkit.errors import Place, Problem
from draftkit.messages import _
from draftkit.store.nodes import (
    DEEPEST,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Span,
    repeated,
    too_deep,
    unprintable,
)
from draftkit.store.slips import bare_slot, no_key, place_of_offset, usual_slips
from draftkit.zh.sentence import unfold

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Return the document's node (None for an empty or unreadable one) and every problem found."""
    builder = _Builder(text, file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        builder.broken = True
        builder.problems.append(_explain(error, text, file))
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        odd = text[error.start] if isinstance(error, UnicodeEncodeError) else error.character
        builder.broken = True
        place = place_of_offset(text, file, text.find(chr(_code(odd))))
        message = _("character U+{code:04X} cannot stand in a document").format(code=_code(odd))
        builder.problems.append(Problem(place, message, _("Delete it")))
    return None if builder.broken else builder.root, list(dict.fromkeys(builder.problems))


def dump_yaml(value: object) -> str:
    """Return YAML of plain dicts, lists and strings, keys in the order given, one line a scalar."""
    return yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000, default_flow_style=False
    )


def flow_yaml(value: object) -> str:
    """Return YAML of plain dicts, lists and strings on one line, as it stands after a key."""
    dumped = yaml.dump(
        [value], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000, default_flow_style=True
    )
    return str(dumped)[1:-2]


def quote(text: str) -> str:
    """Return a text as a YAML scalar on one line, in quotes where it needs them, in a list or mapping too."""
    return quoted(text) if not text or _NEEDS_QUOTES.search(text) or text != text.strip() else text


def quoted(text: str) -> str:
    """Return a text as a YAML scalar on one line, always in double quotes, so that a comment may follow it."""
    return '"' + text.translate(_ESCAPES) + '"'


_NEEDS_QUOTES = re.compile(
    r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|[,?\[\]{}]|^[\d.+-]+$|^(?:true|false|yes|no|null|~)$"
    "|[\t\n\r\x85\u2028\u2029]",
    re.I,
)
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_ESCAPES |= str.maketrans({"\x85": r"\N", "\u2028": r"\L", "\u2029": r"\P"})


class _Dumper(yaml.SafeDumper):
    """Indents list items under their key, and quotes what an older reader might take for a bool or number."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)

    def text(self, text: str) -> yaml.ScalarNode:
        """Represent a text; one with line ends stands in double quotes, where they survive."""
        style = '"' if _LINE_ENDS.search(text) else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)


_LINE_ENDS = re.compile("[\n\r\x85\u2028\u2029]")
_Dumper.add_representer(str, _Dumper.text)


class _Builder:
    """Puts events together; a stack instead of recursion, so that depth cannot hurt."""

    def __init__(self, text: str, file: str) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.broken = False
        self._file = file
        self._text = text
        self._lines = text.splitlines()
        # Escapes, comments, odd characters: without any there is nothing to search the scalars for. The line
        # that names a file's schema is a comment that cuts nothing off.
        body = text.partition("\n")[2] if text.startswith("#") else text
        self._odd = "\\" in body or "#" in body or not body.replace("\n", "").isprintable()
        self._stack: list[tuple[Any, list[Node]]] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Take one event; False when reading further makes no sense."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._check_marks(event)
            self._add(self._scalar(event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._check_marks(event)
            self._stack.append((event, []))
            if len(self._stack) > DEEPEST:
                self.problems.append(too_deep(self._place(event)))
                return False
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._add(self._collection(*self._stack.pop(), event))
        elif kind is yaml.AliasEvent:
            self._complain(event, _("“*” refers to another place"), _("Put the text in quotes"))
            return False
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._complain(event, _("a second document begins here"), _("Remove the line ---"))
                return False
        return True

    def _place(self, event: Any) -> Place:
        return Place(self._file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _complain(self, event: Any, message: str, advice: str) -> None:
        self.problems.append(Problem(self._place(event), message, advice))

    def _check_marks(self, event: Any) -> None:
        if not event.anchor and not event.tag:
            return
        if event.anchor:
            self._complain(event, _("“&” names a place"), _("Put the text in quotes"))
        if event.tag:
            self._complain(event, _("“!” gives a type"), _("Put the text in quotes"))

    def _scalar(self, event: Any) -> Scalar:
        place, indent, text = self._place(event), None, event.value
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):
            end = start + len(self._text[start:end].rstrip())  # else it ends where the next key begins
            following = self._lines[place.line : event.end_mark.line + 1]
            first = next((line for line in following if line.strip()), "")
            indent = len(first) - len(first.lstrip(" "))
        if event.style != "|" and event.end_mark.line > event.start_mark.line:
            text = unfold(text)
        scalar = Scalar(text, place, event.style in ("'", '"'), indent, (start, end))
        if self._odd:
            problems = (unprintable(scalar), self._cut_off(event) if not event.style else None)
            self.problems += [problem for problem in problems if problem]
        return scalar

    def _cut_off(self, event: Any) -> Problem | None:
        """Return the problem of Chinese text that # cuts off: 我们 # 1号工程 would lose its end in silence."""
        line = self._lines[event.end_mark.line] if event.end_mark.line < len(self._lines) else ""
        rest = line[event.end_mark.column :]
        if event.value.isascii() or not rest.lstrip().startswith("#"):
            return None
        place = Place(self._file, event.end_mark.line + 1, line.index("#", event.end_mark.column) + 1)
        advice = _("Put the text in quotes, or the comment on a line of its own")
        return Problem(place, _("“#” begins a comment here and cuts the text off"), advice)

    def _add(self, node: Node) -> None:
        if self._stack:
            self._stack[-1][1].append(node)
        else:
            self.root = node

    def _collection(self, opened: Any, nodes: list[Node], closed: Any) -> Sequence | Mapping:
        """Return a list or a mapping of its nodes; one without brackets ends where its last node does."""
        flow = bool(opened.flow_style)
        end = closed.end_mark.index if flow or not nodes else nodes[-1].span[1]
        span = opened.start_mark.index, end
        if type(opened) is yaml.SequenceStartEvent:
            return Sequence(tuple(nodes), self._place(opened), span, flow)
        return self._mapping(nodes, self._place(opened), span, flow)

    def _mapping(self, nodes: list[Node], place: Place, span: Span, flow: bool) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.broken = True
                self.problems.append(
                    bare_slot(place) if flow and isinstance(key, Mapping) else no_key(key.place)
                )
            elif key.text in entries:
                self.problems.append(repeated(key, entries[key.text][0]))
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), place, span, flow)


def _explain(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    opened = error.context_mark or mark
    if opened and "quoted scalar" in (error.context or "") and "end of stream" in (error.problem or ""):
        message = _("the quotes that open here are never closed")
        return Problem(Place(file, opened.line + 1, opened.column + 1), message, _("Close them"))
    for found, message, advice in usual_slips(text, place.line):
        return Problem(place_of_offset(text, file, found), message, advice)
    if opened and "flow" in (error.context or ""):
        message = _("the bracket that opens here is not closed where it should be")
        advice = _("Close it, and put texts with brackets, braces or commas in quotes")
        return Problem(Place(file, opened.line + 1, opened.column + 1), message, advice)
    if "mapping values" in (error.problem or ""):
        return Problem(
            place, _("a second colon in one line"), _("Put the text after the first colon in quotes")
        )
    message = _("this line cannot be read")
    return Problem(place, message, _("Check quotes, colons and the spaces at the line's start"))


def _code(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[:1] or "\0")
