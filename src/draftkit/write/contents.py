"""目录: a field that Word can refresh, its last result written out: titles, speakers, dots, page numbers."""

import re
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from draftkit.write.docx import Manuscript
from draftkit.write.look import Look

HEADING = "目\u3000录"  # 实务: spaced out
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_PSTYLE = re.compile("(<w:pStyle [^>]*/>)")
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


class Entry(NamedTuple):
    """A speech in the 目录: its number from 1, its title, who speaks ("" where it is not said), the page on
    which it begins."""

    number: int
    title: str
    byline: str
    page: int

    @property
    def bookmark(self) -> str:
        """The name of the place where the speech begins."""
        return f"_Toc{self.number:09}"

    def bookmark_xml(self) -> str:
        """The place where the speech begins."""
        return (
            f'<w:bookmarkStart w:id="{self.number}" w:name="{self.bookmark}"/>'
            f'<w:bookmarkEnd w:id="{self.number}"/>'
        )


def add_contents(manuscript: Manuscript, entries: Sequence[Entry], look: Look, section: str) -> None:
    """Add the 目录, which ends the section with these properties."""
    manuscript.add(look.paragraph_start("ContentsHeading", False))
    manuscript.run(HEADING, "ContentsHeading")
    manuscript.add("</w:p>")
    # The page number of a speaker's line would only say that of the title again.
    names = ",".join(
        f"{style_name(look, style)},{level}" for level, style in enumerate(("SpeechTitle", "Byline"), 1)
    )
    before = _begin(rf'TOC \h \z \n 2-2 \t "{names}"')
    for entry in entries:
        start = look.paragraph_start("Contents1", False)
        manuscript.add((_PSTYLE.sub(r"\1<w:keepNext/>", start) if entry.byline else start) + before)
        _line(manuscript, entry, entry.title, "Contents1", numbered=True)
        before = ""
        if entry.byline:
            manuscript.add(look.paragraph_start("Contents2", False))
            _line(manuscript, entry, entry.byline, "Contents2", numbered=False)
    manuscript.add(f"<w:p><w:pPr>{section}</w:pPr>{END}</w:p>")


def _line(manuscript: Manuscript, entry: Entry, words: str, style: str, numbered: bool) -> None:
    manuscript.add(f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">')
    manuscript.run(words, style)
    if numbered:
        manuscript.run("\t", style)
        manuscript.add(_begin(rf"PAGEREF {entry.bookmark} \h"))
        manuscript.run(str(entry.page), style)
        manuscript.add(END)
    manuscript.add("</w:hyperlink></w:p>")


def _begin(code: str) -> str:
    """The beginning of a field, each piece in a run of its own: WPS shows no field that is one run."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code.replace("&", "&amp;")} </w:instrText></w:r>{SEPARATE}'
    )


def style_name(look: Look, style: str) -> str:
    """Return the name that a style has in the package, by which fields ask for it."""
    part = next(part for part in look.parts(False).parts if part.name == b"word/styles.xml")
    sheet = zlib.decompress(part.content, -zlib.MAX_WBITS).decode()
    id_ = re.escape(look.name(style))
    found = re.search(rf'w:styleId="{id_}"[^>]*>\s*<w:name w:val="([^",]*)', sheet)
    return found[1] if found else style
