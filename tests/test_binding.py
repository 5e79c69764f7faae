"""Drafts bound into a 汇编: what is in the file, what is read back from it, what the command says."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import docx
import pytest
from click.testing import CliRunner, Result

from bound_speeches import speech
from docx_parts import W
from draftkit.binding import Draft, bind
from draftkit.cli import group
from draftkit.office import Layout
from draftkit.read import read
from draftkit.tree import Document, Speech
from draftkit.write import write
from draftkit.write.compilation import Cover
from office_templates import PNG, of_wps

COVER = Cover("石桥镇渔业发展交流发言材料汇编", "石桥镇人民政府", "2031年5月")
Bind = Callable[..., Result]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def speeches_of(count: int) -> tuple[Speech, ...]:
    random = Random(count)
    return tuple(speech(random, number) for number in range(count))


def drafts_of(speeches: tuple[Speech, ...]) -> list[Draft]:
    return [Draft(f"{number}.docx", Document("", (one,))) for number, one in enumerate(speeches, 1)]


def document_xml(raw: bytes) -> str:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return package.read("word/document.xml").decode()


def test_a_compilation_reads_back_as_the_speeches_it_was_bound_of() -> None:
    for layout in (Layout(), Layout(spacing="28", digits="Times New Roman", page_number="center")):
        speeches = speeches_of(8)
        bound = bind(drafts_of(speeches), COVER, layout)
        found = read(bound.content, "汇编.docx").document
        assert found.speeches == speeches
        reasons = [dropped.why for dropped in found.dropped]
        assert set(reasons) == {"collection-title", "toc"} and reasons.count("toc") > len(speeches)
        assert "".join(one.text for one in found.dropped[:2]) == COVER.title


def test_a_compilation_bound_again_is_the_same_but_for_what_the_reader_leaves_out() -> None:
    once = bind(drafts_of(speeches_of(4)), COVER)
    again = bind([Draft("汇编.docx", read(once.content, "汇编.docx").document)], COVER)
    assert again.content == once.content
    assert again.notes[0] == "汇编.docx: 4 speeches" and any("contents" in note for note in again.notes)


def test_the_same_speeches_give_the_same_bytes_and_their_order_is_kept() -> None:
    speeches = speeches_of(5)
    assert bind(drafts_of(speeches), COVER).content == bind(drafts_of(speeches), COVER).content
    turned = bind(drafts_of(speeches[::-1]), COVER)
    assert read(turned.content, "汇编.docx").document.speeches == speeches[::-1]


def test_the_contents_are_a_field_that_finds_what_stands_in_it() -> None:
    bound = bind(drafts_of(speeches_of(6)), COVER)
    xml = document_xml(bound.content)
    body = ElementTree.fromstring(xml)[0]
    assert re.findall(r"> (TOC .*?) <", xml) == [r'TOC \h \z \n 2-2 \t "篇名,1,署名,2"']
    kinds = [one.attrib[f"{W}fldCharType"] for one in body.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 7
    marks = [one.attrib[f"{W}name"] for one in body.iter(f"{W}bookmarkStart")]
    assert re.findall(r"PAGEREF (\S+)", xml) == marks == [entry.bookmark for entry in bound.entries]
    assert {one.attrib[f"{W}anchor"] for one in body.iter(f"{W}hyperlink")} == set(marks)
    with zipfile.ZipFile(BytesIO(bound.content)) as package:
        sheet, settings = (package.read(f"word/{name}.xml").decode() for name in ("styles", "settings"))
    assert '<w:name w:val="篇名"/><w:basedOn w:val="Title"/>' in sheet and "updateFields" not in settings
    titled = [one for one in body.iter(f"{W}pStyle") if one.attrib[f"{W}val"] == "SpeechTitle"]
    assert len(titled) == 6, "and nothing else is in that style"


def test_cover_and_contents_are_sections_of_their_own_and_pages_are_counted_from_1() -> None:
    body = ElementTree.fromstring(document_xml(bind(drafts_of(speeches_of(3)), COVER).content))[0]
    sections = list(body.iter(f"{W}sectPr"))
    assert [len(one.findall(f"{W}footerReference")) for one in sections] == [0, 0, 2]
    starts = [one.find(f"{W}pgNumType") for one in sections]
    assert starts[:2] == [None, None] and starts[2] is not None
    assert starts[2].attrib[f"{W}start"] == "1"
    names = [child.tag.removeprefix(W) for child in sections[2]]
    assert names == ["footerReference", "footerReference", "pgSz", "pgMar", "pgNumType", "cols", "docGrid"]


def test_gaps_keep_their_mark_and_their_comment_and_are_told() -> None:
    speeches = speeches_of(8)
    bound = bind(drafts_of(speeches), COVER)
    asked = len(re.findall("commentRangeStart", document_xml(bound.content)))
    assert bound.gaps == asked > 0
    assert any("gaps" in note for note in bound.notes)


def test_in_an_office_s_template_the_contents_ask_for_its_styles_by_their_names(tmp_path: Path) -> None:
    path = tmp_path / "模板.docx"
    path.write_bytes(of_wps())
    speeches = speeches_of(4)
    bound = bind(drafts_of(speeches), COVER, template=path)
    assert any("F9" in note for note in bound.notes), "its own page may hold other lines than ours"
    with zipfile.ZipFile(BytesIO(bound.content)) as package:
        sheet = ElementTree.fromstring(package.read("word/styles.xml"))
    names = {one.attrib[f"{W}val"].partition(",")[0] for one in sheet.iter(f"{W}name")}
    (wanted,) = re.findall(r'\\t "(.*?),1,(.*?),2"', document_xml(bound.content))
    assert set(wanted) <= names
    body = ElementTree.fromstring(document_xml(bound.content))[0]
    sections = list(body.iter(f"{W}sectPr"))
    assert all(one.find(f"{W}headerReference") is None for one in sections[:2])
    assert sections[2].find(f"{W}pgNumType") is not None
    assert read(bound.content, "汇编.docx").document.speeches == speeches


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bind:
    """Return draftkit bind, in a folder with three drafts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("draftkit.pipeline.user_folder", lambda: tmp_path / "none")
    Path("drafts").mkdir()
    for number, one in enumerate(speeches_of(3), 1):
        Path(f"drafts/{number}.docx").write_bytes(write(Document("", (one,)), ".docx"))
    return lambda *words: CliRunner().invoke(group(), ["bind", *words])


