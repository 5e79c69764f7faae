"""The errors of a reading at the place that is known when they come up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from draftkit.errors import CannotRead, Place, Problem, WrongTable
from draftkit.messages import _
from draftkit.store.table.sheet import LONGEST_ROW, MOST_COLUMNS, MOST_ROWS


@contextmanager
def placed(place: Callable[[], Place]) -> Iterator[None]:
    """Let the problems of a reading that have no place stand at this one."""
    try:
        yield
    except CannotRead as error:
        raise CannotRead(one._replace(place=one.place or place()) for one in error.problems) from error


def too_far(place: Place) -> WrongTable:
    """Return the error for a cell beyond the last row or column that may hold anything."""
    message = _("the sheet goes on beyond row {rows} or column {columns}")
    message = message.format(rows=MOST_ROWS, columns=MOST_COLUMNS)
    return WrongTable([Problem(place, message, _("Delete what stands so far out, or split the table"))])


def too_long(place: Place) -> WrongTable:
    """Return the error for a row that holds more than anybody wrote."""
    message = _("the row has more than {n} characters").format(n=LONGEST_ROW)
    return WrongTable([Problem(place, message, _("Is it the right file?"))])
