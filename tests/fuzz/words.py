"""What is put into texts, by kind (words.json): signs of each language that a door reads, words of offices, and
characters of ill repute ("odd")."""

import json
from functools import cache
from pathlib import Path


def words(*kinds: str) -> tuple[str, ...]:
    """Return the words of some kinds."""
    return tuple(word for kind in kinds for word in _words()[kind])


@cache
def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return found
