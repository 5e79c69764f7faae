"""The JSON Schema of a frame, from the tables by which frames are read."""

from collections.abc import Mapping

from draftkit.frame import KINDS, MOVES, PART_NAMES, ROLES, SLOT_TYPES, Kind
from draftkit.store.about import MOST_SUPPORT
from draftkit.store.frame_keys import ABOUT, EVIDENCE, OWN_KEYS, SHAPE, SLOT
from draftkit.store.frames import GREETED
from draftkit.store.json_schema import (
    ROW,
    TEXT,
    WORDS,
    Schema,
    choice,
    closed,
    defined,
    described,
    many,
    named,
    only,
    span,
    truth,
    whole,
)
from draftkit.store.keys import RESERVED
from draftkit.store.skeletons import MARKERS, PASSAGES, PLACEMENTS, TITLES
from draftkit.zh.marker import VERBS


def frame_schema() -> Schema:
    """Return the schema of a frame's file."""
    tables = (ABOUT, *OWN_KEYS.values())
    properties = {key: value for table in tables for key, value in _described(table, _PROPERTIES).items()}
    return {
        "title": "draftkit：框架",
        **closed(properties, required=["name"]),
        "allOf": [_of_kind(kind) for kind in KINDS],
        "definitions": defined(shape=closed(_described(SHAPE, _SHAPE), required=["heading"])),
    }


def _described(table: Mapping[str, str], schemas: Mapping[str, Schema]) -> Schema:
    return {key: described(said, schemas[key]) for key, said in table.items()}


def _of_kind(kind: Kind) -> Schema:
    """What a kind of frame has: its keys and no others, and those that it needs unless it extends another."""
    needs: Schema = {"anyOf": [{"required": ["extends"]}, _NEEDS[kind]]}
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {**only((*ABOUT, *OWN_KEYS[kind])), "allOf": [needs]},
    }


def _frames(*kinds: str) -> Schema:
    return many({"type": "string", "pattern": f"^(?:{'|'.join(kinds)})/"})


_NEEDS: Mapping[Kind, Schema] = {
    "couplet": {"required": ["halves"]},
    "parallel": {"required": ["pattern"]},
    "bundle": {"required": ["member"]},
    "formula": {
        "required": ["role"],
        "anyOf": [{"required": ["patterns"]}, {"required": ["template"]}],
        "if": {"properties": {"role": {"const": "phrase"}}},
        "then": {"required": ["deed"]},
    },
    "skeleton": {
        "anyOf": [
            {"required": ["title", "opening", "sections", "closing"]},
            {"properties": {"as_written": {"enum": [True, "true", "是"]}}, "required": ["as_written"]},
        ]
    },
}
_SHAPES = many({"$ref": "#/definitions/shape"})
_MARKER: Schema = {
    "anyOf": [{"enum": [*MARKERS, None]}, {"type": "string", "pattern": f"^一[{VERBS}]$"}, {"type": "number"}]
}
"""A marker; 1. is a number to the editor."""
_SLOT: Mapping[str, Schema] = {
    "ask": TEXT,
    "example": many(TEXT),
    "type": choice(SLOT_TYPES),
    "length": span(),
    "required": truth(),
    "choices": many(TEXT),
}
_EVIDENCE: Mapping[str, Schema] = {
    "source": TEXT,
    "place": TEXT,
    "filling": {"type": "object", "additionalProperties": TEXT},
    "support": whole(MOST_SUPPORT),
}
_SHAPE: Mapping[str, Schema] = {
    "count": span(),
    "heading": _frames("parallel"),
    "marker": _MARKER,
    "placement": choice(PLACEMENTS),
    "stop": TEXT,
    "move": choice(MOVES),
    "points": _SHAPES,
}
_PROPERTIES: Mapping[str, Schema] = {
    "name": TEXT,
    "kind": choice(KINDS),
    "genre": many(TEXT),
    "use": TEXT,
    "extends": TEXT,
    "slots": named({"anyOf": [TEXT, closed(_described(SLOT, _SLOT))]}, **{"not": {"enum": sorted(RESERVED)}}),
    "evidence": many(closed(_described(EVIDENCE, _EVIDENCE))),
    "halves": {"type": "array", "items": WORDS, "minItems": 2},
    "pattern": WORDS,
    "coin": TEXT,
    "member": WORDS,
    "role": choice(ROLES),
    "move": choice(MOVES),
    "deed": TEXT,
    "tail": truth(),
    "between": many(TEXT),
    "placement": choice(GREETED),
    "patterns": ROW,
    "template": many(TEXT),
    **{part: _frames(*(TITLES if part == "title" else ("formula",))) for part in PART_NAMES},
    "optional": many(choice(PART_NAMES)),
    "drop": many(TEXT),
    "sections": _SHAPES,
    "passages": closed(dict.fromkeys(PASSAGES, _SHAPES)),
    "as_written": truth(),
}
