"""Plain text: how it is decoded, what a page has left in it, what is told of it, where its rows stand."""

import codecs

import pytest

from draftkit.errors import CannotRead
from draftkit.read import read_with_places, source_of
from draftkit.read import text as module
from draftkit.read.leftovers import is_markdown, without_leftovers
from draftkit.read.source import Source
from draftkit.read.text import read_text_source

SPEECH = "　　同志们：\r\n 今天的会议有一项议程。\n2026年11月20日\u200b\n"
ROWS = ["同志们：", "今天的会议有一项议程。", "2026年11月20日"]


def rows(source: Source) -> list[str]:
    return [source.text[row.start : row.end] for row in source.rows]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ("read as UTF-16",)),
        ("utf-16-le", ("read as UTF-16-LE",)),
        ("utf-16-be", ("read as UTF-16-BE",)),
        ("gb18030", ("read as GB18030",)),
    ],
)
def test_the_encoding_is_found_and_named_unless_it_is_utf8(encoding: str, named: tuple[str, ...]) -> None:
    source = read_text_source((SPEECH * 3).encode(encoding), "稿.txt")
    assert rows(source) == ROWS * 3
    assert source.notes == named and source.name == "稿.txt" and not source.styled


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["plain ASCII\r\n", "一二三\n", "\U00020000街道\n工作 ok"])
def test_utf16_without_its_mark(order: str, text: str) -> None:
    assert read_text_source(text.encode(order), "x").text == text.replace("\r\n", "\n")


def test_utf16_in_the_other_byte_order_has_its_mark_read() -> None:
    assert read_text_source(codecs.BOM_UTF16_BE + "甲".encode("utf-16-be"), "x").text == "甲"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("街道发言".encode("gbk"), "街道发言"),
        ("聯合報導，甲".encode("big5"), None),
        (("街道" * 99).encode("gbk") + b"\xaa\xa1", None),
    ],
)
def test_a_guess_is_told(raw: bytes, text: str | None) -> None:
    source = read_text_source(raw, "x")
    assert text in (None, source.text)
    assert source.notes == ("read as GB18030, which is a guess: look whether the characters are right",)


def test_utf8_that_may_be_gbk_is_told() -> None:
    source = read_text_source(bytes.fromhex("d2bbd1aed2bb"), "x")  # 一旬一 in GBK
    assert source.notes == ("read as UTF-8, which is a guess: look whether the characters are right",)
    assert read_text_source("Café".encode(), "x").notes == ()
    assert read_text_source("街道".encode(), "x").notes == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_every_line_end(end: str) -> None:
    lines = ["甲", "", " 　", "乙丙", ""]
    source = read_text_source(end.join(lines).encode(), "x")
    assert source.text == "\n".join(lines) and rows(source) == ["甲", "乙丙"]


@pytest.mark.parametrize("blank", list(" \t\xa0\u2003\u3000\ufeff\u200b\u200c\u200d\u2060"))
def test_blanks_at_the_ends_are_not_of_the_row(blank: str) -> None:
    source = read_text_source(f"{blank}甲{blank}乙{blank}{blank}\n{blank}\n丙".encode(), "x")
    assert rows(source) == [f"甲{blank}乙", "丙"]


def test_controls_are_kept_and_told() -> None:
    source = read_text_source("甲\n\x1b[0m乙\x1a".encode(), "x")
    assert rows(source) == ["甲", "\x1b[0m乙\x1a"]
    assert source.notes == ("2 control characters that nobody can see, the first in line 2",)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", r"x:1:1: the file is empty"),
        (b"\xef\xbb\xbf", r"empty"),
        (" \r\n\u3000\u200b".encode(), r"nothing but white space"),
        ("甲\n乙\0".encode(), r"x:2:2: here stands a NUL byte"),
        (b"abc\0", r"NUL byte"),
        ("甲\n".encode("utf-32"), r"NUL byte"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", r"x:3:1: here stands a NUL"),
        ("甲\r\n乙".encode() + b"\xff\xff", r"x:2:2: byte 9 is no text in UTF-8 or GB18030"),
        ("街道".encode()[:-1], r"x:1:2: byte 4 is no text"),
        (b"\xff\xfe\x0a\x00a", r"x:2:1: byte 5 is no text in UTF-16"),
        ("甲\n乙\ud83d。".encode("utf-8", "surrogatepass"), r"x:2:2: here stands half a character"),
        ("甲\n乙\ud83d。".encode("utf-16", "surrogatepass"), r"x:2:2: here stands half a character"),
        (b"PK\x03\x04", r"Word"),
        (b"{\\rtf1 }", r"true ending"),
    ],
)
def test_what_is_no_text_is_told(raw: bytes, told: str) -> None:
    with pytest.raises(CannotRead, match=told):
        read_text_source(raw, "x")


def test_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 9)
    assert rows(read_text_source("街道办".encode(), "x")) == ["街道办"]
    with pytest.raises(CannotRead, match="larger than 9 bytes"):
        read_text_source("街道办。".encode(), "x")


# What pages and chat tools leave in a text.


