"""How the cost of a batch grows: `draftkit batch` over workbooks of 10, 100, 1,000 and 10,000 streets.

Whole processes: seconds from start to end, and the peak of memory of the largest process among a command and
those that it started. The drafts are not reviewed, as docxtpl reviews nothing either. Beside it docxtpl with
its default package, as in `benchmarks.batch`, and as a floor openpyxl reading the cells of the workbook and no
more. 10,000 streets take minutes, and are only done where `long-growth` is asked for.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import rmtree
from subprocess import DEVNULL, PIPE, run
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks import example
from benchmarks.rows import facts_of
from benchmarks.streets import nodes, put_workbook
from draftkit.compose import Phrasebook, compose
from draftkit.library import Library
from draftkit.pipeline import frame_folders
from draftkit.write import write

STREETS = (10, 100, 1_000)
MOST = 10_000
PEER = (10, 500)
SAMPLE = 20
"""Speeches that docxtpl writes again and again."""
SCRIPT = str(Path(__file__).with_name("docxtpl_batch.py"))
READ = (
    "import sys, openpyxl\n"
    "for row in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True): pass"
)


# A small process of its own starts the command: one that is started by a large one is counted as large.
MEASURE = (
    "import resource, subprocess, sys, time\n"
    "start = time.perf_counter()\n"
    "code = subprocess.call([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL)\n"
    "seconds = time.perf_counter() - start\n"
    "print(seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    "sys.exit(code)"
)


class Run(NamedTuple):
    """A command over some streets: the seconds that it took, and its peak of memory in MB."""

    name: str
    streets: int
    seconds: float
    peak: float


@dataclass(frozen=True, slots=True)
class Growth:
    """The runs of one comparison."""

    runs: Sequence[Run]

    def table(self) -> str:
        """Return the runs as a table in Markdown."""
        rows = [
            f"| {one.name} | {one.streets:,} | {one.seconds:.1f} | {one.seconds / one.streets * 1000:.1f} |"
            f" {one.peak:.0f} |"
            for one in self.runs
        ]
        head = ["| | streets | seconds | ms each | peak MB |", "|---|--:|--:|--:|--:|"]
        return "\n".join(["### Batches, whole process", "", *head, *rows])


def compare(streets: Sequence[int] = STREETS) -> Growth:
    """Run all commands, one after the other."""
    with TemporaryDirectory() as work:
        return Growth(tuple(_runs(Path(work), streets)))


def _runs(work: Path, streets: Sequence[int]) -> Iterator[Run]:
    for number in streets:
        book = work / f"{number}.xlsx"
        put_workbook(book, number)
        for jobs in (1, 2):
            command = ("-m", "draftkit", "batch", str(book), "--no-review", "--jobs", str(jobs))
            yield _run(f"draftkit, {jobs} at a time", number, work, *command, "-o", str(work / "drafts"))
        yield _run("reading the workbook alone", number, work, "-c", READ, str(book))
    words, template = work / "words.json", work / "template.docx"
    _prepare(words, template)
    for number in PEER:
        script = (SCRIPT, str(number), str(words), str(template), str(work / "drafts"))
        yield _run("docxtpl, default package", number, work, *script)


def _run(name: str, streets: int, work: Path, *command: str) -> Run:
    """Run Python with these arguments; raises ValueError where it fails."""
    rmtree(work / "drafts", ignore_errors=True)
    (work / "drafts").mkdir()
    done = run([sys.executable, "-c", MEASURE, *command], stdout=PIPE, stderr=DEVNULL, text=True, check=False)
    if done.returncode:
        raise ValueError(f"{name} failed")
    seconds, peak = done.stdout.split()
    return Run(name, streets, float(seconds), int(peak) / 1024)


def _prepare(words: Path, template: Path) -> None:
    frames = Phrasebook(Library(frame_folders()))
    drafts = [write(compose(facts_of(node), frames).document, ".docx") for node in nodes(SAMPLE)]
    speeches = [example.lines_in(draft) for draft in drafts]
    lines = [line for speech in speeches for line in speech]
    template.write_bytes(example.looped(example.default_package(), lines))
    words.write_text(json.dumps([[asdict(line) for line in speech] for speech in speeches]), encoding="utf-8")
