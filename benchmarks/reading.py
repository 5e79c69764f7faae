"""Reading: bytes to a tree against jieba.lcut of the same texts; the curve over size; memory over files.

The texts are the project's seeds. What phrases the reader remembers is forgotten before every turn, so that
each reading is a first one.
"""

import gc
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.timing import Comparison, Goal, race
from draftkit.read import read
from draftkit.rhetoric.likeness import same_build, shape_of
from draftkit.write.outline import outline
from draftkit.zh.words import words_of

SEEDS = Path(__file__).parents[1] / "seeds"
OURS = "draftkit: bytes to tree"
SIZES = (100_000, 1_000_000, 10_000_000)
FILES = 1000


def compare() -> Comparison:
    """Run the comparison."""
    raws = [path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))]
    texts = [raw.decode("utf-8-sig") for raw in raws]
    contestants = {
        OURS: lambda: [_first(raw) for raw in raws],
        "tree, parallels and bundles": lambda: [outline(_first(raw)) for raw in raws],  # type: ignore[arg-type]
        "jieba.lcut": lambda: [words_of(text) for text in texts],
    }
    seconds = race(contestants, rounds=20, warm_up=2, turn=0.03)
    size = sum(map(len, texts))
    notes = (f"{len(raws)} texts of {size:,} characters together.", _curve(texts), _memory(raws))
    return Comparison("Reading", OURS, seconds, {"jieba.lcut": Goal(least=5.0)}, notes)


def _first(raw: bytes) -> object:
    shape_of.cache_clear()
    same_build.cache_clear()
    return read(raw, "seed.txt").document


def _curve(texts: list[str]) -> str:
    """Seconds for texts of growing size: many speeches, and one line without any break."""
    # A number in each copy, since a line that returns is a watermark.
    unit = "\n".join(texts)
    rows = []
    for name, joint in (("speeches", "\n"), ("one line", "")):
        seconds = []
        for size in SIZES:
            copies = (unit.replace("。", f"，第{n}回。") for n in range(size // len(unit.encode()) + 1))
            text = "\n".join(copies) if joint else "".join("".join(copies).split("\n"))
            raw = text.encode()[:size].decode(errors="ignore").encode()
            gc.collect()
            start = perf_counter()
            read(raw, "long.txt")
            seconds.append(f"{perf_counter() - start:.2f}")
        rows.append(f"{name}: {' / '.join(seconds)} s")
    return f"Texts of {' / '.join(f'{size / 1e6:g}' for size in SIZES)} MB: {'; '.join(rows)}."


def _memory(raws: list[bytes]) -> str:
    if sys.platform == "win32":
        return "Memory is not measured here."
    from resource import RUSAGE_SELF, getrusage

    peaks = []
    for number in range(FILES):
        outline(_first(raws[number % len(raws)]))  # type: ignore[arg-type]
        if number + 1 in (FILES // 10, FILES):
            peaks.append(getrusage(RUSAGE_SELF).ru_maxrss // 1024)
    return f"Peak of the process after {FILES // 10} and {FILES} files: {peaks[0]} and {peaks[1]} MB."
