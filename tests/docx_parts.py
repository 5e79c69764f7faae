"""A speech with every role, and what stands in the .docx that is written for it."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

from draftkit.tree import Blank, Document, Greeting, Heading, Inline, Paragraph, Passage, Section, Speech, Text
from draftkit.write.docx import write_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def paragraph(*inlines: Inline | str) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in inlines))


def body(*inlines: Inline | str) -> Speech:
    return Speech(title=(), opening=Passage((paragraph(*inlines),)))


def parts_of(*speeches: Speech) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(write_docx(Document("", speeches)))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def paragraphs_of(*speeches: Speech) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(parts_of(*speeches)["word/document.xml"]).iter(f"{W}p"))


def style_of(paragraph: ElementTree.Element) -> str:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if named is None else named.attrib[f"{W}val"]


def styled_runs(paragraph: ElementTree.Element) -> list[tuple[str, str]]:
    found = []
    for run in paragraph.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        text = "".join(one.text or "" for one in run.iter(f"{W}t"))
        found.append(("" if style is None else style.attrib[f"{W}val"], text))
    return found


def value(element: ElementTree.Element, path: str, name: str = "val") -> str:
    found = element.find("/".join(W + step for step in path.split("/")))
    assert found is not None, path
    return found.attrib[W + name]


def every_role() -> Speech:
    """Return a speech with every role, every placement and every kind of inline."""
    point = Section(
        Heading(words("抓好改造质量"), "一是", "within", "。"), (paragraph("验收一栋、交付一栋。"),)
    )
    second = Section(
        Heading(words("坚持党建引领"), "（一）", "run-in", "。"), (paragraph("建强支部。"),), (point,)
    )
    fourth = Section(Heading(words("议事"), "（1）"), (paragraph("每月议一次。"),))
    third = Section(Heading(words("建好机制"), "1."), (paragraph("R&D投入<增长>。"),), (fourth,))
    unfilled = Blank("××", "项目", "填写项目名称")
    return Speech(
        title=(words("改出宜居新环境"), words("聚起邻里一家亲")),
        subtitle=words("——在全区城市更新工作推进会上的交流发言"),
        byline=words("临江街道党工委书记　王喆"),
        date=words("（2026年11月20日）"),
        salutation=words("各位领导、同志们："),
        greeting=Greeting(words("大家好！")),
        opening=Passage((paragraph("现将有关情况汇报如下。"),)),
        sections=(
            Section(
                Heading(words("问需于民"), "一、"),
                (paragraph("改造了", unfilled, "和", Blank("××"), "。"),),
                (second,),
            ),
            Section(
                Heading(words("问计于民"), "二、"),
                (),
                (Section(Heading(words("多方共治"), "（二）"), (), (third,)),),
            ),
        ),
        closing=Passage((paragraph("下一步，我们将继续努力。"),)),
        signoff=words("我的发言完毕，谢谢大家！"),
    )
