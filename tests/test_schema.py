"""The JSON Schemas: what they take and refuse, and that what is shipped is what is generated."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from draftkit.cli import group
from draftkit.frame import KINDS
from draftkit.library import Library
from draftkit.pattern import usable_name
from draftkit.pipeline import blank_form
from draftkit.store.facts_schema import facts_schema
from draftkit.store.frame_keys import ABOUT, EVIDENCE, OWN_KEYS, SHAPE, SLOT
from draftkit.store.json_schema import DRAFT
from draftkit.store.keys import FACTS as FACTS_KEYS
from draftkit.store.keys import FIGURE, SECTION
from schemas import FACTS, FRAME, refusals
from test_wrong_files import Case, read_cases

TOP = Path(__file__).parents[1]
SHIPPED = sorted((TOP / "frames").glob("*/*.yaml"))
EXAMPLES = sorted((TOP / "examples").glob("*.yaml"))
UNKNOWN = re.compile(r"unknown key “(.+)”")


def test_the_schemas_are_schemas_of_draft_7() -> None:
    for schema in (FRAME.schema, FACTS.schema):
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_every_shipped_frame_is_taken(kind: str) -> None:
    frames = [path for path in SHIPPED if path.parent.name == kind]
    assert frames
    for path in frames:
        assert refusals(FRAME, path.read_text("utf-8")) == [], path.name


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_taken_in_both_spellings(path: Path) -> None:
    text = path.read_text("utf-8")
    assert refusals(FACTS, text) == []
    for key, chinese in {**FACTS_KEYS, **SECTION}.items():
        text = re.sub(rf"^([\s-]*){key}:", rf"\1{chinese}:", text, flags=re.MULTILINE)
    assert "骨架:" in text and "skeleton:" not in text
    assert refusals(FACTS, text) == []


def slips() -> list[Case]:
    """The wrong files of which a key is unknown, slots left out: only the skeleton's frames could tell."""
    found = []
    for case in read_cases():
        keys = UNKNOWN.findall(case.expected) if case.page.parent.name in ("facts", "frames") else []
        if any(key.isascii() or not usable_name(key) for key in keys):
            found.append(case)
    return found


@pytest.mark.parametrize("case", slips(), ids=lambda case: f"{case.page.parent.name}-{case.title}")
def test_an_unknown_key_is_refused(case: Case) -> None:
    room = case.page.parent.name
    files = {name: text.decode() for name, text in case.files.items() if name.startswith(room)}
    schema = FRAME if room == "frames" else FACTS
    assert any(refusals(schema, text) for text in files.values())


GOOD = """name: 抓
kind: parallel
slots: {事: {ask: 抓什么, length: 4, required: false}}
pattern: 抓{{ 事 | 约 }}
"""


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("kind: parallel", "kind: paralel"),
        ("pattern:", "patern:"),
        ("pattern:", "halves: [甲, 乙]\npattern:"),
        ("length: 4", "length: 四"),
        ("required: false", "required: nein"),
        ("ask: 抓什么", "asks: 抓什么"),
        ("事: {", "部分: {"),
        ("| 约", "| 月"),
        ("抓{{ 事 | 约 }}", "抓{% if 事 %}"),
        ("name: 抓\n", ""),
        ("pattern: 抓{{ 事 | 约 }}", "use: 抓一件事"),
    ],
)
def test_a_slip_in_a_frame_is_refused(good: str, bad: str) -> None:
    assert refusals(FRAME, GOOD) == []
    assert GOOD.count(good) == 1
    assert refusals(FRAME, GOOD.replace(good, bad)) != []


def test_a_frame_that_extends_another_needs_nothing_of_its_own() -> None:
    for kind in KINDS:
        child = f"name: 甲\nkind: {kind}\nextends: 乙\n"
        assert refusals(FRAME, child) == []
        assert refusals(FRAME, child.replace("extends: 乙\n", "")) != []


