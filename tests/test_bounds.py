"""The bounds that docs/security.md promises are those of the code."""

import re
from pathlib import Path

import pytest

from draftkit import answer, convert, errors, evaluate, files, library, pipeline, template
from draftkit.compose import realise
from draftkit.ooxml import archive, markup, package
from draftkit.read import pdf, text
from draftkit.store import extends, nodes, table
from draftkit.store.table import sheet, xlsx

PAGE = (Path(__file__).parents[1] / "docs/security.md").read_text("utf-8")
ROWS: dict[str, str] = dict(re.findall(r"^\| (.+?) \| (.+) \|$", PAGE, re.MULTILINE))
BOUNDS = {
    "a speech": (pipeline.LARGEST_SPEECH, text.MOST_BYTES, pdf.MOST_PAGES, pdf.MOST_CHARACTERS),
    "a package (.docx, .xlsx)": (
        package.MOST_PARTS,
        xlsx.MOST_PARTS,
        archive.LARGEST_DIRECTORY,
        package.LARGEST,
        package.LARGEST_TEXT,
        markup.MOST_TAGS,
    ),
    "a table": (
        table.LARGEST,
        sheet.MOST_ROWS,
        sheet.MOST_COLUMNS,
        sheet.LONGEST_CELL,
        sheet.LONGEST_ROW,
    ),
    "a facts file": (files.LARGEST, nodes.LARGEST, nodes.DEEPEST, realise.MOST_QUOTED),
    "a frame": (
        library.LARGEST_FRAME,
        extends.DEEPEST,
        template.LONGEST_SOURCE,
        template.DEEPEST_TAG,
        template.DEEPEST_LOOP,
        evaluate.MOST_WORK,
        evaluate.LONGEST_OUTPUT,
    ),
    "a skeleton": (answer.MOST_SECTIONS, answer.MOST_SECTIONS),
    "what is told": (errors.MOST_PROBLEMS,),
    "a conversion by LibreOffice": (int((convert.to_docx.__defaults__ or (0,))[0]),),
}


@pytest.mark.parametrize("of", BOUNDS)
def test_a_bound_is_as_promised(of: str) -> None:
    said = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", ROWS[of])]
    assert said == list(BOUNDS[of])
