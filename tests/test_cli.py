"""The command line: exit codes, what goes where, and what is left on the disk."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document as open_docx

from draftkit.cli import group
from draftkit.library import Library
from draftkit.pipeline import shipped_frames

Golden = Callable[[str, str], None]

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
SKELETONS = Library((shipped_frames(),)).names("skeleton")
SMALL = """skeleton: 小
unit: 青石镇
figures: {改造户数: , 办结率: {from: 80, to: 95, unit: "%", source: 信访办台账, as_of: 2026-10}}
sections:
  - {抓什么: 摸底, body: "共有{{ 改造户数 }}户。{{ 办结率 }}。"}
  - {抓什么: 办理, body: 件件有回音}
next: [再办一批实事]
"""
SKELETON = """name: 小
kind: skeleton
title: formula/题
opening: formula/头
closing: formula/尾
sections:
  - {count: 2-3, heading: parallel/抓, marker: 一是, placement: run-in}
"""
FORMULA = "name: {name}\nkind: formula\nrole: {role}\npatterns: ['{words}']\n"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run draftkit in an empty folder that has a small library of its own."""
    monkeypatch.chdir(tmp_path)
    files = {
        "skeleton/小": SKELETON,
        "parallel/抓": "name: 抓\nkind: parallel\nslots: {抓什么: 抓哪件事}\npattern: 抓好{{ 抓什么 }}\n",
        "formula/题": FORMULA.format(name="题", role="title", words="{{ 单位 }}汇报"),
        "formula/头": FORMULA.format(name="头", role="opening", words="下面汇报{{ 部分数 }}件事。"),
        "formula/尾": FORMULA.format(name="尾", role="closing", words="下一步，将{{ 打算 }}。"),
    }
    for name, text in files.items():
        path = tmp_path / "frames" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "facts.yaml").write_text(SMALL, "utf-8")
    return lambda *words: CliRunner().invoke(group(), [str(word) for word in words])


def test_a_draft_is_written_and_its_gaps_are_told(run: Run, tmp_path: Path) -> None:
    result = run("compose", "facts.yaml", "-o", "out.docx")
    assert result.exit_code == 0
    assert result.stdout == "out.docx\n"
    assert "facts.yaml:3:11: missing: still to come: 改造户数" in result.stderr
    text = "".join(paragraph.text for paragraph in open_docx(str(tmp_path / "out.docx")).paragraphs)
    assert "一是抓好摸底。共有【待补：改造户数】户。办结率由80%提高到95%。" in text
    assert "下面汇报两件事。" in text


def test_fail_lists_what_is_missing_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("compose", "facts.yaml", "-o", "out.docx", "--missing", "fail")
    assert result.exit_code == 1
    assert "facts.yaml:3:11: missing: 改造户数" in result.stderr
    assert not (tmp_path / "out.docx").exists()


def test_drop_leaves_the_sentence_out_and_says_so(run: Run, tmp_path: Path) -> None:
    result = run("compose", "facts.yaml", "-o", "out.txt", "--missing", "drop")
    assert result.exit_code == 0
    assert "left-out" in result.stderr
    assert "一是抓好摸底。办结率由80%提高到95%。" in (tmp_path / "out.txt").read_text("utf-8")


def test_a_single_section_that_is_left_has_no_marker(run: Run, tmp_path: Path) -> None:
    facts = SMALL.replace("  - {抓什么: 办理, body: 件件有回音}\n", "")
    (tmp_path / "facts.yaml").write_text(facts, "utf-8")
    frame = tmp_path / "frames/skeleton/小.yaml"
    frame.write_text(SKELETON.replace("2-3", "1-3"), "utf-8")
    run("compose", "facts.yaml", "-o", "out.txt")
    assert "一是" not in (tmp_path / "out.txt").read_text("utf-8")


