"""Of 150 planted defects, each rule's at least twice, the reviewer finds 95 in a hundred and more.

The kinds are those of the `KINDS` beside this file; each is planted into one speech after another of the
project's seeds, or into the draft of an example's facts, at places that a fixed chance chooses.
"""

from collections import Counter
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import NamedTuple

import planted_content
import planted_marks
import planted_more
import planted_settled
from planting import Kind, Planted

from draftkit.compose import compose
from draftkit.library import Library
from draftkit.pipeline import load_facts, shipped_frames
from draftkit.read import read_with_places
from draftkit.review import FILES, review
from draftkit.tree import Printed
from draftkit.write import write

TOP = Path(__file__).parents[2]
SEEDS = sorted((TOP / "seeds").glob("*.txt"))
EXAMPLES = TOP / "examples"
KINDS = (*planted_marks.KINDS, *planted_content.KINDS, *planted_more.KINDS, *planted_settled.KINDS)
DEFECTS = 150
RECALL = 0.95


class Outcome(NamedTuple):
    kind: Kind
    file: str
    planted: Planted
    found: bool


def spots(text: str, kind: Kind) -> set[tuple[int, int]]:
    """Return where a rule fires, as places in the text; what is said of no place stands at its beginning."""
    reading, places = read_with_places(text.encode(), "draft.txt")
    facts = load_facts(EXAMPLES / kind.facts) if kind.facts else None
    spans = [one.span or Printed(0, 0) for one in review(reading.document, [kind.code], facts, kind.office)]
    return {(places.in_file(one.start), places.in_file(max(one.start, one.end - 1)) + 1) for one in spans}


def texts_for(kind: Kind) -> list[tuple[str, str]]:
    """Return name and text of what a kind is planted into: the seeds, or the draft of its facts."""
    if not kind.facts:
        return [(path.name, path.read_text("utf-8-sig")) for path in SEEDS]
    composed = compose(load_facts(EXAMPLES / kind.facts), Library((shipped_frames(),)))
    return [(kind.facts, write(composed.document, ".txt").decode())]


def outcomes(rounds: int) -> list[Outcome]:
    """Plant each kind `rounds` times, and see what is found."""
    found = []
    for number, kind in enumerate(KINDS):
        chance, texts = Random(number), texts_for(kind)
        turns = islice(cycle(texts[number % len(texts) :] + texts[: number % len(texts)]), 3 * len(texts))
        tried = ((name, text, kind.plant(text, chance)) for name, text in turns)
        planted = ((name, text, one) for name, text, one in tried if one)
        for name, before, one in islice(planted, rounds):
            new = spots(one.text, kind) - spots(before, kind)
            hit = any(start <= one.end + 1 and end >= one.start - 1 for start, end in new)
            found.append(Outcome(kind, name, one, hit or (kind.code == "F02" and bool(new))))
    return found


def test_planted_defects_are_found() -> None:
    tried = outcomes(rounds=2)
    missed = [one for one in tried if not one.found]
    told = "\n".join(
        f"{one.kind.code} {one.kind.name}: {one.file} {one.planted.text[one.planted.start :][:20]!r}"
        for one in missed
    )
    print(f"{len(tried)} planted, {len(missed)} missed\n{told}")
    assert len(tried) >= DEFECTS
    assert len(missed) <= (1 - RECALL) * len(tried), told


def test_each_rule_is_planted_in_two_ways() -> None:
    codes = Counter(kind.code for kind in KINDS)
    assert set(codes) == set(FILES)
    assert not [code for code, count in codes.items() if count < 2]
