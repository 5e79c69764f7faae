"""One speech, in process: compose and write against docxtpl, on two packages, and against the floor.

Facts and frames are loaded, as they are from the second speech of a batch on; each takes turns of about
30 ms. docxtpl is used in its fastest correct way: a small template that loops over finished paragraphs (see
`benchmarks.example`), held in memory, one DocxTemplate and one Jinja2 environment reused, autoescape on (it
would lose `R&D` without), the result saved to memory. Putting the words of the speech together is on
draftkit's account alone. The floor is what any way has to do: deflate the parts that differ from speech to
speech, checksum them, and join them with the others, copied as they are.
"""

import zlib
from binascii import crc32
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from docx.document import Document as Word
from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks import example
from benchmarks.timing import Comparison, Goal, race
from draftkit.compose import Phrasebook, compose
from draftkit.library import Library
from draftkit.pipeline import frame_folders, load_facts
from draftkit.write import write

CHANGING = ("word/document.xml", "word/comments.xml", "docProps/core.xml")
OURS, DEFAULT, LEAN = "draftkit: compose and write", "docxtpl, default package", "docxtpl, lean package"


def compare() -> Comparison:
    """Run the comparison; raises ValueError when docxtpl does not print the same paragraphs."""
    facts, frames = load_facts(example.FACTS), Phrasebook(Library(frame_folders()))
    draft = compose(facts, frames)
    written = write(draft.document, ".docx")
    lines = example.lines_in(written)
    contestants: dict[str, Callable[[], object]] = {
        OURS: lambda: write(compose(facts, frames).document, ".docx"),
        "compose alone": lambda: compose(facts, frames),
        "write alone": lambda: write(draft.document, ".docx"),
        "floor: deflate, checksum, join": Floor.of(written),
        LEAN: _peer(example.lean_package(), lines, written),
        DEFAULT: _peer(example.default_package(), lines, written),
    }
    seconds = race(contestants, rounds=40, warm_up=3, turn=0.03)
    goals = {LEAN: Goal(least=3.0), DEFAULT: Goal(least=8.0)}
    note = f"The speech has {draft.length:,} characters in {len(lines)} paragraphs."
    return Comparison("One speech, in process", OURS, seconds, goals, (note,))


def _peer(word: Word, lines: list[example.Line], expected: bytes) -> Callable[[], bytes]:
    template = DocxTemplate(BytesIO(example.looped(word, lines)))
    environment = Environment(autoescape=True)

    def render() -> bytes:
        template.render({"lines": lines}, environment)
        file = BytesIO()
        template.save(file)
        return file.getvalue()

    if example.paragraphs_in(render()) != example.paragraphs_in(expected):
        raise ValueError("docxtpl wrote another speech")
    return render


@dataclass(frozen=True, slots=True)
class Floor:
    """The parts of a .docx: those that change as text, the others as one deflated piece."""

    changing: tuple[bytes, ...]
    copied: bytes

    @classmethod
    def of(cls, content: bytes) -> "Floor":
        """Take a .docx apart."""
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
            changing = tuple(package.read(name) for name in names if name in CHANGING)
            others = [package.read(name) for name in names if name not in CHANGING]
        return cls(changing, b"".join(map(_deflated, others)))

    def __call__(self) -> bytes:
        """Pack the parts."""
        return b"".join([self.copied, *(_summed(part) + _deflated(part) for part in self.changing)])


def _deflated(part: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(part) + packer.flush()


def _summed(part: bytes) -> bytes:
    return crc32(part).to_bytes(4, "little")
