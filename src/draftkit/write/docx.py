"""Word: document.xml written as one string from prepared pieces, then put into the prepared package."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from draftkit.lines import Line, Stretch, lines_of
from draftkit.ooxml.style_names import HEADING_LEVELS
from draftkit.tree import Blank, Document, Inline, Inlines, Text
from draftkit.write import styles
from draftkit.write.characters import NOT_IN_XML, escape, rare_in, refuse
from draftkit.write.look import Look, look_of
from draftkit.write.package import pack
from draftkit.write.title import GAP, fit_one_row, row_starts

_HEAD = ("title", "subtitle", "byline", "date")
_STYLE_OF_ROLE = {
    "title": "Title",
    "subtitle": "Subtitle",
    "byline": "Byline",
    "date": "Date",
    "salutation": "Salutation",
    "signoff": "Closing",
}
_STYLE_OF_PART = {"": "Normal", "greeting": "Greeting", "opening": "Opening", "closing": "NextSteps"}

_DOCUMENT = f'{styles.DECLARATION}<w:document xmlns:w="{styles.MAIN}" xmlns:r="{styles.RELATIONS}"><w:body>'
_COMMENTS = f'{styles.DECLARATION}<w:comments xmlns:w="{styles.MAIN}">'
_COMMENT = (
    '<w:comment w:id="{id}" w:author="draftkit" w:initials="dk">'
    '<w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
    '<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr><w:annotationRef/></w:r>'
    '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{words}</w:r></w:p></w:comment>'
)
_REFERENCE = '<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr><w:commentReference w:id="{id}"/></w:r>'

Words = Iterable[tuple[str, Inlines]]
"""Rows of inlines, each with the id of the style it takes: its paragraph's, or a character style."""

_TEXT = '<w:t xml:space="preserve">'
_TEXT_END = "</w:t>"
_BREAK = f"{_TEXT_END}<w:br/>{_TEXT}"
_TAB = f"{_TEXT_END}<w:tab/>{_TEXT}"
_LINE_END = re.compile("\r\n?|\n")


def write_docx(document: Document, look: Look | None = None) -> bytes:
    """Return the document as a .docx, each speech beginning on a new page, laid out by GB/T 9704 unless
    another look is given.

    The same document in the same look gives the same bytes. Raises CannotWrite, with every character that
    XML cannot hold and the text around it.
    """
    speeches = [lines_of(speech) for speech in document.speeches]
    texts = words_in(chain.from_iterable(speeches))
    text = "".join(texts)
    if NOT_IN_XML.search(text):
        refuse(NOT_IN_XML, texts)
    look = look or look_of()
    manuscript = Manuscript(look, rare_in(text))
    for number, lines in enumerate(speeches):
        manuscript.speech(lines, new_page=number > 0)
    title = " ".join(line.text for line in speeches[0] if line.role == "title") if len(speeches) == 1 else ""
    comments = manuscript.comments()
    return pack(look.parts(bool(comments)), manuscript.document(), comments, title)


def words_in(lines: Iterable[Line]) -> list[str]:
    """Return all words of lines, those of the comments on blanks included."""
    inlines = [inline for line in lines for stretch in line.stretches for inline in stretch.inlines]
    texts = [inline.text for inline in inlines]
    return texts + [inline.ask for inline in inlines if isinstance(inline, Blank)]


