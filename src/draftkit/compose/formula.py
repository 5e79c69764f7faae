"""套语 into words: the parts of a speech, and the phrases that turn terse facts into sentences."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from draftkit.compose.realise import Realiser
from draftkit.compose.wording import fill, missing
from draftkit.errors import did_you_mean
from draftkit.fact.facts import Deed, Slots, Words
from draftkit.frame import FORWARD, Formula, Wording, id_of
from draftkit.messages import _
from draftkit.pattern import Fixed
from draftkit.template import Template
from draftkit.tree import Filled, Inlines, Text

WHO = "谁"
"""The slot of a phrase that names who acts; not said twice running."""

COMMA = Text("，", Filled("punctuation"))


@dataclass(frozen=True, slots=True)
class Choice:
    """A wording that was chosen, and the formula it belongs to."""

    formula: Formula
    wording: Wording


def sentence_of(realiser: Realiser, deed: Deed, subject: str) -> Inlines:
    """Return the sentence for a terse fact, without its stop; `subject` was said last and is not said again.

    The wording that takes most of the facts given begins; what it leaves is taken by tails. A fact that no
    wording takes is a problem, so nothing is left out in silence.
    """
    phrases = _phrases(realiser, deed)
    if not phrases or not _known(realiser, deed, phrases):
        return ()
    before, realiser.forward = realiser.forward, realiser.forward or any(p.move in FORWARD for p in phrases)
    slots = dict(deed.slots)
    if subject and subject == subject_of(deed) and _goes_without_subject(phrases, slots):
        realiser.used.add(slots.pop(WHO).key)
    left = set(slots)
    found: Inlines = ()
    choice = _head(realiser, phrases, left)
    while choice:
        found += (*((COMMA,) if found else ()), *fill(realiser, choice.formula, choice.wording, slots))
        left -= choice.wording.names
        choice = _tail(realiser, phrases, left) if left else None
    _report_left(realiser, deed, left)
    realiser.forward = before
    return found


def _goes_without_subject(phrases: list[Formula], slots: Slots) -> bool:
    rest = set(slots) - {WHO}
    return any(not _lacking(choice, rest) for choice in _choices(phrases, tail=False))


def subject_of(deed: Deed) -> str:
    """Return who acts in a terse fact, "" where nobody is named."""
    given = deed.slots.get(WHO)
    return str(given.pattern) if isinstance(given, Words) else ""


def transition(realiser: Realiser, before: str, after: str) -> Inlines:
    """Return the words that lead from one kind of fact to the next; each is used once in a speech."""
    for formula in formulas(realiser, "transition"):
        if formula.between == (before, after):
            fresh = [w for w in formula.wordings if _lead(w) not in realiser.leads]
            if fresh:
                wording = fresh[realiser.variant(id_of(formula), len(fresh))]
                realiser.leads.add(_lead(wording))
                return fill(realiser, formula, wording, {})
    return ()


def best_wording(realiser: Realiser, formula: Formula, slots: Slots) -> Wording:
    """Return the wording with fewest gaps that uses most of the slots; equal ones by the unit's name."""
    ranked = {w: (len(missing(formula, w, slots)), -len(w.names & set(slots))) for w in formula.wordings}
    best = [wording for wording in formula.wordings if ranked[wording] == min(ranked.values())]
    return best[realiser.variant(id_of(formula), len(best))]


def formulas(realiser: Realiser, role: str) -> Iterator[Formula]:
    """Yield the formulas of a role, in the order of their names."""
    for frame_id in realiser.frames:
        if frame_id.startswith("formula/"):
            frame = realiser.frames[frame_id]
            if isinstance(frame, Formula) and frame.role == role:
                yield frame


