"""Numerals, markers, sentences, dates: tables of examples."""

from pathlib import Path

import pytest

from draftkit.zh.dates import printed_date
from draftkit.zh.decode import decode
from draftkit.zh.marker import FAMILIES, marker_for
from draftkit.zh.numbers import numbers_in
from draftkit.zh.numerals import LARGEST, from_numeral, to_count, to_numeral
from draftkit.zh.sentence import clause, missing_stop, sentences, spoken_length, unfold
from draftkit.zh.words import words_of


def test_numerals_are_read_back() -> None:
    assert all(from_numeral(to_numeral(number)) == number for number in range(LARGEST + 1))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (1010, "一千零一十"),
        (12300, "一万二千三百"),
        (100_050, "十万零五十"),
    ],
)
def test_numerals(number: int, words: str) -> None:
    assert to_numeral(number) == words


@pytest.mark.parametrize("words", ["", "一批", "十十", "几", "二二", "12"])
def test_what_is_no_numeral(words: str) -> None:
    assert from_numeral(words) is None


def test_two_things_are_liang() -> None:
    assert to_count(2) == "两" and from_numeral("两") == 2 and to_count(12) == "十二"


def test_no_numeral_beyond_the_largest() -> None:
    with pytest.raises(ValueError, match="100000000"):
        to_numeral((LARGEST + 1) ** 2)


def test_a_family_is_named_by_its_first_marker() -> None:
    assert all(marker_for(family, 1) == family for family in FAMILIES)
    assert marker_for("（一）", 11) == "（十一）"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("甲。乙！丙", ["甲。", "乙！", "丙"]),
        ("他说：“好。”又说", ["他说：“好。”", "又说"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "stop"), [("甲", "。"), ("甲。", ""), ("（甲。）", ""), ("甲：", ""), ("", "")]
)
def test_missing_stop(text: str, stop: str) -> None:
    assert missing_stop(text) == stop


def test_clause_and_length() -> None:
    assert clause("办好实事。") == "办好实事"
    assert spoken_length("同志们： 你好\n") == 6
    assert unfold("两年改造 三十七个 A 楼") == "两年改造三十七个 A 楼"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2026-11-20", "2026年11月20日"),
        ("2026-10", "2026年10月"),
        ("2026年1月5日", "2026年1月5日"),
        ("2026.01.05", "2026年1月5日"),
        ("2026-02-30", None),
        ("26-1-5", None),
        ("0506", None),
        ("2025-0-2", None),
        ("2025-11-00", None),
        ("明天", None),
    ],
)
def test_dates(typed: str, printed: str | None) -> None:
    assert printed_date(typed) == printed


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_decode(encoding: str) -> None:
    assert decode("街道党工委".encode(encoding)) == ("街道党工委", encoding)


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(UnicodeDecodeError):
        decode(b"\xe8\xa1\x97\xff\xff")


def test_digits_are_those_of_chinese_texts() -> None:
    assert [found.number for found in numbers_in("߀个，٣个，5个，１２个")] == ["5", "12"]


def test_words_join_to_the_text_and_leave_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    text = "在河湾街道今冬明春火灾防控工作会议上的讲话"
    found = words_of(text)
    assert "".join(found) == text and "火灾" in found
    assert list(tmp_path.iterdir()) == []


def test_words_join_to_the_text_however_long_a_run_is() -> None:
    text = "龘" * 450 + "，把路口守住。" + "守" * 199 + "a1" * 150
    assert "".join(words_of(text)) == text
    assert words_of("把路口守住") == words_of("把路口守住，")[:-1]
