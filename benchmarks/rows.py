"""A row as the table reader hands it over, read as the facts of a speech."""

from benchmarks.streets import FILE
from draftkit.fact.facts import Facts
from draftkit.store.facts import read_facts
from draftkit.store.nodes import Mapping
from draftkit.store.schema import Check


def facts_of(node: Mapping) -> Facts:
    """Return the facts of a street's row; raises ValueError where they are wrong."""
    check = Check()
    facts = read_facts(check, node, FILE)
    if check.problems:
        raise ValueError(check.problems[0])
    return facts
