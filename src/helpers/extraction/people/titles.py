"""Words of office and of standing, as a paper prints them before a name: 书记, 村民, 护林员.

The lists are of the language, not of one paper: offices of Party, government, villages and firms,
trades, kin, and the endings with which Chinese makes ever new ones (…员, …工, …农, …匠).
"""

from __future__ import annotations

import re

#: Offices: whoever has one speaks for something.
OFFICES = (
    "书记 副书记 第一书记 总书记 支书 副支书 村支书 主任 副主任 主任委员 委员 "
    "常委 部长 副部长 局长 副局长 厅长 副厅长 省长 副省长 市长 副市长 县长 "
    "副县长 区长 副区长 州长 盟长 旗长 副旗长 镇长 副镇长 乡长 副乡长 村长 "
    "副村长 处长 副处长 科长 副科长 股长 副股长 所长 副所长 站长 副站长 队长 "
    "副队长 大队长 中队长 支队长 总队长 组长 副组长 小组长 团长 副团长 政委 "
    "教导员 指导员 主席 副主席 会长 副会长 理事长 副理事长 理事 秘书长 副秘书长 "
    "院长 副院长 校长 副校长 园长 馆长 副馆长 社长 副社长 总编 总编辑 副总编 "
    "台长 行长 副行长 庭长 检察长 法官 检察官 经理 副经理 总经理 副总经理 "
    "董事长 副董事长 董事 总裁 副总裁 总监 厂长 副厂长 车间主任 场长 矿长 船长 "
    "班长 楼长 楼道长 楼栋长 单元长 网格长 河长 湖长 林长 田长 路长 街长 片长 "
    "户长 联户长 族长 警长 负责人 主要负责人 相关负责人 有关负责人 负责同志 "
    "分管领导 领导 干部 村干部 工作人员 代表 人大代表 政协委员 党代表 村民代表 "
    "居民代表 专职副书记 专员 督导员 调研员 参赞 司令员 政治委员 主管 店长 领班 "
    "工头 领队 带头人 召集人 发起人 创始人 合伙人 法人 法定代表人 发言人 "
    "新闻发言人 村委 支委 党委委员 组织委员 宣传委员 纪检委员 副职 助理 秘书 "
    "文书 会计 出纳 大学生村官 村官 驻村干部 科员 办事员 "
)
#: What somebody does or is.
STANDINGS = (
    "村民 居民 业主 住户 户主 群众 市民 农民 牧民 渔民 农户 茶农 果农 菜农 "
    "花农 蚕农 瓜农 粮农 棉农 烟农 蔗农 藕农 老农 贫困户 低保户 脱贫户 "
    "种粮大户 种植户 养殖户 养殖大户 大户 专业户 个体户 房东 租客 租户 商户 "
    "摊主 店主 老板 老板娘 车主 船主 园主 场主 店员 顾客 客人 游客 旅客 乘客 "
    "网友 读者 听众 观众 家长 学生 小学生 中学生 大学生 研究生 毕业生 同学 "
    "孩子 少年 青年 小伙 小伙子 姑娘 女孩 男孩 老人 老汉 老太 老太太 老大爷 "
    "大爷 大妈 大娘 大伯 大叔 大哥 大姐 阿姨 奶奶 爷爷 父亲 母亲 爸爸 妈妈 "
    "儿子 女儿 丈夫 妻子 老伴 哥哥 弟弟 姐姐 妹妹 孙子 孙女 岳父 岳母 婆婆 "
    "公公 媳妇 儿媳 女婿 侄子 邻居 老乡 乡亲 同事 战友 老战士 老兵 退伍军人 "
    "退役军人 老党员 党员 预备党员 党员干部 团员 老干部 乡贤 老伙计 工人 职工 "
    "员工 民工 农民工 技工 师傅 老师傅 徒弟 学徒 司机 驾驶员 乘务员 快递员 "
    "外卖员 骑手 保安 保姆 护工 厨师 大厨 教师 老师 退休教师 教练 教授 副教授 "
    "讲师 研究员 副研究员 专家 学者 院士 工程师 高级工程师 总工程师 农艺师 "
    "技术员 技师 医生 医师 主任医师 主治医师 大夫 村医 护士 护士长 药师 律师 "
    "记者 编辑 主持人 演员 作家 诗人 画家 书法家 歌手 导演 摄影师 设计师 "
    "会计师 理发师 裁缝 木匠 铁匠 石匠 篾匠 瓦匠 竹匠 匠人 艺人 老艺人 传承人 "
    "手艺人 非遗传承人 民警 交警 辅警 警察 消防员 战士 士兵 军人 队员 志愿者 "
    "志愿服务者 义工 社工 网格员 保洁员 清洁工 环卫工 环卫工人 清运工 护林员 "
    "护河员 管水员 值班员 调解员 宣讲员 信息员 联络员 指导员 辅导员 讲解员 "
    "收银员 售货员 营业员 服务员 列车员 邮递员 技术骨干 能手 标兵 劳模 劳动模范 "
    "道德模范 先进工作者 创业者 致富带头人 负责人 当事人 证人 原告 被告 患者 "
    "病人 伤者 死者 烈士 英雄 球员 运动员 选手 冠军 裁判 作者 主人 屋主 东家 "
    "船老大 老船工 老船长 大副 轮机长 机手 农机手 老支书 老会计 老村长 老队长 老书记 老校长 "
    "老中医 中医 兽医 校医 厂医 巷长 树长 栋长 排长 连长 机长 班组长 工段长 段长 网管 企业主 创客 "
    "主播 村播 博主 苏木达 嘎查长 嘎查达 牧户 牧民党员 阿訇 街坊 老街坊 邻居 食客 票友 戏迷 "
    "学子 新生 考生 儿童 男童 女童 棋手 鼓手 骑士 新郎 新娘 夫妇 车夫 乡医 院士 掌门人 老人家 "
    "巡护员 水手 渔嫂 渔家女 海员 船员 船长 艇长 老板娘 房主 民宿主 店小二 厨娘 婆婆 老大娘 "
    "程序员 设计师 分拣员 调度员 安全员 质检员 讲解员 导游 报关员 理货员 采购员 检票员 售票员 "
    "掌柜 伙计 船工 渡工 渔夫 猎人 牧人 车夫 挑夫 店家 媒人 先生 女士 "
)
#: Endings that make words of standing, at least two characters before them.
ENDINGS = "员工农匠师生者民警手"
OFFICE_WORDS = frozenset(OFFICES.split())
TITLES = OFFICE_WORDS | frozenset(STANDINGS.split())
_LONGEST = max(map(len, TITLES))


