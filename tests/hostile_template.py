"""A template with all that must not come into a draft: SECRET stands wherever it may tell or do something."""

import office_templates as office

LINKS = (
    ("image", "media/SECRET.png", "Internal"),
    ("image", "http://SECRET/a.png", "External"),
    ("oleObject", "embeddings/SECRET.bin", "Internal"),
    ("image", "media/SECRET.svg", "Internal"),
    ("hyperlink", "http://SECRET", "External"),
)


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def words(text: str) -> str:
    return run(f"<w:t>{text}</w:t>")


def field(instruction: str, shown: str) -> str:
    begin, separate, end = (
        run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
    )
    return f"{begin}{run(f'<w:instrText>{instruction}</w:instrText>')}{separate}{shown}{end}"


def picture(reference: str) -> str:
    return run(
        '<w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/>'
        '<wp:docPr id="1" name="C:/SECRET.png" descr="SECRET">'
        '<a:hlinkClick r:id="rId5"/></wp:docPr><a:graphic><a:graphicData uri="x"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="SECRET"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip {reference}><a:extLst><a:ext uri="y"/></a:extLst></a:blip></pic:blipFill>'
        "<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def header() -> str:
    secret = words("SECRET")
    return "".join(
        (
            '<w:p w:rsidR="00SECRET" w14:paraId="SECRET">',
            words("青石镇"),
            *map(picture, ('r:embed="rId1"', 'r:link="rId2"', 'r:embed="rId4"')),
            f'<w:hyperlink r:id="rId5" w:tooltip="SECRET">{words("政府网站")}</w:hyperlink>',
            field("HYPERLINK http://SECRET", words("邮箱")),
            field(" PAGE ", words("1")),
            field("FILENAME", secret),
            field("INCLUDETEXT SECRET", secret),
            field("IF 1=1 x", field("DDEAUTO SECRET", secret)),
            f'<w:fldSimple w:instr="AUTHOR">{secret}</w:fldSimple>',
            f'<w:ins w:author="SECRET" w:date="2026-01-01T00:00:00Z">{words("便民服务")}</w:ins>',
            f'<w:del w:author="SECRET">{run("<w:delText>SECRET</w:delText>")}</w:del>',
            run(
                '<w:object><v:shape alt="SECRET"><v:imagedata r:id="rId1" o:title="SECRET"/></v:shape>'
                '<o:OLEObject ProgID="SECRET" r:id="rId3"/></w:object>'
            ),
            run(
                '<w:pict><v:shape alt="SECRET" o:gfxdata="SECRET" href="http://SECRET"><v:imagedata src="http://SECRET"'
                ' o:href="SECRET"/></v:shape></w:pict>'
            ),
            '<w:bookmarkStart w:id="1" w:name="SECRET"/><w:commentReference w:id="7"/></w:p>',
            '<w:sdt><w:sdtPr><w:dataBinding w:xpath="SECRET"/></w:sdtPr>',
            '<w:sdtContent><w:p/></w:sdtContent></w:sdt><w:altChunk r:id="rId3"/>',
        )
    )


SETTINGS = (
    '<w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="readOnly"/><w:mailMerge/>'
    '<w:defaultTabStop w:val="420"/><w:docVars><w:docVar w:name="SECRET"/></w:docVars>'
    '<w:rsids><w:rsid w:val="00SECRET"/></w:rsids>'
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId90"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
)


def hostile() -> bytes:
    """Return the template; a header, a picture and a page number in it are good."""
    changed = '<w:sz w:val="30"/><w:rPrChange w:author="SECRET"><w:rPr/></w:rPrChange>'
    styles = office.style("a", "正文", '<w:rsid w:val="SECRET"/>', changed)
    fonts = '<w:font w:name="甲"><w:embedRegular r:id="rId1"/></w:font>'
    related = {
        "页眉 1.xml": ("header", office.part("hdr", header())),
        "styles.xml": ("styles", office.part("styles", styles)),
        "settings.xml": ("settings", office.part("settings", SETTINGS)),
        "fontTable.xml": ("fontTable", office.part("fonts", fonts)),
        "vbaProject.bin": ("vbaProject", b"SECRET"),
        "people.xml": ("people", b"SECRET"),
        "comments.xml": ("comments", b"SECRET"),
    }
    more = {
        "word/_rels/页眉 1.xml.rels": office.relations(*LINKS),
        "word/_rels/settings.xml.rels": office.relations(("attachedTemplate", "http://SECRET", "External")),
        "word/media/SECRET.png": office.PNG,
        "word/media/SECRET.svg": b"SECRET",
        "word/embeddings/SECRET.bin": b"SECRET",
        "docProps/core.xml": b"SECRET",
        "docProps/app.xml": b"SECRET",
        "docProps/custom.xml": b"SECRET",
        "customXml/item1.xml": b"SECRET",
    }
    return office.package(f"<w:p>{words('SECRET')}</w:p>{SECTION}", related, more)
