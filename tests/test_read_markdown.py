"""Markdown: what is a mark and what is content, and which lines are one paragraph."""

import pytest

from draftkit.errors import CannotRead
from draftkit.read.emphasis import plain
from draftkit.read.markdown import read_markdown
from draftkit.read.source import Source


def read(text: str) -> Source:
    return read_markdown(text.encode(), "稿.md")


def rows(text: str) -> list[str]:
    source = read(text)
    return [source.text[row.start : row.end] for row in source.rows]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("**一、提高认识。**切实抓好", "一、提高认识。切实抓好"),
        ("坚持**“四个一批”**是根本", "坚持“四个一批”是根本"),
        ("__重点__、*斜体*、***都是***、_下划_、==亮==", "重点、斜体、都是、下划、亮"),
        ("**外*内*外**。", "外*内*外。"),
        ("`走访`和``a`b``", "走访和``a`b``"),
        ("[链接](http://a.b/c_(d) '名')、[又](<b.md>)、[注][1]", "链接、又、注"),
        ("![图](a.png)文[^1]", "文"),
        ("<b>粗</b>&amp;<font color='red'>红</font><https://a.b>", "粗&红https://a.b"),
        ("不用~~删去的~~", "不用"),
        (r"\*\*街道\_1\.", "**街道_1."),
    ],
)
def test_marks_are_no_text(line: str, text: str) -> None:
    assert plain(line) == text


@pytest.mark.parametrize(
    "line",
    [
        "**街道党工委",
        "在**街道和**社区",
        "**街道、**社区、**小区",
        "*镇和*村",
        "***名同志",
        "完成**个，占**%",
        "张**、李**",
        "张*和李*",
        "****街道",
        "__街道和__社区",
        "姓名：______",
        "2*3*4、a_b_c",
        "** 街道 **",
        "3 < 5 <单位名称> &&",
        "[2026](3号)、[ 留空 ]",
        "a ~ b = c",
    ],
)
def test_content_is_no_mark(line: str) -> None:
    assert plain(line) == line
    assert rows(line) == [line]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("**关于**街道的情况**", "关于**街道的情况"),
        ("**重点：** **街道完成", "重点： **街道完成"),
        ("**一、**街道要**坚持**", "一、街道要坚持"),
    ],
)
def test_blanks_among_marks(line: str, text: str) -> None:
    assert plain(line) == text


def test_the_only_heading_of_the_first_level_is_the_title() -> None:
    source = read("# 交流**发言**\n\n同志们：\n\n### 一、甲 ###\n\n文。\n\n##### （一）乙\n")
    assert [(row.role, row.level) for row in source.rows] == [
        ("title", 0),
        (None, 0),
        (None, 1),
        (None, 0),
        (None, 2),
    ]
    assert source.text == "交流发言\n同志们：\n一、甲\n文。\n（一）乙"
    assert not any(row.marks for row in source.rows) and not source.styled


@pytest.mark.parametrize("text", ["# 甲\n# 乙\n## 丙", "前\n# 甲\n## 丙"])
def test_another_heading_is_no_title(text: str) -> None:
    source = read(text)
    assert all(row.role is None for row in source.rows)
    assert [row.level for row in source.rows][-2:] == [1, 2]


def test_headings_in_other_spellings() -> None:
    assert rows("题目\n====\n文\n\n小标题\n---\n##一、甲\n#话题#") == [
        "题目",
        "文",
        "小标题",
        "一、甲",
        "#话题#",
    ]
    assert [row.level for row in read("题目\n====\n文\n\n小标题\n---\n##一、甲").rows] == [0, 0, 1, 1]


def test_lists_quotes_and_rules() -> None:
    text = "- 甲\n- [x] 乙\n* 丙\n+ 丁\n1. 戊\n2. 2026年\n3) 己\n> 庚\n>> 辛。\n---\n* * *\n壬<br>癸"
    found = ["甲", "乙", "丙", "丁", "1.戊", "2. 2026年", "3)己", "庚", "辛。", "壬", "癸"]
    assert rows(text) == found


