"""套语 into words: the parts of a speech, and the phrases that turn terse facts into sentences."""

from collections.abc import Sequence

from draftkit.answer import missing
from draftkit.compose.phrasebook import Choice, Phrases
from draftkit.compose.realise import Realiser
from draftkit.compose.wording import fill
from draftkit.errors import did_you_mean
from draftkit.fact.facts import Deed, Slots, Words
from draftkit.frame import Formula, Wording, id_of
from draftkit.messages import _
from draftkit.tree import Filled, Inlines, Text

WHO = "谁"
"""The slot of a phrase that names who acts; not said twice running."""

COMMA = Text("，", Filled("punctuation"))


def sentence_of(realiser: Realiser, deed: Deed, subject: str) -> Inlines:
    """Return the sentence for a terse fact, without its stop; `subject` was said last and is not said again.

    The wording that takes most of the facts given begins; what it leaves is taken by tails. A fact that no
    wording takes is a problem, so nothing is left out in silence.
    """
    phrases = realiser.frames.phrases(deed.kind, realiser.varied)
    if not _known(realiser, deed, phrases):
        return ()
    slots = dict(deed.slots)
    if subject and subject == subject_of(deed) and phrases.can_say(frozenset(slots) - {WHO}):
        realiser.used.add(slots.pop(WHO).key)
    with realiser.at(realiser.unit, realiser.forward or phrases.forward):
        found, left = _worded(realiser, phrases, slots)
    _report_left(realiser, deed, left)
    return found


def _worded(realiser: Realiser, phrases: Phrases, left: Slots) -> tuple[Inlines, Slots]:
    """Return a head and its tails, and the facts that none of them has printed."""
    found: Inlines = ()
    choices = phrases.best_heads(frozenset(left))
    while choices:
        choice = _fresh(realiser, choices)
        realiser.printed.clear()
        found += (*((COMMA,) if found else ()), *fill(realiser, choice.formula, choice.wording, left))
        left = {name: given for name, given in left.items() if name not in realiser.printed}
        choices = phrases.best_tails(frozenset(left)) if realiser.printed else ()
    return found, left


def subject_of(deed: Deed) -> str:
    """Return who acts in a terse fact, "" where nobody is named."""
    given = deed.slots.get(WHO)
    return str(given.pattern) if isinstance(given, Words) else ""


def transition(realiser: Realiser, before: str, after: str) -> Inlines:
    """Return the words that lead from one kind of fact to the next; each is used once in a speech."""
    fresh = [
        c for c in realiser.frames.transitions(before, after, realiser.varied) if c.lead not in realiser.leads
    ]
    if not fresh:
        return ()
    choice = _fresh(realiser, fresh)
    return fill(realiser, choice.formula, choice.wording, {})


def best_wording(realiser: Realiser, formula: Formula, slots: Slots) -> Wording:
    """Return the wording with fewest gaps that uses most of the slots; equal ones by the unit's name."""
    key = ("wordings", formula.name, frozenset(slots))
    best = realiser.frames.once(key, lambda: best_wordings(formula, slots))
    return best[realiser.variant(id_of(formula), len(best))]


def best_wordings(formula: Formula, slots: Slots) -> list[Wording]:
    """Return the wordings with fewest gaps that use most of the slots."""
    ranked = {w: (len(missing(formula, w, slots)), -len(w.names & set(slots))) for w in formula.wordings}
    least = min(ranked.values())
    return [wording for wording in formula.wordings if ranked[wording] == least]


def _known(realiser: Realiser, deed: Deed, phrases: Phrases) -> bool:
    if not phrases.heads:
        message = _("no formula words a fact of the kind “{kind}”").format(kind=deed.kind)
        realiser.problem(deed.key, message, did_you_mean(deed.kind, realiser.frames.kinds()))
        return False
    unknown = sorted(set(deed.slots) - phrases.slots)
    for name in unknown:
        message = _("“{kind}” has no slot “{name}”").format(kind=deed.kind, name=name)
        realiser.problem(f"{deed.slots[name].key}:", message, did_you_mean(name, phrases.slots))
    return not unknown


def _fresh(realiser: Realiser, choices: Sequence[Choice]) -> Choice:
    """Return one of equal choices by the unit's name, of those whose lead was not used where there are such."""
    fresh = [choice for choice in choices if choice.lead not in realiser.leads] or choices
    choice = fresh[realiser.variant(id_of(fresh[0].formula), len(fresh))]
    realiser.leads.add(choice.lead)
    return choice


def _report_left(realiser: Realiser, deed: Deed, left: Slots) -> None:
    for name in sorted(left):
        message = _("no phrase for “{kind}” takes “{name}” beside the other facts")
        advice = _("Give it as a fact of its own (- {kind}: …), or write the sentence as prose")
        realiser.problem(
            deed.slots[name].key, message.format(kind=deed.kind, name=name), advice.format(kind=deed.kind)
        )
