"""Characters: which ones a file cannot hold, which ones a face cannot draw, and how markup is escaped."""

import re
from collections.abc import Iterable

from draftkit.errors import CannotWrite, Place, Problem
from draftkit.messages import _

# XML 1.0, 2.2 (Char): all but these may stand in a document.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_AROUND = 8  # characters shown on either side of one that is refused: enough to find it by

# 〇, the ideographs of all blocks and the compatibility ones. Punctuation is not meant: a face has it
# even where Python's codec maps the code to another character (— and · are such). Compiled when first
# used: a class of so many characters takes a millisecond.
_IDEOGRAPH = "[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"


def refuse(unwritable: re.Pattern[str], texts: Iterable[str]) -> None:
    """Raise CannotWrite with one problem for each match of `unwritable`; return if there is none."""
    if problems := unwritten(unwritable, texts):
        raise CannotWrite(problems)


def unwritten(unwritable: re.Pattern[str], texts: Iterable[str], place: Place | None = None) -> list[Problem]:
    """Return a problem for each match of `unwritable`, `place` being where the texts stand."""
    return [
        Problem(place, _message(text, found.start(), unwritable), _advice())
        for text in texts
        for found in unwritable.finditer(text)
    ]


def _message(text: str, place: int, unwritable: re.Pattern[str]) -> str:
    around = text[max(0, place - _AROUND) : place + _AROUND + 1]
    return _("The character {code} cannot be written, in “{around}” (shown there as □).").format(
        code=f"U+{ord(text[place]):04X}", around=unwritable.sub("□", around)
    )


def _advice() -> str:
    return _("Delete it where the text comes from, and write again.")


def rare_in(text: str) -> re.Pattern[str] | None:
    """Return a pattern that splits off those ideographs of `text` that GB 2312 lacks; None if it has all."""
    rare = set()
    while odd := _first_outside_gb2312(text):
        if re.match(_IDEOGRAPH, odd):
            rare.add(odd)
        text = text.replace(odd, "")
    return re.compile(f"([{''.join(sorted(rare))}]+)") if rare else None


def _first_outside_gb2312(text: str) -> str:
    # The codec looks at 3,000 characters in 5 µs; a set of them takes 90.
    try:
        text.encode("gb2312")
    except UnicodeEncodeError as error:
        return text[error.start]
    return ""


def escape(text: str) -> str:
    """Return the text as XML content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
