"""Drafts in an office's own Word file: what is taken from it, what is left out, and what is refused."""

import posixpath
import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from click.testing import CliRunner, Result

import office_templates
from docx_parts import W, body, every_role, words
from draftkit.cli import group
from draftkit.errors import CannotRead
from draftkit.office import Layout
from draftkit.ooxml.package import LARGEST
from draftkit.ooxml.style_names import STYLE_NAMES, folded, heading_level, heading_names
from draftkit.tree import Document, Speech, Text
from draftkit.write.docx import write_docx
from draftkit.write.look import look_of
from draftkit.write.profile import STANDARD, settled
from draftkit.write.stationery import Stationery, open_template
from hostile_template import hostile

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EXAMPLE = Path(__file__).parents[1] / "examples/facts.yaml"


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def set_in(raw: bytes, *speeches: Speech) -> dict[str, bytes]:
    return parts_of(write_docx(Document("", speeches or (every_role(),)), open_template(raw, STANDARD).look))


def test_nothing_of_people_machines_links_and_programs_comes_into_a_draft() -> None:
    written = set_in(hostile())
    everything = b"\n".join((*written.values(), *(name.encode() for name in written)))
    assert b"SECRET" not in everything
    assert not re.search(
        rb"rsid|TargetMode|vba|embed[A-Z]|w:author=\"(?!draftkit)|docVar|INCLUDE|DDE", everything
    )
    header = ElementTree.fromstring(written["word/header1.xml"])
    shown = "".join(one.text or "" for one in header.iter(f"{W}t"))
    assert shown == "青石镇政府网站邮箱1便民服务"
    assert [one.text for one in header.iter(f"{W}instrText")] == [" PAGE ", "IF 1=1 x"]
    assert [one.attrib[f"{R}embed"] for one in header.iter() if f"{R}embed" in one.attrib] == ["rId1"]
    assert written["word/media/image1.png"] == office_templates.PNG


def test_what_the_office_would_miss_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    notes = open_template(hostile(), STANDARD).notes
    for told in (
        "styles taken over: 正文（正文）",
        "6 characters of its own text",
        "its macros were left out",
        "3 links to other places",
        "4 objects that are embedded or linked",
        "embedded fonts",
        "fields were left out: FILENAME、INCLUDETEXT、DDEAUTO、AUTHOR",
        "its protection",
        "no footer",
        "no indent of the first line",
    ):
        assert any(told in note for note in notes), (told, notes)


