"""What an error must be where a door refuses what it is given."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from draftkit.errors import DraftkitError, Problem

_TRACES = ("Traceback", "<class '", " object at 0x", "NoneType", "KeyError", "IndexError", "codec can't")


class BrokenLaw(AssertionError):
    """A door has ended, but not as it promises."""


def hold(law: bool, what: str) -> None:
    """Raise BrokenLaw where a law does not hold; `assert` would be gone under -O."""
    if not law:
        raise BrokenLaw(what)


@contextmanager
def refused(given: str = "", placed: bool = False) -> Iterator[None]:
    """Let a door refuse what it is given, in plain words; where it is `placed`, each with its place."""
    try:
        yield
    except DraftkitError as error:
        check(error.problems, given, placed)


@contextmanager
def kept_promise(what: str) -> Iterator[None]:
    """Raise BrokenLaw where something is refused that the program made itself."""
    try:
        yield
    except DraftkitError as error:
        raise BrokenLaw(f"{what} is refused: {error}") from error


def check(problems: Iterable[Problem], given: str = "", placed: bool = False) -> None:
    """Hold problems against what each must be: a message in plain words, a place that there can be."""
    problems = tuple(problems)
    hold(bool(problems), "an error without a problem")
    nowhere = [one.message for one in problems if not one.place]
    # Beside others one may say how many there are.
    hold(not placed or len(nowhere) <= (len(problems) > 1), f"a problem without a place: {nowhere}")
    for one in problems:
        said = f"{one.message}\n{one.advice}"
        hold(bool(one.message.strip()), "a problem without a message")
        for trace in _TRACES:
            hold(trace not in said or trace in given, f"a message for programmers: {said}")
        hold(
            not one.place or (one.place.line > 0 and one.place.column > 0), f"a place that is none: {one.place}"
        )
