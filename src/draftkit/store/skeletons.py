"""Nodes to skeletons."""

from collections.abc import Collection

from draftkit.answer import MOST_SECTIONS, least_of
from draftkit.errors import did_you_mean
from draftkit.frame import MOVES, PART_NAMES, Kind, Move, Role, SectionShape, Skeleton
from draftkit.messages import N_, _
from draftkit.store.about import About, Nodes
from draftkit.store.frame_keys import SHAPE, same
from draftkit.store.keys import NO_MARKER
from draftkit.store.nodes import Node
from draftkit.store.schema import Check
from draftkit.tree import Placement
from draftkit.zh.marker import FAMILIES, is_verb_family

PLACEMENTS: tuple[Placement, ...] = ("line", "run-in", "within")
PASSAGES: tuple[Role, ...] = ("opening", "closing")
"""The parts that may have points of their own."""
TITLES: tuple[Kind, ...] = ("couplet", "formula")
MARKERS = tuple(family or "none" for family in FAMILIES)


def read_skeleton(check: Check, nodes: Nodes, about: About, known: Collection[str]) -> Skeleton:
    """Return a skeleton; `nodes` are its keys, already known to be a skeleton's, `known` all frames' ids."""
    place = about["place"]
    shapes = _shapes(check, nodes.get("sections"), known)
    if least_of(shapes) > MOST_SECTIONS:
        message = _("a skeleton wants {n} sections and points at most").format(n=MOST_SECTIONS)
        check.note(place, message, _("Write smaller numbers under count:"))
        shapes = ()
    as_written = check.truth(nodes.get("as_written"), "as_written", default=False)
    if not shapes and not check.items(nodes.get("sections")) and not as_written:
        check.note(place, _("a skeleton needs sections:"), _("List at least one heading with its count"))
    parts = {
        role: _frames(check, nodes.get(role), role, known, TITLES if role == "title" else ("formula",))
        for role in PART_NAMES
        if role in nodes
    }
    for role in ("title", "opening", "closing"):
        if not check.items(nodes.get(role)) and not as_written:
            check.note(
                place,
                _("a skeleton needs {part}:").format(part=role),
                _("Name the frames that may stand there"),
            )
    return Skeleton(
        parts={role: frames for role, frames in parts.items() if frames},
        optional=_roles(check, nodes.get("optional")),
        drop=_drop(check, nodes.get("drop"), known),
        sections=shapes,
        passages=_passages(check, nodes.get("passages"), known),
        as_written=as_written,
        **about,
    )


def _drop(check: Check, node: Node | None, known: Collection[str]) -> tuple[str, ...]:
    """What may be left out for time: parts, kinds of terse facts that have phrases, prose, points."""
    kinds = {name.removeprefix("formula/").partition("-")[0] for name in known if "-" in name}
    words = [check.choice(item, "drop", {*PART_NAMES, *kinds, "body", "points"}) for item in check.items(node)]
    return tuple(filter(None, words))


def _frames(
    check: Check, node: Node | None, what: str, known: Collection[str], kinds: tuple[Kind, ...]
) -> tuple[str, ...]:
    found = []
    for scalar in check.scalars(node, what):
        if scalar.text not in known:
            message = _("there is no frame {frame}").format(frame=scalar.text)
            check.note(scalar.place, message, did_you_mean(scalar.text, known))
        elif not scalar.text.startswith(tuple(f"{kind}/" for kind in kinds)):
            message = _("{frame} cannot be a {what}").format(frame=scalar.text, what=what)
            check.note(scalar.place, message, _("Folders are: {kinds}").format(kinds="、".join(kinds)))
        found.append(scalar.text)
    return tuple(found)


def _roles(check: Check, node: Node | None) -> tuple[Role, ...]:
    words = [check.choice(item, N_("part"), PART_NAMES) for item in check.items(node)]
    return tuple(role for role in PART_NAMES if role in words)


def _passages(check: Check, node: Node | None, known: Collection[str]) -> dict[Role, tuple[SectionShape, ...]]:
    mapping = check.mapping(node, "passages")
    given = check.known(mapping, {role: role for role in PASSAGES}) if mapping else {}
    return {role: _shapes(check, given[role][1], known) for role in PASSAGES if role in given}


def _shapes(check: Check, node: Node | None, known: Collection[str]) -> tuple[SectionShape, ...]:
    return tuple(filter(None, (_shape(check, item, known) for item in check.items(node))))


def _shape(check: Check, node: Node, known: Collection[str]) -> SectionShape | None:
    mapping = check.mapping(node, N_("a section's shape"))
    if mapping is None:
        return None
    nodes = {key: value for key, (_k, value) in check.known(mapping, same(SHAPE)).items()}
    headings = _frames(check, nodes.get("heading"), "heading", known, ("parallel",))
    if not headings:
        check.note(
            mapping.place, _("heading: is missing"), _("Name a parallel, for example parallel/自拟小标题")
        )
    marker = check.text(nodes.get("marker"), "marker")
    if not is_verb_family(marker):
        marker = check.choice(nodes.get("marker"), "marker", MARKERS)
    stop = check.text(nodes.get("stop"), "stop")
    placement = check.choice(nodes.get("placement"), "placement", PLACEMENTS)
    return SectionShape(
        headings=headings,
        count=check.span(nodes.get("count"), "count") or (1, 9),
        marker="" if marker == "none" else marker,
        placement=next((known for known in PLACEMENTS if known == placement), "line"),
        move=_move(check, nodes.get("move")),
        stop=("" if stop in NO_MARKER else stop) if stop else None,
        points=_shapes(check, nodes.get("points"), known),
    )


def _move(check: Check, node: Node | None) -> Move | None:
    word = check.choice(node, "move", MOVES)
    return next((move for move in MOVES if move == word), None)
