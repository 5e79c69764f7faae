"""雷同: how alike drafts are, measured and told."""

import pickle
from collections.abc import Iterator

from draftkit.compare import Sketch, likeness, report, sketch_of
from draftkit.compare.likeness import ALL, NAMED, NEAR
from draftkit.tree import Document, Filled, Heading, Paragraph, Passage, Section, Speech, Text

FRAME, OWN = Filled("formula/开头-试"), Filled("", ("契机",))


def document(*pieces: tuple[str, Filled], closing: str = "", body: str = "") -> Document:
    """A draft whose opening has these pieces."""
    opening = Passage((Paragraph(tuple(Text(words, origin) for words, origin in pieces)),))
    section = Section(Heading((Text("办好食堂", OWN),), "一、"), (Paragraph((Text(body, OWN),)),))
    last = Passage((Paragraph((Text(closing, Filled("formula/下一步-试")),)),)) if closing else Passage()
    return Document("", (Speech((), opening=opening, sections=(section,) if body else (), closing=last),))


def alike(one: Document, other: Document, *names: str) -> tuple[float, float]:
    (pair,) = likeness([sketch_of("甲", one, names), sketch_of("乙", other, names)], 2).alike
    return pair.frame, pair.text


def test_the_users_words_are_no_likeness_of_frames() -> None:
    one = document(("从小事做起，把难事办实，把好事办到老人心坎上。", OWN))
    assert alike(one, one) == (0.0, 1.0)


def test_a_sentence_of_one_build_is_known_by_it() -> None:
    """Though no six characters of the frame stand together."""
    pieces = [
        ("近年来，", FRAME),
        ("临江", OWN),
        ("坚持", FRAME),
        ("{}", OWN),
        ("，抓好", FRAME),
        ("助餐", OWN),
        ("，成效是", FRAME),
    ]
    one, other = (
        document(*((words.format(own), origin) for words, origin in pieces))
        for own in ("从小事做起", "以创建为契机")
    )
    frame, text = alike(one, other)
    assert frame > 0.5 > text


def test_another_build_is_another_though_the_facts_are_one() -> None:
    one = document(("近年来我们坚持", FRAME), ("从小事做起", OWN), ("，一件事一件事往前推进。", FRAME))
    other = document(("抓这项工作走的路子是", FRAME), ("从小事做起", OWN), ("，没有别的窍门可讲。", FRAME))
    assert alike(one, other) == (0.0, 0.0)


def test_numbers_and_names_are_masked() -> None:
    one = document(("临江街道办起食堂14个，老人满意率达到93.7%，", OWN), ("王明书记天天去看。", OWN))
    other = document(("双塔街道办起食堂1,206个，老人满意率达到88%，", OWN), ("柳成荫书记天天去看。", OWN))
    assert alike(one, other, "临江街道", "双塔街道", "王明", "柳成荫")[1] == 1.0
    assert alike(one, other)[1] < 1.0


def test_what_is_alike_by_protocol_is_left_out() -> None:
    head = Text("各位领导，同志们，大家上午好", FRAME)
    speech = Speech(
        ((head,),), subtitle=(head,), byline=(head,), date=(head,), salutation=(head,), signoff=(head,)
    )
    sketch = sketch_of("甲", Document("", (speech,)))
    assert not sketch.frame and not sketch.text and not sketch.sentences


def test_openings_and_closings_are_told_by_their_frames() -> None:
    one = document(("近年来，坚持", FRAME), ("从小事做起", OWN), closing="下一步再接再厉。")
    same = document(("近年来，坚持", FRAME), ("以创建为契机", OWN), closing="下一步再接再厉。")
    other = document(("近年来，坚持", FRAME), ("从小事做起", OWN), closing="往后的路还长。")
    found = likeness(
        [sketch_of(name, draft) for name, draft in zip("甲乙丙", (one, same, other), strict=True)], 3
    )
    assert found.same_ends == (("甲", "乙"),)


def test_sentences_that_return_are_told_with_their_drafts() -> None:
    said = "饭菜端上桌之前，先请三位老人尝一尝咸淡。"
    drafts = [document(("开头的话", FRAME), body=f"{said}这一句是第{n}家自己的话，别处没有。") for n in "甲乙"]
    found = likeness([sketch_of(name, draft) for name, draft in zip("甲乙", drafts, strict=True)], 2)
    assert [(one.sentence, one.times, one.drafts) for one in found.repeated] == [(said, 2, ("甲", "乙"))]


def sketches(count: int) -> Iterator[Sketch]:
    """Drafts that share a half of their words with every other, one sentence too."""
    shared = "".join(chr(0x4E00 + n) for n in range(400))
    for n in range(count):
        own = "".join(chr(0x5000 + (n * 400 + k) % 15000) for k in range(400))
        yield sketch_of(f"第{n}篇", document((f"{shared}。{own}。", OWN)))


def test_a_sketch_travels() -> None:
    (sketch,) = sketches(1)
    assert pickle.loads(pickle.dumps(sketch)) == sketch
    assert len(pickle.dumps(sketch)) < 12 * 800


def test_an_eighth_of_the_runs_tells_nearly_the_same() -> None:
    exact, sampled = likeness(sketches(20), 20), likeness(sketches(20), 200)
    assert abs(exact.text - exact.alike[0].text) < 1e-9
    assert abs(exact.text - sampled.text) < 0.05


def test_a_large_batch_is_compared_with_its_neighbours_alone() -> None:
    found = likeness(sketches(ALL + 5), ALL + 5)
    assert found.near == NEAR
    assert found.pairs == NEAR * (NEAR - 1) // 2 + NEAR * (ALL + 5 - NEAR)
    assert found.repeated[0].times == ALL + 5 and len(found.repeated[0].drafts) == NAMED
    few = likeness(sketches(40), 40)
    assert few.near == 0 and few.pairs == 40 * 39 // 2


def test_the_report() -> None:
    said = "饭菜端上桌之前，先请三位老人尝一尝咸淡。"
    drafts = [
        document(("近年来，坚持", FRAME), (own, OWN), body=said) for own in ("从小事做起", "以创建为契机")
    ]
    names = ("甲|<街道>", "乙街道")
    page = report(likeness([sketch_of(n, one) for n, one in zip(names, drafts, strict=True)], 2))
    assert "2篇，两两相比，共1对" in page
    assert "<td>甲｜&lt;街道&gt;</td><td>乙街道</td>" in page
    assert f"<td>{said}</td><td>2</td><td>甲｜&lt;街道&gt;、乙街道</td>" in page
    assert "<li>甲|&lt;街道&gt;、乙街道</li>" in page
    assert "没有。" in report(likeness([], 0))
