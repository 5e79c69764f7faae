"""PDF to rows: printed lines joined to the paragraphs they were. The one door to pypdfium2 (extra `pdf`).

PDFium rather than pypdf, since it knows where every character stands and which spaces it made up itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from ctypes import c_double, c_float, create_string_buffer
from typing import TYPE_CHECKING, NamedTuple

from draftkit.errors import CannotRead, Place, Problem
from draftkit.messages import _
from draftkit.read.printed import Line, paragraphs
from draftkit.read.source import Row, Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfObject, PdfTextPage

MOST_BYTES = 100_000_000
MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
"""What is read of a PDF at most (ours): a year's compilation has a thousand pages of a thousand characters."""

_UNMAPPED = "\ufffd"
# What PDFium makes of a hyphen at the end of a line.
_HYPHEN = "\x02"
_TEXT = 1
"""PDFium's number of pieces of text."""
_CARRIED = b"Chrom"
"""How the fonts are called that PDFium carries (observed)."""
# In widths of a character (ours). Word parts Chinese from figures by a fifth or a fourth of one.
_SPACE, _WIDE_SPACE = 0.5, 0.8


class _Character(NamedTuple):
    text: str
    left: float
    right: float
    base: float
    size: float
    made_up: bool


def read_pdf(raw: bytes, name: str) -> Source:
    """Return the source of a PDF; its text is that of the rows.

    Page numbers, and lines that stand at one place of most pages, are set aside. Raises CannotRead:
    pypdfium2 is not installed, the file is locked, broken, too large, has no text (a scan), or none that can be
    read, since its fonts are neither in it nor on this machine.
    """
    if len(raw) > MOST_BYTES:
        message = _("the file is larger than {n} bytes").format(n=MOST_BYTES)
        raise _cannot(name, message, _("Is it the right file?"))
    pages, unshaped = _pages(raw, name)
    if unshaped and not any(pages):
        message = _("the text of this PDF cannot be read: its fonts are neither in it nor on this machine")
        raise _cannot(
            name, message, _("Install Chinese fonts (Noto CJK or the like), or ask for the Word file")
        )
    if not any(pages):
        message = _("there is no text in this PDF, only pictures of it: it is a scan")
        raise _cannot(name, message, _("Have the text recognised (OCR), or ask for the Word file"))
    rows: list[Row] = []
    texts = []
    at = 0
    for text, aside in paragraphs(pages):
        rows.append(Row(at, at + len(text), aside=aside))
        texts.append(text)
        at += len(text) + 1
    return Source(name, "\n".join(texts), tuple(rows), notes=tuple(_notes(pages, texts, unshaped)))


def _cannot(name: str, message: str, advice: str) -> CannotRead:
    return CannotRead([Problem(Place(name), message, advice)])


def _notes(pages: list[list[Line]], texts: list[str], unshaped: int) -> Iterator[str]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    if empty:
        yield _("pages without text: {pages}").format(pages=", ".join(empty))
    if unmapped := sum(text.count(_UNMAPPED) for text in texts):
        message = _("{n} characters of the PDF cannot be told from their shapes; they read {sign}")
        yield message.format(n=unmapped, sign=_UNMAPPED)
    if unshaped:
        message = _("up to {n} characters are missing: their fonts are neither in the PDF nor on this machine")
        yield message.format(n=unshaped)


def _pages(raw: bytes, name: str) -> tuple[list[list[Line]], int]:
    """Return the lines of every page, and how many pieces of text have no shape here."""
    try:
        import pypdfium2 as pdfium
    except ImportError:
        message = _("PDF files need pypdfium2, which is not installed")
        raise _cannot(name, message, 'pip install "draftkit[pdf]"') from None
    try:
        document = pdfium.PdfDocument(raw)
    except Exception as error:
        if getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD:
            raise _cannot(
                name, _("the file is locked with a password"), _("Save it without a password")
            ) from None
        raise _broken(name) from error
    try:
        return _read(document, name)
    except CannotRead:
        raise
    except Exception as error:
        raise _broken(name) from error
    finally:
        document.close()