def title_start(words: str) -> int | None:
    """Return where the title begins that some words end with; None if they end with none.

    The longest listed title counts (党工委|副书记), else a word made with one of `ENDINGS` or
    …人 (护河员, 养蜂人).
    """
    for size in range(min(_LONGEST, len(words)), 1, -1):
        if words[-size:] in TITLES:
            return len(words) - size
    if words[-1:] in ENDINGS and _is_han(words[-2:-1]):
        return max(0, len(words) - (3 if _is_han(words[-3:-2]) else 2))
    if words.endswith("人") and _is_han(words[-3:-2]) and _is_han(words[-2:-1]):
        return len(words) - 3
    return None


def is_office(words: str) -> bool:
    """Say whether some words end with an office, not merely with what somebody is."""
    return any(words[-size:] in OFFICE_WORDS for size in range(2, _LONGEST + 1))


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


#: What is printed behind a surname for somebody whose name is not: 程先生, 许老板, 竺阿婆.
_ADDRESS = (
    "先生 女士 小姐 师傅 老板 老板娘 大爷 大妈 大娘 大伯 大叔 大哥 大姐 大嫂 "
    "大婶 大姨 阿姨 阿婆 阿公 阿伯 阿叔 阿嫂 奶奶 爷爷 婆婆 老伯 老太 老太太 "
    "老汉 老师 医生 大夫 经理 总 主任 书记 局长 镇长 村长 队长 厂长 校长 "
    "院长 老先生 婶 嫂 叔 伯 姐 哥 姨 家婶 家嫂 老弟 老哥 同学 同志 姓村民 "
    "姓居民 姓男子 姓女子 某 某某 "
)
ADDRESS = tuple(sorted(_ADDRESS.split(), key=len, reverse=True))
#: Those of them that are offices, which stand behind many words: 工程主任.
RE_OFFICE_ADDRESS = re.compile(r"(?:经理|总|主任|书记|.长|医生|老师|某某?)$")
RE_ADDRESS = re.compile(rf"(?:{'|'.join(map(re.escape, ADDRESS))})")
