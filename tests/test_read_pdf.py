"""PDF: printed lines become paragraphs again; what cannot be read is told."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from draftkit.errors import CannotRead
from draftkit.read import pdf as module
from draftkit.read.pdf import read_pdf
from draftkit.read.printed import Line, paragraphs
from draftkit.read.source import Source

SIZE, LEFT, WIDE = 16, 80, 28
Printed = tuple[float, float, str]


def pdf(*pages: Sequence[Printed], extra: str = "") -> bytes:
    """Return a PDF with these texts: how many characters from the left, how many lines from the top."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1[500] 814[500]]"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
    ]
    for number, page in enumerate(pages):
        shown = "\n".join(
            f"BT /F {SIZE} Tf {LEFT + x * SIZE} {800 - y * 28} Td <{text.encode('utf-16-be').hex()}> Tj ET"
            for x, y, text in page
        )
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {6 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>",
            f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        ]
    made, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj{text}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Root 1 0 R/Size {len(objects) + 1}{extra}>>\nstartxref\n{len(made)}\n%%EOF"
    return f"{made}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def rows(source: Source) -> list[tuple[str, str]]:
    return [(row.aside, source.text[row.start : row.end]) for row in source.rows]


FULL = "坚持问需于民" * 4 + "办好实事"
INDENTED = FULL[:-2]


def test_lines_become_paragraphs_across_pages() -> None:
    pytest.importorskip("pypdfium2")
    raw = pdf(
        [(8, 1, "在推进会上的发言"), (0, 3, "同志们："), (2, 4, INDENTED), (0, 5, FULL), (13, 26, "— 1 —")],
        [(0, 1, "街道。"), (2, 2, "一、抓落实"), (2, 3, "谢谢大家！"), (13, 26, "— 2 —")],
    )
    source = read_pdf(raw, "稿.pdf")
    assert rows(source) == [
        ("", "在推进会上的发言"),
        ("", "同志们："),
        ("", f"{INDENTED}{FULL}街道。"),
        ("page number", "— 1 —"),
        ("", "一、抓落实"),
        ("", "谢谢大家！"),
        ("page number", "— 2 —"),
    ]
    assert source.name == "稿.pdf" and source.notes == ()


def test_spaces_are_those_of_the_text() -> None:
    pytest.importorskip("pypdfium2")
    page = [(0, 1, "改造楼院"), (4.25, 1, "37"), (6.5, 1, "个点"), (0, 3, "宜居"), (3, 3, "新环境")]
    assert rows(read_pdf(pdf(page), "x")) == [("", "改造楼院37个点"), ("", "宜居　新环境")]


def test_pages_without_text_are_told() -> None:
    pytest.importorskip("pypdfium2")
    assert read_pdf(pdf([(0, 1, "甲乙")], [], []), "x").notes == ("pages without text: 2, 3",)


LOCK = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>/ID[<00><00>]"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (pdf([], []), "it is a scan"),
        (pdf(), "no pages|broken"),
        (pdf([(0, 1, "甲")], extra=LOCK), "locked with a password"),
        (b"%PDF-1.7\nnothing", "the PDF is broken"),
        (b"", "the PDF is broken"),
    ],
)
def test_what_cannot_be_read_is_told(raw: bytes, told: str) -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(CannotRead, match=f"x:1:1: .*({told})"):
        read_pdf(raw, "x")


