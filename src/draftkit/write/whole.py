"""All that was read of a document, a paragraph a line; what was set aside is in its place, with the reason."""

from collections.abc import Iterable, Iterator

from draftkit.lines import lines_of
from draftkit.tree import Document, Origin, Printed


def whole_text(document: Document) -> str:
    """Return every word of a document that was read, in the order of its source."""
    rows = sorted((*_kept(document), *_aside(document)), key=lambda row: row[0])
    return "".join(f"{text}\n" for _place, text in rows)


def _kept(document: Document) -> Iterator[tuple[int, str]]:
    place = 0
    for speech in document.speeches:
        for line in lines_of(speech):
            place = _first((inline.origin for inline in line.inlines), place)
            yield place, line.text


def _aside(document: Document) -> Iterator[tuple[int, str]]:
    for dropped in document.dropped:
        for line in dropped.text.splitlines():
            yield _first([dropped.origin], 0), f"[{dropped.why}] {line}"


def _first(origins: Iterable[Origin | None], otherwise: int) -> int:
    return next((one.start for one in origins if isinstance(one, Printed)), otherwise)
