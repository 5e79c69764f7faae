"""What is put aside until the end, on the disk and not in memory."""

import pickle
from collections.abc import Iterable, Iterator
from typing import IO, Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Values in the order in which they were put into a file, which is the shelf's alone."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._puts = 0

    def put(self, values: Iterable[T]) -> None:
        """Put values aside."""
        row = tuple(values)
        if row:
            self._file.seek(0, 2)
            pickle.dump(row, self._file, pickle.HIGHEST_PROTOCOL)
            self._puts += 1

    def __bool__(self) -> bool:
        return self._puts > 0

    def __iter__(self) -> Iterator[T]:
        self._file.seek(0)
        for _put in range(self._puts):
            yield from pickle.load(self._file)
