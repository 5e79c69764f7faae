"""C01: a speech that does not fit into its time."""

from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.zh.sentence import spoken_length

FASTEST, SLOWEST = 200, 160
"""Characters a minute that are read out at most and at least (实务)."""
_UNSPOKEN = ("title", "subtitle", "byline", "date")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the end of a speech that is too long for the minutes in its facts, or less than half as long."""
    minutes = proof.facts.minutes if proof.facts else None
    if not minutes or len(proof.document.speeches) != 1:
        return
    spoken = [row for row in proof.rows if row.role not in _UNSPOKEN]
    length = sum(spoken_length(proof.words_of(row)) for row in spoken)
    most, least = minutes * FASTEST, minutes * SLOWEST
    if length > most:
        message = _("{n} characters; {minutes} minutes hold {least} to {most}")
    elif 0 < length * 2 < least:
        message = _("{n} characters only; {minutes} minutes hold {least} to {most}")
    else:
        return
    end = spoken[-1].end
    yield Spot(end - 1, end, message.format(n=length, minutes=minutes, least=least, most=most))


RULE = Rule(
    code="C01",
    name=N_("speech longer than its time"),
    grade="实务",
    looks_for=N_("more than 200 characters for each minute that the facts file allows, or less than 80"),
    why=N_("Whoever runs over is cut short, or keeps the others from speaking."),
    source=N_("habit of offices: 160 to 200 characters a minute"),
    hits=(),
    passes=("全镇新修渠道12公里。",),
    check=check,
)
