"""F03: a name of the facts that the draft writes otherwise."""

import re
from collections.abc import Iterator

from draftkit.fact.facts import Words
from draftkit.messages import N_, _
from draftkit.review.calendar import day_in
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.review.variants import variants_of

_NAMES = ("单位", "会议", "主题")
_SPACE = re.compile(r"\s+")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield near variants of the names of the facts, and a byline or date that is another."""
    if proof.facts is None:
        return
    named = {
        key: "".join(given.pattern.fixed).strip()
        for key, given in proof.facts.named.items()
        if isinstance(given, Words) and not given.pattern.slots
    }
    names = [(named[key], key == "主题") for key in _NAMES if key in named]
    *post, person = _SPACE.split(named.get("发言人", ""))
    for name, whole in (*names, *((words, False) for words in post)):
        for start, end in variants_of(name, proof.text, whole):
            yield Spot(start, end, _("the facts have {name}").format(name=name), name)
    for row in proof.rows:
        words = proof.words_of(row)
        if row.role == "byline" and person and person not in _SPACE.sub("", words):
            yield Spot(row.start, row.end, _("the facts have {name}").format(name=named["发言人"]))
        day = day_in(words) if row.role == "date" else None
        if day and "日期" in named and _differ(day, day_in(named["日期"])):
            yield Spot(row.start, row.end, _("the facts have {name}").format(name=named["日期"]))


def _differ(one: tuple[int, ...], other: tuple[int, ...] | None) -> bool:
    """Whether two dates differ in what both of them tell."""
    return other is not None and any(a != b for a, b in zip(one, other, strict=False))


RULE = Rule(
    code="F03",
    name=N_("name written otherwise"),
    grade="实务",
    looks_for=N_("with --facts: unit, meeting, speaker, date or theme written otherwise than in the facts"),
    why=N_("A name that is nearly right is a mistake that its owner sees first."),
    source=N_("the facts file"),
    hits=(),
    passes=(),
    check=check,
)
