"""Every frame reads like something when it is filled with its own examples."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document as open_docx

from draftkit import framing
from draftkit.cli import group
from draftkit.frame import Bundle, Couplet, Formula, Parallel, Skeleton, fillings_of, wordings_of
from draftkit.library import Library
from draftkit.mine.shelf import LIST, read_list
from draftkit.pattern import Pattern
from draftkit.pipeline import shipped_frames
from draftkit.tree import text_of
from draftkit.write import write
from draftkit.zh.numerals import to_count

SHIPPED = shipped_frames()
LIBRARY = Library((SHIPPED,), trusted=SHIPPED)
SKELETONS = [frame_id for frame_id in LIBRARY if frame_id.startswith("skeleton/")]
OTHERS = [frame_id for frame_id in LIBRARY if frame_id not in SKELETONS]


def shown(frame_id: str, library: Library = LIBRARY) -> list[str]:
    """Return the lines of a preview."""
    _path, composed = framing.preview(frame_id, library)
    return write(composed.document, ".txt").decode().splitlines()


@pytest.mark.parametrize("frame_id", OTHERS)
def test_every_shipped_frame_reads_filled_with_its_examples(frame_id: str) -> None:
    frame, lines = LIBRARY[frame_id], shown(frame_id)
    text = "".join(lines)
    assert lines and "【待补" not in text
    first = fillings_of(frame)[0]
    match frame:
        case Couplet(halves=halves):
            speech = framing.preview(frame_id, LIBRARY)[1].document.speeches[0]
            assert [half.match(text_of(words)) for half, words in zip(halves, speech.title, strict=True)]
        case Parallel(pattern=pattern):
            assert len(lines) >= 3 and [line[:2] for line in lines[:3]] == ["一、", "二、", "三、"]
            assert all(pattern.names - {"主题"} <= set(pattern.match(line[2:]) or ()) for line in lines)
            assert all(str(words) in lines[0] for words in first.values())
        case Bundle(member=member, coin=coin):
            members = text.partition("“")[0] if "“" not in str(member) else text.rpartition("“")[0]
            found = members.split("、")
            assert len(found) >= 3 and text.endswith(f"“{to_count(len(found))}{coin}”")
        case Formula(wordings=wordings):
            assert len(lines) >= len({str(one) for one in wordings if isinstance(one, Pattern)})
            for wording in wordings_of(frame):
                if isinstance(wording, Pattern):
                    assert any(all(words in line for words in wording.fixed) for line in lines)


@pytest.mark.parametrize("kind", [Parallel, Bundle])
def test_the_frames_written_by_hand_show_three_siblings(kind: type) -> None:
    mined = read_list((SHIPPED / LIST).read_text("utf-8"))
    hand = [LIBRARY[one] for one in OTHERS if one not in mined and isinstance(LIBRARY[one], kind)]
    assert hand
    for frame in hand:
        fillings = [tuple(filling.items()) for filling in fillings_of(frame)]
        assert len(set(fillings)) == len(fillings) == 3, frame.name


@pytest.mark.parametrize("frame_id", SKELETONS)
def test_every_shipped_skeleton_is_a_whole_speech(frame_id: str) -> None:
    frame = LIBRARY[frame_id]
    assert isinstance(frame, Skeleton)
    _path, composed = framing.preview(frame_id, LIBRARY)
    speech = composed.document.speeches[0]
    assert len(speech.sections) == sum(shape.count[0] for shape in frame.sections)
    assert speech.title and composed.length > 50
    assert not [finding for finding in composed.findings if finding.code == "missing"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder with a formula that reads figures in many ways."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    (tmp_path / "frames/formula").mkdir(parents=True)
    (tmp_path / "frames/parallel").mkdir()
    (tmp_path / "frames/formula/成效-账.yaml").write_text(
        """name: 成效-账
kind: formula
role: phrase
deed: 成效
slots:
  率: {ask: 哪个率, example: 办结率, type: figure}
  账: {ask: 哪笔账, example: 三笔账}
  谁: {ask: 谁, example: 全镇, required: false}
  何物: ""
patterns:
  - "{{ 率 }}，{{ 率 | 截至 }}"
  - "{{ 账 | 变化 }}；{{ 谁 }}"
  - "{{ 账 | 占比 }}。{{ 何物 }}"
