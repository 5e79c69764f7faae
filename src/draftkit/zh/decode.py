"""Bytes to text, strictly: a wrong guess must not be possible in silence."""

import codecs
from os import SEEK_END
from typing import IO

_PIECE = 1 << 16
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(raw: bytes) -> tuple[str, str]:
    """Return the text and the encoding used: by its mark, else strict UTF-8, else strict GB18030.

    UTF-8 first, since GB18030 accepts much UTF-8 as nonsense and hardly the other way; a text that is
    UTF-8 but for its cut-off end is taken for what it is. Raises UnicodeDecodeError, with UTF-8's place of
    the first wrong byte, when none fits.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding), encoding
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.start and error.start >= len(raw) - 3:
            raise
        try:
            return raw.decode("gb18030"), "gb18030"
        except UnicodeDecodeError:
            raise error from None


def encoding_of(file: IO[bytes]) -> str:
    """Return the encoding in which `decode` would read a file that is too large to be held.

    Raises UnicodeDecodeError, with the place counted from the file's beginning.
    """
    size = file.seek(0, SEEK_END)
    file.seek(0)
    head = file.read(3)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            _check(file, encoding)
            return encoding
    try:
        _check(file, "utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        if error.start and error.start >= size - 3:
            raise
        try:
            _check(file, "gb18030")
            return "gb18030"
        except UnicodeDecodeError:
            raise error from None


def _check(file: IO[bytes], encoding: str) -> None:
    file.seek(0)
    decoder, before = codecs.getincrementaldecoder(encoding)(), 0
    more = True
    while more:
        piece = file.read(_PIECE)
        more = bool(piece)
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(piece, not more)
        except UnicodeDecodeError as error:
            start = before - held + error.start
            raise UnicodeDecodeError(encoding, error.object, start, start + 1, error.reason) from None
        before += len(piece)
