"""Plain text (.txt) to rows: strictly decoded, one row a line, nothing changed."""

import re

from draftkit.errors import CannotRead, Place, Problem
from draftkit.messages import _
from draftkit.read.leftovers import without_leftovers
from draftkit.read.source import Row, Source
from draftkit.zh.decode import decode

MOST_BYTES = 50_000_000
"""Bytes that a text may have (ours): a speech has ten thousand, a year's compilation some millions."""

_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
# str.isspace without the line ends and the controls 1C to 1F, and what has no width at all.
_BLANKS = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff\u200b-\u200d\u2060"

LINE = re.compile(rf"[^{_ENDS}{_BLANKS}](?:[^{_ENDS}]*[^{_ENDS}{_BLANKS}])?")
"""What stands on a line, without the white space around it."""

_OTHER_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
LINE_END = re.compile(rf"\r\n|[{_ENDS}]")
"""Where a line ends."""

_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
# Compiled when first used: a class of so many characters takes a millisecond.
_ORDINARY = (
    "[\t-\r -~\xa0-\xff\u2000-\u206f\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\U0001f000-\U0003ffff]"
)
_HALF_IN_UTF8 = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")

_OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
_UTF8 = frozenset(("utf-8", "utf-8-sig"))
# Of texts of 50 characters 1 in 50 decodes in a wrong encoding too, and of longer ones fewer; 100 is ours.
_SHORT = 100


def read_text_source(raw: bytes, name: str) -> Source:
    """Return the source of a plain text: a row for each line that is not blank, without the white space
    around it. Raises CannotRead where the bytes are no text, or none is in them."""
    text, notes = read_characters(raw, name)
    if any(end in text for end in _OTHER_ENDS):
        text = LINE_END.sub("\n", text)
    text, count = without_leftovers(text)
    if count:
        notes = (*notes, _("{n} marks of a web page were left out").format(n=count))
    return Source(name, text, tuple(Row(*found.span()) for found in LINE.finditer(text)), notes=notes)


def read_characters(raw: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the characters of a text file, and notes: how it was decoded, and the control characters in it.

    UTF-8, UTF-16 and GB18030 are known; nothing is replaced or left out but the byte order mark.
    Raises CannotRead, with the line and column where there is one.
    """
    if len(raw) > MOST_BYTES:
        message = _("the file is larger than {n} bytes").format(n=MOST_BYTES)
        raise CannotRead([Problem(Place(name), message, _("Is it the right file?"))])
    if raw.startswith(_OTHERS):
        message = _("this is a Word, Excel or PDF file, not text")
        raise CannotRead([Problem(Place(name), message, _("Give it its true ending: .docx, .doc, .rtf, .pdf"))])
    text, encoding = decoded(raw, name)
    if "\0" in text:
        message = _("here stands a NUL byte: this is no text file")
        place = _place(name, text, text.index("\0"))
        raise CannotRead(
            [Problem(place, message, _("Open it in the program that made it, save it as UTF-8 text"))]
        )
    if not LINE.search(text):
        message = _("there is nothing but white space in the file") if text else _("the file is empty")
        raise CannotRead([Problem(Place(name), message, _("Is it the right file?"))])
    return text, (*_encoding_notes(raw, text, encoding), *_control_notes(text))


def decoded(raw: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file and its encoding; raises CannotRead with the place of a wrong byte."""
    half = _HALF_IN_UTF8.search(raw)
    if half and (text := _with_halves(raw)):
        at = len(raw[: half.start()].decode("utf-8", "surrogatepass"))
        raise _half_character(_place(name, text, at))
    try:
        return _markless_utf16(raw) or decode(raw)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(error.encoding, "replace").removeprefix("\ufeff")
        place = _place(name, before, len(before))
        if "surrogate" in error.reason:
            raise _half_character(place) from None
        message = _("byte {n} is no text in UTF-8 or GB18030")
        if error.encoding.startswith("utf-16"):
            message = _("byte {n} is no text in UTF-16")
        raise CannotRead(
            [Problem(place, message.format(n=error.start + 1), _("Save the file as UTF-8"))]
        ) from error


def _with_halves(raw: bytes) -> str:
    try:
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return ""


def _half_character(place: Place) -> CannotRead:
    message = _("here stands half a character")
    return CannotRead([Problem(place, message, _("Delete it, and save the file as UTF-8"))])


def _markless_utf16(raw: bytes) -> tuple[str, str] | None:
    """Return the text and encoding of UTF-16 without its mark, None where that is not beyond doubt.

    Beyond doubt: ASCII as every second byte NUL, or, where it is not UTF-8 at all, a text that is
    made of ordinary characters (ours: 99 in 100) in one byte order only, NUL bytes and all.
    """
    if len(raw) % 2 or b"\0" not in raw or raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    for encoding, zeros, letters in (("utf-16-le", raw[1::2], raw[::2]), ("utf-16-be", raw[::2], raw[1::2])):
        if zeros.count(0) == len(zeros) and 0 not in letters and letters.isascii():
            return letters.decode("ascii"), encoding
    with_text = [(text, order) for order in ("utf-16-le", "utf-16-be") if (text := _ordinary(raw, order))]
    return with_text[0] if len(with_text) == 1 and not _is_utf8(raw) else None


def _ordinary(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return ""
    odd = len(re.sub(_ORDINARY, "", text))
    return text if "\0" not in text and odd * 100 <= len(text) else ""


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _encoding_notes(raw: bytes, text: str, encoding: str) -> tuple[str, ...]:
    if encoding in _UTF8:
        return (_doubt("UTF-8"),) if _may_be_gbk(raw, text) else ()
    if encoding == "gb18030" and (len(text) < _SHORT or _PRIVATE.search(text)):
        return (_doubt("GB18030"),)
    return (_("read as {encoding}").format(encoding=encoding.upper()),)


def _may_be_gbk(raw: bytes, text: str) -> bool:
    """Tell whether a short UTF-8 text has neither Chinese nor Latin letters, and reads as GB18030 too: 联通."""
    if text.isascii() or len(text) > _SHORT or max(text) > "\u07ff" or re.search("[A-Za-z]", text):
        return False
    try:
        return bool(raw.decode("gb18030"))
    except UnicodeDecodeError:
        return False


def _doubt(encoding: str) -> str:
    return _("read as {encoding}, which is a guess: look whether the characters are right").format(
        encoding=encoding
    )


def _control_notes(text: str) -> tuple[str, ...]:
    first = _CONTROL.search(text)
    if not first:
        return ()
    message = _("{n} control characters that nobody can see, the first in line {line}")
    count = len(text) - len(_CONTROL.sub("", text))
    return (message.format(n=count, line=_place("", text, first.start()).line),)


def _place(name: str, text: str, at: int) -> Place:
    """Return the line and column of a character, counted from 1."""
    lines, start = 1, 0
    for end in LINE_END.finditer(text, 0, at):
        lines, start = lines + 1, end.end()
    return Place(name, lines, at - start + 1)
