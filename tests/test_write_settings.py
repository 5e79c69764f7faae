"""What an office settles, in the parts of the package: spacing, digits, page numbers; the copy to read from."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

import pytest

from docx_parts import W, every_role, value
from draftkit.office import Layout
from draftkit.tree import Document
from draftkit.write import write
from draftkit.write.look import look_of
from draftkit.write.profile import Profile, reading_copy, settled

FOOT = 16838 - 2098 - 1984
AS_NORMAL = ("Greeting", "Opening", "NextSteps", "Closing")


def parts_in(profile: Profile) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(BytesIO(write(Document("", (every_role(),)), ".docx", look_of(profile)))) as package:
        return {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}


def styles_in(profile: Profile, kind: str = "paragraph") -> dict[str, ElementTree.Element]:
    found = parts_in(profile)["word/styles.xml"].iter(f"{W}style")
    return {one.attrib[f"{W}styleId"]: one for one in found if one.attrib[f"{W}type"] == kind}


def look_at(style: ElementTree.Element) -> tuple[str, str, str]:
    """Return line distance, size and boldness."""
    return value(style, "pPr/spacing", "line"), value(style, "rPr/sz"), value(style, "rPr/b")


def test_28_points_leave_22_lines_and_all_styles_follow() -> None:
    profile = settled(Layout(spacing="28"))
    section = parts_in(profile)["word/document.xml"].find(f"{W}body/{W}sectPr")
    assert section is not None and value(section, "docGrid", "linePitch") == "560"
    assert FOOT // 560 == FOOT // 579 == 22
    lines = {name: look_at(style)[0] for name, style in styles_in(profile).items() if name not in AS_NORMAL}
    assert set(lines.items()) - {("Footer", "280"), ("CommentText", "240")} == {
        (name, "560") for name in lines if name not in ("Footer", "CommentText")
    }


def test_digits_in_times_leave_chinese_quotes_and_the_page_number_alone() -> None:
    profile = settled(Layout(digits="Times New Roman"))
    parts = parts_in(profile)
    for kind in ("paragraph", "character"):
        for name, style in styles_in(profile, kind).items():
            fonts = style.find(f"{W}rPr/{W}rFonts")
            if fonts is None:
                continue
            faces = [fonts.attrib[W + script] for script in ("ascii", "hAnsi")]
            own = name in ("Footer", "CommentText", "CommentReference")
            assert faces == ["宋体" if own else "Times New Roman"] * 2, name
            assert fonts.attrib[f"{W}eastAsia"] == fonts.attrib[f"{W}cs"] != "Times New Roman"
            assert fonts.attrib[f"{W}hint"] == "eastAsia", "quotes and dashes stay Chinese"
    runs = [run.find(f"{W}rPr/{W}rFonts") for run in parts["word/document.xml"].iter(f"{W}r")]
    hints = [fonts.attrib[f"{W}hint"] for fonts in runs if fonts is not None]
    assert hints == ["eastAsia"] * len(hints) and len(hints) > 20
    names = [one.attrib[f"{W}name"] for one in parts["word/fontTable.xml"]]
    assert names.count("Times New Roman") == 1
    assert not any(
        "Times" in ElementTree.tostring(one, "unicode") for one in parts_in(settled(Layout())).values()
    )


@pytest.mark.parametrize(
    ("number", "edges"), [("outer", ["right", "left"]), ("center", ["center"]), ("none", [])]
)
def test_where_the_page_number_stands(number: str, edges: list[str]) -> None:
    (profile,) = (settled(Layout(page_number=one)) for one in ("outer", "center", "none") if one == number)
    parts = parts_in(profile)
    footers = [part for name, part in sorted(parts.items()) if "footer" in name]
    assert [value(footer, "p/pPr/jc") for footer in footers] == edges
    assert all("".join(one.text or "" for one in footer.iter(f"{W}t")) == "— 1 —" for footer in footers)
    relations = {one.attrib["Id"]: one.attrib["Target"] for one in parts["word/_rels/document.xml.rels"]}
    section = parts["word/document.xml"].find(f"{W}body/{W}sectPr")
    assert section is not None
    named = [one for one in section if one.tag == f"{W}footerReference"]
    ids = [
        one.attrib["{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"] for one in named
    ]
    assert [relations[one] for one in ids] == [f"footer{number}.xml" for number in range(1, len(edges) + 1)]
    assert (parts["word/settings.xml"].find(f"{W}evenAndOddHeaders") is not None) == (number == "outer")


def test_a_copy_to_read_from_is_large_and_bold() -> None:
    styles = styles_in(reading_copy(Layout()))
    looks = {name: look_at(style) for name, style in styles.items() if name not in AS_NORMAL}
    assert looks.pop("Title") == ("700", "44", "0")
    assert looks.pop("Footer") == ("280", "28", "0")
    assert looks.pop("CommentText") == ("240", "18", "0")
    assert set(looks.values()) == {("660", "36", "1")} and "Heading1" in looks
    assert value(styles["Normal"], "pPr/ind", "firstLine") == "720", "two characters of 18 pt"
    with_latin = styles_in(reading_copy(Layout(digits="Times New Roman", spacing="28")))
    assert look_at(with_latin["Normal"]) == ("660", "36", "1")
    assert value(with_latin["Normal"], "rPr/rFonts", "ascii") == "Times New Roman"
