"""The parts of the package that are the same for every speech, made from a profile."""

from draftkit.write import layout
from draftkit.write.layout import CharacterStyle, Face, Style
from draftkit.write.profile import Edge, Profile

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

FOOTERS = {"default": "rId4", "even": "rId5"}
"""The relations of the footers, by the pages that they stand on; “default” on all, where there is one."""

_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'


def fonts(face: str, latin: str = "") -> str:
    """Return the element that draws every script in `face`, digits and Latin letters in `latin`, so that no
    theme comes in."""
    latin = latin or face
    scripts = (("ascii", latin), ("hAnsi", latin), ("eastAsia", face), ("cs", face))
    names = " ".join(f'w:{script}="{name}"' for script, name in scripts)
    return f'<w:rFonts w:hint="eastAsia" {names}/>'


def section_xml(profile: Profile) -> str:
    """Return the section properties: paper, margins, footers and the grid that shows the lines of a page."""
    page = profile.page
    footers = "".join(
        f'<w:footerReference w:type="{pages}" r:id="{FOOTERS[pages]}"/>' for pages, _edge in profile.footers
    )
    # The grid counts lines only: measured in LibreOffice 7.4, a grid for characters and the styles'
    # own character spacing add up.
    return (
        f"<w:sectPr>{footers}"
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{page.pitch}"/></w:sectPr>'
    )


def styles_xml(profile: Profile) -> str:
    """Return word/styles.xml."""
    normal = profile.normal
    face = fonts(normal.face, normal.latin)
    paragraph_styles = (paragraph_style(style, profile) for style in profile.styles)
    return (
        f'{DECLARATION}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{face}'
        f'<w:sz w:val="{normal.size}"/><w:szCs w:val="{normal.size}"/>{_LANGUAGE}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        # Word's other styles stay out of its gallery until somebody asks for them.
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
        ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        f"{''.join(paragraph_styles)}{_WORD_DEFAULTS}{COMMENT_REFERENCE}"
        f"{''.join(map(character_style, profile.characters))}</w:styles>"
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
)
COMMENT_REFERENCE = (
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    f'<w:rPr>{fonts(layout.SONG_FACE)}<w:sz w:val="{layout.SMALL_FIVE}"/>'
    f'<w:szCs w:val="{layout.SMALL_FIVE}"/></w:rPr></w:style>'
)


def paragraph_style(style: Style, profile: Profile) -> str:
    """Return the definition of a paragraph style."""
    normal = style.id == "Normal"
    default = ' w:default="1"' if normal else ""
    own = "" if style.name.isascii() else ' w:customStyle="1"'
    linked = f'<w:link w:val="{style.linked}"/>' if style.linked else ""
    based = "" if normal else f'<w:basedOn w:val="{style.based}"/><w:next w:val="{style.next}"/>'
    look = "" if style.plain else f"<w:pPr>{_paragraph(style, profile)}</w:pPr><w:rPr>{_run(style)}</w:rPr>"
    return (
        f'<w:style w:type="paragraph"{default}{own} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>{based}{linked}<w:uiPriority w:val="9"/><w:qFormat/>{look}</w:style>'
    )


def _paragraph(style: Style, profile: Profile) -> str:
    first_line = style.indent * style.size // 10  # twips: size is in half-points, a character is its size
    # Measured in LibreOffice 7.4: a line taller than the grid's takes two of its rows, exact spacing or not.
    on_grid = style.line == profile.page.pitch and style.size == profile.normal.size
    edge = profile.page.width - profile.page.left - profile.page.right
    leader = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>' if style.leader else ""
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return (
        f"{'<w:keepNext/>' if style.keep_next else ''}"
        # Widow control would end a page at the 21st line; space between Chinese and digits would push
        # the 28th character out of its line.
        f'<w:widowControl w:val="0"/>{leader}<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:snapToGrid w:val="{int(on_grid)}"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{style.line}" w:lineRule="exact"/>'
        f'<w:ind w:firstLineChars="{style.indent}" w:firstLine="{first_line}"/>'
        f'<w:jc w:val="{style.align}"/>{outline}'
    )


def _run(style: Style) -> str:
    bold = int(style.bold)
    return (
        f'{fonts(style.face, style.latin)}<w:b w:val="{bold}"/><w:bCs w:val="{bold}"/><w:color w:val="000000"/>'
        f'<w:spacing w:val="{style.tracking}"/><w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
    )


def character_style(style: CharacterStyle) -> str:
    """Return the definition of a character style."""
    linked = f'<w:link w:val="{style.linked}"/>' if style.linked else ""
    look = "" if style.plain else f"<w:rPr>{fonts(style.face, style.latin)}</w:rPr>"
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/>{linked}<w:uiPriority w:val="9"/><w:qFormat/>{look}</w:style>'
    )


def settings_xml(profile: Profile) -> str:
    """Return word/settings.xml: whether odd and even pages differ, Chinese line breaking."""
    even = "<w:evenAndOddHeaders/>" if profile.footers[1:] else ""
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
        f'{even}<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>{compat}</w:compat>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table_xml(profile: Profile) -> str:
    """Return word/fontTable.xml, each face with the faces to take where it is not installed."""
    return f'{DECLARATION}<w:fonts xmlns:w="{MAIN}">{"".join(map(font, profile.faces))}</w:fonts>'


def font(face: Face) -> str:
    """Return the definition of a face."""
    return (
        f'<w:font w:name="{face.name}"><w:altName w:val="{",".join(face.stand_ins)}"/>'
        f'<w:charset w:val="{face.charset}"/><w:family w:val="{face.family}"/>'
        f'<w:pitch w:val="{face.pitch}"/></w:font>'
    )


def footer_xml(edge: Edge) -> str:
    """Return a footer with the page number at an edge, one character off it, or in the middle."""
    before, after = layout.PAGE_NUMBER
    hundredths, twips = layout.PAGE_NUMBER_INDENT
    indent = "" if edge == "center" else f'<w:ind w:{edge}Chars="{hundredths}" w:{edge}="{twips}"/>'
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
        f'{indent}<w:jc w:val="{edge}"/></w:pPr>'
        f"{runs}</w:p></w:ftr>"
    )


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'
