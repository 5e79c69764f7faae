"""C27: two headings of a speech in the same words."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Head, Proof
from draftkit.review.rule import Rule, Spot

_GENERAL = re.compile(
    "(?:主要|存在|具体|工作|基本|典型|经验|情况|做法|成效|问题|打算|措施|体会|建议|原因|目标|要求|概况|的|及|和)+"
)
LEAST = 4
"""Characters of a heading that two sections do not share by chance (our own)."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each heading whose words another one of the speech has; 主要做法 may stand under each section."""
    seen: dict[tuple[int, str], tuple[int, tuple[int, ...]]] = {}
    path: list[int] = []
    for number, head in enumerate(proof.heads):
        del path[head.level - 1 :]
        path += [number] * (head.level - len(path))
        words = proof.text[head.words : head.stop]
        parent = tuple(path[:-1])
        first, its_parent = seen.setdefault((head.speech, words), (number, parent))
        may_return = (its_parent != parent and _may_return(words, head)) or proof.awaits(head.words, head.stop)
        if first != number and len(words) >= LEAST and not may_return:
            yield Spot(head.words, head.stop, _("another heading of the speech has the same words"))


def _may_return(words: str, head: Head) -> bool:
    return head.heading.placement == "within" or _GENERAL.fullmatch(words) is not None


RULE = Rule(
    code="C27",
    name=N_("heading used twice"),
    grade="实务",
    looks_for=N_("two headings of a speech that have the same words"),
    why=N_("One of the two does not say what its section says."),
    source=N_("habit of offices"),
    hits=("一、加强组织领导\n成立专班。\n二、强化资金保障\n多方筹资。\n三、加强组织领导\n落实责任。",),
    passes=("一、加强组织领导\n成立专班。\n二、强化资金保障\n多方筹资。",),
    check=check,
)
