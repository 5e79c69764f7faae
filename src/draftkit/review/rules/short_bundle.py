"""R03: a coined name that counts more or fewer members than are listed."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.rhetoric.coined import Coined, coined_in
from draftkit.rhetoric.listing import widened
from draftkit.rhetoric.members import members_beside

_FURTHEST = 2
"""How many members may be missing or over for a list to be still that of the name (our own)."""
_BESIDE = 200
"""Characters before and after a name in which its list begins or ends (our own)."""
_LISTS = re.compile("[、；，]")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each coined name beside which another number of members is listed than it counts."""
    text = "\n".join(map(widened, proof.text.split("\n")))
    seen: set[int] = set()
    for coined in coined_in(text):
        if coined.start in seen or not _may_have_list(text, coined):
            continue
        row = proof.row_at(coined.start)
        here = coined._replace(start=coined.start - row.start, end=coined.end - row.start)
        listed = _listed(here, text[row.start : row.end])
        if listed:
            seen.add(coined.start)
            message = _("“{name}” counts {size}, {listed} are listed")
            message = message.format(name=coined.name, size=coined.totals[0], listed=listed)
            yield Spot(coined.start, coined.end, message)


def _may_have_list(text: str, coined: Coined) -> bool:
    """Whether a list can stand beside a name: the last character of its noun, which all members have, stands
    there twice, and a mark that parts them."""
    before = text[max(0, coined.start - _BESIDE) : coined.start]
    after = text[coined.end : coined.end + _BESIDE]
    noun = coined.nouns[0][-1:]
    return before.count(noun) + after.count(noun) > 1 and _LISTS.search(before + after) is not None


def _listed(coined: Coined, text: str) -> int | None:
    """Return how many members stand beside a name where that is another number than the name's."""
    if len(coined.sizes) > 1 or coined.common or not coined.nouns[0] or members_beside(coined, text):
        return None
    size, noun = coined.totals[0], coined.nouns[0]
    for off in range(1, _FURTHEST + 1):
        for other in (size - off, size + off):
            if other < 2:
                continue
            items = members_beside(coined._replace(sizes=(other,), totals=(other,), quoted=True), text)
            if items and len(items) == other and all(noun[-1] in item for item in items):
                return other
    return None


RULE = Rule(
    code="R03",
    name=N_("bundle short of members"),
    grade="实务",
    looks_for=N_("a coined name (“四个一批”, 三项机制) beside which more or fewer members are listed"),
    why=N_("Whoever hears “four” counts along."),
    source=N_("habit of offices: the number is that of the members"),
    hits=("探索财政补一点、企业投一点“三个一点”办法。",),
    passes=("探索财政补一点、企业投一点、居民出一点“三个一点”办法。",),
    check=check,
)
