"""数字缩语: coined names without their numeral, and the pattern on which their members are built."""

import re
from collections.abc import Iterator, Sequence

from draftkit.fact.figure import Members, numeral_of
from draftkit.frame import Bundle, Evidence
from draftkit.induction.induce import induce
from draftkit.mine.pattern_name import fitted
from draftkit.mine.specs import quotable, specs_of
from draftkit.pattern import Fixed, Pattern, Slot
from draftkit.rhetoric.bundle import Bundle as Found

_WHOLE = Pattern((Slot("成员"),))
_COIN = re.compile(r"[一-龥]{1,6}")


def bundles_in(found: Sequence[Found], source: str, place: str) -> Iterator[Bundle]:
    """Yield the bundles of a speech whose names begin with the count of their members (四个一批, 三张清单)."""
    for one in found:
        count, coin = numeral_of(one.name)
        if count != len(one.items) or not _COIN.fullmatch(coin) or Members(one.items, coin).coined != one.name:
            continue
        pattern = _member(one.items, coin)
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


def _member(items: Sequence[str], coin: str) -> Pattern:
    """The pattern of the members, its fixed words those of the coined name; else each member as it is."""
    induced = induce(items)
    if induced and len(induced.kept) == len(items) and all(words in coin for words in induced.pattern.fixed):
        return induced.pattern
    for start in range(len(coin)):
        words = coin[start:]
        if len(words) > 1 and all(item.endswith(words) and item != words for item in items):
            return Pattern((Slot("成员"), Fixed(words)))
    if len(coin) == 1 and all(item.startswith(coin) and item != coin for item in items):
        return Pattern((Fixed(coin), Slot("成员")))
    return _WHOLE
