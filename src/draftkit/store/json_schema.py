"""The pieces of which the JSON Schemas of frames and facts are made, and the line by which a file names one.

Draft 7, the newest that yaml-language-server reads. A schema takes what draftkit takes, typed by the editor as
YAML 1.2 has it (2 is a number, true a bool), and refuses what can be refused without the other frames.
"""

import json
from collections.abc import Iterable

from draftkit.fact.reading import FILTERS

Schema = dict[str, object]

FRAME_FILE, FACTS_FILE = "frame.schema.json", "facts.schema.json"
"""How the files of the schemas are called; they stand at the top of a folder of frames."""

DRAFT = "http://json-schema.org/draft-07/schema#"
TEXT: Schema = {"$ref": "#/definitions/text"}
"""Any scalar: all are text to draftkit; null is a key that is still empty."""

_WIDE = r"\u2010-\u2027\u3000-\u3004\u3008-\u3020\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_MARKS = rf"\s!-/:-@\[-^`{{-~{_WIDE}"
NAME = rf"^(?![0-9_])[^{_MARKS}]+$"
"""The names that a slot or a figure can have, as near as a pattern comes that every editor's engine reads."""

_FILTERS = tuple(filter(None, FILTERS))
_INSIDE = rf"'[^']*'|[^\s|{{}}']+(?:\s*\|\s*(?:{'|'.join(_FILTERS)}))*"
WORDS: Schema = {"$ref": "#/definitions/words"}
"""Words that quote slots or figures, and the filters that they may name."""

ROW: Schema = {"$ref": "#/definitions/row"}
"""Such words, or a list of them."""


def defined(**schemas: Schema) -> Schema:
    """Return the definitions of a schema: those of all, and its own."""
    text = {"type": ["string", "number", "boolean", "null"]}
    words = {
        **text,
        "pattern": rf"^(?:[^{{]|\{{(?![{{%#])|\{{\{{\s*(?:{_INSIDE})\s*\}}\}})*$",
        "patternErrorMessage": f"写成 {{{{ 名称 }}}} 或 {{{{ 名称 | 读法 }}}}，读法有：{'、'.join(_FILTERS)}",
    }
    return {"text": text, "words": words, "row": many(WORDS), **schemas}


def described(said: str, schema: Schema) -> Schema:
    """Return a schema with what it is about; beside a reference draft 7 sees nothing else."""
    return {"description": said, **({"allOf": [schema]} if "$ref" in schema else schema)}


def line_for(schema: str) -> str:
    """Return the line that tells an editor where the schema of a file is, by its path from the file."""
    return f"# yaml-language-server: $schema={schema}\n"


def printed(schema: Schema) -> str:
    """Return the text of a schema's file."""
    return json.dumps({"$schema": DRAFT, **schema}, ensure_ascii=False, indent=1) + "\n"


def many(schema: Schema) -> Schema:
    """Return the schema of a list, or of one thing that stands for a list of one."""
    return {"anyOf": [schema, rows(schema)]}


def rows(schema: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": schema}


def choice(words: Iterable[str]) -> Schema:
    """Return the schema of one of some words, or of nothing yet."""
    return {"enum": [*words, None]}


def truth() -> Schema:
    """Return the schema of yes and no."""
    return {"enum": [True, False, "true", "false", "是", "否", None]}


def whole(largest: int) -> Schema:
    """Return the schema of a whole number from 1."""
    return {"anyOf": [{"type": "integer", "minimum": 1, "maximum": largest}, {"type": "null"}, _digits(r"\d+")]}


def span() -> Schema:
    """Return the schema of 2-6, or of one whole number."""
    number = {"type": "integer", "minimum": 0, "maximum": 9999}
    return {"anyOf": [number, {"type": "null"}, _digits(r"\d{1,4}(?:\s*-\s*\d{1,4})?")]}


def closed(properties: Schema, **more: object) -> Schema:
    """Return the schema of keys with values that has no other keys than these."""
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


def named(values: Schema, **more: object) -> Schema:
    """Return the schema of values under names of the user's own."""
    names = {"pattern": NAME, **more}
    return {"type": "object", "propertyNames": names, "additionalProperties": values}


def only(keys: Iterable[str]) -> Schema:
    """Return the schema that lets in some of the keys and no others."""
    return {"propertyNames": {"enum": list(keys)}}


def _digits(pattern: str) -> Schema:
    return {"type": "string", "pattern": rf"^\s*(?:{pattern})?\s*$"}