TEMPLATES: dict[str, Callable[[], bytes]] = {
    "WPS": office_templates.of_wps,
    "Word": office_templates.of_python_docx,
    "bare": office_templates.bare,
    "hostile": hostile,
    "draft": lambda: write_docx(Document("", (every_role(),))),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_package_is_whole(name: str) -> None:
    written = set_in(TEMPLATES[name](), every_role(), body("又一篇"))
    types = ElementTree.fromstring(written["[Content_Types].xml"])
    declared = {one.get("PartName") for one in types} | {one.get("Extension") for one in types}
    for part, content in written.items():
        if not part.startswith("word/media/"):
            ElementTree.fromstring(content)
        assert f"/{part}" in declared or part.rpartition(".")[2] in declared - {"xml"} or part[0] == "["
    for part in (part for part in written if part.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(part))
        source = written.get(posixpath.join(folder, posixpath.basename(part).removesuffix(".rels")), b"")
        relations = {one.attrib["Id"]: one.attrib["Target"] for one in ElementTree.fromstring(written[part])}
        assert all(posixpath.join(folder, target) in written for target in relations.values())
        assert set(re.findall(rb'r:(?:id|embed)="([^"]+)"', source)) <= {id_.encode() for id_ in relations}
    for prefix in set(re.findall(rb'mc:Ignorable="([^"]*)"', b"".join(written.values()))):
        assert all(b"xmlns:%s=" % one in b"".join(written.values()) for one in prefix.split())
    assert len(docx.Document(BytesIO(office_templates.zipped(written))).paragraphs) > 10


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_style_used_is_there_once_and_is_based_on_one_that_is(name: str) -> None:
    written = set_in(TEMPLATES[name]())
    styles = list(ElementTree.fromstring(written["word/styles.xml"]).iter(f"{W}style"))
    ids = [one.attrib[f"{W}styleId"] for one in styles]
    names = [value for one in styles for value in [one.find(f"{W}name")] if value is not None]
    assert len(set(ids)) == len(ids)
    assert len({one.attrib[f"{W}val"].lower() for one in names}) == len(ids)
    used = re.findall(
        rb'<w:[pr]Style w:val="([^"]*)"', written["word/document.xml"] + written["word/comments.xml"]
    )
    assert {one.decode() for one in used} <= set(ids)
    for style in styles:
        for tag in ("basedOn", "link", "next"):
            other = style.find(W + tag)
            assert other is None or other.attrib[f"{W}val"] in ids, (style.attrib, tag)


def test_the_page_is_that_of_the_last_section_with_the_headers_of_those_before() -> None:
    document = ElementTree.fromstring(set_in(office_templates.of_wps())["word/document.xml"])
    (section,) = document.iter(f"{W}sectPr")
    assert [(one.tag.removeprefix(W), one.get(f"{W}type")) for one in section][:2] == [
        ("footerReference", "even"),
        ("headerReference", "default"),
    ]
    assert [one.tag.removeprefix(W) for one in section][2:] == ["pgSz", "pgMar", "cols", "docGrid"]
    assert section[2].attrib == {f"{W}w": "11906", f"{W}h": "16838"}
    assert not any("rsid" in name for name in section.attrib)


def test_numbers_that_the_template_would_print_are_switched_off() -> None:
    document = ElementTree.fromstring(set_in(office_templates.of_wps())["word/document.xml"])
    for paragraph in document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        numbered = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        expected = None if style is None or style.attrib[f"{W}val"] not in ("1", "2") else "0"
        assert (None if numbered is None else numbered.attrib[f"{W}val"]) == expected


def test_words_of_a_heading_look_as_the_template_s_heading() -> None:
    styles = ElementTree.fromstring(set_in(office_templates.of_wps())["word/styles.xml"])
    found = {one.attrib[f"{W}styleId"]: one for one in styles.iter(f"{W}style")}
    words, heading = found["Heading2Char"], found["2"]
    link, back = words.find(f"{W}link"), heading.find(f"{W}link")
    assert link is not None and back is not None
    assert (link.attrib[f"{W}val"], back.attrib[f"{W}val"]) == ("2", "Heading2Char")
    assert [one.tag.removeprefix(W) for one in heading][:4] == ["name", "basedOn", "link", "pPr"]
    look = words.find(f"{W}rPr")
    assert look is not None and {one.tag.removeprefix(W) for one in look} == {"rFonts", "sz"}


def test_a_title_turns_where_the_template_s_row_ends() -> None:
    title = Speech((words("在全市深化“放管服”改革优化营商环境工作推进会议上的讲话"),))
    raws = map(office_templates.of_wps, (44, 72, 400))
    rows = [set_in(raw, title)["word/document.xml"].count(b"<w:br/>") for raw in raws]
    assert rows[0] < rows[1] and rows[2] == 0, "a row of one or two characters is no row"


def test_rare_characters_take_a_face_that_has_them_where_the_template_s_lacks_them() -> None:
    written = set_in(office_templates.of_wps(), body("王喆"))["word/document.xml"].decode()
    assert re.findall('w:eastAsia="([^"]+)"', written) == ["仿宋"]
    themed = set_in(office_templates.of_python_docx(), Speech((words("王喆"),)))["word/document.xml"]
    assert b"w:eastAsia" not in themed, "nobody knows what a theme has"


def test_what_the_template_lacks_follows_the_settings() -> None:
    look = open_template(office_templates.bare(), settled(Layout(spacing="28", digits="Times New Roman"))).look
    styles = parts_of(write_docx(Document("", (every_role(),)), look))["word/styles.xml"].decode()
    assert 'w:line="560"' in styles and 'w:ascii="Times New Roman"' in styles


@pytest.mark.parametrize("kind", ["template.main+xml", "template.macroEnabledTemplate.main+xml"])
def test_templates_and_files_with_macros_give_plain_documents(kind: str) -> None:
    parts = parts_of(office_templates.of_python_docx())
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"document.main+xml", kind.encode())
    written = set_in(office_templates.zipped(parts))
    assert b"document.main+xml" in written["[Content_Types].xml"]
    assert kind.encode() not in written["[Content_Types].xml"]
    assert written == set_in(office_templates.of_python_docx())


