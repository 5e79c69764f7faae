"""Defects of content and rhetoric."""

from planting import Kind, heading, paragraph, said, sections, title, turned, undated, whole

_ASK = ("一、在“问”上下功夫，把需求摸清", "每户走一遍，想修什么先记下来，记完贴在楼门口。")
_KEEP = ("三、在“管”上下功夫，把成果守住", "每栋选一名楼长，灯坏了有人换。")

KINDS = (
    Kind("C02", "crosses for a number", said("新增床位⟦××⟧张，老人住得下。")),
    Kind("C02", "a note to the writer", said("满意率达到⟦【待核实】⟧，比去年高。")),
    Kind("C02", "letters for a name", said("⟦XX⟧社区的做法在全市推开。")),
    Kind(
        "C03",
        "a count that changes",
        said(
            "新修蓄水池⟦46⟧座。大家都说，这46座水池修得值。年底盘点，新修蓄水池⟦49座⟧，座座有水。".replace(
                "⟦46⟧", "46"
            )
        ),
    ),
    Kind("C04", "parts that do not add up", said("共建驿站37座，其中⟦东片20座、西片16座⟧，都通了电。")),
    Kind(
        "C04", "shares above 100 per cent", said("在册党员中，⟦青年占45%，中年占40%，老年占25%⟧，老中青都有。")
    ),
    Kind(
        "C05",
        "three announced, two given",
        said("我们抓住⟦三⟧个关键：一是选好人，把肯干的用起来；二是管好钱，每一笔都公开。"),
    ),
    Kind(
        "C05",
        "two announced, three given",
        said("靠的是⟦两⟧条：一是人勤，天天有人扫；二是账清，月月有公示；三是法活，户户有办法。"),
    ),
    Kind(
        "C05", "四点 announced, three given", said("体会有⟦四点⟧：一是要早谋划，二是要快动手，三是要常回头。")
    ),
    Kind(
        "C06",
        "the full name after its short form",
        said(
            "出台《老街修缮工匠管理办法》（以下简称《办法》）。干了一辈子的木匠都说，⟦《老街修缮工匠管理办法》⟧管用。"
        ),
    ),
    Kind(
        "C06",
        "a short form before it is declared",
        said("⟦匠工联⟧当天就来了人。老街工匠联合会（以下简称“匠工联”）管着这件事。"),
    ),
    Kind(
        "C10",
        "orders in a 交流发言",
        whole(
            "在全区老街修缮现场会上的交流发言",
            "各位领导：",
            "我们修了三条街。⟦各部门要⟧认真学一学，把各自的街管好。",
        ),
    ),
    Kind(
        "C10",
        "points stressed in a 汇报",
        whole(
            "在全区老街修缮调度会上的汇报", "各位领导：", "我们修了三条街。最后，⟦我再强调三点⟧，请大家记住。"
        ),
    ),
    Kind(
        "C12",
        "another kind of meeting",
        whole(
            "在全区老街修缮工作现场会上的讲话",
            "同志们：",
            "今天我们召开⟦全区老街修缮工作座谈会⟧，看一看，比一比。",
        ),
    ),
    Kind(
        "C12",
        "a word of the meeting's name missing",
        whole("在全区老街保护修缮推进会上的讲话", "同志们：", "今天召开⟦全区老街修缮推进会⟧，任务只有一个。"),
    ),
    Kind(
        "C14",
        "a paragraph of stock phrases",
        paragraph(
            "⟦我们要提高政治站位，统一思想，凝聚共识，切实增强责任感使命感紧迫感，高度重视，精心组织，周密部署，真抓实干，"
            "狠抓落实，攻坚克难，砥砺前行，踔厉奋发，笃行不怠，谱写高质量发展新篇章。⟧"
        ),
    ),
    Kind(
        "C16",
        "a sentence of the speech once more",
        said(
            "门前那条路从前一下雨就积水没过脚面，如今再大的雨也不湿鞋。那年冬天谁都没有歇过。"
            "⟦门前那条路从前一下雨就积水没过脚面，如今再大的雨也不湿鞋。⟧"
        ),
    ),
    Kind(
        "C17",
        "a sentence of a hundred characters without a stop",
        said(
            "⟦我们把各个部门分散在不同窗口不同楼层不同系统里面的三十七项与群众日常生活关系最为密切的审批服务事项"
            "全部集中到社区便民服务中心的同一个窗口由经过统一培训的全科工作人员负责受理转办跟踪反馈并接受群众当场评价⟧。"
        ),
    ),
    Kind(
        "C17",
        "a sentence of clauses without a stop",
        said(
            "⟦街道每周三晚上请居民代表、物业经理、施工队长、管线单位、社区干部坐到一张桌子前面，"
            "把这一周路挖到哪里、水停了几回、灰扬了多高、还有谁家的空调没有装回去、哪个楼道的灯还不亮，一件一件摆出来说清楚，"
            "说清楚以后谁去办、几天办完、办不完怎么向大家交代，都写在门口那块黑板上⟧。"
        ),
    ),
    Kind("C18", "a year told from today", undated(said("⟦去年⟧冬天下了三场雪，路没有断过一天。"))),
    Kind("C18", "a day nobody can find", undated(said("⟦前不久⟧，邻县的同志来看过两回。"))),
    Kind("C19", "an identity number", said("联系人身份证号⟦110105199003072316⟧，随时能找到。")),
    Kind("C19", "a mobile number", said("有事打电话⟦13800138000⟧，当天有人上门。")),
    Kind("C21", "部署 misspelt", said("按照县里的统一⟦布署⟧，一村一策抓下去。")),
    Kind("C21", "进一步 misspelt", said("要⟦近一步⟧压实责任，谁的片谁管。")),
    Kind("C21", "座谈 misspelt", said("召开⟦坐谈会⟧六场，听来意见四十条。")),
    Kind("C24", "a rise that falls", said("满意率由82.5%⟦提高⟧到76.3%，大家心里都有数。")),
    Kind("C24", "a fall that rises", said("办理时间由3天⟦缩短⟧到5天，群众少跑腿。")),
    Kind("C24", "a difference that is none", said("就业率由81%提高到86%，⟦提高7个百分点⟧。")),
    Kind("C26", "no 顿号 between 党中央 and 国务院", said("按照⟦党中央国务院⟧的部署，一件一件抓落实。")),
    Kind("C26", "a clipped title", said("认真学习⟦习总书记⟧关于基层治理的重要论述。")),
    Kind(
        "C27",
        "a heading twice",
        sections(
            *_ASK,
            "二、⟦在“问”上下功夫，把需求摸清⟧",
            "改完请居民来验收，签了字才算完。",
            *_KEEP,
        ),
    ),
    Kind("C28", "a heading with nothing below", sections(*_ASK, "二、⟦在“改”上下功夫，把质量守住⟧", *_KEEP)),
    Kind("C29", "a verb twice", said("隔三差五⟦开展开展⟧义诊，小病不出村。")),
    Kind("C29", "的的", turned("(?<=[一-龥]{2})的(?=[一-龥]{2})", "的的")),
    Kind("C29", "a word twice", said("大家齐心把⟦工作工作⟧做到了前头。")),
    Kind(
        "C30",
        "a long aside",
        said(
            "新建驿站六座⟦（含东门一座、西门一座、老街一座、菜场一座、学校门口一座、车站一座，都配了桌椅、空调、热水和充电口）⟧，全部开放。"
        ),
    ),
    Kind(
        "C30",
        "an explanation in brackets",
        said("选出五位评理员⟦（都是退了休、住得近、说话公道、街坊信得过的老师傅和老教师）⟧，随叫随到。"),
    ),
    Kind("R01", "a character more in the first half", title(r"再\g<first> \g<second>")),
    Kind("R01", "a character more in the second half", title(r"\g<first> 再\g<second>")),
    Kind(
        "R02",
        "a heading out of three",
        sections(*_ASK, "二、⟦进一步加强组织领导⟧", "成立专班，每周调度。", *_KEEP),
    ),
    Kind(
        "R02",
        "a point out of four",
        said(
            "办法有四条：一是让门好进，大厅不设岗；二是让脸好看，起身问声好；三是⟦业务培训⟧，一月一考；四是让事好办，材料能免就免。"
        ),
    ),
    Kind(
        "R03",
        "a list short of one",
        said("经费按⟦“三个一点”⟧的办法筹集：村里出一点、乡贤捐一点。大家都说公道。"),
    ),
    Kind("R03", "a bundle with one too many", said("用好⟦“两张清单”⟧，即问题清单、责任清单、销号清单。")),
    Kind(
        "R04",
        "a heading of another speech",
        sections(
            "一、⟦深耕海洋渔业，擦亮远洋捕捞招牌⟧",
            "每个楼道都请居民先看样板，墙刷什么颜色、灯装在几层、扶手多高，大家投票定。施工队早上七点以后才开工，"
            "中午停两个钟头，老人能午睡。楼上楼下的杂物请志愿者帮着搬，有用的擦干净送回家，没用的当天拉走，"
            "楼道一下子宽了一半，轮椅也能转身。",
            "二、改完有人管",
            "每栋选一名楼长，灯坏了有人换。",
        ),
    ),
    Kind(
        "R05",
        "an image of another field",
        sections(
            "一、奏响项目“主旋律”",
            "一月一调度。",
            "二、唱好部门“大合唱”",
            "一件事一起办。",
            "三、筑牢安全⟦“防火墙”⟧",
            "一周一查。",
        ),
    ),
    Kind(
        "R06",
        "a heading over one line",
        heading(r"\g<label>\g<words>，切实把这项工作抓紧抓实抓出看得见的成效来，让群众满意"),
    ),
    Kind("R07", "一是 and then 二要", said("下一步，一是把班子配强，⟦二要⟧把队伍带好，三是把家底管住。")),
    Kind("R07", "一要 and then 二是", said("一要早动手，⟦二是⟧快铺开，三要常督查。")),
    Kind(
        "C25",
        "a note on a line of its own",
        paragraph("⟦TODO⟧\n接着修第二条路，修通以后公交就能进村，孩子上学不用再走泥路，老人看病也方便。"),
    ),
    Kind(
        "C25",
        "an advert between paragraphs",
        paragraph(
            "⟦精品文档 欢迎下载 www.wenku.com⟧\n渠修好以后，下游三个村的田都浇上了头茬水，夜里没人再堵口子。"
        ),
    ),
)