class Manuscript:
    """Collects the pieces of document.xml, and the comments as their words come by."""

    def __init__(self, look: Look, rare: re.Pattern[str] | None) -> None:
        self._look = look
        self._rare = rare
        self._pieces = [_DOCUMENT]
        self._asks: list[str] = []

    def document(self) -> str:
        return "".join([*self._pieces, self._look.section, "</w:body></w:document>"])

    def comments(self) -> str:
        if not self._asks:
            return ""
        named = {"text": self._look.name("CommentText"), "reference": self._look.name("CommentReference")}
        rows = (
            _COMMENT.format(id=number, words=_content(ask), **named) for number, ask in enumerate(self._asks)
        )
        return f"{_COMMENTS}{''.join(rows)}</w:comments>"

    def add(self, xml: str) -> None:
        """Add what stands between two speeches."""
        self._pieces.append(xml)

    def speech(self, lines: Sequence[Line], new_page: bool, mark: str = "", turn: int = 0) -> None:
        """Add a speech; `mark` is put at its very start, paragraph `turn`, where it is given, on a new page."""
        for number, (style, words) in enumerate(paragraphs_of(lines, self._look)):
            if style:
                on_top = number == turn if number else new_page
                self._paragraph(style, words, on_top, "" if number else mark)
            else:
                self._pieces.append("<w:p/>")

    def _paragraph(self, style: str, words: Words, new_page: bool, mark: str) -> None:
        self._pieces += (self._look.paragraph_start(style, new_page), mark)
        waiting: list[str] = []
        now = style
        for own, inlines in words:
            if own != now:
                self._run(waiting, now)
                now = own
            if Blank in map(type, inlines):
                self._with_blanks(waiting, inlines, own)
            else:
                waiting += [inline.text for inline in inlines]
        self._run(waiting, now)
        self._pieces.append("</w:p>")

    def _with_blanks(self, waiting: list[str], inlines: Inlines, style: str) -> None:
        for inline in inlines:
            if isinstance(inline, Blank):
                self._run(waiting, style)
                self._blank(inline, style)
            else:
                waiting.append(inline.text)

    def _run(self, waiting: list[str], style: str) -> None:
        """Add the words that wait, if any do, as one run."""
        if waiting:
            self.run("".join(waiting), style)
            waiting.clear()

    def _blank(self, blank: Blank, style: str) -> None:
        if not blank.ask:
            self.run(blank.text, style, blank=True)
            return
        number = len(self._asks)
        self._asks.append(blank.ask)
        self._pieces.append(f'<w:commentRangeStart w:id="{number}"/>')
        self.run(blank.text, style, blank=True)
        reference = _REFERENCE.format(id=number, reference=self._look.name("CommentReference"))
        self._pieces.append(f'<w:commentRangeEnd w:id="{number}"/>{reference}')

    def run(self, text: str, style: str, blank: bool = False) -> None:
        """Add words to the paragraph that is open."""
        starts = self._look.run_starts(style, blank)
        if self._rare is None:
            self._pieces.append(f"{starts[0]}{_content(text)}</w:r>")
            return
        # A split by a pattern in brackets has the rare characters at its odd places.
        for number, piece in enumerate(self._rare.split(text)):
            if piece:
                self._pieces.append(f"{starts[number % 2]}{_content(piece)}</w:r>")


def paragraphs_of(lines: Sequence[Line], look: Look) -> Iterator[tuple[str, Words]]:
    """Yield the paragraphs of a speech as they stand on paper: the id of the style and the words; an empty one,
    which has no style, under the head."""
    lines = look.ordered(lines)
    title = [line for line in lines if line.role == "title"]
    if title:
        yield "Title", _title_words(title, look.room)
    in_head = bool(title)
    for line in lines[len(title) :]:
        if in_head and line.role not in _HEAD:
            yield "", ()  # 实务: one blank line under the head
        in_head = line.role in _HEAD
        yield _styled(line)


def _styled(line: Line) -> tuple[str, Words]:
    if line.role != "paragraph":
        style = _STYLE_OF_ROLE.get(line.role) or f"Heading{min(line.level, HEADING_LEVELS)}"
        return style, [(style, stretch.inlines) for stretch in line.stretches]
    # A greeting that is run in leaves the paragraph to what follows it.
    part = next((one.part for one in line.stretches if one.inlines and one.part != "greeting"), "greeting")
    style = _STYLE_OF_PART[part]
    if part == "greeting":
        return style, [(style, stretch.inlines) for stretch in line.stretches]
    return style, [(_style_of(stretch) or style, stretch.inlines) for stretch in line.stretches]


def _style_of(stretch: Stretch) -> str:
    if stretch.level:
        level = min(stretch.level, HEADING_LEVELS)
        return f"Point{level}" if stretch.within else f"Heading{level}Char"
    return "GreetingChar" if stretch.part == "greeting" else ""


def _title_words(lines: Sequence[Line], room: int) -> Iterator[tuple[str, Inlines]]:
    halves = [line.text for line in lines]
    gap = Text(GAP if fit_one_row(halves, room) else "\n")
    style = "CoupletHalf" if lines[1:] else "Title"
    for number, line in enumerate(lines):
        if number:
            yield "Title", (gap,)
        yield style, tuple(_in_rows(line, room))


def _in_rows(line: Line, room: int) -> Iterator[Inline]:
    """Yield the inlines of a title, with a line end before each character that begins a row."""
    starts, place = row_starts(line.text, room), 0
    for inline in line.inlines:
        text = inline.text
        for start in reversed(starts):
            if place <= start < place + len(inline.text):
                text = f"{text[: start - place]}\n{text[start - place :]}"
        place += len(inline.text)
        yield replace(inline, text=text)


def _content(text: str) -> str:
    written = escape(text)
    if "\n" in written or "\t" in written or "\r" in written:
        written = _LINE_END.sub(_BREAK, written).replace("\t", _TAB)
    return f"{_TEXT}{written}{_TEXT_END}"
