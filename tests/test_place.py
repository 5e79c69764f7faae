"""Notes laid into sections: how many are right, how sure that is, and what stays when they were moved."""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result
from docx import Document as open_docx

from draftkit.cli import group
from draftkit.fact.facts import SectionFacts
from draftkit.library import Library
from draftkit.pipeline import load_facts, shipped_frames, skeleton_named
from draftkit.place.heap import Note, notes_in
from draftkit.place.moves import kind_of_note
from draftkit.place.placing import FAIR, SURE, place
from draftkit.place.topics import topics_of

TOP = Path(__file__).parents[1]
NOTED = TOP / "tests/notes"
LIBRARY = Library((shipped_frames(),))
FACTS = """# 这一行是手写的
skeleton: 短发言-一是二是三是
unit: 青石镇
theme: 河道整治
sections:
  - 小标题: 宣传到户
    body: 先把道理讲明白。
  # 重点
  - 小标题: 排查到边
    body:
  - 小标题: 监督到人
    # 纪委负责
"""
NOTES = """喇叭早晚各播一遍，印了2000份明白纸
沿河查出排污口41个，整改39个
聘了12名监督员，举报一次奖50元
感谢县水利局支持
"""

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run draftkit in a folder with a facts file and notes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    (tmp_path / "facts.yaml").write_text(FACTS, "utf-8")
    (tmp_path / "notes.txt").write_text(NOTES, "utf-8")
    return lambda *words: CliRunner().invoke(group(), [str(word) for word in words])


def again(run: Run, notes: str | None = None) -> Result:
    """Lay notes into the facts that are there, over them."""
    if notes is not None:
        Path("notes.txt").write_text(notes, "utf-8")
    return run("place", "notes.txt", "-f", "facts.yaml", "-o", "facts.yaml", "--overwrite")


class Judged(NamedTuple):
    """A note of the editor's: where he puts it, where the program does, and how sure that is."""

    wanted: str
    found: str
    sure: float

    @property
    def right(self) -> bool:
        return self.wanted == self.found


def judged(*files: Path) -> list[Judged]:
    """Place the notes of the editor's files, and compare."""
    found = []
    for file in files:
        facts = load_facts(file.with_suffix(".yaml"))
        topics = topics_of(skeleton_named(facts.skeleton, LIBRARY).sections, facts.sections)
        rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
        placements = place([Note(text, 1) for _key, text in rows], topics)
        found += [Judged(row[0], one.key, one.sure) for row, one in zip(rows, placements, strict=True)]
    return found


def told(label: str, found: list[Judged]) -> str:
    right = sum(one.right for one in found)
    wrong = sorted((one.sure for one in found if not one.right), reverse=True)
    return f"{label}: {right} of {len(found)} right; how sure the wrong ones are: {wrong}"


def test_the_editors_notes_are_found_their_sections() -> None:
    found = judged(*(path for path in NOTED.glob("*.tsv") if int(path.name.split("-")[0]) <= 4))
    print(told("notes 1-4", found))
    assert len(found) == 60
    assert sum(one.right for one in found) >= 0.8 * len(found)
    assert all(one.right for one in found if one.sure >= FAIR)


def test_notes_of_other_fields_that_were_tuned_on() -> None:
    found = judged(*(path for path in NOTED.glob("*.tsv") if int(path.name.split("-")[0]) > 4))
    print(told("notes 5-10", found))
    assert sum(one.right for one in found) >= 0.8 * len(found)
    assert sum(not one.right for one in found if one.sure >= SURE) <= 1


def test_notes_that_were_not_tuned_on() -> None:
    """The honest figure: four of ten to the point, six of ten to the section, nothing wrong that is said to be
    sure."""
    found = judged(*(NOTED / "unseen").glob("*.tsv"))
    print(told("notes 11-12", found))
    assert len(found) == 30
    assert sum(one.right for one in found) >= 0.4 * len(found)
    sections = [one for one in found if one.wanted.partition(".")[0] == one.found.partition(".")[0]]
    assert len(sections) >= 0.6 * len(found)
    assert all(one.right for one in found if one.sure >= SURE)


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("下一步把夜校办到组里", "plan"),
        ("将37个楼院纳入改造", "deed"),
        ("计划生育专干走访了两轮", "deed"),
        ("有的户主怕麻烦", "problem"),
        ("到乡里要走三个小时", "deed"),
        ("各村要在月底前报账", "demand"),
        ("投诉由41件降到6件", "result"),
        ("办件时间由9天降到2天", "result"),
        ("会场请备投影", "aside"),
        ("全镇辖21个村", "overview"),
    ],
)
def test_what_a_note_does_is_told_by_its_words(note: str, kind: str) -> None:
    assert kind_of_note(note) == kind


def test_deeds_are_credited_where_no_section_is_for_measures() -> None:
    shapes = skeleton_named("讲话-成绩问题要求-三层", LIBRARY).sections
    topics = topics_of(shapes, [SectionFacts(f"sections[{n}]") for n in range(3)])
    notes = ["清理河道12公里", "个别河段清了又堆", "各村必须派专人看守", "下一步建一座泵站"]
    found = place([Note(note, 1) for note in notes], topics, ahead=False)
    assert [one.key for one in found] == ["sections[0]", "sections[1]", "sections[2]", "loose"]


