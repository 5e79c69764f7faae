"""Word files: what stands beside their words or is counted.

Notes, comments, headers and charts are set aside under their names; numbers are printed as Word counts them.
"""

from case import Case
from cases_word_text import ART, SAID, shown, wrapped

from word_files import field, level, listed, para, run


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def drawn(root: str, space: str, inner: str) -> str:
    """Return a part of drawings: a chart or a diagram."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    spaces = f'xmlns:c="{drawing}/{space}" xmlns:a="{drawing}/main"'
    return f'<?xml version="1.0"?><c:{root} {spaces}>{inner}</c:{root}>'


RUBY = f"<w:r><w:ruby><w:rt>{run('zhe')}</w:rt><w:rubyBase>{run('喆')}</w:rubyBase></w:ruby></w:r>"
CHAPTERS = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/>'
    "</w:lvlOverride></w:num>"
)
HEADINGS = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    "</w:numPr></w:pPr></w:style>"
)
NOTE = f'<w:footnote w:id="2">{para(run("引自年报"))}</w:footnote>'
PICTURE = "<w:r><w:pict><v:imagedata/></w:pict></w:r>"
DIAGRAM = drawn("dataModel", "diagram", "<c:pt><c:t><a:p><a:r><a:t>先摸底</a:t></a:r></a:p></c:t></c:pt>")
CHART = drawn(
    "chartSpace",
    "chart",
    "<c:title><a:p><a:r><a:t>三年户数</a:t></a:r></a:p></c:title><c:cat><c:strRef><c:strCache><c:pt><c:v>去年</c:v></c:pt>"
    "</c:strCache></c:strRef></c:cat><c:val><c:numCache><c:pt><c:v>31415</c:v></c:pt></c:numCache></c:val>",
)
HIDDEN_MARK = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
EQ = field("begin", instruction(r" EQ \o\ac(○,1) "), "end")

CASES: tuple[Case, ...] = (
    shown(
        "D108",
        "notes, of a table too",
        para(run(SAID) + "<w:r><w:footnoteReference w:id='2'/></w:r>"),
        f"{SAID}\n[metadata] 引自年报\n",
        says=("1 footnotes and endnotes were set aside",),
        footnotes=NOTE,
    ),
    shown(
        "D108b",
        "comments of others",
        para(run(SAID)),
        f"{SAID}\n[metadata] 再核\n",
        says=("1 comments were set aside",),
        comments=f'<w:comment w:id="1" w:author="甲">{para(run("再核"))}</w:comment>',
    ),
    shown(
        "D108c",
        "headers and footers",
        para(run(SAID)),
        "[navigation] 内部资料",
        "[navigation] 第7页",
        says=("1 headers and footers were set aside",),
        header=para(run("内部资料")),
        footer=para(run("第") + field("begin", instruction("PAGE"), "separate", run("7"), "end") + run("页")),
    ),
    shown("D108d", "words in the header only", "<w:p/>", "[navigation] 内部资料", header=para(run("内部资料"))),
    shown(
        "D108e",
        "a watermark behind the text",
        para(run(SAID)),
        "[navigation] 艺术字也是一句话。",
        header=para(ART),
    ),
    shown(
        "D109",
        "fields: what they show, not what they are worked out from",
        para(
            field("begin", instruction("REF 甲"), "separate", run("结果"), "end")
            + wrapped("fldSimple", run("日期"), 'w:instr="DATE"')
        ),
        "结果日期",
        hides=("REF",),
    ),
    shown(
        "D109b",
        "a field that Word draws itself",
        para(run("第") + EQ + run("条")),
        "第条",
        says=("1 fields that Word draws itself were left out",),
    ),
    shown(
        "D109c",
        "words with their readings above",
        para(RUBY),
        "喆",
        says=("1 readings above words were left out",),
        hides=("zhe",),
    ),
    shown(
        "D109d",
        "signs of a symbol font",
        para(run("甲") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
        "甲\uf0fc",
    ),
    shown(
        "D109e",
        "smart tags, custom XML, links, writing directions",
        "".join(
            para(wrapped(tag, run(f"裹{tag}"))) for tag in ("smartTag", "customXml", "hyperlink", "bdo", "dir")
        ),
        *(f"裹{tag}" for tag in ("smartTag", "customXml", "hyperlink", "bdo", "dir")),
    ),
    shown(
        "D109f",
        "automatic numbers of headings",
        "".join(
            listed(run(word), place)
            for word, place in (("摸底", 0), ("入户", 1), ("登记", 2), ("核实", 2), ("修缮", 0))
        ),
        "一、摸底",
        "（一）入户",
        "1.登记",
        "2.核实",
        "二、修缮",
        numbering=CHAPTERS,
    ),
    shown(
        "D109g",
        "numbers that a style counts, and one that starts anew",
        para(run("摸底"), '<w:pStyle w:val="1"/>')
        + para(run("修缮"), '<w:pStyle w:val="1"/>')
        + listed(run("验收"), 0, "2"),
        "一、摸底",
        "二、修缮",
        "九、验收",
        numbering=CHAPTERS,
        styles=HEADINGS,
    ),
    shown(
        "D109h",
        "hidden words",
        para(run("明处") + run("暗处", "<w:vanish/>")),
        "明处",
        says=("2 hidden characters were left out",),
        hides=("暗处",),
    ),
    shown(
        "D109i",
        "a heading whose mark is hidden",
        para(run("一、摸底。"), HIDDEN_MARK) + para(run("我们挨户走。")),
        "一、摸底。我们挨户走。",
    ),
    shown(
        "D109j",
        "formulae",
        para(
            "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
        ),
        "ab",
    ),
    shown(
        "D109k",
        "hyphens, tabs and line ends",
        para(
            "<w:r><w:t>01</w:t><w:noBreakHyphen/><w:t>12户</w:t><w:softHyphen/><w:ptab/><w:t>上一行说完了。</w:t><w:cr/><w:t>下一行也说完了。</w:t></w:r>"
        ),
        "01-12户\t上一行说完了。\n下一行也说完了。\n",
    ),
    shown(
        "D109l",
        "a chart and a diagram",
        para(run(SAID)),
        "[table] 三年户数",
        "[table] 去年",
        "[table] 先摸底",
        says=("2 charts and diagrams were set aside",),
        hides=("31415",),
        chart=CHART,
        diagramData=DIAGRAM,
    ),
    shown(
        "D109m",
        "documents within the document",
        para(run(SAID)) + '<w:altChunk r:id="x"/>' + para('<w:subDoc r:id="y"/>'),
        SAID,
        says=("2 embedded documents were left out",),
    ),
    shown(
        "D109n",
        "nothing but pictures",
        para(PICTURE),
        says=("1 pictures were left out", "there are no words in it"),
    ),
    shown(
        "D109p",
        "words without a paragraph",
        run("一段没有名分的话。") + "<w:docGrid>" + run("又一段没有名分的话。") + "</w:docGrid>",
        "一段没有名分的话。\n又一段没有名分的话。\n",
    ),
    shown(
        "D109o",
        "two bodies",
        para(run("其一说完了。")) + "</w:body><w:body>" + para(run("其二说完了。")),
        "其一说完了。\n其二说完了。\n",
    ),
)
