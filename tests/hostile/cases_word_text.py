"""Word files: what their words are wrapped in.

A reader that looks at paragraphs alone loses what was inserted, framed or boxed. Each case has words that
must be printed, and words that must not; what is not read is told.
"""

from case import Case

from word_files import package, para, run, table

NAME = "稿.docx"


def shown(
    number: str,
    what: str,
    body: str,
    *shows: str,
    says: tuple[str, ...] = (),
    hides: tuple[str, ...] = (),
    **parts: str,
) -> Case:
    """Return the case of a body, and of other parts, whose words are printed or told."""
    content = package(body, **parts)
    command = f"outline --format text {NAME}"
    return Case(number, what, command, {NAME: content}, exit=0, says=says, shows=shows, hides=hides)


def wrapped(tag: str, inner: str, attributes: str = "") -> str:
    return f"<w:{tag} {attributes}>{inner}</w:{tag}>"


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def either(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


SAID = "正文里把话说完了。"
BOX = f"<w:txbxContent>{para(run('框里也说了一句话。'))}</w:txbxContent>"
TWICE = "框里也说了一句话。\n框里也说了一句话。"
DELETED = '<w:del w:id="1"><w:r><w:delText>作废</w:delText></w:r></w:del>'
SHAPE = "<w:drawing><wps:txbx>" + BOX + "</wps:txbx></w:drawing>"
OLD_SHAPE = "<w:pict><v:shape><v:textbox>" + BOX + "</v:textbox></v:shape></w:pict>"
ART = '<w:r><w:pict><v:shape><v:textpath string="艺术字也是一句话。"/></v:shape></w:pict></w:r>'
LOCKED = (
    "<w:r><w:drawing><lc:lockedCanvas {}><a:txSp><a:txBody><a:p><a:r><a:t>画布上也有一句话。</a:t></a:r></a:p>"
    "</a:txBody></a:txSp></lc:lockedCanvas></w:drawing></w:r>"
)
SPACES = (
    'xmlns:lc="http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
GROUP = "<wpg:wgp xmlns:wpg='http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'>{}</wpg:wgp>"
MERGED = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>{}</w:tc>'
    "<w:tc>{}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
)

CASES = (
    shown(
        "D104",
        "words inserted, deleted and moved",
        para(
            wrapped("ins", run("增补"))
            + DELETED
            + wrapped("moveFrom", run("旧处"))
            + wrapped("moveTo", run("新处"))
        ),
        "增补新处",
        says=("4 tracked changes were taken as accepted",),
        hides=("作废", "旧处"),
    ),
    shown(
        "D104b",
        "a deletion within an insertion",
        para(wrapped("ins", run("留下") + DELETED)),
        "留下",
        says=("2 tracked changes",),
        hides=("作废",),
    ),
    shown(
        "D104c",
        "a paragraph mark that was deleted",
        para(run("上半句"), "<w:rPr><w:del/></w:rPr>") + para(run("下半句")),
        "上半句下半句",
    ),
    shown(
        "D105",
        "content controls: around words, in a cell, in one another",
        control(control(para(control(run("控件里")))))
        + table((para(control(run("格里"))), para(run("乙"))))
        + control("<w:tbl><w:tr>" + control(f"<w:tc>{para(run('丙'))}</w:tc>") + "</w:tr></w:tbl>"),
        "控件里",
        "[table] 格里",
        "丙",
    ),
    shown(
        "D106",
        "a text box drawn in two ways comes once",
        para(run(SAID) + "<w:r>" + either(SHAPE, OLD_SHAPE) + "</w:r>"),
        f"{SAID}\n框里也说了一句话。\n",
        hides=(TWICE,),
    ),
    shown(
        "D106b",
        "a text box of old Word",
        para(run(SAID) + f"<w:r>{OLD_SHAPE}</w:r>"),
        f"{SAID}\n框里也说了一句话。\n",
    ),
    shown("D106c", "words in the second of two ways only", para(either("<w:r/>", run("退路"))), "退路"),
    shown(
        "D106d",
        "shapes in groups in groups",
        para(run(SAID) + "<w:r>" + GROUP.format(GROUP.format(SHAPE)) + "</w:r>"),
        f"{SAID}\n框里也说了一句话。\n",
    ),
    shown(
        "D106e",
        "two ways within two ways",
        para("<w:r>" + either(either(SHAPE, OLD_SHAPE), OLD_SHAPE) + "</w:r>"),
        "框里也说了一句话。\n",
        hides=(TWICE,),
    ),
    shown("D106f", "WordArt", para(run(SAID) + ART), f"{SAID}\n艺术字也是一句话。\n"),
    shown(
        "D106g",
        "words on a locked canvas",
        para(run(SAID) + LOCKED.format(SPACES)),
        f"{SAID}\n画布上也有一句话。\n",
    ),
    shown(
        "D107",
        "tables within tables",
        table((para(run("外")), table((para(run("里")), para(run("间")))))),
        "[table] 外\n[table] 里\n[table] 间\n",
        says=("1 tables were set aside",),
    ),
    shown(
        "D107b",
        "merged cells come once",
        MERGED.format(*(para(run(word)) for word in "甲乙丙")),
        "[table] 甲\n[table] 乙\n[table] 丙\n",
    ),
    shown(
        "D107c",
        "paragraphs in a table without a cell",
        f"<w:tbl>{para(run('散'))}<w:tr>{para(run('落'))}</w:tr></w:tbl>",
        "散",
        "落",
    ),
    shown(
        "D107d",
        "a row and a cell that were deleted",
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{para(run('废行'))}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{para(run('废格'))}</w:tc><w:tc>{para(run('留着'))}</w:tc></w:tr></w:tbl>",
        "留着",
        says=("2 tracked changes",),
        hides=("废行", "废格"),
    ),
    shown(
        "D107e",
        "a file with nothing but a table",
        table((para(run("甲")), para(run("乙")))),
        "[table] 甲\n[table] 乙\n",
    ),
)