@pytest.mark.parametrize(
    ("bound", "told"),
    [("MOST_BYTES", "larger than 1 bytes"), ("MOST_PAGES", "1 pages"), ("MOST_CHARACTERS", "1 characters")],
)
def test_bounds(bound: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    monkeypatch.setattr(module, bound, 1)
    with pytest.raises(CannotRead, match=told):
        read_pdf(pdf([(0, 1, "甲乙")], []), "x")


def test_every_failure_of_the_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    library = pytest.importorskip("pypdfium2")

    def fail(*_arguments: object, **_names: object) -> None:
        raise OSError("somewhere within")

    monkeypatch.setattr(library.PdfTextPage, "get_charbox", fail)
    with pytest.raises(CannotRead, match="the PDF is broken"):
        read_pdf(pdf([(0, 1, "甲乙")]), "x")


FONTLESS = """
import ctypes, sys
from pathlib import Path
from pypdfium2 import raw
from draftkit.errors import CannotRead
from draftkit.read.pdf import read_pdf

raw.FPDF_DestroyLibrary()
nowhere = (ctypes.POINTER(ctypes.c_char) * 1)()
raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=nowhere))
try:
    source = read_pdf(Path(sys.argv[1]).read_bytes(), "x.pdf")
    print(source.text, *source.notes)
except CannotRead as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (
            [(0, 1, "改造楼院"), (4, 1, "吗")],
            "改造楼院 up to 1 characters are missing: their fonts are neither in",
        ),
        (
            [(0, 1, "甲"), (1, 1, "乙")],
            "x.pdf:1:1: the text of this PDF cannot be read: its fonts are neither in it",
        ),
        ([(0, 1, "改造 楼院")], "改造 楼院\n"),
    ],
)
def test_where_no_chinese_font_is_installed_no_text_is_lost_in_silence(
    page: Sequence[Printed], told: str, tmp_path: Path
) -> None:
    pytest.importorskip("pypdfium2")
    (tmp_path / "x.pdf").write_bytes(pdf(page))
    done = subprocess.run(
        [sys.executable, "-c", FONTLESS, tmp_path / "x.pdf"],
        env={**os.environ, "LANGUAGE": "en", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.startswith(told)


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(CannotRead, match=r'pip install "draftkit\[pdf\]"'):
        read_pdf(pdf([(0, 1, "甲")]), "x")


def line(text: str, y: float, x: float = 0, page: int = 1) -> Line:
    return Line(text, page, 595, LEFT + x * SIZE, LEFT + (x + len(text)) * SIZE, 800 - y * 28, SIZE)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([line(INDENTED, 1, 2), line(FULL, 2), line("好。", 3)], 1),
        ([line(FULL, 1), line("好。", 2, 2)], 2),
        ([line(FULL[:20], 1), line(FULL, 2)], 2),
        ([line(FULL, 1), line(FULL, 2), line("好。", 3.5)], 2),
        ([line(FULL[:27], 1), line("好。", 2), line(FULL, 3)], 2),
        ([line(FULL[:26] + "。", 1), line("好事", 2), line(FULL, 3)], 3),
        ([line(FULL, 1), line("好事", 2)._replace(size=22)], 2),
    ],
)
def test_where_a_paragraph_goes_on(lines: list[Line], found: int) -> None:
    assert len(list(paragraphs([lines]))) == found


def test_latin_words_keep_their_space() -> None:
    lines = [line(FULL[:-3] + "the", 1), line("end", 2), line(FULL[:-1] + "-", 4), line("19年", 5)]
    assert [text for text, _aside in paragraphs([lines])] == [FULL[:-3] + "the end", FULL[:-1] + "-19年"]


@pytest.mark.parametrize(
    "number", ["— 2 —", "- 2 -", "2", "－2－", "·2·", "第2页", "第 2 页 共 6 页", "2/6", "第4页 共6页"]
)
def test_page_numbers(number: str) -> None:
    page = [line(FULL, 1), line("好。", 2), line(number, 26, 13)]
    assert list(paragraphs([page]))[-1] == (number, "page number")
    inner = [line(FULL, 1), line(number, 2), line("好。", 4)]
    assert not any(aside for _text, aside in paragraphs([inner]))


@pytest.mark.parametrize("text", ["2026年11月20日", "三、", "1.", "2 名", "12345"])
def test_what_is_no_page_number(text: str) -> None:
    assert list(paragraphs([[line(FULL, 1), line(text, 26)]]))[-1][1] == ""


def test_running_lines() -> None:
    pages = [
        [
            line("学习材料", 0, page=n),
            line("好", 2 + n, page=n),
            line("样稿", 14, 5, n),
            line(f"内部 {n}", 26, page=n),
        ]
        for n in (1, 2, 3)
    ]
    asides = ["header", "", "watermark", "footer"]
    found = [(text, aside) for text, aside in paragraphs(pages) if text != "好"]
    assert sorted(aside for _text, aside in found) == sorted(asides[:1] * 3 + asides[2:] * 3)
    assert ("内部 2", "footer") in found and ("样稿", "watermark") in found
