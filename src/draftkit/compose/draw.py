"""Which of equal choices a unit takes, by its name: the same for the same unit, always."""

from hashlib import blake2b
from zlib import crc32

from draftkit.fact.facts import Facts, Given, Words


def taken_by_name(facts: Facts, name: str, count: int) -> int:
    """Return which of `count` choices a unit takes in a plain draft."""
    return crc32(f"{_unit_of(facts)}|{name}".encode()) % count


def drawn_by_name(facts: Facts, draw: int, name: str, count: int) -> int:
    """Return which of `count` choices a unit draws in a varied draft; another `draw` shuffles anew.

    The hash is a strong one: with crc32 two units whose names fall together at one choice do at all others.
    """
    told = f"{_unit_of(facts)}|{draw}|{name}"
    return int.from_bytes(blake2b(told.encode(), digest_size=8).digest()) % count


def _unit_of(facts: Facts) -> str:
    unit: Given | None = facts.named.get("单位")
    return str(unit.pattern) if isinstance(unit, Words) else ""
