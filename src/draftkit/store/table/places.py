"""Errors of a reading get the place that is known when they come up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from draftkit.errors import CannotRead, Place


@contextmanager
def placed(place: Callable[[], Place]) -> Iterator[None]:
    """Let the problems of a reading that have no place stand at this one."""
    try:
        yield
    except CannotRead as error:
        raise CannotRead(one._replace(place=one.place or place()) for one in error.problems) from error
