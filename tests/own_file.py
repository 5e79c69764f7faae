"""A user's own Word file, as Word leaves it: with people, sessions and links in it, and slips to mend."""

import zipfile
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

AUTHOR = "钱七"
"""Who wrote it, commented on it and changed it."""
SLIPS = (
    "各位领导,同志们:",
    "一、摸清底数。走访了社区、学校、等单位,清理河道12条。",
    "二、分段包干。船只、人手、等都已到位,捞起垃圾3吨.",
)


def own() -> bytes:
    """Return the file: revisions, a comment, a link, a table, a content control, a header, session ids."""
    document = docx.Document()
    document.core_properties.author = document.core_properties.last_modified_by = AUTHOR
    document.sections[0].header.paragraphs[0].text = "青石镇人民政府"
    document.add_heading("在全区河道清漂会议上的发言", 0)
    paragraphs = [document.add_paragraph(text) for text in SLIPS]
    document.add_comment(paragraphs[1].runs, "数字再核一下", AUTHOR, "钱")
    for paragraph in paragraphs:
        paragraph._p.set(qn("w:rsidR"), "00AB12CD")
    paragraphs[2]._p.append(parse_xml(_inserted()))
    _link(document)
    document.add_table(1, 2).cell(0, 0).text = "序号"
    document.element.body.insert(4, parse_xml(_control()))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _inserted() -> str:
    words = "<w:r><w:t>水边的人都动了起来。</w:t></w:r>"
    return f'<w:ins {nsdecls("w")} w:id="7" w:author="{AUTHOR}" w:date="2026-11-01T08:00:00Z">{words}</w:ins>'


def _control() -> str:
    words = "<w:p><w:r><w:t>三、天天看水。白天有人巡、夜里有人守、等于一直有人。</w:t></w:r></w:p>"
    return f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent>{words}</w:sdtContent></w:sdt>"


def _link(document: Document) -> None:
    id_ = document.part.relate_to("http://example.org/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{id_}"><w:r><w:t>区政府网站</w:t></w:r></w:hyperlink>'
    document.add_paragraph()._p.append(parse_xml(link))


def with_dangling(raw: bytes) -> bytes:
    """Return the file with a picture that is nowhere, which is common in files that were converted."""
    image = f'<Relationship Id="rId99" Type="{RELATIONSHIP_TYPE.IMAGE}" Target="NULL"/>'.encode()
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/_rels/document.xml.rels":
                part = part.replace(b"</Relationships>", image + b"</Relationships>")
            after.writestr(name, part)
    return file.getvalue()