@pytest.mark.parametrize(
    "figure",
    [
        "{from: 80, to: 95, whole: 3}",
        "{由: 80, 到: 95, 成员: [甲, 乙]}",
        "{value: 3, 数值: 4}",
        "{status: 将来}",
    ],
)
def test_keys_that_do_not_go_together_are_refused(figure: str) -> None:
    assert refusals(FACTS, f"骨架: 甲\n数据: {{乙: {figure}}}\n") != []


LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def schema_beside(path: Path) -> Path:
    """Return the schema that a file names in its first line."""
    found = LINE.match(path.read_text("utf-8"))
    assert found, path
    return (path.parent / found[1]).resolve()


def test_every_shipped_file_names_its_schema() -> None:
    assert {schema_beside(path) for path in SHIPPED} == {TOP / "frames/frame.schema.json"}
    assert {schema_beside(path) for path in EXAMPLES} == {TOP / "frames/facts.schema.json"}


@pytest.mark.parametrize("of", ["frame", "facts"])
def test_the_shipped_schema_is_what_is_printed(of: str, pytestconfig: pytest.Config) -> None:
    result = CliRunner().invoke(group(), ["frames", "schema", of])
    assert result.exit_code == 0
    path = TOP / f"frames/{of}.schema.json"
    if pytestconfig.getoption("--accept"):
        path.write_text(result.stdout, "utf-8", newline="\n")
    assert path.read_text("utf-8") == result.stdout


def test_a_schema_is_written_and_not_over_another_file(tmp_path: Path) -> None:
    target = tmp_path / "here/s.json"
    call = ["frames", "schema", "facts", "-o", str(target)]
    assert CliRunner().invoke(group(), call).exit_code == 0
    assert json.loads(target.read_text("utf-8")) == {"$schema": DRAFT, **facts_schema()}
    target.write_text("mine", "utf-8")
    assert CliRunner().invoke(group(), call).exit_code == 2
    assert target.read_text("utf-8") == "mine"


@pytest.mark.parametrize("skeleton", ["短发言-一是二是三是", "经验材料-认识行动保障"])
@pytest.mark.parametrize("filled", [[], ["--filled"]])
def test_a_form_names_the_schema_and_is_taken_by_it(tmp_path: Path, skeleton: str, filled: list[str]) -> None:
    target = tmp_path / "今年/form.yaml"
    result = CliRunner().invoke(group(), ["form", skeleton, *filled, "-o", str(target)])
    assert result.exit_code == 0, result.output
    assert schema_beside(target) == TOP / "frames/facts.schema.json"
    assert refusals(FACTS, target.read_text("utf-8")) == []


@pytest.mark.parametrize("chinese", [True, False])
@pytest.mark.parametrize("filled", [True, False])
def test_the_form_of_every_skeleton_is_taken(chinese: bool, filled: bool) -> None:
    library = Library((TOP / "frames",), trusted=TOP / "frames")
    for name in library.names("skeleton"):
        assert refusals(FACTS, blank_form(name, library, chinese, filled)) == [], name


def test_mined_and_extracted_frames_name_the_schema_beside_them(tmp_path: Path) -> None:
    seed = str(TOP / "seeds/03-jingyan-yanglao.txt")
    runner = CliRunner()
    assert runner.invoke(group(), ["mine", seed, "-o", str(tmp_path / "mined")]).exit_code == 0
    extract = ["extract", seed, "-o", str(tmp_path / "f.yaml"), "--frames-out", str(tmp_path / "extracted")]
    assert runner.invoke(group(), extract).exit_code == 0
    for folder in ("mined", "extracted"):
        written = list((tmp_path / folder).glob("*/*.yaml"))
        assert written
        assert {schema_beside(path) for path in written} == {tmp_path / folder / "frame.schema.json"}
        assert json.loads((tmp_path / folder / "frame.schema.json").read_text("utf-8"))["properties"]


def test_every_key_is_described() -> None:
    text = json.dumps([FRAME.schema, FACTS.schema], ensure_ascii=False)
    tables = (ABOUT, EVIDENCE, SHAPE, SLOT, FIGURE, *OWN_KEYS.values())
    assert all(f'"description": "{said}"' in text for table in tables for said in table.values())
