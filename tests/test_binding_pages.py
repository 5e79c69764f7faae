"""The page numbers of the 目录 against the pages that LibreOffice prints; what holds of pages by themselves."""

import re
import shutil
import subprocess
from collections import defaultdict
from itertools import groupby
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bound_speeches import filling, speech
from draftkit.lines import lines_of
from draftkit.office import Layout
from draftkit.tree import Paragraph, Passage, Speech, Text
from draftkit.write.compilation import Compilation, Cover, compiled
from draftkit.write.look import look_of
from draftkit.write.pages import fitted, pages_of
from draftkit.write.profile import of_compilation, settled

TOOLS = ("soffice", "pdftotext")
SECONDS = 120
FULL = 22 - 1 - 1
"""Lines of text under a title of one row and the empty line."""

BOOKS = {
    "five": (5, Layout()),
    "twelve": (12, Layout(digits="Times New Roman")),
    "forty": (40, Layout()),
    "closer": (12, Layout(spacing="28")),
}


def book_of(count: int, layout: Layout) -> Compilation:
    random = Random(count)
    speeches = [speech(random, number) for number in range(count - 2)]
    speeches[1:1] = [filling(FULL), filling(FULL + 22)]
    profile = of_compilation(settled(layout))
    cover = Cover("石桥镇渔业发展交流发言材料汇编", "石桥镇人民政府", "2031年5月")
    return compiled(cover, speeches, look_of(profile), profile)


def printed_pages(folder: Path, names: list[str]) -> dict[str, list[list[str]]]:
    """Return the rows of each printed page of the books in a folder."""
    profile = (folder / "profile").as_uri()
    office = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    files = [str(folder / f"{name}.docx") for name in names]
    subprocess.run([*office, "--outdir", str(folder), *files], capture_output=True, timeout=SECONDS, check=True)
    return {name: list(map(rows_of_page, pages_in(folder / f"{name}.pdf"))) for name in names}


def pages_in(pdf: Path) -> list[ElementTree.Element]:
    done = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, check=True)
    return list(ElementTree.fromstring(done.stdout.decode()).iterfind(".//{*}page"))


def rows_of_page(page: ElementTree.Element) -> list[str]:
    words = [
        (round(float(one.attrib["yMax"])), float(one.attrib["xMin"]), one.text or "")
        for one in page.iterfind(".//{*}word")
    ]
    return ["".join(word[2] for word in row) for _, row in groupby(sorted(words), key=lambda word: word[0])]


@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="soffice or pdftotext is not installed here")
def test_every_entry_of_the_contents_has_the_page_on_which_its_title_is_printed(tmp_path: Path) -> None:
    books = {name: book_of(*wanted) for name, wanted in BOOKS.items()}
    for name, book in books.items():
        (tmp_path / f"{name}.docx").write_bytes(book.content)
    for name, pages in printed_pages(tmp_path, list(books)).items():
        book = books[name]
        found = [re.fullmatch(r"—(\d+)—", page[-1]) for page in pages]
        body = [int(number[1]) for number in found if number]
        assert body == list(range(1, sum(fit.pages for fit in book.fits) + 1))
        front = len(pages) - len(body)
        assert not any(found[:front]), "cover and 目录 have no number, all other pages have one"
        starts: dict[str, list[int]] = defaultdict(list)
        for page, number in zip(pages[front:], body, strict=True):
            starts[page[0]].append(number)
        for entry in book.entries:
            title = "".join(entry.title.split())
            at = {number for row, numbers in starts.items() for number in numbers if title.startswith(row)}
            assert entry.page in at, (name, entry)
        shown = [re.search(r"[.．]{3,}(\d+)$", row) for page in pages[1:front] for row in page]
        assert [int(number[1]) for number in shown if number] == [entry.page for entry in book.entries]
        assert front > 2 or len(book.entries) < 20, "a long 目录 takes two pages"


def pages_taken(one: Speech, layout: Layout | None = None) -> int:
    profile = of_compilation(settled(layout or Layout()))
    return fitted(lines_of(one), look_of(profile), profile).pages


def test_a_speech_that_just_fills_its_pages_takes_no_more() -> None:
    assert [pages_taken(filling(rows)) for rows in (FULL, FULL + 1, FULL + 22, FULL + 23)] == [1, 2, 2, 3]
    assert pages_taken(filling(FULL), Layout(spacing="28")) == 1


WORDS = st.text("山水渔船茶园，。；、“”（）《》——……0123456789.%APPkm ", min_size=1, max_size=300)


@given(
    st.lists(WORDS, min_size=1, max_size=12),
    WORDS,
    st.sampled_from([Layout(), Layout(digits="Times New Roman")]),
)
def test_another_paragraph_never_lowers_the_pages(bodies: list[str], more: str, layout: Layout) -> None:
    few, many = (
        Speech((), opening=Passage(tuple(Paragraph((Text(words),)) for words in texts)))
        for texts in (bodies, [*bodies, more])
    )
    assert 1 <= pages_taken(few, layout) <= pages_taken(many, layout)


ROWS = st.lists(st.tuples(st.integers(1, 30), st.booleans()), min_size=1, max_size=40)


@given(ROWS, st.integers(0, 45), st.integers(2, 40))
def test_pages_hold_all_lines_and_few_are_wasted(blocks: list[tuple[int, bool]], turn: int, depth: int) -> None:
    rows, keeps = [rows for rows, _ in blocks], [keep for _, keep in blocks]
    plain, turned = pages_of(rows, keeps, depth), pages_of(rows, keeps, depth, turn)
    assert plain >= -(-sum(rows) // depth)
    assert plain <= turned + sum(keeps) and turned <= plain + 1 + sum(keeps)
    assert pages_of(rows, [False] * len(rows), depth) == -(-sum(rows) // depth)
    assert pages_of([*rows, 1], [*keeps, False], depth) >= plain - 1


def test_a_heading_goes_with_what_follows_it() -> None:
    assert pages_of([21, 1, 1], [False, True, False], 22) == 2
    assert pages_of([20, 1, 1, 22], [False, True, False, False], 22) == 2
    assert pages_of([21, 1, 1, 20], [False, True, False, False], 22) == 2, "21 lines, then 22"
