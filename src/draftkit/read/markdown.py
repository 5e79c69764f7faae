"""Markdown (.md) as chat tools and editors write it, to rows without its marks.

No library: CommonMark takes *镇和*村 for emphasis, leaves **“四个一批”**是 as it stands, and joins lines
that Chinese editors mean as paragraphs.
"""

import re
from collections.abc import Iterable, Iterator

from draftkit.errors import CannotRead, Place, Problem
from draftkit.lines import LineRole
from draftkit.messages import _
from draftkit.read.emphasis import BREAK, STRUCK, plain
from draftkit.read.source import Row, Source
from draftkit.read.text import LINE, LINE_END, read_characters
from draftkit.read.wrapped import Piece, columns, joined

_QUOTE = re.compile(r"(?:[ \t]*>[ \t]?)+")
# #一、 without its space is a heading too; #话题# is none.
_HEADING = re.compile(r"[ \t]*(#{1,6})([ \t].*|[^\s#!-~][^#]*|)$")
_ITEM = re.compile(r"[ \t]*[-+*](?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_NUMBERED = re.compile(r"[ \t]*\d{1,3}[.)][ \t]")
_NUMBER = re.compile(r"(\d{1,3}[.)])[ \t]+(?=[^\x00-\x7f])")
_RULE = re.compile(r"[ \t]*([-_*])(?:[ \t]*\1){2,}[ \t]*$")
_UNDERLINE = re.compile(r"[ \t]*(={3,}|-{3,})[ \t]*$")
_REFERENCE = re.compile(r" {0,3}\[([^\[\]]+)\]:[ \t]*(?=\S)")
_FENCE = re.compile(r"[ \t]*(```+|~~~+)([ \t!-_a-~]*)$")
_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_KEY = re.compile(r"[\w-]+[ \t]*:(?:\s|$)|[ \t#-]|$")
_STOPS = "。！？：；…”）.!?:;"
# Characters of a line above --- that may be a heading (ours).
_LONGEST_HEADING = 40

_Found = tuple[list[Piece], int] | None


def read_markdown(raw: bytes, name: str) -> Source:
    """Return the source of a Markdown file; its text is that of the rows, without the marks.

    # headings give a row its level; the only #, in the first row, is the title. Front matter, code,
    tables, notes and lines of asterisks are set aside under their names. Raises CannotRead where the
    bytes are no text, or no text is in them.
    """
    text, notes = read_characters(raw, name)
    pieces = list(joined(list(_Lines(LINE_END.split(_without_comments(text))).pieces())))
    if not pieces:
        message = _("there is nothing but marks of Markdown in the file")
        raise CannotRead([Problem(Place(name), message, _("Is it the right file?"))])
    if STRUCK.search(text):
        notes = (*notes, _("words that are struck out are left out"))
    rows: list[Row] = []
    for piece in _ranked(pieces):
        start = rows[-1].end + 1 if rows else 0
        role: LineRole | None = "title" if piece.level < 0 else None
        rows.append(Row(start, start + len(piece.text), role, max(piece.level, 0), aside=piece.aside))
    return Source(name, "\n".join(piece.text for piece in pieces), tuple(rows), notes=notes)


