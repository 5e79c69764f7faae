"""The package around the text: page, styles, footers, and what must not be in it."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from docx_parts import W, body, every_role, parts_of, value
from draftkit.tree import Document
from draftkit.write.docx import write_docx

WITHOUT_A_LOOK = {"DefaultParagraphFont", "TableNormal", "NoList"}
AS_NORMAL = {"Greeting", "Opening", "NextSteps", "Closing"}
AS_POINT = {"Point1", "Point2", "Point3", "Point4"}

# The order of children in the schema (ECMA-376, Part 1, A.1), as far as it is used here.
ORDER = {
    "pPr": "pStyle keepNext pageBreakBefore widowControl autoSpaceDE autoSpaceDN snapToGrid spacing ind jc "
    "outlineLvl",
    "rPr": "rStyle rFonts b bCs color spacing sz szCs highlight lang",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "sectPr": "footerReference pgSz pgMar cols docGrid",
    "settings": "zoom bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTabStop evenAndOddHeaders "
    "characterSpacingControl compat decimalSymbol listSeparator",
    "font": "altName charset family pitch",
}


def styles() -> dict[str, ElementTree.Element]:
    tree = ElementTree.fromstring(parts_of(body("一"))["word/styles.xml"])
    return {style.attrib[f"{W}styleId"]: style for style in tree.iter(f"{W}style")}


def test_the_page_holds_22_lines_of_28_characters() -> None:
    section = ElementTree.fromstring(parts_of(body("一"))["word/document.xml"]).find(f"{W}body/{W}sectPr")
    assert section is not None
    margins = {name: value(section, "pgMar", name) for name in ("top", "right", "bottom", "left", "footer")}
    assert margins == {"top": "2098", "right": "1474", "bottom": "1984", "left": "1587", "footer": "1447"}
    assert (value(section, "pgSz", "w"), value(section, "pgSz", "h")) == ("11906", "16838")
    assert (value(section, "docGrid", "type"), value(section, "docGrid", "linePitch")) == ("lines", "579")
    normal = styles()["Normal"]
    assert value(normal, "rPr/sz") == "32"
    width = 16 + int(value(normal, "rPr/spacing")) / 20
    text_width = (11906 - 1587 - 1474) / 20
    assert 28 * width <= text_width < 29 * width
    assert 22 * 579 <= 16838 - 2098 - 1984 < 23 * 579


def test_every_style_has_its_own_face_and_exact_spacing() -> None:
    inheriting = AS_NORMAL | AS_POINT | {"GreetingChar"}
    for name, style in styles().items():
        if name in inheriting:
            continue
        fonts = style.find(f"{W}rPr/{W}rFonts")
        if name not in WITHOUT_A_LOOK:
            assert fonts is not None, name
            assert len({fonts.attrib[W + script] for script in ("ascii", "hAnsi", "eastAsia", "cs")}) == 1
        if style.attrib[f"{W}type"] == "paragraph":
            assert value(style, "pPr/spacing", "lineRule") == "exact"
            assert value(style, "pPr/spacing", "line") == {"Footer": "280", "CommentText": "240"}.get(
                name, "579"
            )
            assert value(style, "pPr/widowControl") == "0"


def test_names_of_parts_look_as_what_they_are_based_on() -> None:
    bases = [(AS_NORMAL, "Normal"), (AS_POINT, "Point"), ({"GreetingChar"}, "DefaultParagraphFont")]
    found = styles()
    for names, base in bases:
        for name in names:
            assert value(found[name], "basedOn") == base
            assert found[name].find(f"{W}pPr") is None and found[name].find(f"{W}rPr") is None
    assert value(found["Greeting"], "link") == "GreetingChar"
    assert value(found["GreetingChar"], "link") == "Greeting"


def test_who_indents_and_who_does_not() -> None:
    indents = {
        name: (value(style, "pPr/ind", "firstLineChars"), value(style, "pPr/ind", "firstLine"))
        for name, style in styles().items()
        if style.attrib[f"{W}type"] == "paragraph" and name not in AS_NORMAL
    }
    indented = {name for name, indent in indents.items() if indent == ("200", "640")}
    assert indented == {"Normal", "Heading1", "Heading2", "Heading3", "Heading4"}
    assert all(indent == ("0", "0") for name, indent in indents.items() if name not in indented)


def test_headings_are_word_s_own_and_linked_both_ways() -> None:
    found = styles()
    for level, face in enumerate(("黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"), 1):
        heading, run_in = found[f"Heading{level}"], found[f"Heading{level}Char"]
        assert value(heading, "name") == f"heading {level}"
        assert value(heading, "pPr/outlineLvl") == str(level - 1)
        assert (value(heading, "link"), value(run_in, "link")) == (f"Heading{level}Char", f"Heading{level}")
        assert value(heading, "rPr/rFonts", "eastAsia") == value(run_in, "rPr/rFonts", "eastAsia") == face
        assert (value(heading, "rPr/b"), value(heading, "rPr/sz")) == ("0", "32")
        assert heading.find(f"{W}pPr/{W}keepNext") is not None


def test_page_numbers_stand_at_the_outer_edge() -> None:
    parts = parts_of(body("一"))
    assert "<w:evenAndOddHeaders/>" in parts["word/settings.xml"]
    for name, edge in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        footer = ElementTree.fromstring(parts[name])
        assert value(footer, "p/pPr/jc") == edge
        assert (value(footer, "p/pPr/ind", f"{edge}Chars"), value(footer, "p/pPr/ind", edge)) == ("100", "280")
        assert [len(run) for run in footer.iter(f"{W}r")] == [2] * 7
        assert "".join(one.text or "" for one in footer.iter(f"{W}t")) == "— 1 —"


def test_children_stand_in_the_order_of_the_schema() -> None:
    for name, text in parts_of(every_role()).items():
        for element in ElementTree.fromstring(text).iter():
            wanted = ORDER.get(element.tag.removeprefix(W), "").split()
            places = [wanted.index(child.tag.removeprefix(W)) for child in element if wanted]
            assert places == sorted(places), (name, element.tag)


def test_nothing_of_its_maker_is_in_it() -> None:
    written = write_docx(Document("/home/somebody/source.txt", (every_role(),)))
    with zipfile.ZipFile(BytesIO(written)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = "".join(package.read(name).decode() for name in package.namelist())
        core = ElementTree.fromstring(package.read("docProps/core.xml"))
    assert [one.text for one in core] == ["改出宜居新环境 聚起邻里一家亲"]
    assert not re.search("rsid|somebody|theme|creator|w:date|Application", everything)


def test_hash_seed_and_time_zone_do_not_matter() -> None:
    script = (
        "import docx_parts as d, sys; sys.stdout.buffer.write(d.write_docx(d.Document('', (d.every_role(),))))"
    )
    digests = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai")):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "PYTHONPATH": str(Path(__file__).parent),
        }
        written = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, check=True
        )
        digests.add(hashlib.sha256(written.stdout).hexdigest())
    assert len(digests) == 1


def test_nothing_heavy_is_imported() -> None:
    script = "import sys, draftkit.write.docx; print(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"lxml", "docx", "zipfile", "jinja2", "yaml", "click"} & set(found)
