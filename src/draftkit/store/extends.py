"""A frame that extends another: its own keys win, slots are merged slot by slot, key by key."""

from collections.abc import Callable

from draftkit.errors import did_you_mean
from draftkit.messages import _
from draftkit.store.nodes import Mapping, Node, Scalar
from draftkit.store.schema import Check

Open = Callable[[str], Mapping | None]
"""Returns the node of a frame by its id, None where there is none."""

DEEPEST = 10
"""Frames through which one may inherit (ours)."""

_ONE_OF_TWO = {"patterns": "template", "template": "patterns"}


def resolve(
    check: Check, node: Mapping, frame_id: str, open_frame: Open, names: Callable[[str], list[str]]
) -> Mapping:
    """Return the frame's node with everything that it inherits; places stay those of each key's own file.

    A parent that is not there, a circle, and a chain longer than DEEPEST, are problems. `names` lists the
    frames of a kind.
    """
    seen = [frame_id]
    chain = [node]
    while isinstance(link := chain[-1].get("extends"), Scalar) and link.text:
        parent_id = link.text if "/" in link.text else f"{frame_id.partition('/')[0]}/{link.text}"
        if parent_id in seen:
            circle = " → ".join([*seen, parent_id])
            check.note(
                link.place, _("extends goes in a circle: {circle}").format(circle=circle), _("Cut it somewhere")
            )
            break
        if len(chain) > DEEPEST:
            message = _("extends goes through more than {n} frames").format(n=DEEPEST)
            check.note(link.place, message, _("Extend a frame that is nearer to the first"))
            break
        parent = open_frame(parent_id)
        if parent is None:
            kind, _slash, _name = parent_id.partition("/")
            message = _("there is no frame {frame} to extend").format(frame=parent_id)
            check.note(link.place, message, did_you_mean(parent_id, (f"{kind}/{name}" for name in names(kind))))
            break
        seen.append(parent_id)
        chain.append(parent)
    merged = chain[-1]
    for child in reversed(chain[:-1]):
        merged = _merge(merged, child)
    return merged


def _merge(parent: Mapping, child: Mapping) -> Mapping:
    entries = {key.text: (key, value) for key, value in parent.entries if key.text != "evidence"}
    for key, value in child.entries:
        entries.pop(_ONE_OF_TWO.get(key.text, ""), None)
        inherited = entries.get(key.text)
        if key.text == "slots" and inherited and isinstance(value, Mapping):
            entries[key.text] = (key, _merge_slots(inherited[1], value))
        else:
            entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), child.place)


def _merge_slots(parent: Node, child: Mapping) -> Mapping:
    if not isinstance(parent, Mapping):
        return child
    entries = {key.text: (key, value) for key, value in parent.entries}
    for key, value in child.entries:
        inherited = entries.get(key.text)
        if inherited and isinstance(inherited[1], Mapping) and isinstance(value, Mapping):
            own = {name.text: (name, node) for name, node in (*inherited[1].entries, *value.entries)}
            entries[key.text] = (key, Mapping(tuple(own.values()), value.place))
        else:
            entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), child.place)
