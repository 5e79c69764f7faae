"""Defects of punctuation and numbers."""

from planting import Kind, heading, paragraph, said, turned

KINDS = (
    Kind("P01", "a comma is half-width", turned("(?<=[一-龥])，(?=[一-龥])", ",")),
    Kind("P01", "a stop is half-width", said("路修好了⟦.⟧车也通了。")),
    Kind("P01", "a semicolon is half-width", said("一边修路⟦;⟧一边栽树，两样都没有耽误。")),
    Kind("P02", "brackets are half-width", said("新建驿站⟦(含充电桩)⟧六座，全部开放。")),
    Kind("P02", "brackets of a paragraph are half-width", said("居民代表⟦(每栋两名)⟧先看图纸，再签字。")),
    Kind("P03", "quotation marks are straight", turned("“([^“”\n]{2,12})”", r'"\1"')),
    Kind("P03", "quotation marks of a slogan are straight", said('大家喊出了⟦"家门口的事自己办"⟧的口号。')),
    Kind("P04", "a quotation mark is not closed", turned("(“[^“”‘’《》（）\n]{2,12})”", r"\1")),
    Kind("P04", "a bracket is not opened", said("新增车位两百个⟦含立体车位）⟧，停车不再绕圈。")),
    Kind("P04", "a book mark is not closed", said("印发了⟦《网格员守则⟧，人手一册。")),
    Kind("P05", "“ within “", said("老王说：“我们⟦“早报到”⟧的规矩不能丢。”大家都点头。")),
    Kind("P05", "（ within （", said("两座泵站⟦（一座在城东（老站）、一座在城西）⟧同时开机。")),
    Kind("P06", "、 between quotation marks", said("推行“码上办”⟦、⟧“就近办”，跑腿少了。")),
    Kind("P06", "、 between book marks", said("修订了《议事规则》⟦、⟧《值班制度》，照着办。")),
    Kind("P07", "、 before 等", said("走访了商户、学校、医院⟦、⟧等单位，听了意见。")),
    Kind("P07", "、 before 等等", said("停车难、如厕难、充电难⟦、⟧等等，都记在账上。")),
    Kind("P08", "three dots", said("扫雪、送饭、陪诊⟦...⟧样样有人干。")),
    Kind("P08", "three stops", said("从春到冬⟦。。。⟧一天没有停过。")),
    Kind("P08", "等 and an ellipsis", said("有人送菜、送药、送煤等⟦……⟧暖心的事天天有。")),
    Kind("P09", "a comma struck twice", turned("(?<=[一-龥])，(?=[一-龥])", "，，")),
    Kind("P09", "a stop struck twice", said("堤坝加固三公里⟦。。⟧险段都有人看。")),
    Kind("P10", "a hyphen between years", said("按照⟦2021-2025年⟧的规划一件一件办。")),
    Kind("P10", "a hyphen between amounts", said("每户补助⟦300-500元⟧，当天到账。")),
    Kind("P11", "a dash of one stroke", said("他们有一个共同的名字⟦—⟧老街坊。")),
    Kind("P11", "a dash of three strokes", said("大家记住了一句话⟦———⟧先救人后说理。")),
    Kind("P12", "a stop after 一", heading(r"\g<number>.\g<words>")),
    Kind(
        "P12",
        "a 顿号 after （一）",
        paragraph("⟦（一）、⟧抓好早市管理。早市六点开，八点收，地面当场扫净，商户轮流值日。"),
    ),
    Kind(
        "P12",
        "a 顿号 after （1）",
        paragraph("⟦（1）、⟧先修主路。主路通了，公交才能进村，孩子上学不再走泥路。"),
    ),
    Kind("P13", "a 顿号 after 第一", said("经验有两条：⟦第一、⟧干部先到；第二，钱先到。")),
    Kind("P13", "a 顿号 after 首先", said("⟦首先、⟧把底数摸清，其次把人手配齐。")),
    Kind("P14", "一是 and then 三是", said("做法有三：一是包片到人，⟦三是⟧一周一清，四是一月一评。")),
    Kind(
        "P14",
        "（一） and then （三）",
        paragraph(
            "工作分两步。\n（一）先看后议。请居民看样板楼，再坐下来商量。\n⟦（三）⟧先易后难。容易的院子先动工，难的慢慢谈。"
        ),
    ),
    Kind("P14", "二是 twice", said("靠的是三样：一是人勤，二是地肥，⟦二是⟧路通。")),
    Kind(
        "P15",
        "a stop after a heading on its own line",
        heading(r"\g<label>\g<words>。\n接着往下说。", stops=False),
    ),
    Kind("P18", "a document number in square brackets", said("依照区政办发⟦[2024]⟧12号文件办理。")),
    Kind("P18", "a document number in round brackets", said("依照市府发⟦（2023）⟧7号文件办理。")),
    Kind("P19", "a blank before digits", said("全年接件⟦ 386⟧件，件件有回音。")),
    Kind("P19", "full-width digits", said("全年接件⟦３８６⟧件，件件有回音。")),
    Kind("P17", "book marks around a meeting", said("组织召开了⟦《老旧小区改造推进会》⟧，当场定下工期。")),
    Kind("P17", "book marks around an activity", said("开展⟦《清洁家园》⟧活动，三百人上街。")),
    Kind(
        "P20",
        "a paragraph without its stop",
        paragraph(
            "老人们说，这条路修得好，下雨不湿鞋，夜里有灯，轮椅也推得过去，出门心里⟦踏实⟧\n接下来还要修下一条。"
        ),
    ),
    Kind(
        "P20",
        "a paragraph that ends in a comma",
        paragraph(
            "村里把闲房收拾出来，办成食堂，七十岁以上的老人一天三顿有着落，在外打工的儿女⟦放心，⟧\n村里接着办第二件事。"
        ),
    ),
    Kind(
        "P21",
        "（1） below a heading of the first level",
        paragraph(
            "四、抓紧办好下面几件事\n⟦（1）⟧先修水渠。水渠修通，两千亩田不愁旱。\n（2）再修机耕路。路通了，收割机进得去。"
        ),
    ),
    Kind("N01", "a percentage in characters", said("居民满意率达到⟦百分之九十六点五⟧，比改造前高。")),
    Kind("N01", "a large count in characters", said("受益群众⟦三千六百二十⟧户，户户有台账。")),
    Kind("N02", "、 between neighbouring digits", said("每个院子里总有⟦三、四⟧个热心人。")),
    Kind("N02", "、 between Arabic digits", said("每月总要碰上⟦5、6⟧次急事。")),
    Kind("N03", "几 after digits", said("参加的有⟦20几⟧个人，都是老街坊。")),
    Kind("N03", "几 before digits", said("前后跑了⟦几10⟧趟，事情才办成。")),
    Kind("N05", "a percentage range with one sign", said("费用降了⟦15～30%⟧，商户最高兴。")),
    Kind("N05", "a percentage range with a hyphen and one sign", said("出勤提高⟦10-20%⟧，岗位上不缺人。")),
    Kind("N06", "a range of 万元 with one unit", said("每村投入⟦9～16万⟧元，集中修路。")),
    Kind("N06", "a range of 亿元 with one unit", said("产值稳定在⟦2～3亿⟧元，税收跟着涨。")),
    Kind("N08", "a year of two digits", said("截至⟦24年⟧10月，管网全部换新。")),
    Kind("N08", "a year of two digits with a month", said("⟦23年⟧6月开工，去年底完工。")),
    Kind("N09", "a padded date", said("⟦2024年03月05日⟧开工，当年完工。")),
    Kind("N09", "a date with 号", said("定在⟦2024年6月18号⟧验收，请居民到场。")),
    Kind("N10", "a decimal without its 0", said("人均多出绿地⟦.5⟧平方米，走几步就是树荫。")),
    Kind("N10", "a decimal of an amount without its 0", said("亩均增收⟦.8⟧万元，账算得清。")),
    Kind("N11", "digits before 千", said("发放宣传单⟦4千⟧份，户户都有。")),
    Kind("N11", "digits before 百", said("请来师傅⟦3百⟧人次，手把手教。")),
    Kind("N13", "a plan in digits", said("“⟦14五⟧”以来，村里修路十二条。")),
    Kind("N13", "a post in digits", said("⟦第1书记⟧带头住进村里，一住三年。")),
    Kind("N14", "a fall in 倍", said("投诉⟦减少了两倍⟧，群众说好。")),
    Kind("N14", "a fall in 倍 with digits", said("能耗⟦下降1.5倍⟧，电费省下来修路。")),
    Kind("N15", "约…左右", said("每天接待⟦约50人左右⟧，窗口不断人。")),
    Kind("N15", "超过…以上", said("参训人数⟦超过300人以上⟧，场场坐满。")),
)