def _broken(name: str) -> CannotRead:
    return _cannot(name, _("the PDF is broken"), _("Get it again, or ask for the Word file"))


def _read(document: "PdfDocument", name: str) -> tuple[list[list[Line]], int]:
    if not len(document):
        raise _cannot(name, _("the PDF has no pages"), _("Is it the right file?"))
    if len(document) > MOST_PAGES:
        message = _("the PDF has more than {n} pages").format(n=MOST_PAGES)
        raise _cannot(name, message, _("Give the pages of the speech alone"))
    pages, count, unshaped = [], 0, 0
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        count += words.count_chars()
        if count > MOST_CHARACTERS:
            message = _("the PDF has more than {n} characters").format(n=MOST_CHARACTERS)
            raise _cannot(name, message, _("Give the pages of the speech alone"))
        pages.append(list(_lines(_characters(words), number + 1, page.get_width())))
        unshaped += sum(map(_is_unshaped, page.get_objects(filter=[_TEXT])))
        words.close()
        page.close()
    return pages, unshaped


def _is_unshaped(piece: "PdfObject") -> bool:
    """Whether PDFium leaves a piece of text out: one character, perhaps a space, whose font is not in the file,
    and which has no shape in the font that PDFium carries for where no other is installed."""
    from pypdfium2 import raw

    left, bottom, right, top, name = c_float(), c_float(), c_float(), c_float(), create_string_buffer(100)
    raw.FPDFPageObj_GetBounds(piece.raw, left, bottom, right, top)
    font = raw.FPDFTextObj_GetFont(piece.raw)
    if left.value != right.value or raw.FPDFFont_GetIsEmbedded(font) != 0:
        return False
    raw.FPDFFont_GetFamilyName(font, name, len(name))
    return name.value.startswith(_CARRIED)


def _characters(words: "PdfTextPage") -> Iterator[_Character]:
    from pypdfium2 import raw

    across, base, half = c_double(), c_double(), ""
    for index in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words.raw, index)
        text = half + (chr(code) if 0 < code < 0x110000 and code != 0xFFFE else _UNMAPPED)
        half = text if len(text) == 1 and "\ud800" <= text < "\udc00" else ""
        if half:
            continue
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        left, _bottom, right, _top = words.get_charbox(index, loose=True)
        raw.FPDFText_GetCharOrigin(words.raw, index, across, base)
        size = max(raw.FPDFText_GetFontSize(words.raw, index), 1.0)
        yield _Character(text, left, right, base.value, size, raw.FPDFText_IsGenerated(words.raw, index) == 1)


def _lines(characters: Iterable[_Character], page: int, width: float) -> Iterator[Line]:
    line: list[_Character] = []
    for character in (*characters, _Character("\n", 0, 0, 0, 1, True)):
        if character.text not in "\r\n":
            line.append(character)
            continue
        seen = [one for one in line if not one.text.isspace() and not one.made_up]
        if seen:
            sizes = Counter(round(max(one.right - one.left, one.size), 1) for one in seen)
            left, right = min(one.left for one in seen), max(one.right for one in seen)
            yield Line(_text(line), page, width, left, right, seen[0].base, sizes.most_common(1)[0][0])
        line = []


def _text(line: list[_Character]) -> str:
    """Return the text of a line. A space that the library made up of a gap is kept between Latin words and
    where the gap is wide; not where Chinese and figures are set apart a little."""
    parts = []
    for number, one in enumerate(line):
        beside = line[max(number - 1, 0) : number + 2]
        if not (one.made_up and one.text.isspace()):
            parts.append("-" if one.text == _HYPHEN else one.text)
        elif len(beside) == 3:
            gap = (beside[2].left - beside[0].right) / beside[2].size
            latin = beside[0].text.isascii() and beside[2].text.isascii()
            if gap >= _WIDE_SPACE and not latin:
                parts.append("\u3000")
            elif gap >= _SPACE or latin:
                parts.append(" ")
    return "".join(parts).strip()