def test_a_row_is_a_note_without_its_bullet_under_its_heading() -> None:
    rows = [
        "一、宣传发动：",
        "1. 发了3000份",
        "• 开会6场",
        "3、4月份雨水多",
        "（二）排查整改",
        "——",
        "1.5万元买泵",
    ]
    found = list(notes_in((row, False) for row in rows))
    assert [(note.text, note.under) for note in found if not note.heading] == [
        ("发了3000份", "宣传发动："),
        ("开会6场", "宣传发动："),
        ("3、4月份雨水多", "宣传发动："),
        ("1.5万元买泵", "排查整改"),
    ]
    assert [note.text for note in found if note.heading] == ["一、宣传发动：", "（二）排查整改"]


def test_a_heading_among_the_notes_tells_of_those_under_it() -> None:
    topics = topics_of(
        skeleton_named("短发言-一是二是三是", LIBRARY).sections, load_facts(NOTED / "4-jobs.yaml").sections
    )
    bare = place([Note("去年两百来回", 1), Note("甲乙丙", 2)], topics)[0]
    under = place([Note("去年两百来回", 1, "技能培训"), Note("甲乙丙", 2)], topics)[0]
    assert bare.key != under.key == "sections[2]"


def test_notes_go_into_the_lists_of_a_file_that_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    result = run("place", "notes.txt", "-f", "facts.yaml", "-o", "new.yaml")
    assert result.exit_code == 0 and result.stdout == "new.yaml\n", result.output
    text = (tmp_path / "new.yaml").read_text("utf-8")
    assert (
        re.sub(r"  # [^ ]+( [0-9.]+)? ·[0-9a-f]{8}$", "", text, flags=re.MULTILINE)
        == """# 这一行是手写的
skeleton: 短发言-一是二是三是
unit: 青石镇
theme: 河道整治
sections:
  - 小标题: 宣传到户
    body:
      - 先把道理讲明白。
      - "喇叭早晚各播一遍，印了2000份明白纸"
  # 重点
  - 小标题: 排查到边
    body:
      - "沿河查出排污口41个，整改39个"
  - 小标题: 监督到人
    # 纪委负责
    body:
      - "聘了12名监督员，举报一次奖50元"
loose:
  - "感谢县水利局支持"
"""
    )


def test_without_an_output_the_notes_are_only_listed(run: Run, tmp_path: Path) -> None:
    result = run("place", "notes.txt", "-f", "facts.yaml")
    assert "sections[1] “排查到边”\t沿河查出排污口41个，整改39个" in result.stdout
    assert "3 notes in sections, 0 in next:, 1 in loose:; 0 were there already" in result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"facts.yaml", "notes.txt"}


def test_placing_twice_changes_nothing_and_a_moved_note_stays(run: Run, tmp_path: Path) -> None:
    again(run)
    path = tmp_path / "facts.yaml"
    once = path.read_text("utf-8")
    assert again(run).exit_code == 0 and path.read_text("utf-8") == once
    line = next(line for line in once.splitlines() if "监督员" in line)
    moved = once.replace(line + "\n", "").replace("  # 重点\n", f"{line}\n  # 重点\n")
    path.write_text(moved, "utf-8")
    assert again(run).exit_code == 0 and path.read_text("utf-8") == moved
    again(run, NOTES + "暗访3次，约谈2人\n")
    text = path.read_text("utf-8")
    assert text.count("监督员") == 1 and '    body:\n      - "暗访3次，约谈2人"' in text


def test_a_note_edited_or_put_into_a_comment_by_hand_is_left_alone(run: Run, tmp_path: Path) -> None:
    again(run)
    path = tmp_path / "facts.yaml"
    text = path.read_text("utf-8").replace("排污口41个", "排污的口子四十一处")
    text = text.replace('  - "感谢', '  # - "感谢')
    path.write_text(text.replace("loose:\n", "loose: []\n"), "utf-8")
    before = path.read_text("utf-8")
    assert again(run).exit_code == 0 and path.read_text("utf-8") == before


def test_a_reworded_note_is_brought_up_where_it_stands(run: Run, tmp_path: Path) -> None:
    again(run)
    result = again(run, NOTES.replace("41个，整改39个", "43个，整改42个"))
    assert result.exit_code == 0 and "reworded in its place: 沿河查出排污口43个，整改42个" in result.stderr
    text = (tmp_path / "facts.yaml").read_text("utf-8")
    assert "41个" not in text and text.count("43个") == 1
    assert again(run).exit_code == 0 and (tmp_path / "facts.yaml").read_text("utf-8") == text


def test_a_note_reworded_on_both_sides_is_kept_twice_and_told(run: Run, tmp_path: Path) -> None:
    again(run)
    path = tmp_path / "facts.yaml"
    path.write_text(path.read_text("utf-8").replace("沿河查出", "两岸查出"), "utf-8")
    result = again(run, NOTES.replace("整改39个", "整改41个"))
    assert result.exit_code == 1 and "both are kept: 沿河查出排污口41个，整改41个" in result.stderr
    text = path.read_text("utf-8")
    assert "两岸查出排污口41个，整改39个" in text.partition("loose:")[0]
    assert "沿河查出排污口41个，整改41个" in text.partition("loose:")[2]


