"""Patterns and templates: what is filled is matched, what matches fills to the same, what prints is bounded."""

import re

from jinja2 import Environment

from draftkit.evaluate import LONGEST_OUTPUT, Quoted, Value
from draftkit.fact.reading import FILTERS
from draftkit.pattern import BadPattern, Pattern
from draftkit.template import BadTemplate, Template
from fuzz.mutation import text_door
from fuzz.refusing import hold
from fuzz.words import words

_FILTERS = frozenset(filter(None, FILTERS))
_JINJA = Environment(
    keep_trailing_newline=True, trim_blocks=True, finalize=lambda value: "" if value == () else value
)
"""Jinja2, but that an empty list prints nothing: it stands for what is not given."""
_VALUES: dict[str, Value] = {"甲": "党建", "乙": "", "丙": ("一", "二", ""), "丁": (), "x": "{{ 甲 }}"}
_LINE_END = re.compile("\r\n|\r|\n")
_COMPILED = 400
"""Characters of a template that is held against Jinja2 itself, which takes long to compile one."""


def pattern(raw: bytes) -> None:
    """Read a pattern; after a line end of its own kind (NUL) a text that it may match."""
    source, _nul, text = raw.decode(errors="ignore").partition("\0")
    try:
        found = Pattern.parse(source)
    except BadPattern as error:
        hold(bool(error.message and error.advice), "no advice")
        hold(0 <= error.offset < len(source), "no place")
        return
    hold(Pattern.parse(str(found)) == found, "a pattern that is not read back as it was written")
    values = {name: name[::-1] for name in found.names}
    filled = found.fill(values)
    matched = found.match(filled)
    again = len(found.slots) > len(found.names)  # then a match may be given up
    hold(matched is not None or again, "what was filled is not recognised")
    hold(matched is None or found.fill(matched) == filled, "what was matched fills to something else")
    matched = found.match(text)
    hold(matched is None or found.fill(matched) == text, "what was matched fills to something else")


def template(raw: bytes) -> None:
    """Check a template and print it with values of each kind: bounded, and what Jinja2 prints."""
    source = raw.decode(errors="ignore")
    Template.scan(source, _FILTERS)
    try:
        found = Template.parse(source, _FILTERS)
        printed = found.render(_VALUES)
    except BadTemplate as error:
        hold(bool(error.message), "no message")
        hold(1 <= error.line <= len(_LINE_END.findall(source)) + 1, f"line {error.line} is none")
        return
    hold(sum(len(one) if isinstance(one, str) else 1 for one in printed) <= LONGEST_OUTPUT, "no bound")
    if len(source) <= _COMPILED and "|" not in source:
        given = {**dict.fromkeys(found.names, ""), **_VALUES}
        shown = "".join(one if isinstance(one, str) else _shown(one) for one in printed)
        hold(shown == _JINJA.from_string(source).render(given), "not what Jinja2 prints")


def _shown(quoted: Quoted) -> str:
    value = _VALUES.get(quoted.name, "")
    return str(value if quoted.member is None else value[quoted.member])


_NAMES = ("甲", "乙", "丙", "丁", "x", "{{ 甲 }}", "{{甲|变化}}", "{{ x }}", "{% for x in 丙 %}", "\0", "\n")
DOORS = (
    text_door("pattern", pattern, _NAMES + words("jinja", "odd"), most=2_000),
    text_door("template", template, _NAMES + words("jinja", "odd"), most=5_000),
)