def test_a_style_has_one_name_and_its_other_names_beside_it() -> None:
    xml = set_in(office_templates.of_wps())["word/styles.xml"].decode()
    assert '<w:name w:val="公文 标题" /><w:aliases w:val="TITLE" />' in xml
    assert not re.search('<w:name w:val="[^"]*,', xml)


def test_names_of_styles_are_known_in_any_spelling() -> None:
    assert heading_level("Heading 2") == heading_level("标题 2 字符") == heading_level("公文二级标题") == 2
    assert heading_level("标题三") == heading_level("第3级标题 Char") == 3
    assert [heading_level(one) for one in ("标题", "副标题", "heading", "标题 10", "要点1")] == [None] * 5
    assert all(heading_level(name) == level for level in range(1, 5) for name in heading_names(level))
    names = [name for found in STYLE_NAMES.values() for name in found]
    assert len(set(names)) == len(names) and all(folded(name) == name for name in names)


def changed(raw: bytes, chance: random.Random) -> bytes:
    """Return a template with one thing changed in one of its parts."""
    parts = parts_of(raw)
    name = chance.choice(sorted(parts))
    content = bytearray(parts[name])
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content) + 1)
        content[at : at + chance.choice((0, 1, 9))] = chance.choice(
            (b"", b"<", b">", b'"', b"w:", b"rId1", b"\xff")
        )
    return office_templates.zipped(parts | {name: bytes(content)})


@pytest.mark.parametrize("name", ["WPS", "hostile"])
def test_whatever_the_bytes_are_a_template_is_taken_or_refused(name: str) -> None:
    chance, raw, refused = random.Random(7), TEMPLATES[name](), 0
    for _ in range(150):
        try:
            look = open_template(changed(raw, chance), STANDARD).look
        except CannotRead:
            refused += 1
            continue
        written = parts_of(write_docx(Document("", (every_role(),)), look))
        for part, content in written.items():
            if part.endswith((".xml", ".rels")):
                ElementTree.fromstring(content)
    assert 0 < refused < 150


Compose = Callable[..., Result]