def _phrases(realiser: Realiser, deed: Deed) -> list[Formula]:
    phrases = list(formulas(realiser, "phrase"))
    fitting = [formula for formula in phrases if formula.deed == deed.kind]
    if not fitting:
        message = _("no formula words a fact of the kind “{kind}”").format(kind=deed.kind)
        realiser.problem(deed.key, message, did_you_mean(deed.kind, {formula.deed for formula in phrases}))
    return fitting


def _known(realiser: Realiser, deed: Deed, phrases: Iterable[Formula]) -> bool:
    slots = {name for formula in phrases for name in formula.slots}
    unknown = sorted(set(deed.slots) - slots)
    for name in unknown:
        message = _("“{kind}” has no slot “{name}”").format(kind=deed.kind, name=name)
        realiser.problem(f"{deed.slots[name].key}:", message, did_you_mean(name, slots))
    return not unknown


def _choices(phrases: Iterable[Formula], tail: bool) -> list[Choice]:
    return [Choice(f, wording) for f in phrases if f.tail == tail for wording in f.wordings]


def _lacking(choice: Choice, left: Collection[str]) -> int:
    """Return how many slots the wording prints that are not given; a template prints only what is there."""
    specs, template = choice.formula.slots, isinstance(choice.wording, Template)
    own = {name for name in choice.wording.names & set(specs) if specs[name].required or not template}
    return len(own - set(left))


def _head(realiser: Realiser, phrases: list[Formula], left: set[str]) -> Choice | None:
    """Return the wording to begin with: fewest gaps, then fewest facts that no tail can take up, then most
    facts taken, then a lead not used before."""
    choices = _choices(phrases, tail=False)
    lacking = [_lacking(choice, left) for choice in choices]
    closest = [choice for choice, count in zip(choices, lacking, strict=True) if count == min(lacking)]
    ranks = [(_stranded(phrases, left - c.wording.names), -len(c.wording.names & left)) for c in closest]
    return _fresh(realiser, [c for c, rank in zip(closest, ranks, strict=True) if rank == min(ranks)])


def _stranded(phrases: list[Formula], rest: set[str]) -> int:
    """Return how many facts are left when the tails have taken what they can."""
    tails = _choices(phrases, tail=True) if rest else []
    while rest:
        fitting = [tail.wording.names & rest for tail in tails if not _lacking(tail, rest)]
        taken = max(fitting, key=len, default=set())
        if not taken:
            break
        rest = rest - taken
    return len(rest)


def _tail(realiser: Realiser, phrases: list[Formula], left: set[str]) -> Choice | None:
    """Return the wording to go on with: it prints nothing that is not given, and takes most of what is left."""
    fitting = [choice for choice in _choices(phrases, tail=True) if not _lacking(choice, left)]
    most = max((len(choice.wording.names & left) for choice in fitting), default=0)
    return _fresh(realiser, [c for c in fitting if len(c.wording.names & left) == most]) if most else None


def _fresh(realiser: Realiser, choices: list[Choice]) -> Choice | None:
    """Return one of equal choices by the unit's name, of those whose lead was not used where there are such."""
    fresh = [choice for choice in choices if _lead(choice.wording) not in realiser.leads] or choices
    if not fresh:
        return None
    choice = fresh[realiser.variant(id_of(fresh[0].formula), len(fresh))]
    realiser.leads.add(_lead(choice.wording))
    return choice


def _lead(wording: Wording) -> str:
    """Return the fixed words that a wording begins with or has first, by which a repeat is noticed."""
    if isinstance(wording, Template):
        return wording.source
    return next((part.text for part in wording.parts if isinstance(part, Fixed)), str(wording))


def _report_left(realiser: Realiser, deed: Deed, left: set[str]) -> None:
    for name in sorted(left):
        message = _("no phrase for “{kind}” takes “{name}” beside the other facts")
        advice = _("Give it as a fact of its own (- {kind}: …), or write the sentence as prose")
        realiser.problem(
            deed.slots[name].key, message.format(kind=deed.kind, name=name), advice.format(kind=deed.kind)
        )
