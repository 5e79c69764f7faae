"""The account of a draft: what is missing, what was left out, what was not used, how long it is."""

from collections.abc import Sequence

from draftkit.compose.fit import Omission
from draftkit.compose.realise import Gap, Realiser
from draftkit.fact.figure import Unknown
from draftkit.lines import Line
from draftkit.messages import _
from draftkit.tree import Filled, Inline

PACE = 180
BAND = (160, 200)
"""Characters a minute that a speech is read at, and the band of readers (实务)."""


def report(
    realiser: Realiser, gaps: list[Gap], omitted: list[Omission], lines: Sequence[Line], length: int
) -> None:
    """Note all of it as findings of the realiser."""
    for gap in gaps:
        realiser.report(
            "missing", _("still to come: {ask}").format(ask=gap.ask(realiser.facts)), gap.blank.text, gap.key
        )
    for omission in omitted:
        _left_out(realiser, omission)
    for name, figure in realiser.figures.items():
        if f"figures.{name}" not in realiser.used and not isinstance(figure.kind, Unknown):
            message = _("figure “{name}” is not used").format(name=figure.name)
            realiser.report("unused", message, name, f"figures.{name}")
    for name, given in realiser.facts.named.items():
        if given.key not in realiser.used:
            realiser.report("unused", _("“{name}” is not used").format(name=name), name, given.key)
    from_end = reversed(lines)  # where plans stand
    if realiser.facts.next and not any(_is_plan(inline) for line in from_end for inline in line.inlines):
        message = _("next: is not printed: no closing of this skeleton speaks of plans")
        realiser.report("unused", message, key="next")
    if realiser.facts.loose:
        message = _("{n} notes in loose: are in no section").format(n=len(realiser.facts.loose))
        realiser.report("unused", message, key="loose")
    if realiser.facts.minutes:
        _time(realiser, realiser.facts.minutes, length)


def _is_plan(inline: Inline) -> bool:
    origin = inline.origin
    return isinstance(origin, Filled) and any(key.startswith("next") for key in origin.facts)


def _left_out(realiser: Realiser, omission: Omission) -> None:
    if omission.why == "time":
        message = _("left out to fit the time: {words}").format(words=omission.words)
    else:
        message = _("left out, since this is missing: {ask}").format(ask=omission.words)
    realiser.report("left-out", message, key=omission.unit)


def _time(realiser: Realiser, minutes: int, length: int) -> None:
    if length > minutes * PACE:
        message = _("too long by {n} characters for {minutes} minutes")
        message = message.format(n=length - minutes * PACE, minutes=minutes)
        realiser.report("too-long", message, key="minutes")
    elif length < minutes * BAND[0]:
        message = _("shorter by {n} characters than {minutes} minutes hold")
        realiser.report(
            "too-short", message.format(n=minutes * BAND[0] - length, minutes=minutes), key="minutes"
        )
