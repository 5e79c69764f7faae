"""问题: what review and compose report about a draft."""

from typing import NamedTuple

from draftkit.errors import Place


class Finding(NamedTuple):
    """One thing to know about a draft: a code for it, the message, the words it is about, and their place.

    `fact` is the address of the fact it speaks of, "" for none.
    """

    code: str
    message: str
    quote: str = ""
    fact: str = ""
    place: Place | None = None
