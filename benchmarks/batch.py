"""A batch of speeches of about 3,000 characters, in process: from rows to .docx, against peers and floor.

Each turn takes the next ten of two hundred streets (see `benchmarks.streets`). draftkit begins with a row as
the table reader hands it over and ends with the bytes of a .docx: facts, plan, words, package; review stands
apart. The peers get finished paragraphs: docxtpl as in `benchmarks.inside`, python-docx a paragraph at a time,
its styles set by their ids, since it takes longer to look them up by name. The floor is that of
`benchmarks.inside`.
"""

import gc
from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import cycle, islice
from typing import NamedTuple

import docx
from docx.document import Document as Word
from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks import example
from benchmarks.inside import Floor
from benchmarks.rows import facts_of
from benchmarks.streets import nodes
from benchmarks.timing import Comparison, Goal, race
from draftkit.compose import Composed, Phrasebook, compose
from draftkit.drafting import review_draft
from draftkit.fact.facts import Facts
from draftkit.library import Library
from draftkit.pipeline import frame_folders
from draftkit.store.nodes import Mapping
from draftkit.write import write

TURN, ROUNDS, WARM_UP = 10, 18, 2
OURS, WRITING, FLOOR = "draftkit: row to .docx", "write alone", "floor: deflate, checksum, join"
LEAN, DEFAULT = "docxtpl, lean package", "docxtpl, default package"
PLAIN_LEAN, PLAIN_DEFAULT = "python-docx, lean package", "python-docx, default package"
GOALS = {LEAN: Goal(least=3.0), DEFAULT: Goal(least=8.0)}
WRITING_GOAL = Goal(most=2.5)


class Street(NamedTuple):
    """A street with what each contestant begins from."""

    node: Mapping
    facts: Facts
    draft: Composed
    floor: Floor
    lines: Sequence[example.Line]


Task = Callable[[Street], object]


def compare() -> Comparison:
    """Run the comparison; raises ValueError when a peer does not print the same paragraphs."""
    frames = Phrasebook(Library(frame_folders()))
    streets = [_street(node, frames) for node in nodes(TURN * (ROUNDS + WARM_UP))]
    tasks: dict[str, Task] = {
        OURS: lambda one: write(compose(facts_of(one.node), frames).document, ".docx"),
        "row to facts alone": lambda one: facts_of(one.node),
        "compose alone": lambda one: compose(one.facts, frames),
        WRITING: lambda one: write(one.draft.document, ".docx"),
        FLOOR: lambda one: one.floor(),
        "review of the draft, apart": lambda one: review_draft(one.draft.document, one.facts),
        **_peers(streets),
    }
    gc.freeze()  # what is prepared for all is on nobody's account
    turns = {name: _turn(task, streets) for name, task in tasks.items()}
    seconds = {name: [one / TURN for one in row] for name, row in race(turns, ROUNDS, WARM_UP).items()}
    gc.unfreeze()
    return Comparison(
        "Speeches of a batch, in process", OURS, seconds, GOALS, (_measure(streets), _writing(seconds))
    )


def _street(node: Mapping, frames: Phrasebook) -> Street:
    facts = facts_of(node)
    draft = compose(facts, frames)
    written = write(draft.document, ".docx")
    return Street(node, facts, draft, Floor.of(written), example.lines_in(written))


def _turn(task: Task, streets: Sequence[Street]) -> Callable[[], None]:
    """Return a call that does the task for the next streets."""
    waiting = cycle(streets)

    def turn() -> None:
        for street in islice(waiting, TURN):
            task(street)

    return turn


def _measure(streets: Sequence[Street]) -> str:
    lengths = sorted(street.draft.length for street in streets)
    rows = sorted(len(street.lines) for street in streets)
    size = f"{lengths[0]:,} to {lengths[-1]:,} characters in {rows[0]} to {rows[-1]} paragraphs"
    return f"{len(streets)} speeches of {size}; milliseconds of one."


def _writing(seconds: dict[str, list[float]]) -> str:
    against = Comparison("", FLOOR, seconds, {})
    ratio, met = against.ratio(WRITING), WRITING_GOAL.met(against.ratio(WRITING))
    spread = f"{ratio.median:.2f} times the floor ({ratio.lowest:.2f}–{ratio.highest:.2f})"
    return f"Writing alone takes {spread}; the goal is {WRITING_GOAL}: {'met' if met else 'missed'}."


def _peers(streets: Sequence[Street]) -> dict[str, Task]:
    lines = [line for street in streets for line in street.lines]
    lean, default = (example.looped(word(), lines) for word in (example.lean_package, example.default_package))
    peers = {
        LEAN: _docxtpl(lean),
        DEFAULT: _docxtpl(default),
        PLAIN_LEAN: _python_docx(example.lean_package()),
        PLAIN_DEFAULT: _python_docx(example.default_package()),
    }
    for name, peer in peers.items():
        for street in streets[:TURN]:
            if example.paragraphs_in(peer(street)) != _words(street):
                raise ValueError(f"{name} wrote another speech")
    return dict(peers)


def _words(street: Street) -> list[str]:
    return ["".join(f"{line.lead}{line.text}".split()) for line in street.lines]


def _docxtpl(content: bytes) -> Callable[[Street], bytes]:
    template, environment = DocxTemplate(BytesIO(content)), Environment(autoescape=True)

    def render(street: Street) -> bytes:
        template.render({"lines": street.lines}, environment)
        file = BytesIO()
        template.save(file)
        return file.getvalue()

    return render


def _python_docx(package: Word) -> Callable[[Street], bytes]:
    empty = BytesIO()
    package.save(empty)
    styles = {style.style_id for style in package.styles}

    def write_out(street: Street) -> bytes:
        word = docx.Document(BytesIO(empty.getvalue()))
        for line in street.lines:
            paragraph = word.add_paragraph()
            if line.kind in styles:
                paragraph._p.get_or_add_pPr().style = line.kind
            if line.lead:
                run = paragraph.add_run(line.lead)
                run._r.style = "Heading1Char" if "Heading1Char" in styles else None
            paragraph.add_run(line.text)
        file = BytesIO()
        word.save(file)
        return file.getvalue()

    return write_out
