"""Chinese surnames: what tells a bare name at the end of an article from any other two words.

The single surnames are those of the Hundred Family Surnames (百家姓) with others in use today.
"""

from __future__ import annotations

SINGLE = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
    "鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
    "程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫"
    "宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻"
    "莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向"
    "古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾"
    "毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公晋楚闫法汝鄢涂钦归海岳帅缑亢况有琴商牟佘佴伯赏墨哈"
    "谯笪年爱阳佟言福肖覃占付代苟丛衣原初修由楼候迟隋展战仝撒奕邸冼邝揭冮粟寻苑亓鹿仉麦区植信幺盘令"
    "兰佐宛亦来齐檀税门过揣"
)
COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 夏侯 令狐 长孙 宇文 端木 南宫 申屠 "
    "太史 轩辕 呼延 闻人 淳于 单于 赫连 澹台 公冶 宗政 濮阳 钟离 鲜于 闾丘 公羊 贺兰 独孤 "
    "拓跋 纳兰 西门 东郭 百里 司空 第五 梁丘 左丘 东门 谷梁 段干 乐正 漆雕".split()
)


#: Words that follow a surname and make no name: （闻经理）, 田先生.
TITLES = frozenset(
    "经理 先生 女士 小姐 师傅 老师 主任 书记 局长 医生 大夫 阿姨 老板 同志 主席 站长 所长 校长 "
    "院长 镇长 乡长 村长 科长".split()
)


def has_surname(name: str) -> bool:
    """Say whether a name of two to four characters is made as Chinese names are."""
    if name[-2:] in TITLES and len(name) <= 4:
        return False
    if name[:2] in COMPOUND:
        return 3 <= len(name) <= 4
    return name[:1] in SINGLE and 2 <= len(name) <= 3
