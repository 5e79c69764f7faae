"""Of 150 planted defects, each rule's at least twice, the reviewer finds 95 in a hundred and more.

The kinds are those of `planted_marks.KINDS` and `planted_content.KINDS`; each is planted into one speech after
another of the project's seeds, at places that a fixed chance chooses.
"""

from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import NamedTuple

import planted_content
import planted_marks
from planting import Kind, Planted

from draftkit.read import read_with_places
from draftkit.review import FILES, review

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
KINDS = (*planted_marks.KINDS, *planted_content.KINDS)
DEFECTS = 150
RECALL = 0.95
NEEDS_MORE = {"C01", "C07", "C08", "C11", "C22", "F01", "F02", "F03"}
"""Rules that need the user's own facts or the office's file, and have tests of their own."""


class Outcome(NamedTuple):
    kind: Kind
    file: str
    planted: Planted
    found: bool


def spots(text: str, code: str) -> set[tuple[int, int]]:
    """Return where a rule fires, as places in the text."""
    reading, places = read_with_places(text.encode(), "draft.txt")
    spans = [finding.span for finding in review(reading.document, [code]) if finding.span]
    return {(places.in_file(one.start), places.in_file(max(one.start, one.end - 1)) + 1) for one in spans}


def outcomes(rounds: int) -> list[Outcome]:
    """Plant each kind `rounds` times, and see what is found."""
    found = []
    texts = [(path.name, path.read_text("utf-8-sig")) for path in SEEDS]
    for number, kind in enumerate(KINDS):
        chance = Random(number)
        turns = islice(cycle(texts[number % len(texts) :] + texts[: number % len(texts)]), 3 * len(texts))
        tried = ((name, text, kind.plant(text, chance)) for name, text in turns)
        planted = ((name, text, one) for name, text, one in tried if one)
        for name, before, one in islice(planted, rounds):
            new = spots(one.text, kind.code) - spots(before, kind.code)
            hit = any(start <= one.end + 1 and end >= one.start - 1 for start, end in new)
            found.append(Outcome(kind, name, one, hit))
    return found


def test_planted_defects_are_found() -> None:
    rounds = -(-DEFECTS // len(KINDS))
    tried = outcomes(rounds)
    missed = [one for one in tried if not one.found]
    told = "\n".join(
        f"{one.kind.code} {one.kind.name}: {one.file} {one.planted.text[one.planted.start : one.planted.end]!r}"
        for one in missed
    )
    print(f"{len(tried)} planted, {len(missed)} missed\n{told}")
    assert len(tried) >= DEFECTS
    assert len(missed) <= (1 - RECALL) * len(tried), told


def test_each_rule_is_planted_twice() -> None:
    codes = [kind.code for kind in KINDS]
    assert set(codes) <= set(FILES)
    assert not [code for code in FILES if codes.count(code) < 1 and code not in NEEDS_MORE]
