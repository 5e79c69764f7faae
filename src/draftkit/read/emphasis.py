"""The marks within a line of Markdown, told from the asterisks and underscores of 留空."""

import html
import re
from typing import NamedTuple

STRUCK = re.compile(r"~~[^~\n]+~~")
"""Words that are struck out."""

BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
"""A line end within a line."""

_TAGS = (
    "a|abbr|article|b|big|blockquote|body|center|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|"
    "figure|font|footer|h[1-6]|head|header|hr|html|i|img|ins|kbd|li|main|mark|nav|ol|p|pre|s|section|small|"
    "span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|br"
)
_TARGET = (
    r"\([ \t]*<?(?P<target>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:[ \t]+(?:\"[^\"]*\"|'[^']*'))?[ \t]*\)"
)
_IMAGE = re.compile(rf"(?<!\\)!\[[^\[\]]*\]{_TARGET}")
_LINK = re.compile(rf"(?<!\\)\[(?P<text>[^\[\]]*)\](?:{_TARGET}|\[[^\[\]]+\])")
_NOTE = re.compile(r"(?<!\\)\[\^[^\[\]\s]+\]")
_PIECE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<!`)(?P<ticks>`+)(?P<code>[^`]+)(?P=ticks)(?!`)"
    r"|<(?P<address>(?:https?|ftp|mailto):[^<>\s]+)>"
    rf"|(?P<tag></?(?:{_TAGS})(?:\s[^<>]*)?/?>)"
    r"|(?P<entity>&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)"
    r"|(?P<run>\*+|_+|=+)",
    re.IGNORECASE,
)
_LENGTHS = {"*": (1, 2, 3), "_": (1, 2), "=": (2,)}
_CLOSING = "，。、；：！？）》」』】〉”’…,.;:!?)]}%％"
# What a blank stands before: **街道, *镇, ***名, **万元.
_UNIT = re.compile(
    "街道|办事处|社区|小区|网格|[镇乡村县区市省州旗局委办厅部科处室站所院校厂店路桥河湖山]|中心|公司|企业|集团|学校|医院|"
    "银行|[名个项家户人件次场条年月日号届期批栋座台辆倍万亿元亩吨度]|平方|公里|百分|同志|书记|主任|先生|女士|[%％]"
)


class _Run(NamedTuple):
    """Equal marks in a row: where they stand, and whether they can open or close, or look like a blank."""

    start: int
    marks: str
    opens: bool
    closes: bool
    blank: bool


def plain(line: str) -> str:
    """Return a line of Markdown without its marks: emphasis, code, links, images, tags, struck-out words.

    Marks that have no partner in the line are content; so are two that both stand before what a blank
    stands before, such as **街道和**社区.
    """
    line = _NOTE.sub("", _LINK.sub(_linked, _IMAGE.sub("", STRUCK.sub("", line))))
    pieces = list(_PIECE.finditer(line))
    if not pieces:
        return line
    marks = _paired([_run(line, piece) for piece in pieces if piece["run"]])
    parts, at = [], 0
    for piece in pieces:
        parts += [line[at : piece.start()], _printed(piece, piece.start() in marks)]
        at = piece.end()
    return "".join(parts) + line[at:]


def _linked(link: re.Match[str]) -> str:
    """Return the text of a link; what points nowhere, such as [2026](3号), is none."""
    target = link["target"]
    return link["text"] if target is None or re.search(r"[A-Za-z/#.]|^$", target) else link[0]


def _printed(piece: re.Match[str], is_mark: bool) -> str:
    if piece["run"]:
        return "" if is_mark else piece[0]
    if piece["entity"]:
        return html.unescape(piece[0])
    return piece["escaped"] or piece["code"] or piece["address"] or ""


def _run(line: str, piece: re.Match[str]) -> _Run:
    before, after = line[piece.start() - 1 : piece.start()], line[piece.end() : piece.end() + 1]
    opens = bool(after) and not after.isspace() and after not in _CLOSING
    closes = bool(before) and not before.isspace()
    if piece[0] in "*_":  # one alone is more often a blank or a name than a mark: 李*, a_b, 2*3
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    blank = _UNIT.match(line, piece.end()) is not None
    return _Run(piece.start(), piece[0], opens, closes, blank)


def _paired(runs: list[_Run]) -> set[int]:
    """Return where the runs stand that are marks: each with a partner of the same kind and length."""
    found: set[int] = set()
    for marks in {run.marks for run in runs}:
        if len(marks) not in _LENGTHS[marks[0]]:
            continue
        same = [run for run in runs if run.marks == marks]
        # **街道和**社区; and one of three stands within the other two: **关于**街道的情况**.
        if len(same) % 2 or any(
            one.blank and two.blank for one, two in zip(same[::2], same[1::2], strict=True)
        ):
            same = [run for run in same if not run.blank]
        opened: _Run | None = None
        for run in same:
            if opened and run.closes:
                found |= {opened.start, run.start}
                opened = None
            elif run.opens:
                opened = opened or run
    return found
