"""Mining: bytes to frames against jieba.lcut of the same texts; several processes; memory over 1,000 speeches.

The texts are the project's seeds. What is remembered of phrases is forgotten before every turn, so that each
mining is a first one; jieba's dictionary is loaded before, for both alike.
"""

import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import Comparison, Goal, race
from draftkit.executing import executor_of
from draftkit.induction.boundaries import cuts
from draftkit.induction.marks import marked, plain
from draftkit.mine.gather import Finds
from draftkit.mine.leaks import in_pattern
from draftkit.mine.learn import learn, learned
from draftkit.mining import gathered, known_frames
from draftkit.read import read
from draftkit.rhetoric.likeness import same_build, shape_of
from draftkit.zh.words import words_of

TOP = Path(__file__).parents[1]
OURS = "draftkit: bytes to frames"
SPEECHES = 1000
CHANGED = 0.12
"""The share of words that each copy of a seed has from elsewhere, so that it is a near-copy of no other."""
PEAKS = (
    "import sys; from benchmarks.mining import mined, peaks\n"
    "if __name__ == '__main__': mined(sys.argv[1], int(sys.argv[2])); print(*peaks())"
)
_REMEMBERED: tuple[Callable[[], None], ...] = (
    shape_of.cache_clear,
    same_build.cache_clear,
    cuts.cache_clear,
    marked.cache_clear,
    plain.cache_clear,
    in_pattern.cache_clear,
)


def compare() -> Comparison:
    """Run the comparison."""
    raws = [path.read_bytes() for path in sorted((TOP / "seeds").glob("*.txt"))]
    texts = [raw.decode("utf-8-sig") for raw in raws]
    known = known_frames(TOP / "frames")

    def ours() -> object:
        for clear in _REMEMBERED:
            clear()
        return learn((read(raw, f"{number}.txt").document for number, raw in enumerate(raws)), known=known)

    contestants = {OURS: ours, "jieba.lcut": lambda: [words_of(text) for text in texts]}
    seconds = race(contestants, rounds=20, warm_up=2)
    size = sum(map(len, texts))
    notes = (f"{len(raws)} texts of {size:,} characters together.", _memory(texts))
    return Comparison("Mining", OURS, seconds, {"jieba.lcut": Goal(least=5.0)}, notes)


def mined(folder: str, jobs: int) -> None:
    """Mine a folder in some processes."""
    finds, known = Finds(), known_frames(TOP / "frames")
    with executor_of("processes", jobs) as executor:
        for _told in gathered(sorted(Path(folder).iterdir()), known, executor, finds):
            pass
    learned(finds, known=known)


def peaks() -> tuple[int, int]:
    """Return the peaks in MB of this process and of the largest that it started."""
    from resource import RUSAGE_CHILDREN, getrusage

    # What getrusage says of this process counts what stood in its place before it was started.
    own = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))
    return int(own[1]) // 1024 if own else 0, getrusage(RUSAGE_CHILDREN).ru_maxrss // 1024


def _memory(texts: list[str]) -> str:
    if sys.platform != "linux":
        return "Memory is not measured here."
    with TemporaryDirectory() as folder:
        size = _many(texts, Path(folder))
        shown = []
        for jobs in (1, 2):
            # A process of its own: what this one held at its peak is not the miner's.
            command = [sys.executable, "-c", PEAKS, folder, str(jobs)]
            main, child = subprocess.run(
                command, cwd=TOP, capture_output=True, check=True, text=True
            ).stdout.split()
            shown.append(f"{main} MB" + (f", each of the {jobs} others {child} MB" if jobs > 1 else ""))
    return (
        f"Peak over {SPEECHES} files of {size / 1e6:.1f} MB together, one process: {'; several: '.join(shown)}."
    )


def _many(texts: list[str], folder: Path) -> int:
    """Write speeches that are like the seeds but for some words of each; return the bytes of all."""
    chance = random.Random(1)
    parted = [words_of(text) for text in texts]
    pool = sorted({word for words in parted for word in words if len(word) == 2 and word.isalpha()})
    size = 0
    for number in range(SPEECHES):
        words = parted[number % len(parted)]
        swapped = (
            chance.choice(pool) if len(word) == 2 and word.isalpha() and chance.random() < CHANGED else word
            for word in words
        )
        size += (folder / f"{number:04}.txt").write_bytes("".join(swapped).encode())
    return size
