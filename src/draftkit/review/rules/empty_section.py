"""C28: a heading with nothing under it."""

from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Head, Proof
from draftkit.review.rule import Rule, Spot

_STOPS = frozenset("。；！？，")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each heading on a line of its own, without a stop, that neither text nor headings follow; one
    that has its section elsewhere stands here in a list of headings."""
    borne = {proof.text[head.words : head.stop] for head in proof.heads if _bears(head)}
    for head in proof.heads:
        if head.heading.placement != "line" or _bears(head) or proof.text[head.end - 1] in _STOPS:
            continue
        if proof.text[head.words : head.stop] not in borne:
            yield Spot(head.words, head.stop, _("nothing stands under this heading"))


def _bears(head: Head) -> bool:
    return bool(head.section.body or head.section.sections)


RULE = Rule(
    code="C28",
    name=N_("empty section"),
    grade="实务",
    looks_for=N_("a heading on a line of its own with neither text nor headings under it"),
    why=N_("What was to stand there was forgotten, or the heading is left over."),
    source=N_("habit of offices"),
    hits=("一、摸清底数\n二、落实资金\n筹资300万元。\n三、管好项目\n每周调度。",),
    passes=("一、摸清底数\n走访420户。\n二、落实资金\n筹资300万元。",),
    check=check,
)