@pytest.mark.parametrize(
    ("text", "kept", "count"),
    [
        ("甲&nbsp;&nbsp;乙", "甲  乙", 2),
        ("&ldquo;四个一&rdquo;&mdash;&mdash;甲&middot;乙", "“四个一”——甲·乙", 5),
        ("甲&#8220;乙&#x201D;丙&#12288;丁", "甲“乙”丙　丁", 3),
        ("R&amp;D投入", "R&D投入", 1),
        ("亩产&lt;500公斤", "亩产<500公斤", 1),
        ("<strong>一、提高认识。</strong>切实抓好", "一、提高认识。切实抓好", 2),
        ('<SPAN style="color:red">甲</SPAN><font face="仿宋" size=4>乙</font>', "甲乙", 4),
        ("<o:p></o:p>甲<section>乙</section>", "甲乙", 4),
        ("甲<br>乙<br/>丙<BR />丁", "甲\n乙\n丙\n丁", 3),
        ("<p>甲</p><p class='x'>乙</p>", "甲\n乙\n", 4),
        ("<div>甲</div><h1 class='t'>乙</h1>", "甲\n乙\n", 4),
        pytest.param("甲<p>乙<p>丙", "甲\n乙\n丙", 2, marks=pytest.mark.xfail(reason="<p> is no line end")),
    ],
)
def test_entities_and_tags_are_left_out_and_counted(text: str, kept: str, count: int) -> None:
    assert without_leftovers(text) == (kept, count)


@pytest.mark.xfail(reason="a file of marks alone has an outline without a speech")
@pytest.mark.parametrize("text", ["&nbsp;", "<br>", "<p></p>\n<p>&nbsp;</p>"])
def test_a_text_of_nothing_but_marks_is_told(text: str) -> None:
    with pytest.raises(CannotRead, match="nothing but white space"):
        read_text_source(text.encode(), "x")


@pytest.mark.parametrize(
    "text",
    [
        "若a<b，则b>a；R&D经费占2.6%，AT&T也来了",
        "满意率<95%的要说明原因，>98%的介绍经验",
        "<中共××县委办公室>印发的<实施方案>",
        "<table><td>一格</td></table>",
        "党建&治理、甲&乙;丙",
        "&;&#;&#x;< br>",
    ],
)
def test_signs_that_the_text_needs_stay(text: str) -> None:
    assert without_leftovers(text) == (text, 0)


def test_what_a_page_has_left_is_told_and_places_are_those_of_the_text_that_is_left() -> None:
    source = read_text_source("<p>同志们：</p>\r\n<p>&nbsp;今天开会。</p>".encode(), "x")
    assert rows(source) == ["同志们：", "今天开会。"]
    assert source.text == "同志们：\n\n 今天开会。\n"
    assert source.notes == ("5 marks of a web page were left out",)
    assert [(row.start, row.end) for row in source.rows] == [(0, 4), (7, 12)]


BOLD_ASKED = pytest.mark.xfail(reason="headings with # count only where a line begins in bold too")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("# 在全镇护林会上的讲话\n同志们：", True, marks=BOLD_ASKED),
        pytest.param("同志们：\n\n## 把路口守住\n十一个路口。", True, marks=BOLD_ASKED),
        ("**一、守路口。**\n**二、巡坡头。**\n**三、管火种。**", True),
        ("  **守路口。** 轮班。\n**巡坡头。** 早晚。\n**管火种。** 收缴。", True),
        ("## 把路口守住\n**人要到位。** 轮班。", True),
        ("**街道**社区\n完成**个小区改造", False),
        ("#1机组、#2机组\n#护林员的一天#", False),
        ("第一名**同志\n第二名**同志\n第三名**同志", False),
        ("一、守路口\n二、巡坡头", False),
    ],
)
def test_a_plain_text_with_the_marks_of_markdown_is_told_from_others(text: str, marked: bool) -> None:
    assert is_markdown(text) is marked


@pytest.mark.parametrize("name", [pytest.param("把路口守住", marks=BOLD_ASKED), "**把路口守住**"])
def test_a_txt_with_headings_is_read_as_markdown(name: str) -> None:
    text = f"# 在全镇护林会上的讲话\n\n同志们：\n\n山上的草干了。\n\n{name}\n\n## 巡山\n\n坡头有人。\n"
    assert source_of(text.encode(), "稿.txt") == source_of(text.encode(), "稿.md")._replace(name="稿.txt")


def test_a_txt_whose_headings_are_bold_is_read_as_markdown() -> None:
    text = "同志们：\n\n**一、守路口。**轮班。\n\n**二、巡坡头。**早晚。\n\n**三、管火种。**收缴。\n"
    assert rows(source_of(text.encode(), "稿.txt"))[1:] == [
        "一、守路口。轮班。",
        "二、巡坡头。早晚。",
        "三、管火种。收缴。",
    ]


def test_places_of_broken_lines_around_a_page_number() -> None:
    lines = "水库的闸门每年开春前都要试一次锈住的当天就修好不能等到雨来了再去找"
    page = [f"{lines[:30]}", f"{lines[:29]}乙", "                    — 1 —", f"{lines[:29]}丙", "丁。"]
    text = "关于闸门的讲话\n" + "\n".join(["    起" + lines[:26], *page] * 6) + "\n"
    reading, places = read_with_places(text.encode(), "闸门.txt")
    assert reading.notes
    wanted = [(place, mark) for place, mark in enumerate(places.text) if not mark.isspace()]
    assert len({places.in_file(place) for place, _mark in wanted}) == len(wanted)
    assert all(text[places.in_file(place)] == mark for place, mark in wanted)
