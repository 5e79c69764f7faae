"""The text of the .docx: roles, headings, titles, rare characters, blanks."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from docx_parts import (
    W,
    body,
    every_role,
    paragraph,
    paragraphs_of,
    parts_of,
    style_of,
    styled_runs,
    value,
    words,
)
from draftkit.errors import CannotWrite
from draftkit.tree import Blank, Document, Greeting, Heading, Inline, Passage, Section, Speech, Text
from draftkit.write.docx import write_docx


def test_every_role_as_accepted(golden: Callable[[str, str], None]) -> None:
    written = parts_of(every_role())["word/document.xml"]
    golden("every_role.document.xml", written.replace("<w:p>", "\n<w:p>").replace("<w:sectPr>", "\n<w:sectPr>"))


def test_roles_take_their_styles() -> None:
    assert [style_of(one) for one in paragraphs_of(every_role())] == [
        *("Title", "Subtitle", "Byline", "Date", "Normal", "Salutation", "Opening"),
        *("Heading1", "Normal", "Normal", "Heading1", "Heading2", "Heading3", "Normal", "Heading4", "Normal"),
        *("NextSteps", "Closing"),
    ]


def test_one_blank_line_stands_under_the_head() -> None:
    texts = ["".join(one.itertext()) for one in paragraphs_of(every_role())]
    assert [place for place, text in enumerate(texts) if not text] == [4]
    assert all("".join(one.itertext()) for one in paragraphs_of(body("没有标题。")))


def test_headings_run_in_and_within_take_character_styles() -> None:
    assert styled_runs(paragraphs_of(every_role())[9]) == [
        ("Heading2Char", "（一）坚持党建引领。"),
        ("", "建强支部。"),
        ("Point3", "一是抓好改造质量。"),
        ("", "验收一栋、交付一栋。"),
    ]


def test_a_greeting_on_its_own_line_is_a_paragraph_and_one_run_in_is_words() -> None:
    greeting, opening = words("大家好！"), Passage((paragraph("现汇报如下。"),))
    (alone, after) = paragraphs_of(Speech((), greeting=Greeting(greeting, "line"), opening=opening))
    assert [style_of(alone), style_of(after)] == ["Greeting", "Opening"]
    assert styled_runs(alone) == [("", "大家好！")]
    (run_in,) = paragraphs_of(Speech((), greeting=Greeting(greeting), opening=opening))
    assert style_of(run_in) == "Opening"
    assert styled_runs(run_in) == [("GreetingChar", "大家好！"), ("", "现汇报如下。")]
    (lone,) = paragraphs_of(Speech((), greeting=Greeting(greeting)))
    assert style_of(lone) == "Greeting"


def test_points_of_the_opening_and_the_closing_stand_in_its_paragraphs() -> None:
    point = Section(Heading(words("抓质量"), "一是", "run-in", "。"), (paragraph("验收一栋。"),))
    within = Section(Heading(words("抓进度"), "二是", "within", "。"), (paragraph("交付一栋。"),))
    passage = Passage((), (point, within))
    for found, style in zip(
        paragraphs_of(Speech((), opening=passage, closing=passage)), ("Opening", "NextSteps"), strict=True
    ):
        assert style_of(found) == style
        assert [name for name, _ in styled_runs(found)] == ["Heading1Char", "", "Point1", ""]


def test_a_run_in_greeting_takes_the_style_of_what_follows() -> None:
    within = Section(Heading(words("抓进度"), "二是", "within", "。"), (paragraph("交付一栋。"),))
    (found,) = paragraphs_of(Speech((), greeting=Greeting(words("大家好！")), sections=(within,)))
    assert style_of(found) == "Normal"
    assert [name for name, _ in styled_runs(found)] == ["GreetingChar", "Point1", ""]


def test_levels_below_the_fourth_look_like_the_fourth() -> None:
    section = Section(Heading(words("甲")))
    for name in "乙丙丁戊":
        section = Section(Heading(words(name)), (), (section,))
    found = paragraphs_of(Speech((), sections=(section,)))
    assert [style_of(one) for one in found] == [f"Heading{level}" for level in (1, 2, 3, 4, 4)]


def test_a_couplet_shares_a_row_where_it_fits() -> None:
    runs = styled_runs(paragraphs_of(every_role())[0])
    assert runs == [("CoupletHalf", "改出宜居新环境"), ("", "\u3000"), ("CoupletHalf", "聚起邻里一家亲")]


def test_a_long_couplet_takes_two_rows_of_one_paragraph() -> None:
    halves = ("以高质量党建引领基层治理建设新征程", "以高标准服务绘就群众幸福生活新画卷")
    (title,) = paragraphs_of(Speech(tuple(map(words, halves))))
    assert [text for _, text in styled_runs(title) if text] == list(halves)
    assert len(list(title.iter(f"{W}br"))) == 1


def test_a_long_title_turns_within_its_inlines() -> None:
    inlines: tuple[Inline, ...] = (
        Text("在全市深化“放管服”改"),
        Text("革优化营商环境工作推进会议上的"),
        Blank("××发言"),
    )
    (title,) = paragraphs_of(Speech((inlines,)))
    rows = re.split("\n", "".join("\n" if one.tag == f"{W}br" else one.text or "" for one in title.iter()))
    assert rows == ["在全市深化“放管服”改革", "优化营商环境工作推进会议上的××发言"]
    assert not any(style for style, _ in styled_runs(title))


def test_each_further_speech_begins_on_a_new_page() -> None:
    first, second = (
        Speech((words("甲"),), salutation=words("同志们：")),
        Speech((), salutation=words("同志们：")),
    )
    breaks = [one.find(f"{W}pPr/{W}pageBreakBefore") is not None for one in paragraphs_of(first, first, second)]
    assert breaks == [False, False, False, True, False, False, True]


def test_characters_outside_gb2312_take_a_face_that_has_them() -> None:
    (found,) = paragraphs_of(body("二〇二六年·王喆——A1。"))
    faces = [
        value(run, "rPr/rFonts", "eastAsia") for run in found.iter(f"{W}r") if "喆" in "".join(run.itertext())
    ]
    assert faces == ["仿宋"]
    assert [text for _, text in styled_runs(found)] == ["二", "〇", "二六年·王", "喆", "——A1。"]


def test_rare_characters_follow_the_face_of_their_words() -> None:
    section = Section(Heading(words("王喆"), "（一）", "run-in", "。"))
    byline = Speech((), byline=words("喆"), sections=(Section(Heading(words("一")), (), (section,)),))
    document = parts_of(byline)["word/document.xml"]
    assert re.findall('w:eastAsia="([^"]+)"', document) == ["楷体", "楷体"]


def test_a_blank_is_highlighted_and_its_question_is_a_comment() -> None:
    parts = parts_of(body("改造了", Blank("××", "项目", "填写<项目>\n名称"), "。", Blank("××")))
    assert parts["word/document.xml"].count('<w:highlight w:val="yellow"/>') == 2
    assert parts["word/document.xml"].count("<w:commentReference ") == 1
    (comment,) = ElementTree.fromstring(parts["word/comments.xml"])
    assert comment.attrib == {f"{W}id": "0", f"{W}author": "draftkit", f"{W}initials": "dk"}
    assert "".join(comment.itertext()) == "填写<项目>名称"


def test_without_questions_there_is_no_comments_part() -> None:
    parts = parts_of(body("改造了", Blank("××")))
    assert not any("comments" in name or "comments" in text for name, text in parts.items())


def test_what_xml_cannot_hold_is_refused_all_at_once() -> None:
    with pytest.raises(CannotWrite) as caught:
        write_docx(Document("", (body("改造\x00楼院", Blank("×", ask="多少\ud800栋"), "和\uffff"),)))
    messages = [problem.message for problem in caught.value.problems]
    assert [re.findall(r"U\+[0-9A-F]{4}", message) for message in messages] == [
        ["U+0000"],
        ["U+FFFF"],
        ["U+D800"],
    ]
    assert "改造□楼院" in messages[0]
    assert "\n".join(messages).encode()


def test_tabs_and_line_ends_survive() -> None:
    (found,) = paragraphs_of(body(" 甲\t乙\r\n丙\r丁\n"))
    assert [
        one.tag.removeprefix(W) for one in found.iter() if one.tag.removeprefix(W) in ("t", "tab", "br")
    ] == [*("t", "tab", "t", "br", "t", "br", "t", "br", "t")]
    assert " 甲" in "".join(found.itertext())
