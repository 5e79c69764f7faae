"""Frames and facts to a document."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from draftkit.compose.bundle import bundled
from draftkit.compose.fit import Omission, distinct, gaps_in, next_to_drop, spoilt_units
from draftkit.compose.ledger import BAND, PACE, report
from draftkit.compose.phrasebook import Phrasebook
from draftkit.compose.plan import Plan, plan, skeleton_of
from draftkit.compose.realise import Gap, Realiser
from draftkit.compose.skeleton import speech_of
from draftkit.compose.vary import TRIES, no_worse, varied
from draftkit.errors import MissingFacts, Problem, WrongFacts
from draftkit.fact.facts import Facts
from draftkit.finding import Finding
from draftkit.frame import Frame, Skeleton
from draftkit.lines import lines_of, spoken_text
from draftkit.messages import _
from draftkit.tree import Document, Speech
from draftkit.zh.sentence import spoken_length

__all__ = ["BAND", "PACE", "Composed", "Gap", "Missing", "Phrasebook", "compose"]

Missing = Literal["mark", "fail", "drop"]


class Composed(NamedTuple):
    """A draft, how long it is (characters from the salutation to the signoff), what to know about it, and what
    is still to come, each gap once."""

    document: Document
    length: int
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...] = ()


def compose(
    facts: Facts, frames: Mapping[str, Frame], missing: Missing = "mark", draw: int | None = None
) -> Composed:
    """Return the draft of the facts. Same input, same draft.

    `missing` says what a missing fact becomes: `mark` a visible blank, `fail` a MissingFacts that lists
    all, `drop` leaves out what can be spared. Where the facts give minutes, what the skeleton lets go is
    left out until the speech fits at 180 characters a minute. `frames` is best a Phrasebook where more than
    one speech is made of them. With `draw` the frames are varied by the unit's name, and the draft is the plain
    one only where no variation does as well by the facts; another number draws again. Raises WrongFacts with
    every problem.
    """
    book = frames if isinstance(frames, Phrasebook) else Phrasebook(frames)
    skeleton, problems = skeleton_of(facts, book)
    if skeleton is None:
        raise WrongFacts(problems)
    if draw is None:
        return _composed(facts, book, skeleton, missing)
    return _varied(facts, book, skeleton, missing, draw)


def _varied(facts: Facts, book: Phrasebook, skeleton: Skeleton, missing: Missing, draw: int) -> Composed:
    plain: Composed | None = None
    for shuffle in range(draw * TRIES, (draw + 1) * TRIES):
        try:
            found = _composed(facts, book, varied(skeleton, facts, book, shuffle), missing, shuffle)
        except (MissingFacts, WrongFacts):
            break
        if any(finding.code != "unused" for finding in found.findings):  # no frame is drawn that uses less
            plain = plain or _composed(facts, book, skeleton, missing)
        if plain is None or no_worse(found.findings, plain.findings):
            return found
    return plain or _composed(facts, book, skeleton, missing)


def _composed(
    facts: Facts, book: Phrasebook, skeleton: Skeleton, missing: Missing, draw: int | None = None
) -> Composed:
    omitted: list[Omission] = []
    while True:
        realiser, chosen, speech = _realise(facts, book, skeleton, omitted, draw)
        lines = lines_of(speech)
        gaps = gaps_in(realiser, lines)
        more = spoilt_units(realiser, chosen, gaps) if missing == "drop" else []
        length = spoken_length(spoken_text(lines))
        if not more and facts.minutes and length > facts.minutes * PACE:
            more = next_to_drop(realiser, chosen)
        if not more:
            break
        omitted += more
    gaps = distinct(gaps, facts)
    if missing == "fail" and gaps:
        raise MissingFacts(_missing(facts, gap) for gap in gaps)
    report(realiser, gaps, omitted, lines, length)
    return Composed(Document("", (speech,)), length, tuple(realiser.findings), tuple(gaps))


def _realise(
    facts: Facts, frames: Phrasebook, skeleton: Skeleton, omitted: list[Omission], draw: int | None
) -> tuple[Realiser, Plan, Speech]:
    units = frozenset(omission.unit for omission in omitted)
    realiser = Realiser(facts, frames, skeleton, units, draw=draw)
    realiser.figures = bundled(realiser, facts.figures)
    chosen, problems = plan(skeleton, facts, frames, realiser.omitted)
    realiser.problems += problems
    speech = speech_of(realiser, chosen)
    if realiser.problems:
        raise WrongFacts(realiser.problems)
    return realiser, chosen, speech


def _missing(facts: Facts, gap: Gap) -> Problem:
    message = _("missing: {ask}").format(ask=gap.ask(facts))
    return Problem(facts.place(gap.key), message, _("Add it to the facts file, or compose with --missing mark"))
