"""R06: a heading that does not fit on its line."""

from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

ROOM = 26
"""Characters on a line with two of indent, marker and stop included: GB/T 9704 5.2.3 has 28 on a line."""


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each heading on a line of its own that runs over the line."""
    for row in proof.rows:
        if row.role == "heading" and row.level < 3 and row.end - row.start > ROOM:
            message = _("{n} characters, {room} fit on the line").format(n=row.end - row.start, room=ROOM)
            yield Spot(row.start, row.end, message)


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
