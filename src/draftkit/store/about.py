"""What frames of every kind have: name, use, genre, slots, evidence."""

from collections.abc import Mapping
from typing import TypedDict

from draftkit.errors import Place
from draftkit.frame import SLOT_TYPES, Evidence, SlotSpec
from draftkit.messages import N_, _
from draftkit.pattern import usable_name
from draftkit.store.frame_keys import EVIDENCE, SLOT, same
from draftkit.store.keys import RESERVED
from draftkit.store.nodes import Node, Scalar, Sequence
from draftkit.store.schema import Check

MOST_SUPPORT = 1_000_000

Nodes = Mapping[str, Node]


class About(TypedDict):
    """The fields that every kind of frame has."""

    name: str
    use: str
    genre: tuple[str, ...]
    extends: str
    slots: Mapping[str, SlotSpec]
    evidence: tuple[Evidence, ...]
    place: Place


def read_about(check: Check, name: str, nodes: Nodes, place: Place) -> About:
    """Return the common fields of a frame."""
    found = (_evidence(check, node) for node in check.items(nodes.get("evidence")))
    return About(
        name=name,
        use=check.text(nodes.get("use"), "use"),
        genre=check.texts(nodes.get("genre"), "genre"),
        extends=check.text(nodes.get("extends"), "extends"),
        slots=_slots(check, nodes.get("slots")),
        evidence=tuple(evidence for evidence in found if evidence),
        place=place,
    )


def _slots(check: Check, node: Node | None) -> dict[str, SlotSpec]:
    mapping = check.mapping(node, "slots")
    slots: dict[str, SlotSpec] = {}
    for key, value in mapping.entries if mapping else ():
        if not usable_name(key.text):
            message = _("“{name}” cannot be a slot's name").format(name=key.text)
            check.note(key.place, message, _("A name has letters or characters, no spaces or signs"))
            continue
        if key.text in RESERVED:
            message = _("“{name}” is a key of every facts file and cannot be a slot").format(name=key.text)
            check.note(key.place, message, _("Choose another name"))
        slots[key.text] = _slot(check, key.text, value)
    return slots


def _slot(check: Check, name: str, node: Node) -> SlotSpec:
    if isinstance(node, Scalar):
        return SlotSpec(name, ask=node.text.strip())
    mapping = check.mapping(node, N_("slot “{name}”"), name=name)
    nodes = {key: value for key, (_k, value) in check.known(mapping, same(SLOT)).items()} if mapping else {}
    example = nodes.get("example")
    kind = check.choice(nodes.get("type"), "type", SLOT_TYPES)
    return SlotSpec(
        name=name,
        ask=check.text(nodes.get("ask"), "ask"),
        example=check.texts(example, "example")
        if isinstance(example, Sequence)
        else check.text(example, "example"),
        type=next((known for known in SLOT_TYPES if known == kind), "text"),
        length=check.span(nodes.get("length"), "length"),
        required=check.truth(nodes.get("required"), "required", default=True),
        choices=check.texts(nodes.get("choices"), "choices"),
    )


def _evidence(check: Check, node: Node) -> Evidence | None:
    mapping = check.mapping(node, "evidence")
    if mapping is None:
        return None
    nodes = {key: value for key, (_k, value) in check.known(mapping, same(EVIDENCE)).items()}
    filling = check.mapping(nodes.get("filling"), "filling")
    return Evidence(
        source=check.text(nodes.get("source"), "source"),
        place=check.text(nodes.get("place"), "place"),
        filling={key.text: check.text(value, key.text) for key, value in filling.entries} if filling else {},
        support=check.whole(nodes.get("support"), "support", MOST_SUPPORT) or 1,
    )
