"""Office templates as Word, WPS and others save them, and as somebody hostile would."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

import docx
from docx.enum.style import WD_STYLE_TYPE

from draftkit.write.package import PACKAGE, RELATION

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301"
    "01006fe5e1450000000049454e44ae426082"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)
SECTIONS = (
    '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId90"/>'
    '<w:pgSz w:w="100" w:h="100"/></w:sectPr></w:pPr><w:r><w:t>填写说明</w:t></w:r></w:p>'
    "<w:p><w:r><w:drawing/></w:r></w:p>"
    '<w:sectPr w:rsidR="00CD34"><w:footerReference w:type="even" r:id="rId91"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2000" w:right="1400" w:bottom="2000" w:left="1600"'
    ' w:header="851" w:footer="992" w:gutter="0"/><w:cols w:space="425"/><w:printerSettings r:id="rId95"/>'
    '<w:docGrid w:type="lines" w:linePitch="312"/><w:sectPrChange w:id="1" w:author="李四"><w:sectPr>'
    '<w:pgSz w:w="7" w:h="7"/></w:sectPr></w:sectPrChange></w:sectPr>'
)


def part(tag: str, inner: str = "") -> bytes:
    return f'<?xml version="1.0"?><w:{tag} {NAMES}>{inner}</w:{tag}>'.encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def relations(*rows: tuple[str, str, str], first: int = 1) -> bytes:
    """Return a part of relations (kind, target, mode), rId1, rId2 … or from another number on."""
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATION}{kind}" Target="{target}" TargetMode="{mode}"/>'
        for number, (kind, target, mode) in enumerate(rows, first)
    )
    return f'<Relationships xmlns="{PACKAGE}relationships">{found}</Relationships>'.encode()


def package(body: str, related: Mapping[str, tuple[str, bytes]], more: Mapping[str, bytes]) -> bytes:
    """Return a .docx: its body, what the document is related to (kind and content by name), other parts.

    Relations are rId90, rId91 …
    """
    rows = [(kind, name, "Internal") for name, (kind, _content) in related.items()]
    parts = {
        "_rels/.rels": relations(("officeDocument", "word/document.xml", "Internal")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*rows, first=90),
    }
    return zipped(parts | {f"word/{name}": content for name, (_kind, content) in related.items()} | dict(more))


def style(id_: str, name: str, inner: str = "", words: str = "", kind: str = "paragraph") -> str:
    """Return a style: what stands in it before its w:rPr, and what stands there."""
    look = f"<w:rPr>{words}</w:rPr>" if words else ""
    default = ' w:default="1"' if id_ in ("a", "a0") else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{id_}"><w:name w:val="{name}"/>{inner}{look}</w:style>'
    )


def face(name: str, size: int) -> str:
    return f'<w:rFonts w:eastAsia="{name}"/><w:sz w:val="{size}"/>'


def of_wps(title_size: int = 72) -> bytes:
    """Return a template with renumbered ids, names in both languages, numbered headings, two sections."""
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体" w:eastAsiaTheme="minorEastAsia"/>'
        '<w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    numbered = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'
    indented = '<w:pPr><w:ind w:firstLineChars="200"/><w:outlineLvl w:val="1"/></w:pPr>'
    based = '<w:basedOn w:val="{}"/>'.format
    styles = (
        style("a", "Normal", '<w:rsid w:val="00AB12"/>'),
        style("a0", "Default Paragraph Font", kind="character"),
        style("1", "heading 1", f'{based("a")}<w:link w:val="10"/>{numbered}', face("黑体", 32)),
        style("10", "标题 1 字符", f'{based("a0")}<w:link w:val="1"/>', kind="character"),
        style("2", "标题 2", f'{based("1")}<w:pPr><w:outlineLvl w:val="4"/></w:pPr>', face("楷体_GB2312", 32)),
        style("3", "公文 标题,TITLE", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>', face("小标宋", title_size)),
        style("Title", "公文正文", based("a") + indented, face("仿宋_GB2312", 32)),
        style("4", "第三级标题,&lt;w:b/&gt;&quot;", based("Title")),
        style("5", "发言人", based("5")),
    )
    related = {
        "header1.xml": ("header", part("hdr", "<w:p><w:r><w:t>青石镇人民政府</w:t></w:r></w:p>")),
        "footer1.xml": ("footer", part("ftr", "<w:p/>")),
        "styles.xml": ("styles", part("styles", defaults + "".join(styles))),
        "numbering.xml": ("numbering", part("numbering", NUMBERING)),
        "settings.xml": ("settings", part("settings", '<w:rsids/><w:evenAndOddHeaders w:val="1"/>')),
    }
    return package(SECTIONS, related, {})


def of_python_docx() -> bytes:
    """Return a template with Word's own styles, saved by python-docx, and one of the office's."""
    document = docx.Document()
    document.styles.add_style("称谓", WD_STYLE_TYPE.PARAGRAPH)
    document.add_heading("在此填写标题", 0)
    document.core_properties.author = "李四"
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def bare() -> bytes:
    """Return a template that says nothing at all."""
    return package("", {}, {})
