"""The JSON Schema of a facts file, from the tables by which facts are read: each key in both spellings."""

from collections.abc import Iterable, Mapping

from draftkit.store.facts import LONGEST_SPEECH
from draftkit.store.figures import BESIDE, COMMON
from draftkit.store.json_schema import (
    NAME,
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
    rows,
    whole,
)
from draftkit.store.keys import FACTS, FIGURE, PASSAGE, SECTION, STATUS, spellings


def facts_schema() -> Schema:
    """Return the schema of a facts file."""
    return {
        "title": "draftkit：事实",
        **_keyed(FACTS, _FACTS, slots=True),
        "anyOf": [{"required": [spelling]} for spelling in _both("skeleton", FACTS)],
        "definitions": defined(
            fact={**named(named(ROW)), "minProperties": 1, "maxProperties": 1},
            items=rows({"anyOf": [WORDS, _FACT]}),
            passage=_keyed(PASSAGE, _SECTION),
            section=_keyed(SECTION, _SECTION, slots=True),
            figure={**_keyed(FIGURE, _FIGURE), **_kinds()},
        ),
    }


def _keyed(table: Mapping[str, str], schemas: Mapping[str, Schema], slots: bool = False) -> Schema:
    """The schema of keys that have two spellings, of which one may stand; and of the user's slots beside them,
    whose names are not all of Latin letters: such a one is a slip in a key."""
    properties: Schema = {}
    for key, chinese in table.items():
        properties |= {key: described(chinese, schemas[key]), chinese: described(key, schemas[key])}
    twice = [{"not": {"required": [key, chinese]}} for key, chinese in table.items()]
    free = f"^(?!(?:{'|'.join(spellings(table))})$)(?=.*[^\\u0000-\\u007f]){NAME[1:]}"
    return closed(properties, allOf=twice, **({"patternProperties": {free: ROW}} if slots else {}))


def _both(key: str, table: Mapping[str, str]) -> tuple[str, str]:
    return key, table[key]


def _kinds() -> Schema:
    """Which keys go together in a figure: the first of BESIDE that is there decides."""
    schema: Schema = {}
    for decisive, beside in reversed(BESIDE.items()):
        there = {"anyOf": [{"required": [spelling]} for spelling in _both(decisive, FIGURE)]}
        schema = {"if": there, "then": only(_spelt(beside | COMMON)), **({"else": schema} if schema else {})}
    return schema


def _spelt(keys: Iterable[str]) -> list[str]:
    return [spelling for key in sorted(keys) for spelling in _both(key, FIGURE)]


_FACT: Schema = {"$ref": "#/definitions/fact"}
_ITEMS: Schema = {"$ref": "#/definitions/items"}
_BODY: Schema = {"anyOf": [WORDS, _FACT, _ITEMS]}
_ONE: Schema = {"$ref": "#/definitions/section"}
_SECTIONS: Schema = {"anyOf": [_ONE, rows(_ONE), {"type": "null"}]}
_SECTION: Mapping[str, Schema] = {"marker": TEXT, "points": _SECTIONS, "body": _BODY}
_PASSAGE: Schema = {"anyOf": [WORDS, {"$ref": "#/definitions/passage"}, _ITEMS]}
_FACTS: Mapping[str, Schema] = {
    "skeleton": TEXT,
    "unit": ROW,
    "occasion": ROW,
    "speaker": ROW,
    "date": ROW,
    "minutes": whole(LONGEST_SPEECH),
    "theme": ROW,
    "title": {"anyOf": [WORDS, rows(WORDS), named(ROW)]},
    "figures": named({"anyOf": [TEXT, {"$ref": "#/definitions/figure"}]}),
    "opening": _PASSAGE,
    "sections": _SECTIONS,
    "closing": _PASSAGE,
    "next": _BODY,
    "loose": {"anyOf": [WORDS, rows(WORDS)]},
}
_FIGURE: Mapping[str, Schema] = {
    **dict.fromkeys(FIGURE, TEXT),
    "items": many(TEXT),
    "parts": {"type": "object", "additionalProperties": TEXT},
    "status": choice(spellings(STATUS)),
}
