"""The office's file, draftkit.toml: what tomllib reads, each thing with its place."""

import tomllib
from collections.abc import Mapping as Map
from typing import Any

from draftkit.store.nodes import Mapping, Node, Scalar
from draftkit.store.office import read_office
from draftkit.store.schema import Check
from draftkit.store.toml import read_toml
from fuzz.door import of_repository
from fuzz.mutation import text_door
from fuzz.refusing import check, hold
from fuzz.words import words


def office(raw: bytes) -> None:
    """Read an office's file: what is there is what tomllib finds, what is wrong has its place."""
    text = raw.decode(errors="ignore")
    reading = Check()
    node, reading.problems = read_toml(text, "draftkit.toml")
    if node:
        hold(shape_of(node) == shape_of_plain(tomllib.loads(text)), "not what tomllib reads")
    read_office(reading, node)
    if reading.problems:
        check(reading.problems, text, placed=True)


def shape_of(node: Node) -> Any:
    """Return the keys and texts of nodes; what is no text is typed as one."""
    if isinstance(node, Scalar):
        return node.text if node.quoted else None
    if isinstance(node, Mapping):
        return {key.text: shape_of(value) for key, value in node.entries}
    return [shape_of(one) for one in node.items]


def shape_of_plain(value: Any) -> Any:
    """Return the same of what tomllib reads."""
    if isinstance(value, Map):
        return {key: shape_of_plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [shape_of_plain(one) for one in value]
    return value if isinstance(value, str) else None


def _shipped() -> list[bytes]:
    return of_repository("src/draftkit/draftkit.toml")


DOORS = (text_door("office", office, words("toml", "office", "odd"), _shipped),)
