"""Long texts of short pieces, which show where the time of a door grows faster than its text."""

from collections.abc import Iterator

LENGTH = 20_000
"""Bytes of a long text."""


def swollen(piece: str) -> Iterator[bytes]:
    """Yield long texts of a piece: again and again, on lines, and between words that are never the same."""
    for one in (piece, f"{piece}一", f"{piece}\n"):
        yield _cut(one * LENGTH)
    for mark in "\n，。":
        pieces = (f"{piece}{_word(number)}{mark}" for number in range(LENGTH // len(f"{piece}字字字".encode())))
        yield _cut("".join(pieces))


def _word(number: int) -> str:
    return "".join(chr(0x4E00 + number * step % 6000) for step in (1, 7, 31))


def _cut(text: str) -> bytes:
    return text.encode()[:LENGTH].decode(errors="ignore").encode()
