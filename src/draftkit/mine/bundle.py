"""数字缩语: coined names without their numeral, and the pattern on which their members are built."""

import re
from collections.abc import Iterator, Sequence

from draftkit.fact.figure import Members, numeral_of
from draftkit.frame import Bundle, Evidence
from draftkit.induction.induce import induce
from draftkit.mine.pattern_name import fitted
from draftkit.mine.specs import quotable, specs_of
from draftkit.pattern import Pattern, Slot
from draftkit.rhetoric.bundle import Bundle as Found

_WHOLE = Pattern((Slot("成员"),))
_COIN = re.compile(r"[一-龥]{1,6}")


def bundles_in(found: Sequence[Found], source: str, place: str) -> Iterator[Bundle]:
    """Yield the bundles of a speech whose names begin with the count of their members (四个一批, 三张清单)."""
    for one in found:
        count, coin = numeral_of(one.name)
        if count != len(one.items) or not _COIN.fullmatch(coin) or Members(one.items, coin).coined != one.name:
            continue
        induced = induce(one.items)
        pattern = induced.pattern if induced and len(induced.kept) == len(one.items) else _WHOLE
        fillings = [filling for item in one.items if (filling := pattern.match(item)) is not None]
        shown = next((filling for filling in fillings if all(map(quotable, filling.values()))), {})
        yield Bundle(
            name=fitted(coin),
            use=f"{len(one.items)}项合成一个名称：“{one.name}”",
            slots=specs_of([pattern], fillings),
            coin=coin,
            member=pattern,
            evidence=(Evidence(source, place, shown),),
        )
