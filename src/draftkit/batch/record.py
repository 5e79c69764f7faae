"""What is known of a batch that was begun before: which files of its folder are its own, and of what they were
made."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from draftkit.batch.manifest import Entry

Fate = Literal["write", "keep", "edited"]
"""What becomes of a draft: it is written; it is there, made of these facts; it was changed by hand since."""


class Record:
    """The entries of former runs. Of a street that was redone several runs have one."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._made: dict[str, list[Entry]] = {}
        for entry in entries:
            self._made.setdefault(entry.file, []).append(entry)

    def made(self, file: str, facts: str, digest: str) -> Entry | None:
        """Return the entry of a file with this digest that was made of these facts."""
        entries = self._made.get(file, [])
        return next((one for one in entries if one.facts == facts and one.digest == digest), None)

    def wrote(self, file: str, digest: str) -> Entry | None:
        """Return the entry of a file with this digest, None where no run wrote such a one."""
        return next((one for one in self._made.get(file, []) if one.digest == digest), None)

    def last(self, file: str) -> Entry | None:
        """Return the last entry of a file, None for one that no run wrote."""
        return next(reversed(self._made.get(file, [])), None)


class Decision(NamedTuple):
    """What becomes of a draft, and the entry of the run that wrote the file that is there."""

    fate: Fate
    entry: Entry | None = None


def decided(record: Record, file: str, facts: str, digest: str) -> Decision | None:
    """Return what becomes of a draft whose file is there with a digest ("" where there is none); None for a
    file that is not the batch's own."""
    if not digest:
        return Decision("write")
    made = record.made(file, facts, digest)
    if made:
        return Decision("keep", made)
    if wrote := record.wrote(file, digest):
        return Decision("write", wrote)
    last = record.last(file)
    return Decision("edited", last) if last else None
