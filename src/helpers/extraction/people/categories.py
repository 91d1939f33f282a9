"""In what capacity somebody stands in the paper, by the words of office."""

from __future__ import annotations

import re

#: The first pattern that matches decides; what is asked is organisation and title as printed.
CATEGORIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "village_cadre",
        re.compile(
            r"(?:村|社区|小区|居委会|业委会|业主委员会|村民小组|生产队|自然村|网格)[^，。]{0,12}"
            r"(?:书记|主任|支书|委员|干部|组长|会计|文书|主席|队长|团长|两委|负责人|调解员|代表人)"
            r"|村(?:长|支书|官|干部|主任|委|委会)|生产队长|业委会|联户长|村民小组长|网格长|楼长|楼道长|居委会主任"
            r"|^(?:新任|现任|时任|原|老)?(?:(?:党支部|支部|党总支)副?书记|支书)|驻村(?:干部|第一书记)|第一书记"
        ),
    ),
    (
        "expert",
        re.compile(
            r"专家|教授|研究员|学者|工程师|院士|农艺师|(?:主任|主治|副主任)医师|博士|研究所|律师"
        ),
    ),
    (
        "enterprise",
        re.compile(
            r"经理|项目(?:现场|部)?负责人|老板|董事|总裁|总监|厂长|公司|集团|企业|项目部|合作社|店主|店长|场主|园主|矿长|农场主|合伙人|创始人"
            r"|车间主任|商会|支行行长|行长|摊主|商户|厂(?!房)"
        ),
    ),
    (
        "official_party",
        re.compile(
            r"(?:县委|区委|市委|省委|州委|地委|旗委|镇党委|乡党委|党工委|党组|纪委|纪检|组织部|宣传部|统战部|政法委|党校|中央|党委)"
        ),
    ),
    (
        "official_government",
        re.compile(
            r"(?:局|厅|办事处|办公室|管委会|政府|人大|政协|法院|检察院|派出所|大队|支队|总站|工商所|税务所|财政所|司法所)"
            r"[^，。]{0,10}(?:长|主任|书记|干部|领导|负责人|委员|主席|人员|科员|代表|民警|员)"
            r"|^[省市县区州旗乡镇]领导$|[省市县区州旗镇乡][\u4e00-\u9fff]{1,8}办(?:副?主任|负责人|干部|工作人员|科长)"
            r"|中心副?主任|(?:副?(?:省|市|县|区|州|旗|镇|乡|局|厅|处|科|股|所|站)长)|专员|检察长|法官|庭长|民警|交警|警长|街道主任"
        ),
    ),
    (
        "worker",
        re.compile(
            r"工人|员工|职工|师傅|清运工|清洁工|环卫工|保洁员|司机|快递员|外卖|骑手|护[河林]员|管水员|技术员|值班员|网格员|维修工"
            r"|收集员|[^民]工$|保安|护工|厨师|驾驶员|乘务员|服务员|店员|营业员|值守员|巡查员|养路工|船工|渡工|(?:搬运|装卸|抢修|施工)"
        ),
    ),
    (
        "resident",
        re.compile(
            r"村民|居民|业主|住户|户主|群众|市民|[农渔牧]民|农户|[茶果菜花蚕瓜粮棉烟蔗藕老]农|大户|专业户|种植户|养殖户|家长|老人"
            r"|[大老][爷妈娘伯叔哥姐嫂婶汉太]|先生|女士|阿[姨婆公伯叔]|奶奶|爷爷|婆婆|学生|小学生|党员|邻居|房东|退休|父亲|母亲"
            r"|儿子|女儿|丈夫|妻子|老伴|哥哥|弟弟|姐姐|妹妹|乡亲|老乡|租户|车主|船主|理发师|孩子|小伙|姑娘|退[伍役]军人|顾客|游客"
            r"|青年|养[^，。]人$|贫困户|低保户|领队|[婶嫂叔伯姨]$|(?:村|社区|小区|家园|自然村|组)的$|岁的?$"
        ),
    ),
)


#: A trade at the end of an office, whoever employs: 某公司清运工, not 某公司员工.
RE_TRADE = re.compile(
    r"(?:[^员职民]工|司机|保洁员|骑手|快递员|驾驶员|保安|护工|厨师|收集员|维修员|管水员|程序员|分拣员|报关员|理货员|船老大|老船长|轮机长|大副|水手|机手)$"
)


#: Offices that a Party committee has as well as a government: 县委常委、办公室主任 is the Party's.
OF_BOTH = frozenset(("办公室主任", "秘书长", "副秘书长"))


def categorise(words: str) -> str:
    """Name the capacity that words of office express: 县水利局副局长 => official_government.

    Of several offices the first decides; who leads both Party and government at one place
    (党委副书记、镇长) counts as government, since only that office differs from the Party's.
    """
    offices = [office for office in words.split("、") if office]
    found = [_category(office) for office in offices]
    if found[:2] == ["official_party", "official_government"] and offices[1] not in OF_BOTH:
        return "official_government"
    return next((category for category in found if category != "other"), "other")


#: Who has left an office speaks as a resident: 退休教师, 离休干部.
RE_RETIRED = re.compile(r"退休|离休")


def _category(words: str) -> str:
    if RE_RETIRED.match(words) is not None:
        return "resident"
    if RE_TRADE.search(words) is not None:
        return "worker"
    return next((name for name, pattern in CATEGORIES if pattern.search(words)), "other")