def test_nothing_is_overwritten_unasked(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    target.write_text("mine", "utf-8")
    refused = run("compose", "facts.yaml", "-o", "out.docx")
    assert refused.exit_code == 2 and target.read_text("utf-8") == "mine"
    assert run("compose", "facts.yaml", "-o", "out.docx", "--overwrite").exit_code == 0
    assert run("compose", "facts.yaml", "-o", "out.docx").exit_code == 0, "the same bytes are no conflict"
    assert run("compose", "facts.yaml", "-o", "facts.yaml").exit_code == 2
    assert (tmp_path / "facts.yaml").read_text("utf-8") == SMALL


def test_a_folder_gets_a_name_and_an_edited_draft_is_left_alone(run: Run, tmp_path: Path) -> None:
    first = run("compose", "facts.yaml", "-o", "drafts/").stdout.strip()
    assert first == str(Path("drafts/青石镇发言.docx"))
    Path(first).write_text("edited", "utf-8")
    second = run("compose", "facts.yaml", "-o", "drafts/").stdout.strip()
    assert second == str(Path("drafts/青石镇发言（2）.docx"))
    assert Path(first).read_text("utf-8") == "edited"
    assert sorted(path.name for path in (tmp_path / "drafts").iterdir()) == [
        "青石镇发言.docx",
        "青石镇发言（2）.docx",
    ]


def test_the_trace_covers_the_whole_text(run: Run, tmp_path: Path) -> None:
    run("compose", "facts.yaml", "-o", "out.txt", "--trace", "trace.json")
    spans = json.loads((tmp_path / "trace.json").read_text("utf-8"))
    text = (tmp_path / "out.txt").read_text("utf-8")
    assert "".join(span["text"] for span in spans) == text.replace("\n", "")
    figure = next(span for span in spans if span["text"] == "95%")
    assert figure["facts"] == ["figures.办结率"] and figure["places"] == ["facts.yaml:3:19"]
    assert figure["sources"] == ["信访办台账 2026-10"]
    assert (
        "95%  ← facts.yaml:3:19 [信访办台账 2026-10]"
        in run("compose", "facts.yaml", "-o", "out.txt", "--explain").stdout
    )


@pytest.mark.parametrize("skeleton", SKELETONS)
def test_every_shipped_skeleton_has_a_form_that_composes(run: Run, tmp_path: Path, skeleton: str) -> None:
    assert run("form", skeleton, "-o", "blank.yaml").exit_code == 0
    blank = run("compose", "blank.yaml", "-o", "blank.txt")
    assert blank.exit_code == 0, blank.stderr
    assert "【待补" in (tmp_path / "blank.txt").read_text("utf-8")
    assert run("form", skeleton, "--filled", "-o", "filled.yaml").exit_code == 0
    result = run("compose", "filled.yaml", "-o", "filled.docx", "--missing", "fail")
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("facts", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_read_as_they_were_approved(run: Run, tmp_path: Path, facts: Path, golden: Golden) -> None:
    run("compose", facts, "-o", "out.txt")
    golden(f"{facts.stem}.txt", (tmp_path / "out.txt").read_text("utf-8"))


def test_a_gap_is_told_at_its_own_line(run: Run) -> None:
    run("form", SKELETONS[0], "-o", "blank.yaml")
    told = run("compose", "blank.yaml", "-o", "blank.txt").stderr.splitlines()
    gaps = [line for line in told if "missing:" in line]
    assert gaps and all(line.startswith("blank.yaml:") for line in gaps), gaps


@pytest.mark.parametrize("facts", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_lack_nothing(run: Run, tmp_path: Path, facts: Path) -> None:
    result = run("compose", facts, "-o", "out.txt", "--missing", "fail")
    assert result.exit_code == 0, result.stderr
    assert "：：" not in (text := (tmp_path / "out.txt").read_text("utf-8"))
    assert not any(pair in text for pair in ("。。", "，，", "，。", "；。", "、。", "。，"))


def test_frames_are_listed_shown_and_checked(run: Run) -> None:
    assert "parallel/抓" in run("frames", "list", "--kind", "parallel").stdout
    shown = run("frames", "show", "parallel/抓")
    assert "pattern: 抓好{{ 抓什么 }}" in shown.stdout and "抓.yaml" in shown.stderr
    assert run("frames", "show", "parallel/捉").exit_code == 2
    assert run("frames", "check").exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["compose"],
        ["form"],
        ["ask"],
        ["frames"],
        ["frames", "list"],
        ["frames", "show"],
        ["frames", "check"],
        ["outline"],
    ],
)
def test_every_help_has_an_example(run: Run, words: list[str]) -> None:
    assert f"draftkit {' '.join(words)}" in run(*words, "--help").stdout.split("Example", 1)[1]


def test_a_name_that_no_system_takes_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    long = "长" * 200
    for words in (
        ("compose", "facts.yaml", "-o", f"{long}.docx"),
        ("compose", f"{long}.yaml"),
        ("review", long),
    ):
        result = run(*words)
        assert result.exit_code == 2 and "the name is too long" in result.stderr, words
    assert run("mine", "facts.yaml", "-o", "facts.yaml").exit_code == 2
    assert (tmp_path / "facts.yaml").read_text("utf-8") == SMALL


@pytest.mark.parametrize("name", ["out.docx", "facts.json", "trace.txt", "folder"])
def test_a_trace_that_cannot_be_put_there_leaves_no_draft(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    facts = '{"skeleton": "小", "unit": "青石镇", "sections": [{"抓什么": "摸底"}, {"抓什么": "办理"}]}'
    (tmp_path / "facts.json").write_text(facts, "utf-8")
    result = run("compose", "facts.json", "-o", "out.docx", "--trace", name, "--overwrite")
    assert result.exit_code == 2 and name in result.stderr
    assert not (tmp_path / "out.docx").exists()
    assert (tmp_path / "facts.json").read_text("utf-8") == facts


@pytest.mark.parametrize("name", ["form.docx", "form.json", "form.xls", "folder"])
def test_a_form_is_written_as_yaml_or_a_workbook_only(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.iterdir())
    assert run("form", "小", "-o", name).exit_code == 2
    assert sorted(tmp_path.iterdir()) == before


def test_gaps_of_a_draft_are_told_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text("skeleton: 小\nsections:\n  - {抓什么: }\n  - {抓什么: }\n", "utf-8")
    told = run("compose", "facts.yaml", "-o", "out.docx").stderr.splitlines()[1:]
    assert told and all("missing" in line or "小" in line for line in told), told
    again = run("review", "out.docx").stdout.splitlines()
    assert again and all(" C02 " in line for line in again)


def test_bytes_that_are_no_word_file_are_told_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    (tmp_path / "draft.docx").write_bytes(bytes(range(128, 256)) * 9)
    result = run("review", "draft.docx")
    assert result.exit_code == 2 and "no docx file" in result.stderr
    assert "findings" not in result.stderr, "what was not read has not been found sound"


def test_a_preview_goes_into_a_folder_as_a_draft_does(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tries").mkdir()
    assert run("frames", "preview", "parallel/抓", "-o", "tries").exit_code == 0
    assert [path.name for path in (tmp_path / "tries").iterdir()] == ["抓.docx"]
    wrong = run("frames", "preview", "parallel/抓", "-o", "try.pdf")
    assert wrong.exit_code == 2 and wrong.stderr.startswith("try.pdf:1:1: ")


def test_origins_that_are_no_frame_are_said_in_words(run: Run) -> None:
    told = run("compose", "facts.yaml", "-o", "out.docx", "--explain").stdout
    assert "← " in told and "filter/" not in told


def test_rules_are_chosen_as_a_clerk_types_them(run: Run, tmp_path: Path) -> None:
    text = "在会上的发言\n各位领导：\n走访了社区、学校、等单位,听取意见。\n"
    (tmp_path / "draft.txt").write_text(text, "utf-8")
    found = {
        codes: run("review", "draft.txt", "--select", codes).stdout
        for codes in ("P07,P01", "p07、P01", "P07， p01")
    }
    assert len(set(found.values())) == 1 and "P07" in found["P07,P01"] and "P01" in found["P07,P01"]


def test_a_command_shown_can_be_typed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    text = "在会上的发言\n各位领导：\n走访了社区、学校等单位，听取意见86条。\n"
    (tmp_path / "last year.txt").write_text(text, "utf-8")
    told = run("extract", "last year.txt", "-o", "this year.yaml").stderr
    shown = told.partition("draftkit ")[2].partition("\n")[0].replace("DRAFT", "new")
    assert run(*shlex.split(shown)).exit_code == 0, told
    assert (tmp_path / "new.docx").exists()