def test_notes_that_are_gone_or_stand_twice_are_told(run: Run, tmp_path: Path) -> None:
    again(run)
    lines = NOTES.splitlines(keepends=True)
    result = again(run, lines[0] + lines[0] + lines[1] + lines[3])
    assert result.exit_code == 1
    assert "no longer among the notes, left where it is: 聘了12名监督员" in result.stderr
    assert "stands twice among the notes: 喇叭" in result.stderr
    assert "监督员" in (tmp_path / "facts.yaml").read_text("utf-8")


def test_a_bare_skeleton_takes_its_topics_from_the_call(run: Run, tmp_path: Path) -> None:
    topics = ("--sections", "宣传，排查,监督")
    assert run("place", "notes.txt", "-f", "短发言-一是二是三是", *topics, "-o", "new.yaml").exit_code == 0
    facts = load_facts(tmp_path / "new.yaml")
    assert [len(section.body) for section in facts.sections] == [1, 1, 1]
    assert re.findall("领域: (.+)", (tmp_path / "new.yaml").read_text("utf-8")) == ["宣传", "排查", "监督"]


def test_sections_that_say_nothing_and_too_many_topics_are_told(run: Run, tmp_path: Path) -> None:
    for words, message in (
        ((), "the sections do not say what they are about"),
        (("--sections", "甲,乙,丙,丁,戊,己"), "6 topics are given, there are 5 sections"),
    ):
        result = run("place", "notes.txt", "-f", "短发言-一是二是三是", *words, "-o", "new.yaml")
        assert result.exit_code == 2 and message in result.stderr
    assert not (tmp_path / "new.yaml").exists()
    assert run("place", "notes.txt", "-f", "无此骨架", "-o", "new.yaml").exit_code == 2
    assert run("place", "notes.txt", "-f", "facts.yaml", "-o", "new.json").exit_code == 2
    assert run("place", "notes.txt", "-f", "facts.yaml", "-o", "facts.yaml").exit_code == 2


def test_json_and_brackets_are_laid_out_anew_and_that_is_told(run: Run, tmp_path: Path) -> None:
    sections = '[{"小标题": "宣传到户"}, {"小标题": "排查到边", "body": "a"}, {"小标题": "监督到人"}]'
    text = f'{{"skeleton": "短发言-一是二是三是", "sections": {sections}}}'
    (tmp_path / "facts.json").write_text(text, "utf-8")
    result = run("place", "notes.txt", "-f", "facts.json", "-o", "new.yaml")
    assert result.exit_code == 0 and "laid out anew" in result.stderr
    assert [len(section.body) for section in load_facts(tmp_path / "new.yaml").sections] == [1, 2, 1]


def test_a_word_file_is_a_heap_too(run: Run, tmp_path: Path) -> None:
    document = open_docx()
    document.add_heading("宣传情况", 1)
    document.add_paragraph("进了6个村，见了1400户。")
    document.add_paragraph("下一步，把夜校办到组里。")
    document.add_table(2, 2).cell(0, 0).text = "表里的话"
    document.save(str(tmp_path / "notes.docx"))
    result = run("place", "notes.docx", "-f", "facts.yaml", "-o", "new.yaml")
    assert result.exit_code == 0 and "1 tables were set aside" in result.stderr
    facts = load_facts(tmp_path / "new.yaml")
    assert [len(section.body) for section in facts.sections] == [2, 0, 0]
    assert [len(facts.next), len(facts.loose)] == [1, 1]


def test_a_note_with_braces_and_quotes_comes_back(run: Run, tmp_path: Path) -> None:
    odd = '宣传册印着“{{ 安全 }}”，写着"# 1号"：C:\\'
    (tmp_path / "notes.txt").write_text(odd + "\n", "utf-8")
    again(run)
    run("compose", "facts.yaml", "-o", "draft.txt")
    assert odd in (tmp_path / "draft.txt").read_text("utf-8")


def test_the_commands_of_the_page_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TOP / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^draftkit (.*)$", (TOP / "docs/place.md").read_text("utf-8"), re.MULTILINE)
    assert len(commands) >= 4
    for command in commands:
        result = CliRunner().invoke(group(), shlex.split(command))
        assert result.exit_code == 0, (command, result.output)


def test_a_file_that_holds_no_facts_is_told_as_a_file(run: Run) -> None:
    result = run("place", "notes.txt", "-f", "notes.txt")
    assert result.exit_code == 2 and result.stderr.startswith("notes.txt:1:")


def test_facts_without_sections_are_told_with_their_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare.yaml").write_text("skeleton: 短发言-一是二是三是\n", "utf-8")
    result = run("place", "notes.txt", "-f", "bare.yaml")
    assert result.exit_code == 2 and result.stderr.startswith("bare.yaml:1:")
