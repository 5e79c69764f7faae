"""Nothing that a .docx shows is lost, whatever it is wrapped in; what is not shown is left out and told."""

import re
from collections.abc import Callable, Sequence
from itertools import count
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit.read import read
from draftkit.write.whole import whole_text
from word_files import field, package, para, run

laws = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])


class Piece(NamedTuple):
    """XML with words in it, and which of them are shown."""

    xml: str
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


Wrap = Callable[[str], str]


def wrapped(before: str, after: str) -> Wrap:
    return lambda inner: before + inner + after


def around(tag: str, attributes: str = "", more: str = "") -> Wrap:
    return wrapped(f"<w:{tag} {attributes}>{more}", f"</w:{tag}>")


def both(inner: str) -> str:
    """What newer programs draw and older ones draw otherwise: the same words."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{inner}</mc:Choice>'
        f"<mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent>"
    )


def fallback(inner: str) -> str:
    return (
        '<mc:AlternateContent><mc:Choice Requires="x"><w:r/></mc:Choice>'
        f"<mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent>"
    )


WITHIN: tuple[Wrap, ...] = (
    *map(around, ("ins", "moveTo", "hyperlink", "smartTag", "bdo", "dir", "customXml", "unheard")),
    wrapped("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    around("fldSimple", 'w:instr="DATE"'),
    lambda inner: field("begin", "<w:r><w:instrText>DATE</w:instrText></w:r>", "separate", inner, "end"),
    both,
    fallback,
)
"""What may stand around words in a paragraph."""

AROUND: tuple[Wrap, ...] = (
    *map(around, ("ins", "moveTo", "customXml", "unheard")),
    wrapped("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    both,
    fallback,
)
"""What may stand around paragraphs and tables."""

BOXES: tuple[Wrap, ...] = (
    wrapped("<w:r><w:pict><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox></w:pict></w:r>"),
    lambda inner: "<w:r>" + both(f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>") + "</w:r>",
)

MADE: tuple[Wrap, ...] = (
    run,
    lambda word: f"<m:oMath><m:r><m:t>{word}</m:t></m:r></m:oMath>",
    lambda word: f"<w:r><w:ruby><w:rt>{run('音')}</w:rt><w:rubyBase>{run(word)}</w:rubyBase></w:ruby></w:r>",
    lambda word: f"<w:r><w:t>{word[:3]}</w:t><w:softHyphen/><w:t>{word[3:]}</w:t></w:r>",
    lambda word: f'<w:r><w:pict><v:shape><v:textpath string="{word}"/></v:shape></w:pict></w:r>',
)
"""How a word that is shown may stand in a paragraph."""

GONE: tuple[Wrap, ...] = (
    lambda word: f"<w:del><w:r><w:delText>{word}</w:delText></w:r></w:del>",
    lambda word: f"<w:moveFrom>{run(word)}</w:moveFrom>",
    lambda word: run(word, "<w:vanish/>"),
    lambda word: field("begin", run(word), "end"),
)
"""How a word may stand that is not shown; all of these are told."""


def joined(pieces: Sequence[Piece], wrap: Wrap = "{}".format) -> Piece:
    return Piece(
        wrap("".join(one.xml for one in pieces)),
        tuple(word for one in pieces for word in one.shown),
        tuple(word for one in pieces for word in one.hidden),
    )


def rows(cells: Sequence[Piece]) -> Piece:
    """A table, two cells a row; the last row's cells may be fewer."""
    drawn = ["<w:tc>" + cell.xml + "<w:p/></w:tc>" for cell in cells]
    lines = ("".join(drawn[at : at + 2]) for at in range(0, len(drawn), 2))
    return joined(cells)._replace(
        xml="<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"
    )


def stories() -> st.SearchStrategy[Piece]:
    """Bodies of all kinds of paragraphs, every word another."""
    numbers = count(1000)
    words = st.builds(lambda: f"字{next(numbers)}号")
    leaves = st.builds(lambda make, word: Piece(make(word), (word,)), st.sampled_from(MADE), words)
    gone = st.builds(lambda make, word: Piece(make(word), (), (word,)), st.sampled_from(GONE), words)
    inlines = st.recursive(
        leaves | gone,
        lambda inner: st.builds(joined, st.lists(inner, max_size=3), st.sampled_from(WITHIN)),
        max_leaves=6,
    )
    plain = st.builds(joined, st.lists(inlines, max_size=4), st.just(para))

    def deeper(inner: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
        several = st.lists(inner, min_size=1, max_size=3)
        boxed = st.builds(joined, several, st.sampled_from([lambda x, box=box: para(box(x)) for box in BOXES]))
        return st.one_of(st.builds(rows, several), st.builds(joined, several, st.sampled_from(AROUND)), boxed)

    return st.builds(joined, st.lists(st.recursive(plain, deeper, max_leaves=6), max_size=6))


def once(piece: Piece, text: str) -> None:
    bare = "".join(text.split())
    assert {word: len(re.findall(word, bare)) for word in piece.shown} == dict.fromkeys(piece.shown, 1)
    assert not any(word in bare for word in piece.hidden)


@laws
@given(stories())
def test_every_word_that_is_shown_is_read_once(body: Piece) -> None:
    document, notes = read(package(body.xml), "稿.docx")
    once(body, whole_text(document))
    assert not body.hidden or any("tracked changes" in note or "hidden" in note for note in notes)


@laws
@given(stories(), stories())
def test_what_stands_beside_a_text_is_kept_and_changes_nothing_in_it(body: Piece, more: Piece) -> None:
    alone = read(package(body.xml), "稿.docx")
    parts = {
        "footnotes": f"<w:footnote w:id='1'>{more.xml}</w:footnote>",
        "comments": "<w:comment w:id='0'><w:p><w:r><w:t>批语</w:t></w:r></w:p></w:comment>",
        "header": para(run("页眉文字")),
        "footer": para(run("—") + field("begin", "separate", run("7"), "end") + run("—")),
    }
    document, _notes = read(package(body.xml, **parts), "稿.docx")
    assert document.speeches == alone.document.speeches
    text = whole_text(document)
    once(joined([body, more]), text)
    assert all(words in text for words in ("[metadata] 批语", "[navigation] 页眉文字", "[navigation] —7—"))
