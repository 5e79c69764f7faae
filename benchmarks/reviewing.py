"""Reviewing: a document to findings with all rules, against reading the same bytes and jieba.lcut.

The texts are the project's seeds. The rules that cut words with jieba stand apart.
"""

from pathlib import Path
from time import perf_counter

from benchmarks.timing import Comparison, race
from draftkit.read import read
from draftkit.review import FILES, review, rule
from draftkit.review.proof import proof_of
from draftkit.tree import Document
from draftkit.zh.words import words_of

SEEDS = Path(__file__).parents[1] / "seeds"
OURS = "draftkit: document to findings, rules without jieba"
SLOWEST = 5


def compare() -> Comparison:
    """Run the comparison."""
    raws = [path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))]
    texts = [raw.decode("utf-8-sig") for raw in raws]
    documents = [read(raw, f"{number}.txt").document for number, raw in enumerate(raws)]
    fast = tuple(code for code in FILES if not rule(code).jieba)
    contestants = {
        OURS: lambda: [review(document, fast) for document in documents],
        "with all rules": lambda: [review(document) for document in documents],
        "bytes to document": lambda: [read(raw, "seed.txt") for raw in raws],
        "jieba.lcut": lambda: [words_of(text) for text in texts],
    }
    seconds = race(contestants, rounds=20, warm_up=2, turn=0.03)
    size = sum(len(proof_of(document).text.encode()) for document in documents)
    speed = size / sorted(seconds[OURS])[len(seconds[OURS]) // 2] / 1e6
    slow = sorted(((_seconds(code, documents), code) for code in FILES), reverse=True)[:SLOWEST]
    notes = (
        f"{len(fast)} of {len(FILES)} rules, {size / 1e3:.0f} kB of text: {speed:.1f} MB a second.",
        f"Slowest: {', '.join(f'{code} {taken / size * 1e9:.0f} ms/MB' for taken, code in slow)}.",
    )
    return Comparison("Reviewing", OURS, seconds, {}, notes)


def _seconds(code: str, documents: list[Document]) -> float:
    """The seconds that a rule takes for all documents, the least of five times, their proofs at hand."""
    proofs = [proof_of(document) for document in documents]
    check, taken = rule(code).check, []
    for _round in range(5):
        start = perf_counter()
        for proof in proofs:
            for _spot in check(proof):
                pass
        taken.append(perf_counter() - start)
    return min(taken)
