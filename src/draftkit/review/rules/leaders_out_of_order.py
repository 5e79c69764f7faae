"""C08: leaders named together, not in the order of the roster."""

import re
from collections.abc import Iterator
from itertools import pairwise

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_BETWEEN = re.compile(
    r"(?:同志|[一-龥]{0,6}(?:书记|主任|主席|[市县区镇乡部局院校会秘]长|[处科厅司行站所]长|常委|委员))?"
    r"(?:[、，,]|[和与及])[一-龥、（）()]{0,24}|[ \u3000]{1,4}"
)
"""What stands between two names of a list: the post of the one, a pause, and the post of the other."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each leader who is named in a list after one whom the roster has below him."""
    ranks = {leader.name: rank for rank, leader in enumerate(proof.office.roster)}
    if len(ranks) < 2:
        return
    names = re.compile("|".join(map(re.escape, sorted(ranks, key=len, reverse=True))))
    for one, other in pairwise(names.finditer(proof.text)):
        between = _BETWEEN.fullmatch(proof.text, one.end(), other.start())
        if between and ranks[other[0]] < ranks[one[0]]:
            message = _("the roster has {name} before {other}").format(name=other[0], other=one[0])
            yield Spot(*other.span(), message)


RULE = Rule(
    code="C08",
    name=N_("leaders out of order"),
    grade="单位",
    looks_for=N_("names in a list that do not follow [[roster]] in draftkit.toml"),
    why=N_("The order in which leaders are named is settled."),
    source="draftkit.toml",
    hits=(),
    passes=("全镇新修渠道12公里。",),
    check=check,
)
