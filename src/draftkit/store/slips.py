"""What clerks usually trip over in YAML, in their words: wide colons, tabs, braces without quotes, signs."""

import re
from collections.abc import Iterator

from draftkit.errors import Place, Problem
from draftkit.messages import _

_WIDE_COLON = re.compile(r"^[\s-]*([^\s：:\"'#，。]{1,12})：", re.MULTILINE)
_BARE_SLOT = re.compile(r"(?:[:,\[-]\s+|^\s*)(\{\{)", re.MULTILINE)
_SIGN = re.compile(r"(?:[:,\[-]\s+|^)([*&!@%`|>])")
_AFTER_QUOTE = re.compile(r"[:,\[-]\s+(?:\"[^\"\n]*\"|'[^'\n]*')\s*([^\s,\]}#:])")


def usual_slips(text: str, line: int) -> Iterator[tuple[int, str, str]]:
    """Yield offset, message and advice for what clerks usually trip over, near the line that YAML names."""
    lines = text.split("\n")
    start = sum(len(before) + 1 for before in lines[: max(line - 3, 0)])
    near = "\n".join(lines[max(line - 3, 0) : line])
    wide = _WIDE_COLON.search(near)
    if wide:
        message = _("full-width colon “：” after “{key}”").format(key=wide[1])
        yield (
            start + wide.end() - 1,
            message,
            _("Write {key}: with a half-width colon and a space").format(key=wide[1]),
        )
    tab = re.search(r"^ *\t", near, re.MULTILINE)
    if tab:
        yield start + tab.end() - 1, _("a tab at the line's start"), _("Indent with spaces")
    slot = _BARE_SLOT.search(near)
    if slot:
        found = bare_slot(Place(""))
        yield start + slot.start(1), found.message, found.advice
    last = "".join(lines[line - 1 : line])
    start += len(near) - len(last)
    sign = _SIGN.search(last)
    if sign:
        message = _("“{sign}” at the beginning of a text is a sign of YAML").format(sign=sign[1])
        yield start + sign.start(1), message, _("Put the text in quotes")
    after = _AFTER_QUOTE.search(last)
    if after:
        message = _("words go on after the closing quotes")
        yield start + after.start(1), message, _("Put the whole text in quotes, with “” within")


def bare_slot(place: Place) -> Problem:
    """Return the problem of a {{ slot }} that YAML takes for a mapping."""
    message = _("“{{…}}” must be put in quotes here")
    return Problem(place, message, _('Write "{{ name }}" with quotes around the text'))


def no_key(place: Place) -> Problem:
    """Return the problem of a list that stands where a key should."""
    return Problem(place, _("a key is a word, not a list"), _("Write key: value"))


def place_of_offset(text: str, file: str, offset: int) -> Place:
    """Return the place of a character of the text, counted from 0."""
    before = text[:offset]
    return Place(file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
