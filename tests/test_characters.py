"""Characters that no file can hold, and those that nobody sees, at every door where text comes in."""

import json
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from draftkit.cli import group
from draftkit.files import safe_name
from written import ROOT

FACTS = {"骨架": "短发言-一是二是三是", "会议": "全区河道清漂推进会", "日期": "2026-11-20", "主题": "河道清漂"}
SPEECH = "在会上的发言\n同志们：\n走访了社区、学校、等单位{}，完成3项。\n"
FRAME = "name: 下足功夫\nkind: parallel\nextends: 在…上下功夫\npattern: {}\n"

FORBIDDEN = ("\x00", "\x07", "\x0b", "\x1f", "\ufffe", "\uffff")
UNSEEN = ("\u202e", "\u200b", "\ue000", "\ufe0f", "\U000e0100", "\u2066")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group(), list(arguments))


def escaped(text: str) -> str:
    """Return a text in quotes, as YAML and TOML spell it: JSON makes two codes of what is beyond U+FFFF."""
    return json.dumps(text, ensure_ascii=max(text) < "\U00010000")


def yaml_facts(text: str) -> Result:
    Path("f.yaml").write_text("".join(f"{k}: {v}\n" for k, v in FACTS.items()) + f"单位: {escaped(text)}\n")
    return run("compose", "f.yaml", "-o", "new.docx")


def json_facts(text: str) -> Result:
    Path("f.json").write_text(json.dumps({**FACTS, "单位": text}))
    return run("compose", "f.json", "-o", "new.docx")


def plain_text(text: str) -> Result:
    Path("f.json").write_text(json.dumps({**FACTS, "单位": text}))
    return run("compose", "f.json", "-o", "new.txt")


def figure_name(text: str) -> Result:
    Path("f.json").write_text(json.dumps({**FACTS, "单位": "临江街道", "数据": {text: "3条"}}))
    return run("compose", "f.json", "-o", "new.docx")


def csv_table(text: str) -> Result:
    rows = [",".join((*FACTS, "单位")), ",".join((*FACTS.values(), text))]
    Path("t.csv").write_text("\n".join(rows), "utf-8")
    return run("batch", "t.csv", "-o", "new")


def shared_text(text: str) -> Result:
    """A workbook holds such a character as a code."""
    sheet = (book := Workbook()).active
    assert sheet is not None
    sheet.append([*FACTS, "单位"])
    sheet.append([*FACTS.values(), "".join(c if c.isalpha() else f"_x{ord(c):04X}_" for c in text)])
    book.save("t.xlsx")
    return run("batch", "t.xlsx", "-o", "new")


def office(text: str) -> Result:
    Path("o.toml").write_text(f'[[roster]]\nname = {escaped(text)}\npost = "书记"\n', "utf-8")
    return run("compose", str(ROOT / "examples/facts.yaml"), "-o", "new.docx", "--office", "o.toml")


def frame(text: str) -> Result:
    Path("fr/parallel").mkdir(parents=True, exist_ok=True)
    pattern = escaped(f"在“{{{{ 抓手 }}}}”上{text}，{{{{ 成效 }}}}")
    Path("fr/parallel/下足功夫.yaml").write_text(FRAME.format(pattern), "utf-8")
    return run("frames", "preview", "parallel/下足功夫", "--frames", "fr", "-o", "new.docx")


def annotated(text: str) -> Result:
    Path("d.txt").write_text(SPEECH.format(text), "utf-8")
    return run("review", "d.txt", "--annotate", "new.docx")


def bound(text: str) -> Result:
    Path("d.txt").write_text(SPEECH.format(text), "utf-8")
    return run("bind", "d.txt", "-o", "new.docx")


def bound_title(text: str) -> Result:
    return run("bind", str(ROOT / "seeds/02-jianghua-anquan.txt"), "-o", "new.docx", "--title", text)


def placed(text: str) -> Result:
    Path("n.txt").write_text(f"清理河道{text}12条\n", "utf-8")
    return run("place", "n.txt", "-f", "短发言-一是二是三是", "--sections", "宣传,选人", "-o", "new.yaml")


def forked(text: str) -> Result:
    return run("frames", "fork", "parallel/在…上下功夫", text, "-o", "new")


DOORS: Mapping[Callable[[str], Result], str] = {
    yaml_facts: "f.yaml",
    json_facts: "f.json",
    plain_text: "f.json",
    figure_name: "f.json",
    csv_table: "t.csv",
    shared_text: "t.xlsx",
    office: "o.toml",
    frame: "下足功夫.yaml",
    annotated: "d.txt",
    bound: "d.txt",
    bound_title: "",
    placed: "n.txt",
    forked: "",
}
"""The doors, with the file that is to be named; what is given in the call itself stands in none."""
LINE_END = (annotated, bound, placed)
"""Where U+000B is read as the end of a line, as Word writes it."""


def drafts() -> list[Path]:
    return [path for path in Path().rglob("*") if path.suffix in (".docx", ".txt") and "new" in str(path)]


@pytest.mark.parametrize("character", FORBIDDEN, ids=ascii)
@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_what_no_file_can_hold_is_refused_with_its_place(door: Callable[[str], Result], character: str) -> None:
    if character == "\x0b" and door in LINE_END:
        pytest.skip("a line end")
    result = door(f"临江{character}街道")
    assert isinstance(result.exception, SystemExit) and result.exit_code in (1, 2), result.output
    assert DOORS[door] in result.stderr and result.stderr
    assert not drafts()


@pytest.mark.parametrize(
    "door", (json_facts, plain_text, figure_name, bound_title, forked), ids=lambda door: door.__name__
)
def test_half_a_character_is_refused(door: Callable[[str], Result]) -> None:
    result = door("临江\ud800街道")
    assert isinstance(result.exception, SystemExit) and result.exit_code == 2 and result.stderr
    assert not drafts()


@pytest.mark.parametrize("character", UNSEEN, ids=ascii)
@pytest.mark.parametrize("door", (yaml_facts, json_facts, bound), ids=lambda door: door.__name__)
def test_what_nobody_sees_stays_in_the_text(door: Callable[[str], Result], character: str) -> None:
    result = door(f"临江{character}街道")
    assert result.exit_code in (0, 1), result.output
    text = "".join(paragraph.text for paragraph in docx.Document("new.docx").paragraphs)
    assert f"临江{character}街道" in text


@pytest.mark.parametrize("character", (*FORBIDDEN, *UNSEEN, "\ud800", "\u3164", "\u2800"), ids=ascii)
def test_the_name_of_a_file_has_none_of_them(character: str) -> None:
    assert safe_name(f"临江{character}街道") == "临江街道"


@pytest.mark.parametrize("character", UNSEEN, ids=ascii)
def test_a_batch_names_its_files_without_them(character: str) -> None:
    assert csv_table(f"临江{character}街道").exit_code in (0, 1)
    (draft,) = Path("new").glob("*.docx")
    assert draft.name == "临江街道交流发言.docx"
    assert all(unicodedata.category(one)[0] != "C" for one in draft.name)