def _ranked(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces with levels that count from 1 and leave none out, since people start at ### as
    well; the level of the title is -1."""
    shown = [piece for piece in pieces if not piece.aside]
    titled = bool(shown) and shown[0].level == 1 and sum(piece.level == 1 for piece in shown) == 1
    used = sorted({piece.level for piece in shown if piece.level > titled})
    ranks = {0: 0, 1: -1, **{level: rank for rank, level in enumerate(used, 1)}}
    return (piece._replace(level=ranks[piece.level]) for piece in pieces)


def _without_comments(text: str) -> str:
    first, *others = text.split("<!--")
    parts = (other.partition("-->") for other in others)
    return first + "".join(after if end else f"<!--{before}" for before, end, after in parts)


class _Lines:
    """The lines of a file, taken apart into pieces; None stands where a paragraph ends."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._last = {line.strip()[:1]: at for at, line in enumerate(lines) if _closes_fence(line)}
        self._last_table = max((at for at, line in enumerate(lines) if "</table" in line.lower()), default=-1)
        self._skipped: set[int] = set()

    def pieces(self) -> Iterator[Piece | None]:
        found, at = self._front_matter() or ([], 0)
        yield from found
        while at < len(self._lines):
            block = self._fence(at) or self._table(at) or self._html_table(at) or self._underlined(at)
            if block:
                yield None
                yield from block[0]
                yield None
                at = block[1]
            else:
                quote = _QUOTE.match(self._lines[at])
                yield from _line(self._lines[at][quote.end() if quote else 0 :])
                at += 1

    def _front_matter(self) -> _Found:
        if self._lines[0].rstrip() != "---":
            return None
        for end in range(1, len(self._lines)):
            line = self._lines[end]
            if line.rstrip() in ("---", "..."):
                return (_aside(self._lines[1:end], "front matter"), end + 1) if end > 1 else None
            if not _KEY.match(line):
                return None
        return None

    def _fence(self, at: int) -> _Found:
        fence = _FENCE.match(self._lines[at])
        if at in self._skipped:
            return [], at + 1
        if not fence:
            return None
        # A fence that is never closed hides nothing.
        if at >= self._last.get(fence[1][0], -1):
            return [], at + 1
        end = next(n for n in range(at + 1, len(self._lines)) if _closes_fence(self._lines[n], fence[1][0]))
        # Chat tools put the whole speech into such a fence.
        if fence[2].strip().lower() in ("markdown", "md"):
            self._skipped.add(end)
            return [], at + 1
        return _aside(self._lines[at + 1 : end], "code"), end + 1

    def _table(self, at: int) -> _Found:
        following = self._lines[at + 1] if at + 1 < len(self._lines) else ""
        if "|" not in self._lines[at] or "|" not in following or not _DELIMITER.match(following):
            return None
        end = at + 2
        while end < len(self._lines) and "|" in self._lines[end]:
            end += 1
        return _aside(map(_cells, [self._lines[at], *self._lines[at + 2 : end]]), "table"), end

    def _html_table(self, at: int) -> _Found:
        if not re.match(r"\s*<table\b", self._lines[at], re.IGNORECASE) or at > self._last_table:
            return None
        end = next(n for n in range(at, len(self._lines)) if "</table" in self._lines[n].lower()) + 1
        lines = (re.sub(r"</t[dh]>\s*(?=<)", "\t", line, flags=re.IGNORECASE) for line in self._lines[at:end])
        return _aside(map(plain, lines), "table"), end

    def _underlined(self, at: int) -> _Found:
        line = self._lines[at].strip()
        under = _UNDERLINE.match(self._lines[at + 1]) if at + 1 < len(self._lines) else None
        alone = at == 0 or not self._lines[at - 1].strip()
        if not under or not alone or not line or _HEADING.match(line) or _RULE.match(line) or _ITEM.match(line):
            return None
        # A line of --- under a sentence parts, it does not make a heading of it.
        if under[1][0] == "-" and (line[-1] in _STOPS or len(line) > _LONGEST_HEADING):
            return None
        return _kept(Piece(line, 1 if under[1][0] == "=" else 2)), at + 2


def _closes_fence(line: str, kind: str = "`~") -> bool:
    bare = line.strip()
    return len(bare) >= 3 and bare[0] in kind and not bare.strip(bare[0])


def _cells(line: str) -> str:
    cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
    return "\t".join(plain(BREAK.sub(" ", cell)).strip() for cell in cells)


def _aside(lines: Iterable[str], aside: str) -> list[Piece]:
    found = map(LINE.search, lines)
    return [Piece(line[0], aside=aside) for line in found if line]


def _kept(piece: Piece) -> list[Piece]:
    """Return the piece without marks and white space, as a list; the list is empty where nothing is left."""
    text = LINE.search(_NUMBER.sub(r"\1", plain(piece.text).strip(), count=1))
    return [piece._replace(text=text[0])] if text else []


def _unclosed(heading: str) -> str:
    """Return a heading without the # that may stand behind it as well."""
    bare = heading.rstrip("#")
    return bare if not bare or bare[-1].isspace() else heading


def _line(line: str) -> list[Piece | None]:
    """Return the pieces of a line that stands for itself; None parts paragraphs."""
    if not LINE.search(line):
        return [None]
    if rule := _RULE.match(line):
        bare = line.strip()
        # Asterisks may be somebody's name, and underscores a line to sign on.
        blank = rule[1] != "-" and rule[1] * len(bare) == bare
        return [None, *([Piece(bare, aside="rule" if len(bare) == 3 else "")] if blank else []), None]
    if heading := _HEADING.match(line):
        return [None, *_kept(Piece(_unclosed(heading[2].strip()), len(heading[1]))), None]
    if reference := _REFERENCE.match(line):
        note = _kept(Piece(line[reference.end() :], aside="note")) if reference[1].startswith("^") else []
        return [None, *note, None]
    pieces: list[Piece | None] = []
    item = _ITEM.match(line)
    opens = bool(item or _NUMBERED.match(line))
    parts = BREAK.split(line[item.end() :] if item else line)
    for number, part in enumerate(parts):
        ends = number < len(parts) - 1 or part.endswith(("  ", "\\"))
        text = part.removesuffix("\\") if ends else part
        pieces += _kept(Piece(text, opens=opens or number > 0, ends=ends, width=columns(line)))
    return pieces
