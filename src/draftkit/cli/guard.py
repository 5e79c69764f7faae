"""The streams that are printed to: nothing is lost in silence, and no message steers a terminal.

Messages quote files and names, which anybody may have made.
"""

from io import BufferedWriter, RawIOBase, TextIOWrapper
from typing import BinaryIO, TextIO

from draftkit.errors import visible


def entire(stream: TextIO) -> TextIO:
    """Return a stream that writes where this one does, and all of it or raises.

    Where Python is told not to buffer (PYTHONUNBUFFERED), its own drops what the system did not take at once.
    """
    if not isinstance(stream, TextIOWrapper):
        return stream
    return TextIOWrapper(
        _buffered(stream.buffer), stream.encoding, stream.errors, line_buffering=stream.line_buffering
    )


def guarded(stream: TextIO) -> TextIO:
    """Return a stream that writes where this one does, with what steers a terminal shown as escapes."""
    if not isinstance(stream, TextIOWrapper):
        return stream
    return _Guarded(_buffered(stream.buffer), stream.encoding, stream.errors, line_buffering=True)


def _buffered(stream: BinaryIO) -> BinaryIO:
    return BufferedWriter(stream) if isinstance(stream, RawIOBase) else stream


class _Guarded(TextIOWrapper):
    def write(self, text: str, /) -> int:
        return super().write(visible(text))
