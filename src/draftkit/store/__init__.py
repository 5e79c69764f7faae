"""YAML and JSON ⇄ frames and facts, with positions."""

from draftkit.errors import Problem
from draftkit.store.nodes import LARGEST, Node, too_large
from draftkit.store.yaml import read_yaml


def parse(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """Return the node of a YAML or (by the file's suffix) JSON text, and every problem found."""
    if len(text) > LARGEST:
        return None, [too_large(file)]
    if file.endswith(".json"):
        from draftkit.store.json import read_json

        return read_json(text, file)
    return read_yaml(text, file)
