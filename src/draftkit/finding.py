"""问题: what review and compose report about a draft."""

from typing import Literal, NamedTuple

from draftkit.errors import Place
from draftkit.tree import Printed

Grade = Literal["规定", "实务", "单位"]
"""What a rule rests on: a standard or regulation, the habit of offices, the office's own draftkit.toml."""


class Correction(NamedTuple):
    """Words that mend a draft where they stand for those at `span` in its source; a `safe` one changes no
    meaning, whatever the text says."""

    span: Printed
    words: str
    safe: bool


class Finding(NamedTuple):
    """One thing to know about a draft: a code for it, the message, the words it is about, and their place.

    `fact` is the address of the fact it speaks of, "" for none. What review finds has its rule's `name` and
    `grade`, the `span` of its words in the source, and a `fix` where the rule knows one.
    """

    code: str
    message: str
    quote: str = ""
    fact: str = ""
    place: Place | None = None
    name: str = ""
    grade: Grade | None = None
    span: Printed | None = None
    fix: Correction | None = None
