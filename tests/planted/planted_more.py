"""Second ways of defects that stand once in the other modules, and those of whole paragraphs."""

from planting import Kind, heading, paragraph, said, sections, title

_ASK = ("一、在“问”上下功夫，把需求摸清", "每户走一遍，想修什么先记下来，记完贴在楼门口。")
_LONG = (
    "每个楼道都请居民先看样板，墙刷什么颜色、灯装在几层、扶手多高，大家投票定。施工队早上七点以后才开工，"
    "中午停两个钟头，老人能午睡。楼上楼下的杂物请志愿者帮着搬，有用的擦干净送回家，没用的当天拉走。"
)

KINDS = (
    Kind(
        "P15",
        "a semicolon after a heading on its own line",
        sections(*_ASK, "二、在“改”上下功夫，把质量守住⟦；⟧", "改完请居民来验收，签了字才算完。"),
    ),
    Kind("P16", "a comma between the halves of a title", title(r"\g<first>，\g<second>")),
    Kind("P16", "a stop after a title", title(r"\g<first> \g<second>。")),
    Kind(
        "P21",
        "（1） under a heading of the first level, in a speech of its own",
        sections(
            *_ASK,
            "二、在“改”上下功夫，把质量守住",
            "⟦（1）⟧先改水管。水管漏了二十年，先换。",
            "（2）再改电线。电线老化，跟着换。",
        ),
    ),
    Kind("N04", "an approximate number in two forms", said("路灯装了200多盏，树栽了⟦三百多⟧棵。")),
    Kind("N04", "the same with 余", said("发动志愿者⟦一千余⟧人，清理垃圾800余吨。")),
    Kind("N12", "counts of a list in two forms", said("全镇共有小学12所、⟦初中三所⟧、幼儿园9所。")),
    Kind("N12", "counts of another list in two forms", said("新建公厕6座、⟦驿站四座⟧、公园3座。")),
    Kind(
        "C03",
        "a count of the whole told otherwise",
        paragraph(
            "全镇共有机井286眼，眼眼都装了水表。\n接着说用水。⟦全镇268眼机井⟧都归水管员看护，坏了当天修。"
        ),
    ),
    Kind(
        "C14",
        "a paragraph of set phrases",
        paragraph(
            "⟦我们要进一步提高政治站位，切实增强责任感使命感紧迫感，以更高标准、更严要求、更实举措，凝心聚力、真抓实干、"
            "攻坚克难、锐意进取，奋力开创各项工作新局面，为推动高质量发展作出新的更大贡献。⟧"
        ),
    ),
    Kind(
        "C14",
        "another paragraph of set phrases",
        paragraph(
            "⟦要统一思想、提高认识，加强领导、明确责任，强化措施、狠抓落实，以高度的责任感和使命感，全力以赴、扎实推进，"
            "确保各项工作落到实处、取得实效，不断开创新局面、再上新台阶。⟧"
        ),
    ),
    Kind(
        "C16",
        "a sentence of the next paragraph once more",
        said(
            "哪家的水管漏了，楼长一个电话，维修师傅半小时就到。年年都是这样。⟦哪家的水管漏了，楼长一个电话，维修师傅半小时就到。⟧"
        ),
    ),
    Kind("C20", "a plan told as done", said("明年⟦已建成⟧停车场12处，车位翻了一倍。")),
    Kind("C20", "an aim told as done", said("力争到明年底⟦完成了⟧改造小区30个。")),
    Kind(
        "C23",
        "a plan that is over",
        sections(
            "（2024年3月5日）", "2024年是⟦“十三五”⟧规划的收官之年，一件一件都要见底。", "路修完了再修渠。"
        ),
    ),
    Kind(
        "C23",
        "an anniversary that is another",
        sections("（2021年7月1日）", "2021年是中国共产党成立⟦90周年⟧，支部天天有人值班。", "老人有人送饭。"),
    ),
    Kind(
        "C27",
        "a heading of the second level twice",
        sections(
            "一、抓改造",
            "（一）先换水管",
            "水管漏了二十年。",
            "（二）⟦先换水管⟧",
            "电线老化，跟着换。",
            "二、抓管护",
            "楼长天天看。",
        ),
    ),
    Kind(
        "C28",
        "a heading of the second level with nothing below",
        sections(
            "一、抓改造", "（一）先换水管", "水管漏了二十年。", "（二）⟦再换电线⟧", "二、抓管护", "楼长天天看。"
        ),
    ),
    Kind(
        "R04",
        "a heading of another field",
        sections("一、⟦护航远洋渔船，守卫蓝色疆域⟧", _LONG, "二、改完有人管", "每栋选一名楼长，灯坏了有人换。"),
    ),
    Kind(
        "R05",
        "chess among music",
        sections(
            "一、奏响项目“主旋律”",
            "一月一调度。",
            "二、下好安全⟦“先手棋”⟧",
            "一周一查。",
            "三、唱好部门“大合唱”",
            "一件事一起办。",
        ),
    ),
    Kind(
        "R06",
        "a heading of two long halves",
        heading(r"\g<label>把工作重心沉到一线、沉到基层，把群众最关心的事一件一件办到位"),
    ),
)
