"""C30: a note in brackets too long to be read aloud."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

LONGEST = 20
"""Characters in brackets that a listener still takes for a note (our own)."""
_NOTE = re.compile(rf"[（(][^（）()\n]{{{LONGEST + 1},}}[）)]")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each note in brackets of a paragraph that is longer."""
    for found in _NOTE.finditer(proof.text):
        if proof.row_at(found.start()).role == "paragraph":
            message = _("{n} characters in brackets; make them a sentence, or leave them out")
            yield Spot(*found.span(), message.format(n=len(found[0]) - 2))


RULE = Rule(
    code="C30",
    name=N_("long note in brackets"),
    grade="实务",
    looks_for=N_("more than 20 characters in brackets in what is read aloud"),
    why=N_("Brackets cannot be heard."),
    source=N_("habit of offices: a speech is heard, not read"),
    hits=("推行“四员”制度（由组长担任信息员、调解员、宣传员，由党员骨干担任监督员）。",),
    passes=("推行“四员”制度（详见附件）。",),
    check=check,
)