def test_what_stands_aside() -> None:
    text = (
        "---\ntitle: 稿\n---\n正文。\n\n|项|数|\n|---|:-:|\n|**甲**|3<br>4|\n\n~~~py\n# x\n~~~\n\n"
        "[^1]: 出处\n[甲]: http://a.b\n\n***\n<table>\n<tr><td>乙</td><td>5</td></tr>\n</table>\n结束。"
    )
    source = read(text)
    assert [(row.aside, source.text[row.start : row.end]) for row in source.rows] == [
        ("front matter", "title: 稿"),
        ("", "正文。"),
        ("table", "项\t数"),
        ("table", "甲\t3 4"),
        ("code", "# x"),
        ("note", "出处"),
        ("rule", "***"),
        ("table", "乙\t5"),
        ("", "结束。"),
    ]


def test_rules_around_a_text_are_no_front_matter() -> None:
    assert rows("---\n同志们：\n今天开会。\n---\n谢谢。") == ["同志们：", "今天开会。", "谢谢。"]
    assert not any(row.aside for row in read("---\n同志们：\n---\n谢谢。").rows)


def test_a_fence_around_the_whole_speech_hides_nothing() -> None:
    assert rows("```markdown\n# 甲\n乙\n```\n丙") == ["甲", "乙", "丙"]
    assert rows("```\n甲\n乙") == ["甲", "乙"] and not any(row.aside for row in read("```\n甲").rows)


def test_comments_are_left_out_and_struck_words_told() -> None:
    assert rows("甲<!-- 一\n二 -->乙<!-- 丙") == ["甲乙<!-- 丙"]
    assert read("甲~~乙~~").notes == ("words that are struck out are left out",)


WIDE = "我们" * 19


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{WIDE}两年来改\n造楼院。", [f"{WIDE}两年来改造楼院。"]),
        (f"{WIDE}工作。\n{WIDE}继续\n推进。", [f"{WIDE}工作。{WIDE}继续推进。"]),
        (f"{WIDE}工作。\n{WIDE}推进。", [f"{WIDE}工作。", f"{WIDE}推进。"]),
        (f"{WIDE}继续\n推进。\n　　{WIDE}继续\n推进。", [f"{WIDE}继续推进。"] * 2),
        (f"{WIDE}，\n- 推进，\n  继续。", [f"{WIDE}，", "推进，继续。"]),
        (f"{WIDE}继续  \n推进，\\\n继续。", [f"{WIDE}继续", "推进，", "继续。"]),
        ("word " * 12 + "\nword", [("word " * 13)[:-1]]),
        ("临江街道\n2026年11月20日", ["临江街道", "2026年11月20日"]),
        ("同志们：\n一、甲\n二、乙", ["同志们：", "一、甲", "二、乙"]),
        ("甲" * 300 + "\n" + "乙" * 200, ["甲" * 300, "乙" * 200]),
    ],
)
def test_broken_lines_are_joined_and_others_are_not(text: str, found: list[str]) -> None:
    assert rows(text) == found


def test_every_character_is_in_a_row() -> None:
    source = read("# 甲\n\n- 乙\n\n|丙|\n|-|\n|丁|\n\n戊，\n己")
    covered = "".join(source.text[row.start : row.end] for row in source.rows)
    assert covered == source.text.replace("\n", "")


def test_the_bytes_are_read_as_those_of_a_text() -> None:
    source = read_markdown(("# 街道\n" + "同志们。\n" * 50).encode("gb18030"), "稿.md")
    assert source.notes == ("read as GB18030",) and source.rows[0].role == "title"
    with pytest.raises(CannotRead, match="the file is empty"):
        read("")
    with pytest.raises(CannotRead, match="nothing but marks"):
        read("---\n\n- \n")
