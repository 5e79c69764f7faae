"""C17: a sentence too long to be read aloud."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_STOP = re.compile("[。！？；!?;\n]")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each stretch of a paragraph without a stop that has more characters than the office allows."""
    longest, start = proof.office.sentence, 0
    for stop in (*(found.start() for found in _STOP.finditer(proof.text)), len(proof.text)):
        if stop - start > longest and proof.row_at(start).role == "paragraph":
            message = _("{n} characters without a stop; {most} can be read in one breath")
            yield Spot(start, stop, message.format(n=stop - start, most=longest))
        start = stop + 1


RULE = Rule(
    code="C17",
    name=N_("sentence too long to be read aloud"),
    grade="实务",
    looks_for=N_("more than 80 characters without 。！？ or ；; draftkit.toml can set another number"),
    why=N_("The speaker runs out of breath, the listeners lose the thread."),
    source=N_("habit of offices: a speech is heard, not read"),
    hits=(
        "我们坚持把老旧管网改造作为民生实事，组织住建、城管、水务、电力、燃气等部门，对全区建成二十年以上的居民小区，"
        "逐条街巷、逐个楼栋、逐处井盖开展摸底排查，在摸清底数的基础上分年度、分片区、分批次列出改造清单。",
    ),
    passes=("我们坚持把老旧管网改造作为民生实事，摸清底数，分批改造。",),
    check=check,
)
