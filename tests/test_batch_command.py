"""draftkit batch on the example district, from the tables to the 汇编."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from draftkit.batch.manifest import Entry, entries_in
from draftkit.cli import group
from draftkit.compare import CODES, Sketch, likeness
from draftkit.drafting import Chunk, Order, drafted
from draftkit.library import Library
from draftkit.pipeline import frame_folders, read_speech
from draftkit.planning import Wishes, plan_of, terms_of
from draftkit.tabling import open_streets
from draftkit.tree import text_of

EXAMPLES = Path(__file__).parents[1] / "examples"
TABLES = [str(EXAMPLES / "streets.xlsx"), str(EXAMPLES / "台账.xlsx")]
GAPS = {"南塘街道党工委", "东篱街道党工委", "新港街道党工委", "望川街道党工委", "石门镇党委", "竹沟镇党委"}


def call(*arguments: object) -> Result:
    return CliRunner().invoke(group(), ["batch", *TABLES, *map(str, arguments)])


def entries(folder: Path) -> list[Entry]:
    return entries_in((folder / "manifest.csv").read_text("utf-8"))


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("district")
    result = call("-o", folder / "稿", "--vary", "--compilation", folder / "汇编.docx")
    assert result.exit_code == 0, result.output
    return folder


def test_twelve_drafts_and_their_lists(district: Path) -> None:
    rows = entries(district / "稿")
    assert [one.state for one in rows] == ["已写"] * 14
    assert sum(one.file.endswith(".docx") for one in rows) == 12
    assert {path.name for path in (district / "稿").iterdir()} == {*(one.file for one in rows), "manifest.csv"}
    assert all(1000 < one.length < 1300 for one in rows[:12])


def test_the_gaps_are_in_the_manifest_and_in_the_list(district: Path) -> None:
    missing = {one.street for one in entries(district / "稿") if one.missing}
    book = load_workbook(district / "稿" / "补料清单.xlsx", read_only=True)
    wanted = {row[1] for row in book["补料清单"].iter_rows(min_row=2, values_only=True) if row[1]}
    book.close()
    assert missing == wanted and missing <= GAPS and len(missing) >= 4


def test_no_two_read_alike() -> None:
    library = Library(frame_folders())
    terms, _broken = terms_of(library, draw=0, reviewed=False)
    sketches: list[Sketch] = []
    with open_streets([Path(table) for table in TABLES], library) as streets:
        plan = plan_of(streets, terms, Wishes())
        for one in drafted(Chunk(plan.terms, [Order(street) for street in streets])):
            assert one.sketch
            sketches.append(one.sketch)
    found = likeness(sketches, 12)
    assert found.frame < 0.15 and found.text < 0.15 and not found.same_ends


def test_printed_texts_share_little(district: Path) -> None:
    """As somebody would measure it who has the printed drafts alone: six characters in a row, digits masked."""
    runs = []
    for path in sorted((district / "稿").glob("*.docx")):
        (speech,) = read_speech(path).document.speeches
        paragraphs = [text_of(one.inlines) for one in (*speech.opening.paragraphs, *speech.closing.paragraphs)]
        stack = list(speech.sections)
        while stack:
            section = stack.pop()
            paragraphs += [text_of(section.heading.inlines), *(text_of(one.inlines) for one in section.body)]
            stack += section.sections
        text = re.sub(r"\W", "", re.sub(r"\d[\d.,]*", "0", "".join(paragraphs)))
        runs.append({text[place : place + 6] for place in range(len(text) - 5)})
    shares = [len(one & other) / min(len(one), len(other)) for one, other in combinations(runs, 2)]
    assert len(runs) == 12 and sum(shares) / len(shares) < 0.05 and max(shares) < 0.15


def test_the_compilation_has_all_in_the_tables_order(district: Path) -> None:
    speeches = read_speech(district / "汇编.docx").document.speeches
    drafts = [
        read_speech(district / "稿" / one.file).document.speeches[0] for one in entries(district / "稿")[:12]
    ]
    assert list(speeches) == drafts


def test_again_and_on(district: Path) -> None:
    before = {path: path.read_bytes() for path in sorted(district.rglob("*")) if path.is_file()}
    again = call("-o", district / "稿", "--vary", "--compilation", district / "汇编.docx")
    assert again.exit_code == 2 and "--resume" in again.output
    on = call("-o", district / "稿", "--vary", "--compilation", district / "汇编.docx", "--resume", "--jobs", 2)
    assert on.exit_code == 0, on.output
    assert {path: path.read_bytes() for path in sorted(district.rglob("*")) if path.is_file()} == before


def test_each_code_of_several_speeches_is_explained() -> None:
    for code in (*CODES, "A01", "A02"):
        result = CliRunner().invoke(group(), ["explain", code.lower()])
        assert result.exit_code == 0 and result.output.startswith(code)
        assert code in CliRunner().invoke(group(), ["explain"]).output


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    result = call("-o", tmp_path / "稿", "--dry-run", "--write-map", tmp_path / "map.yaml")
    assert result.exit_code == 0 and result.output.count("交流发言.docx") == 12
    assert [path.name for path in tmp_path.iterdir()] == ["map.yaml"]
    other = call("-o", tmp_path / "稿", "--map", tmp_path / "map.yaml", "--dry-run")
    assert other.exit_code == 0 and other.output.count("交流发言.docx") == 12


def test_two_jobs_and_another_draw(district: Path, tmp_path: Path) -> None:
    two = call("-o", tmp_path / "二", "--vary", "--jobs", 2)
    assert two.exit_code == 0, two.output
    drawn = call("-o", tmp_path / "抽", "--draw", 3)
    assert drawn.exit_code == 0, drawn.output
    one, other, third = (
        [each.digest for each in entries(folder)]
        for folder in (district / "稿", tmp_path / "二", tmp_path / "抽")
    )
    assert one == other and sum(a == b for a, b in zip(one, third, strict=True)) < 4
