"""A street of a table: its row as facts."""

from typing import NamedTuple

from draftkit.errors import Problem
from draftkit.store.nodes import Mapping


class Street(NamedTuple):
    """One street: its row in the first table, its name as given, its facts as a mapping of a facts file whose
    scalars have the places of their cells, and what is wrong with its cells."""

    row: int
    name: str
    node: Mapping
    problems: tuple[Problem, ...] = ()
