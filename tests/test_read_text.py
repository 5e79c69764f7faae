"""Plain text: how it is decoded, what is told of it, and where its rows stand."""

import codecs

import pytest

from draftkit.errors import CannotRead
from draftkit.read import text as module
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
    assert read_text_source(text.encode(order), "x").text == text


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
    text = end.join(["甲", "", " 　", "乙丙", ""])
    source = read_text_source(text.encode(), "x")
    assert source.text == text and rows(source) == ["甲", "乙丙"]


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
