"""Plain text, and the choice of the writer."""

import pytest

from draftkit.errors import CannotWrite
from draftkit.tree import Document, Paragraph, Passage, Speech, Text
from draftkit.write import write
from draftkit.write.text import write_text


def speech(title: tuple[str, ...] = (), body: str = "") -> Speech:
    passage = Passage((Paragraph((Text(body),)),)) if body else Passage()
    return Speech(tuple((Text(half),) for half in title), opening=passage)


def test_the_halves_of_a_title_share_a_line() -> None:
    couplet = speech(("改出宜居新环境", "聚起邻里一家亲"), "大家好！")
    assert write_text(Document("", (couplet,))).decode() == "改出宜居新环境 聚起邻里一家亲\n大家好！\n"


def test_the_subtitle_starts_with_what_it_has() -> None:
    with_dash = Speech(((Text("题"),),), subtitle=(Text("——在推进会上的发言"),))
    assert write_text(Document("", (with_dash,))).decode() == "题\n——在推进会上的发言\n"


def test_an_empty_line_parts_two_speeches() -> None:
    document = Document("", (speech(("甲",)), speech(("乙",))))
    assert write_text(document).decode() == "甲\n\n乙\n"


def test_half_of_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(CannotWrite, match=r"U\+D83D.*改造□楼院"):
        write_text(Document("", (speech(body="改造\ud83d楼院"),)))


def test_a_suffix_without_writer_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(CannotWrite) as caught:
        write(Document("", ()), ".pdf")
    (problem,) = caught.value.problems
    assert ".pdf" in problem.message
    assert ".docx、.txt" in problem.advice


def test_the_suffix_may_be_in_capitals() -> None:
    assert write(Document("", (speech(("甲",)),)), ".TXT") == "甲\n".encode()
