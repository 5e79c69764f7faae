"""提纲 into a speech: every part in its place."""

from draftkit.compose.couplet import title_of
from draftkit.compose.formula import best_wording
from draftkit.compose.inlines import trimmed
from draftkit.compose.parallel import points_of, sections_of
from draftkit.compose.passage import paragraphs_of, plans
from draftkit.compose.plan import Plan
from draftkit.compose.realise import Realiser
from draftkit.compose.wording import fill
from draftkit.frame import FORWARD, Formula, Role
from draftkit.tree import Filled, Greeting, Inline, Inlines, Paragraph, Passage, Speech, Text
from draftkit.zh.numbering import Numbers
from draftkit.zh.numerals import to_count, to_numeral


def speech_of(realiser: Realiser, plan: Plan) -> Speech:
    """Return the speech of a plan. What is still missing stands in it as blanks."""
    realiser.provided |= _provided(realiser, plan)
    title = title_of(realiser, plan.parts.get("title"))
    subtitle, byline, date, salutation, greeting = (
        _part(realiser, plan, role) for role in ("subtitle", "byline", "date", "salutation", "greeting")
    )
    opening = _passage(realiser, plan, "opening")
    kept = [s for _shape, facts in plan.sections for s in facts if s.key not in realiser.omitted]
    numbers = Numbers(len(kept))
    sections = tuple(
        section for shape, facts in plan.sections for section in sections_of(realiser, shape, facts, numbers)
    )
    closing = _passage(realiser, plan, "closing")
    return Speech(
        title=title,
        subtitle=subtitle,
        byline=byline,
        date=date,
        salutation=salutation,
        greeting=_greeting(realiser, plan, greeting),
        opening=opening,
        sections=sections,
        closing=closing,
        signoff=realiser.ended(_part(realiser, plan, "signoff")),
    )


def _part(realiser: Realiser, plan: Plan, role: Role) -> Inlines:
    frame = plan.parts.get(role)
    if role in realiser.omitted or not isinstance(frame, Formula):
        return ()
    slots = realiser.facts.named
    with realiser.at(role, forward=role == "closing" or frame.move in FORWARD):
        return fill(realiser, frame, best_wording(realiser, frame, slots), slots)


def _greeting(realiser: Realiser, plan: Plan, inlines: Inlines) -> Greeting | None:
    frame = plan.parts.get("greeting")
    if not inlines or not isinstance(frame, Formula):
        return None
    return Greeting(realiser.ended(inlines), frame.placement)


def _passage(realiser: Realiser, plan: Plan, role: Role) -> Passage:
    """Return an opening or a closing: the user's own, or the frame's."""
    facts = realiser.facts.opening if role == "opening" else realiser.facts.closing
    if facts is None:
        inlines = realiser.ended(_part(realiser, plan, role))
        return Passage((Paragraph(inlines),)) if inlines else Passage()
    with realiser.at(role, forward=role == "closing"):
        body = paragraphs_of(realiser, facts.body)
        points = points_of(realiser, realiser.skeleton.passages.get(role, ()), facts, "run-in")
    return Passage(body, points)


def _provided(realiser: Realiser, plan: Plan) -> dict[str, Inlines]:
    """Return what compose works out: the count of sections, and what next: holds, joined, numbered, counted."""
    sections = [s for _shape, facts in plan.sections for s in facts if s.key not in realiser.omitted]
    provided: dict[str, Inlines] = {"部分数": _count(len(sections), [section.key for section in sections])}
    rows = [trimmed(row) for row in plans(realiser, realiser.facts.next)]
    if rows:
        provided["打算"] = _joined(rows, numbered=False)
        provided["打算数"] = _count(len(rows), ["next"])
    if len(rows) > 1:
        provided["打算条目"] = _joined(rows, numbered=True)
    return provided


def _count(number: int, keys: list[str]) -> Inlines:
    return (Text(to_count(number), Filled("", tuple(keys))),)


def _joined(rows: list[Inlines], numbered: bool) -> Inlines:
    long = numbered or any("，" in inline.text for row in rows for inline in row)
    found: list[Inline] = []
    for number, row in enumerate(rows):
        mark = ("；" if long else "，") if number else ""
        mark += f"{to_numeral(number + 1)}是" if numbered else ""
        found += [Text(mark, Filled("punctuation")), *row] if mark else row
    return tuple(found)
