"""杂质: what a reading set aside, in the user's words."""

from collections import Counter
from collections.abc import Iterator, Sequence

from draftkit.messages import _
from draftkit.tree import Dropped, Why

_SAID = 20
"""Characters by which a user finds it in the file (ours)."""


def told(dropped: Sequence[Dropped]) -> Iterator[str]:
    """Yield for each reason how many pieces there are, and how the first begins."""
    for why, count in sorted(Counter(one.why for one in dropped).items()):
        first = next(one.text for one in dropped if one.why == why)
        message = _("{n} lines ({why}): {words}")
        yield message.format(n=count, why=_called(why), words=" ".join(first.split())[:_SAID])


def _called(why: Why) -> str:
    """Return what the reader left aside, in the user's words."""
    names: dict[Why, str] = {
        "watermark": _("watermark"),
        "advert": _("advertisement"),
        "navigation": _("menus and page numbers"),
        "metadata": _("publication data"),
        "toc": _("table of contents"),
        "collection-title": _("title of a collection"),
        "synopsis": _("synopsis or foreword"),
        "truncation": _("text cut off"),
        "table": _("table"),
    }
    return names[why]
