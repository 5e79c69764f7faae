"""Many documents in one process: composed, written, read back, reviewed; does anything grow?

Each has facts of its own (`benchmarks.streets`), one of several skeletons and one of several looks. The time is
that of the processor, so that other work on the machine tells little. Memory, handles and files are asked of
Linux's /proc, after a collection.
"""

import gc
import os
import tempfile
from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Several
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

from benchmarks.rows import facts_of
from benchmarks.streets import nodes
from draftkit.compose import Phrasebook, compose
from draftkit.files import save
from draftkit.library import Library
from draftkit.office import Layout, Office
from draftkit.pipeline import frame_folders, read_speech
from draftkit.review import FILES, review
from draftkit.store.nodes import Mapping as MappingNode
from draftkit.store.nodes import Node, Scalar, Sequence
from draftkit.tree import Document
from draftkit.write import write
from draftkit.write.look import look_of
from draftkit.write.profile import settled

DOCUMENTS, EVERY = 10_000, 1_000
SKELETONS = (
    "概况开头-多项举措抓一事",
    "经验材料-认识行动保障",
    "交流发言-四部分-无序号",
    "发言-九部分-…抓主题",
    "对偶标题-小标题独行",
    "对偶标题-序数段首",
    "对偶标题-序数独行",
)
SECTIONS = (5, 2, 4, 3)
LAYOUTS = (Layout(), Layout(spacing="28"), Layout(page_number="center", digits="Times New Roman"))
MORE_MEMORY, OTHER_TIME = 20, 0.15
"""MB that memory may grow by after the first stretch; how far a stretch's time may be from the median."""


class Stretch(NamedTuple):
    """Documents up to a number: milliseconds of the processor for each, and what there is after them: MB of
    memory, open handles, files left in the temporary folder, objects that nobody can free."""

    documents: int
    milliseconds: float
    memory: float
    handles: int
    files: int
    garbage: int


@dataclass(frozen=True, slots=True)
class Soak:
    """The stretches of a run."""

    stretches: Several[Stretch]

    def table(self) -> str:
        """Return the stretches as a table in Markdown, and the verdict."""
        rows = [
            f"| {one.documents:,} | {one.milliseconds:.1f} | {one.memory:.1f} | {one.handles} | {one.files} |"
            f" {one.garbage} |"
            for one in self.stretches
        ]
        head = ["| documents | ms each | MB | handles | files left | garbage |", "|--:|--:|--:|--:|--:|--:|"]
        verdict = [f"{name}: {'flat' if held else 'NOT flat'}" for name, held in self.verdict().items()]
        return "\n".join(["### Documents in one process", "", *head, *rows, "", "; ".join(verdict)])

    def verdict(self) -> Mapping[str, bool]:
        """Return by what was watched whether it stayed as it was after the first stretch."""
        first, last = self.stretches[0], self.stretches[-1]
        middle = median(one.milliseconds for one in self.stretches)
        return {
            "memory": last.memory <= first.memory + MORE_MEMORY,
            "time": all(abs(one.milliseconds - middle) <= OTHER_TIME * middle for one in self.stretches),
            "handles": last.handles == first.handles,
            "files": last.files == 0,
            "garbage": last.garbage == 0,
        }


def compare(documents: int = DOCUMENTS, every: int = EVERY) -> Soak:
    """Make so many documents; raises ValueError for one that does not come back as it was written."""
    usual = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        try:
            return Soak(tuple(_stretches(Path(folder), documents, every)))
        finally:
            tempfile.tempdir = usual


def _stretches(folder: Path, documents: int, every: int) -> Iterator[Stretch]:
    frames = Phrasebook(Library(frame_folders()))
    waiting = zip(nodes(documents), cycle(SKELETONS), cycle(SECTIONS), cycle(map(settled, LAYOUTS)))
    for done in range(every, documents + 1, every):
        start = process_time()
        for node, skeleton, sections, profile in islice(waiting, every):
            facts = facts_of(_cut(node, skeleton, sections))
            composed = compose(facts, frames)
            path = save(folder / "draft.docx", write(composed.document, ".docx", look_of(profile)), flush=False)
            reading = read_speech(path)
            path.unlink()
            if _words(reading.document) != _words(composed.document):
                raise ValueError(f"document {done} or one before it does not come back as it was written")
            review(reading.document, FILES, facts, Office())
        seconds = process_time() - start
        gc.collect()
        yield Stretch(done, seconds / every * 1000, _memory(), *_left(folder))


def _cut(node: MappingNode, skeleton: str, sections: int) -> MappingNode:
    """Return the facts of a street for another skeleton, with so many of its sections."""

    def fresh(key: str, value: Node) -> Node:
        if key == "骨架":
            return Scalar(skeleton, value.place)
        if key == "部分" and isinstance(value, Sequence):
            return value._replace(items=value.items[:sections])
        return value

    return node._replace(entries=tuple((key, fresh(key.text, value)) for key, value in node.entries))


def _words(document: Document) -> str:
    return "".join(write(document, ".txt").decode().split())


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _left(folder: Path) -> tuple[int, int, int]:
    handles = len(list(Path("/proc/self/fd").iterdir()))
    return handles, len(list(folder.iterdir())), len(gc.garbage)
