"""Word files from their raw XML: what Word, WPS and other programs write, well formed or not."""

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOT_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def part(name: str, content: str) -> str:
    return f"{DECLARATION}<w:{name} {SPACES}>{content}</w:{name}>"


def zipped(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, content)
    return raw.getvalue()


def package(text: str, **parts: str) -> bytes:
    """Return a .docx with this in its w:body, and the parts that are given: styles, numbering …, whole or
    what stands in them."""
    rows = "".join(
        f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    relations = re.sub("<Relationship .*?/>", rows, ROOT_RELATIONS)
    given = [
        (f"word/{kind}.xml", content if content.startswith("<?xml") else part(kind, content))
        for kind, content in parts.items()
    ]
    document = part("document", f"<w:body>{text}<w:sectPr/></w:body>")
    main = [("word/document.xml", document), ("word/_rels/document.xml.rels", relations)]
    return zipped([("_rels/.rels", ROOT_RELATIONS), *main, *given])


def run(text: str, properties: str = "") -> str:
    return f'<w:r w:rsidRPr="00A1">{properties and f"<w:rPr>{properties}</w:rPr>"}<w:t>{text}</w:t></w:r>'


def para(content: str, properties: str = "") -> str:
    return f'<w:p w:rsidR="00B2"><w:pPr>{properties}</w:pPr>{content}</w:p>'


def field(*pieces: str) -> str:
    return "".join(
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' if one in ("begin", "separate", "end") else one
        for one in pieces
    )


def box(text: str) -> str:
    return f"<w:txbxContent>{para(run(text))}{para(run(text + '二'))}</w:txbxContent>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{one}</w:tc>" for one in row) for row in rows)
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def level(place: int, format_: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def listed(content: str, place: int, list_: str = "1") -> str:
    """Return a paragraph that is numbered by Word."""
    return para(content, f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{list_}"/></w:numPr>')
