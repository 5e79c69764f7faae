"""The parts of the package that are the same for every speech, made from the table in layout."""

from draftkit.write import layout
from draftkit.write.layout import CharacterStyle, Face, Style

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

FOOTER_ODD = "rId4"
FOOTER_EVEN = "rId5"

_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'


def fonts(face: str) -> str:
    """Return the element that draws every script in `face`, so that no theme or Latin face comes in."""
    names = " ".join(f'w:{script}="{face}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f'<w:rFonts w:hint="eastAsia" {names}/>'


def section_xml() -> str:
    """Return the section properties: paper, margins, footers and the grid that shows 22 lines."""
    page = layout.PAGE
    # The grid counts lines only: measured in LibreOffice 7.4, a grid for characters and the styles'
    # own character spacing add up.
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER_ODD}"/>'
        f'<w:footerReference w:type="even" r:id="{FOOTER_EVEN}"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{page.pitch}"/></w:sectPr>'
    )


def styles_xml() -> str:
    """Return word/styles.xml."""
    normal = layout.STYLES[0]
    return (
        f'{DECLARATION}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts(normal.face)}'
        f'<w:sz w:val="{normal.size}"/><w:szCs w:val="{normal.size}"/>{_LANGUAGE}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        # Word's other styles stay out of its gallery until somebody asks for them.
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
        ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        f"{''.join(map(_paragraph_style, layout.STYLES))}{_WORD_DEFAULTS}"
        f"{''.join(map(_character_style, layout.CHARACTER_STYLES))}</w:styles>"
    )


_WORD_DEFAULTS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/>'
    "</w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    f'<w:rPr>{fonts(layout.SONG_FACE)}<w:sz w:val="{layout.SMALL_FIVE}"/>'
    f'<w:szCs w:val="{layout.SMALL_FIVE}"/></w:rPr></w:style>'
)


def _paragraph_style(style: Style) -> str:
    normal = style.id == "Normal"
    default = ' w:default="1"' if normal else ""
    own = "" if style.name.isascii() else ' w:customStyle="1"'
    linked = f'<w:link w:val="{style.linked}"/>' if style.linked else ""
    based = "" if normal else f'<w:basedOn w:val="Normal"/><w:next w:val="{style.next}"/>'
    look = "" if style.plain else f"<w:pPr>{_paragraph(style)}</w:pPr><w:rPr>{_run(style)}</w:rPr>"
    return (
        f'<w:style w:type="paragraph"{default}{own} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>{based}{linked}<w:uiPriority w:val="9"/><w:qFormat/>{look}</w:style>'
    )


def _paragraph(style: Style) -> str:
    first_line = style.indent * style.size // 10  # twips: size is in half-points, a character is its size
    # Measured in LibreOffice 7.4: a line taller than the grid's takes two of its rows, exact spacing or not.
    on_grid = style.line == layout.PAGE.pitch and style.size == layout.THREE
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return (
        f"{'<w:keepNext/>' if style.keep_next else ''}"
        # Widow control would end a page at the 21st line; space between Chinese and digits would push
        # the 28th character out of its line.
        '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:snapToGrid w:val="{int(on_grid)}"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{style.line}" w:lineRule="exact"/>'
        f'<w:ind w:firstLineChars="{style.indent}" w:firstLine="{first_line}"/>'
        f'<w:jc w:val="{style.align}"/>{outline}'
    )


def _run(style: Style) -> str:
    return (
        f'{fonts(style.face)}<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="000000"/>'
        f'<w:spacing w:val="{style.tracking}"/><w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
    )


def _character_style(style: CharacterStyle) -> str:
    linked = f'<w:link w:val="{style.linked}"/>' if style.linked else ""
    look = "" if style.plain else f"<w:rPr>{fonts(style.face)}</w:rPr>"
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/>{linked}<w:uiPriority w:val="9"/><w:qFormat/>{look}</w:style>'
    )


def settings_xml() -> str:
    """Return word/settings.xml: page numbers differ on odd and even pages, Chinese line breaking."""
    names = (
        "compatibilityMode",
        "overrideTableStyleFontSizeAndJustification",
        "enableOpenTypeFeatures",
        "doNotFlipMirrorIndents",
        "differentiateMultirowTableHeaders",
    )
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{15 if name == "compatibilityMode" else 1}"/>'
        for name in names
    )
    return (
        f'{DECLARATION}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/>'
        '<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>'
        '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>{compat}</w:compat>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table_xml() -> str:
    """Return word/fontTable.xml, each face with the faces to take where it is not installed."""
    return f'{DECLARATION}<w:fonts xmlns:w="{MAIN}">{"".join(map(_font, layout.FACES))}</w:fonts>'


def _font(face: Face) -> str:
    return (
        f'<w:font w:name="{face.name}"><w:altName w:val="{",".join(face.stand_ins)}"/>'
        f'<w:charset w:val="86"/><w:family w:val="{face.family}"/><w:pitch w:val="default"/></w:font>'
    )


def footer_xml(edge: str) -> str:
    """Return the footer of the odd pages (`edge` "right") or the even ones ("left")."""
    before, after = layout.PAGE_NUMBER
    hundredths, twips = layout.PAGE_NUMBER_INDENT
    # Each piece of the field in a run of its own: WPS does not show a field that is one run.
    pieces = (
        _words(before),
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        _words("1"),
        '<w:fldChar w:fldCharType="end"/>',
        _words(after),
    )
    runs = "".join(f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{piece}</w:r>' for piece in pieces)
    return (
        f'{DECLARATION}<w:ftr xmlns:w="{MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/>'
        f'<w:ind w:{edge}Chars="{hundredths}" w:{edge}="{twips}"/><w:jc w:val="{edge}"/></w:pPr>'
        f"{runs}</w:p></w:ftr>"
    )


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'
