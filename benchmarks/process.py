"""One speech, the whole process: `draftkit compose` against a script with click, PyYAML and docxtpl.

All read the same facts file and write a new .docx each time. The script is measured in two ways (see
`benchmarks.example`): with the speech typed into the template, as most users would have it, and with a
small template that loops over the paragraphs, which is the fastest. What either needs is made beforehand,
on the lean package. Putting the words together is on draftkit's account alone; its review, which no script
has, stands apart.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from itertools import count
from pathlib import Path

from benchmarks import example
from benchmarks.command import DRAFTKIT, Runner
from benchmarks.timing import Comparison, Goal, race

SCRIPT = str(Path(__file__).with_name("docxtpl_script.py"))
FACTS = str(example.FACTS)
OURS, TYPED, LOOPED = "`draftkit compose --no-review`", "script, typed template", "script, looped template"
REVIEWED = "`draftkit compose`, its draft reviewed"


def compare() -> Comparison:
    """Run the comparison; raises ValueError when the three do not print the same paragraphs."""
    with Runner.prepared() as run:
        _prepare(run.folder)
        script = (sys.executable, SCRIPT, FACTS)
        contestants = {
            OURS: _writer(run, "ours", DRAFTKIT, "compose", FACTS, "--no-review"),
            REVIEWED: _writer(run, "reviewed", DRAFTKIT, "compose", FACTS),
            TYPED: _writer(run, "typed", *script, "typed.docx"),
            LOOPED: _writer(run, "looped", *script, "looped.docx", "--words", "words.json"),
        }
        seconds = race(contestants, rounds=30, warm_up=2)
        written = [(run.folder / f"{name}-0.docx").read_bytes() for name in ("ours", "typed", "looped")]
    ours, *others = map(example.paragraphs_in, written)
    if any(other != ours for other in others):
        raise ValueError("the script wrote another speech")
    goals = dict.fromkeys((TYPED, LOOPED), Goal(least=1.0))
    return Comparison("One speech, whole process", OURS, seconds, goals)


def _writer(run: Runner, name: str, *command: str) -> Callable[[], None]:
    """Return a call that runs the command and lets it write a new file."""
    numbers = count()
    return lambda: run(*command, "-o", f"{name}-{next(numbers)}.docx")


def _prepare(folder: Path) -> None:
    lines = example.lines_in(example.composed())
    (folder / "typed.docx").write_bytes(example.typed(example.lean_package(), lines))
    (folder / "looped.docx").write_bytes(example.looped(example.lean_package(), lines))
    worded = example.with_fields(lines, lambda keys: "{facts" + "".join(f"[{key}]" for key in keys) + "}")
    (folder / "words.json").write_text(json.dumps([asdict(line) for line in worded]), encoding="utf-8")
