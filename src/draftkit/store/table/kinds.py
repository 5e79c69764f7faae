"""What a file is by its content, where it is no table that can be read: named, and what to do about it."""

from typing import IO

from draftkit.errors import CannotRead
from draftkit.messages import _
from draftkit.ooxml.archive import Archive, locked
from draftkit.ooxml.markup import refuse
from draftkit.ooxml.package import LOCKED, OLE

_ZIP = b"PK"
_OTHERS = (b"%PDF", b"{\\rtf")
_WORD = "WordDocument".encode("utf-16-le")
_PIECE, _OVERLAP = 1_000_000, 64


def is_workbook(file: IO[bytes]) -> bool:
    """Return whether a file is to be read as a workbook, else as CSV; raises CannotRead where it is neither."""
    head = file.read(512)
    file.seek(0)
    if not head:
        raise refuse(_("the file is empty"), _("Is it the right file?"))
    if head.startswith(OLE):
        raise _old(file)
    if head.startswith(_OTHERS):
        raise refuse(_("this is a PDF or RTF document, not a table"), _save_as_xlsx())
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise refuse(_("this is a web page or XML, whatever its name says"), _save_as_xlsx())
    return head.startswith(_ZIP)


def no_workbook(archive: Archive) -> CannotRead:
    """Return the error for a zip that is whole, but no workbook."""
    if "word/document.xml" in archive:
        return refuse(_("this is a Word document, not a table"), _("Put the table into a workbook (.xlsx)"))
    if "xl/workbook.bin" in archive:
        return refuse(_("this is a binary workbook (.xlsb)"), _save_as_xlsx())
    if "content.xml" in archive and "mimetype" in archive:
        return refuse(_("this is an OpenDocument file (.ods)"), _save_as_xlsx())
    return refuse(_("this is no workbook (.xlsx)"), _save_as_xlsx())


def _old(file: IO[bytes]) -> CannotRead:
    held, word = b"", False
    while piece := file.read(_PIECE):
        held = held[-_OVERLAP:] + piece
        if LOCKED in held:
            return locked()
        word = word or _WORD in held
    if word:
        return refuse(_("this is a Word document, not a table"), _("Put the table into a workbook (.xlsx)"))
    return refuse(_("this is a workbook of an old kind (.xls or .et)"), _save_as_xlsx())


def _save_as_xlsx() -> str:
    return _("Open it in WPS or Excel and save it as .xlsx")