template:
  - "{% if 谁 %}{{ 谁 }}的{% endif %}{{ 账 | 计数 }}笔账"
""",
        "utf-8",
    )
    (tmp_path / "frames/parallel/问.yaml").write_text(
        """name: 问
kind: parallel
slots:
  谁: {ask: 问谁, example: [村民, 商户], length: 2-4}
  几: {ask: 几回, example: 3回, type: number}
  怎样: {ask: 怎样问, choices: [当面, 入户], example: 入户}
pattern: "{{ 怎样 }}问{{ 谁 }}，问{{ 几 }}"
""",
        "utf-8",
    )
    return tmp_path


def preview(*words: str) -> Result:
    return CliRunner().invoke(group(), ["frames", "preview", *words])


def test_a_figure_is_one_that_can_be_read_so(here: Path) -> None:
    assert preview("formula/成效-账").stdout.splitlines() == [
        "办结率96.3%，截至2026年10月",
        "由7个增加到12个；全镇",
        "50%。【待补：何物】",
        "三笔账",
        "全镇的三笔账",
    ]
    assert here.is_dir()


def test_siblings_take_an_example_each_then_stay_open(here: Path) -> None:
    result = preview("parallel/问")
    assert result.stdout.splitlines() == [
        "一、入户问村民，问3回",
        "二、入户问商户，问3回",
        "三、当面问……，问3回",
    ]
    assert result.stderr == "frames/parallel/问.yaml\n"
    assert CliRunner().invoke(group(), ["frames", "check"]).exit_code == 0
    assert here.is_dir()


@pytest.mark.parametrize("frame_id", [SKELETONS[0], "couplet/下好一盘棋", "parallel/在…上下功夫"])
def test_the_files_say_what_the_terminal_says(here: Path, frame_id: str) -> None:
    lines = preview(frame_id).stdout.splitlines()
    assert preview(frame_id, "-o", "try.txt").stdout == "try.txt\n"
    assert (here / "try.txt").read_text("utf-8").splitlines() == lines
    assert preview(frame_id, "-o", "try.docx").exit_code == 0
    paragraphs = [paragraph.text for paragraph in open_docx(str(here / "try.docx")).paragraphs]
    assert "".join("".join(paragraphs).split()) == "".join("".join(lines).split())


def test_what_cannot_be_shown_is_said(here: Path) -> None:
    assert preview("parallel/在…下功夫").exit_code == 2
    refused = preview("parallel/在…上下功夫", "-o", "try.pdf")
    assert refused.exit_code == 2 and ".docx" in refused.stderr
    (here / "try.txt").write_text("mine", "utf-8")
    assert preview("parallel/在…上下功夫", "-o", "try.txt").exit_code == 2
    assert (here / "try.txt").read_text("utf-8") == "mine"


def test_an_example_that_cannot_be_composed_is_told_with_its_file(here: Path) -> None:
    path = here / "frames/parallel/问.yaml"
    path.write_text(path.read_text("utf-8").replace("example: 入户", "example: 电话"), "utf-8")
    result = preview("parallel/问")
    assert result.exit_code == 2 and result.stdout == ""
    assert result.stderr.startswith("frames/parallel/问.yaml:1:1: “电话” is none of the choices for “怎样”\n")


def test_a_skeleton_without_examples_shows_its_gaps_and_says_where(here: Path) -> None:
    (here / "frames/skeleton").mkdir()
    (here / "frames/parallel/空.yaml").write_text(
        "name: 空\nkind: parallel\nslots: {哪件事: 抓哪件事}\npattern: 抓好{{ 哪件事 }}\n", "utf-8"
    )
    (here / "frames/skeleton/问话.yaml").write_text(
        """name: 问话
kind: skeleton
title: formula/会议发言题
opening: formula/开头-受托点题
closing: formula/下一步-将
sections: [{count: 1, heading: parallel/空}]
""",
        "utf-8",
    )
    told = preview("skeleton/问话")
    assert told.exit_code == 0 and "抓好【待补：抓哪件事】" in told.stdout
    gap = [line for line in told.stderr.splitlines() if "missing:" in line]
    assert len(gap) == 1 and gap[0].startswith("the filled form of 问话:")
