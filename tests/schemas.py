"""The schemas, and YAML as an editor reads it: YAML 1.2, in which no, 12:30 and 2026-11-20 are text."""

import re
from typing import Any

import yaml
from jsonschema import Draft7Validator

from draftkit.store.facts_schema import facts_schema
from draftkit.store.frame_schema import frame_schema

FRAME, FACTS = Draft7Validator(frame_schema()), Draft7Validator(facts_schema())
_CORE = {
    "null": ("~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": ("true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    "int": ("[-+]?[0-9]+", [*"-+0123456789"]),
    "float": (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", [*"-+.0123456789"]),
}


class _Core(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for tag, (pattern, first) in _CORE.items():
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def typed(text: str) -> Any:
    """Return a document as an editor has it."""
    return yaml.load(text, _Core)


def untyped(text: str) -> Any:
    """Return a document with every scalar as text."""
    return yaml.load(text, yaml.BaseLoader)


def refusals(schema: Draft7Validator, text: str) -> list[str]:
    """Return what a schema has against a document, typed or not."""
    return [error.message for value in (typed(text), untyped(text)) for error in schema.iter_errors(value)]
