"""R06: a heading that does not fit on its line."""

from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Head, Proof
from draftkit.review.rule import Rule, Spot

ROOM = 26
"""Characters on a line with two of indent, marker and stop included: GB/T 9704 5.2.3 has 28 on a line."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each heading on a line of its own that runs over the line; a sentence of a list is none."""
    long = [row for row in proof.rows if row.role == "heading" and row.level < 3 and row.end - row.start > ROOM]
    items = {head.start for head in proof.heads if _is_item(proof, head)} if long else set()
    for row in long:
        if row.start not in items:
            message = _("{n} characters, {room} fit on the line").format(n=row.end - row.start, room=ROOM)
            yield Spot(row.start, row.end, message)


def _is_item(proof: Proof, head: Head) -> bool:
    """Whether it ends as a sentence, and nothing stands below it."""
    return proof.text[head.end - 1] in "。；" and not head.section.body and not head.section.sections


RULE = Rule(
    code="R06",
    name=N_("heading over one line"),
    grade="实务",
    looks_for=N_("a heading of the first or second level, on a line of its own, of more than 26 characters"),
    why=N_("A heading that breaks is no longer taken in at a glance."),
    source=N_("habit of offices; GB/T 9704-2012 5.2.3 for the 28 characters of a line"),
    hits=(),
    passes=("一、把群众的事当成自己的事来办",),
    check=check,
)
