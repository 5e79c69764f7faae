"""Openings and closings, salutations, greetings and signoffs, as whole sentences."""

from draftkit.frame import Move, Role
from draftkit.mine.filling import fits, stands_alone
from draftkit.mine.formula.anchors import Group
from draftkit.mine.formula.clause import Said, clauses, matched
from draftkit.mine.formula.places import Part, Sentence
from draftkit.mine.formula.runs import (
    CALLED,
    CLOSERS,
    ENDS,
    GREETINGS,
    OPENERS,
    OPENINGS,
    SALUTATIONS,
    SIGNOFFS,
    SUBJECTS,
)
from draftkit.mine.formula.table import Table
from draftkit.mine.formula.windows import ADVERBIAL, MAIN, RESULT, Window, joined, with_lead
from draftkit.mine.leaks import MOST_SLOTS

ROLES: dict[Part, Role] = {
    "salutation": "salutation",
    "greeting": "greeting",
    "opening": "opening",
    "closing": "closing",
    "signoff": "signoff",
}
_WHOLE = {
    part: Table({"": groups})
    for part, groups in (
        ("salutation", SALUTATIONS),
        ("greeting", GREETINGS),
        ("opening", OPENINGS),
        ("closing", ()),
        ("signoff", SIGNOFFS),
    )
}
_SPECIAL = {"opening": Table({"": (*OPENERS, *SUBJECTS)}), "closing": Table({"": (*CLOSERS, *ENDS)})}
_CALLED = Table({"": CALLED})
_FREE = {"opening": ("举措", 3), "closing": ("举措", 2)}
"""What a clause that no anchor holds is called, and how many of them a sentence may have (ours)."""


def part_of(sentence: Sentence) -> Window | None:
    """Return a sentence of a part of the speech as fixed words and slots, None when it is of no known make."""
    text = sentence.text + ("：" if sentence.part == "salutation" and sentence.text[-1] not in "：！" else "")
    whole = matched(text, _WHOLE[sentence.part])
    if whole:
        return Window(whole.pieces, (whole.group,), "")
    return _sequence(sentence) if sentence.part in _FREE and text[-1] in "。！" else None


def _sequence(sentence: Sentence) -> Window | None:
    """Return a sentence clause by clause: the first leads, others are anchored or a slot each."""
    opening = sentence.part == "opening"
    name, most = _FREE[sentence.part]
    special = _SPECIAL[sentence.part]
    pieces: list[str | Said] = []
    groups: list[Group] = []
    free = held = 0
    leads = True
    for number, (text, marks) in enumerate(clauses(sentence.text)):
        role = matched(text, special)
        found = role or matched(text, _CALLED) or with_lead(text, (*ADVERBIAL, *MAIN, *RESULT))
        if not number and opening:
            leads = bool(role) or with_lead(text, ADVERBIAL) is not None
        if found:
            pieces += found.pieces
            groups.append(found.group)
        elif number and fits(text) and stands_alone(text):
            pieces.append(Said(name, text))
            free += 1
        else:
            return None
        held += bool(found and _holds(found.group, opening, role is not None))
        pieces.append(marks)
    if sum(isinstance(piece, Said) for piece in pieces) > MOST_SLOTS:
        return None
    if not held or free > most or len(groups) + free < 2 or not leads:
        return None
    return Window(joined(pieces), tuple(groups), "")


def _holds(group: Group, opening: bool, special: bool) -> bool:
    """Tell whether an anchor makes an opening or a closing: to name a time or a listener does not."""
    return group not in (*OPENERS, *CALLED) if opening else special or group.deed == "打算"


def move_of(part: Part, window: Window) -> Move:
    """Return the move of a part's sentence: courtesy, open, next when it tells of plans, else call."""
    if part in ("salutation", "greeting", "signoff"):
        return "courtesy"
    if part == "opening":
        return "open"
    fixed = "".join(piece for piece in window.pieces if isinstance(piece, str))
    return "call" if "让我们" in fixed or "希望" in fixed or "将" not in fixed else "next"
