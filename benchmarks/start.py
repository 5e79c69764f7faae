"""Starting: `draftkit --help` against importing click, in the same interpreter, whole processes."""

import sys
from functools import partial

from benchmarks.command import DRAFTKIT, Runner
from benchmarks.timing import Comparison, Goal, race


def compare() -> Comparison:
    """Run the comparison."""
    with Runner.prepared() as run:
        contestants = {
            "`python -c 'import click'`": partial(run, sys.executable, "-c", "import click"),
            "`draftkit --help`": partial(run, DRAFTKIT, "--help"),
            "`python -c pass`": partial(run, sys.executable, "-c", "pass"),
        }
        seconds = race(contestants, rounds=40, warm_up=3)
    base, ours, _least = contestants
    return Comparison("Start, whole process", base, seconds, {ours: Goal(most=1.6)})