def test_drafts_are_bound_in_the_order_given(command: Bind) -> None:
    result = command("drafts/3.docx", "drafts", "-o", "书.docx", "--title", "渔业汇编")
    assert result.stdout == "书.docx\n" and result.exit_code in (0, 1)
    assert "3 speeches" in result.stderr
    found = read(Path("书.docx").read_bytes(), "书.docx").document
    one, two, three = speeches_of(3)
    assert found.speeches == (three, one, two)
    Path("单.txt").write_text("# 先后\ndrafts/2.docx\n\ndrafts/1.docx\n", "utf-8")
    command("--list", "单.txt", "-o", "二.docx")
    assert read(Path("二.docx").read_bytes(), "二.docx").document.speeches == (two, one)


def test_what_is_wrong_with_drafts_is_told_at_once_and_nothing_is_written(command: Bind) -> None:
    Path("drafts/空.docx").write_bytes(b"PK nonsense")
    Path("drafts/无题.txt").write_text("今年我们种了三亩茶，又修了两条路，还请来两位师傅。\n", "utf-8")
    result = command("drafts", "没有.docx", "-o", "书.docx")
    assert result.exit_code == 2 and not Path("书.docx").exists()
    assert all(name in result.stderr for name in ("空.docx", "没有.docx", "无题.txt"))


def test_a_draft_is_never_written_over_nor_bound_into_itself(command: Bind) -> None:
    before = Path("drafts/1.docx").read_bytes()
    assert command("drafts/1.docx", "-o", "drafts/1.docx", "--overwrite").exit_code == 2
    assert Path("drafts/1.docx").read_bytes() == before
    assert command("drafts", "-o", "drafts/书.docx").exit_code in (0, 1)
    once = Path("drafts/书.docx").read_bytes()
    assert command("drafts", "-o", "drafts/书.docx").exit_code in (0, 1)
    assert Path("drafts/书.docx").read_bytes() == once, "what was bound before is no draft"
    assert command("drafts/2.docx", "-o", "drafts/书.docx").exit_code == 2, (
        "another file is not replaced unasked"
    )
    assert command("drafts", "-o", "书.txt").exit_code == command("-o", "书.docx").exit_code == 2


def test_what_is_not_bound_is_told_for_each_draft(command: Bind) -> None:
    text = "讲话汇编\n在全县渔业工作会议上的发言\n同志们：\n今年我们种了三亩茶，又修了两条路。\n谢谢大家！\n"
    Path("来.txt").write_text(text, "utf-8")
    result = command("来.txt", "-o", "书.docx")
    assert "来.txt: not bound: 1 lines (title of a collection): 讲话汇编" in result.stderr


def test_a_picture_and_a_table_of_a_draft_are_told(command: Bind) -> None:
    draft = docx.Document()
    for words in ("在全县渔业工作会议上的发言", "同志们：", "今年我们种了三亩茶，又修了两条路。"):
        draft.add_paragraph(words)
    draft.add_picture(BytesIO(PNG))
    draft.add_table(2, 2).cell(0, 0).text = "渔船"
    draft.save("有图.docx")
    told = command("有图.docx", "-o", "书.docx").stderr
    assert "1 pictures were left out" in told and "1 tables were set aside" in told and "(table): 渔船" in told


def test_sentences_that_two_drafts_share_are_found_when_they_are_bound(command: Bind) -> None:
    shared = "我们请来老船工给年轻人讲潮水、讲风向、讲怎样把一船人平安带回来"
    for number in (1, 2):
        text = f"在全县渔业工作会议上的发言{number}\n同志们：\n{shared}。今年又添了{number}条新船，日子好过。\n"
        Path(f"{number}.txt").write_text(text, "utf-8")
    result = command("1.txt", "2.txt", "-o", "书.docx")
    assert (
        result.exit_code == 1
        and "A01" in result.stderr
        and "2.txt" in result.stderr
        and Path("书.docx").exists()
    )
    assert "A01" not in command("1.txt", "2.txt", "-o", "书.docx", "--no-review").stderr
