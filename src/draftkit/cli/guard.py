"""Messages on a terminal: they quote files and names that anybody may have made, and none may steer it."""

from io import TextIOWrapper
from typing import TextIO

from draftkit.errors import visible


def guarded(stream: TextIO) -> TextIO:
    """Return a stream that writes where this one does, with what steers a terminal shown as escapes."""
    if not isinstance(stream, TextIOWrapper):
        return stream
    return _Guarded(stream.buffer, stream.encoding, stream.errors, line_buffering=True)


class _Guarded(TextIOWrapper):
    def write(self, text: str, /) -> int:
        return super().write(visible(text))