@pytest.fixture
def compose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Compose:
    """Return draftkit compose of an example, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr("draftkit.pipeline.user_folder", lambda: tmp_path / "none")
    return lambda *words: CliRunner().invoke(group(), ["compose", str(EXAMPLE), *words])


XLSX = {
    "_rels/.rels": parts_of(office_templates.bare())["_rels/.rels"].replace(b"word/document", b"xl/workbook")
}
DEEP = f"<w:p>{'<w:sdt>' * 300}{'</w:sdt>' * 300}</w:p>"
PLAIN = parts_of(office_templates.bare())


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (None, "no such file"),
        (b"", "empty"),
        ("模板".encode(), "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "of an old kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (office_templates.zipped({"a.txt": b"x"}), "no text part"),
        (office_templates.zipped(XLSX | {"xl/workbook.xml": b"<workbook/>"}), "no text part"),
        (office_templates.zipped(PLAIN | {"word/document.xml": b"<w:document"}), "damaged"),
        (office_templates.zipped(PLAIN | {"word/document.xml": b"<!DOCTYPE x><x/>"}), "DOCTYPE"),
        (office_templates.zipped(PLAIN | {"a": bytes(LARGEST + 1)}), "too large"),
        (office_templates.package(DEEP, {}, {}), "unusual"),
        (
            office_templates.zipped(
                {
                    name: content.replace(b"w:", b"x:").replace(b":w=", b":x=")
                    for name, content in PLAIN.items()
                    if "rels" not in name
                }
            ),
            "unusual",
        ),
    ],
)
def test_what_is_no_template_is_refused_and_nothing_written(
    compose: Compose, tmp_path: Path, raw: bytes | None, told: str
) -> None:
    if raw is not None:
        (tmp_path / "模板.docx").write_bytes(raw)
    result = compose("-o", "稿.docx", "--template", "模板.docx")
    assert (result.exit_code, type(result.exception)) == (2, SystemExit)
    assert re.fullmatch(rf"模板\.docx:1:1: [^\n]*{told}[^\n]*\n  \S[^\n]*\n", result.stderr)
    assert not (tmp_path / "稿.docx").exists()


def test_the_template_of_the_call_goes_before_that_of_the_office_s_file(
    compose: Compose, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/样式.docx").write_bytes(office_templates.of_wps())
    (tmp_path / "own/office.toml").write_text('[layout]\ntemplate = "样式.docx"', "utf-8")
    result = compose("-o", "稿.docx", "--office", "own/office.toml")
    assert result.exit_code == 0, result.stderr
    assert f"{Path('own/样式.docx')}: styles taken over: 标题（公文 标题）" in result.stderr
    assert "青石镇人民政府".encode() in parts_of((tmp_path / "稿.docx").read_bytes())["word/header1.xml"]
    (tmp_path / "空.docx").write_bytes(office_templates.bare())
    result = compose("-o", "又.docx", "--office", "own/office.toml", "--template", "空.docx")
    assert "空.docx: styles that it does not have" in result.stderr and "样式.docx" not in result.stderr
    assert compose("-o", "稿.txt", "--office", "own/office.toml").exit_code == 0


def test_the_template_is_never_written_and_only_for_word(compose: Compose, tmp_path: Path) -> None:
    raw = office_templates.bare()
    (tmp_path / "模板.docx").write_bytes(raw)
    refused = compose("-o", "模板.docx", "--template", "模板.docx", "--overwrite")
    assert refused.exit_code == 2 and "this is the template" in refused.stderr
    assert compose("-o", "稿.txt", "--template", "模板.docx").exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["模板.docx"]
    assert (tmp_path / "模板.docx").read_bytes() == raw


def test_the_copy_to_read_from_is_not_set_in_the_template(compose: Compose, tmp_path: Path) -> None:
    (tmp_path / "模板.docx").write_bytes(office_templates.of_wps())
    assert compose("-o", "稿.docx", "--template", "模板.docx", "--reading-copy").exit_code == 0
    copy = parts_of((tmp_path / "稿（朗读稿）.docx").read_bytes())
    assert "word/header1.xml" not in copy and b'w:line="660"' in copy["word/styles.xml"]


def test_a_template_changes_no_other_draft() -> None:
    before = write_docx(Document("", (every_role(),)))
    found: Stationery = open_template(office_templates.of_wps(), STANDARD)
    write_docx(Document("", (Speech(((Text("题"),),)),)), found.look)
    assert (
        write_docx(Document("", (every_role(),)))
        == before
        == write_docx(Document("", (every_role(),)), look_of())
    )


SIZE = '<w:sz w:val="30"/>'
BODY = (
    office_templates.style("a", "Normal", words=SIZE)
    + office_templates.style("b", "Body Text", words=SIZE)
    + office_templates.style("c", "Body Text First Indent", '<w:pPr><w:ind w:firstLine="640"/></w:pPr>')
)


@pytest.mark.parametrize(
    ("more", "text", "style"),
    [
        ("", "", "c"),
        ("", "<w:p><w:pPr><w:pStyle w:val='b'/></w:pPr><w:r><w:t>样例</w:t></w:r></w:p><w:p/>", "b"),
        ("", "<w:p><w:r><w:t>样例</w:t></w:r></w:p>", ""),
        (office_templates.style("d", "公文正文"), "<w:p><w:r><w:t>样例</w:t></w:r></w:p>", "d"),
    ],
)
def test_the_body_s_style_is_the_office_s_own_else_what_its_text_has_else_one_that_indents(
    more: str, text: str, style: str
) -> None:
    styles = {"styles.xml": ("styles", office_templates.part("styles", BODY + more))}
    raw = office_templates.package(text, styles, {})
    assert open_template(raw, STANDARD).look.name("Normal") == style


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("", False),
        ('<w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/>', False),
        ('<w:rFonts w:eastAsia="楷体"/>', True),
        ('<w:sz w:val="30"/>', True),
    ],
)
def test_a_body_to_which_nothing_was_done_is_laid_out_by_the_standard(
    words: str, own: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    styles = office_templates.part("styles", office_templates.style("a", "Normal", words=words))
    raw = office_templates.package("", {"styles.xml": ("styles", styles)}, {})
    found = open_template(raw, STANDARD)
    assert any("styles taken over: 正文（Normal）" in note for note in found.notes) == own
    written = ElementTree.fromstring(set_in(raw)["word/styles.xml"])
    added = [one for one in written.iter(f"{W}style") if one.attrib[f"{W}styleId"] == found.look.name("Normal")]
    assert [one.attrib.get(f"{W}default") for one in added] == ([] if own else [None])
    sizes = [size.attrib[f"{W}val"] for one in added for size in one.iter(f"{W}sz")]
    assert sizes == ([] if own else ["32"])
