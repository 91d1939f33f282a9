"""The words for times: dates, parts of the year, days spoken of from today, plans of five years.

One expression finds them all; `reckoning` says which day or period each of them is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.extraction.scan import lead, matches_from, offsets
from helpers.extraction.word_trees import one_of

#: From one number to another: 1—11月, 3月至5月, 2016-2019年.
JOIN = r"(?:至|到|—{1,2}|－|-|–|~|～|―)"
_YEAR = (
    r"(?:(?:18|19|20)\d\d|[一二][零〇○Oo0九八][零〇○Oo0一二三四五六七八九]{2}|(?:1 ?9"
    r"|2 ?0) ?\d ?\d)"
)
_TWO = r"(?:[5-9]\d|[五六七八九][零〇○一二三四五六七八九])"
_MONTH = r"(?:1 ?[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = (
    r"(?:3 ?[01]|[12] ?\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?"
    r"|廿[一二三四五六七八九]?|[一二三四五六七八九])"
)
_SPOKEN_YEAR = "今年|去年|前年|大前年|明年|后年|上年|本年|次年|翌年|同年|当年"
_QUARTERS = r"第?[一二三四1-4](?:[、至到—-][一二三四1-4])?季度|首季度?|前[二三]季度|前三个季度"
_PART_OF_YEAR = (
    rf"上半年|下半年|{_QUARTERS}|前(?:[2-9]|1[01]|[二两三四五六七八九十]|十一)个月|年?初|年?底"
    r"|年?末|年中|全年"
    r"|同期"
)
_PART_OF_MONTH = "初|底|末|上旬|中旬|下旬|中上旬|中下旬|上半月|下半月|中"
#: Feasts by their day: of the solar calendar, of the lunar calendar, and those that are reckoned.
SOLAR_FEASTS = {
    "元旦": (1, 1),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "劳动节": (5, 1),
    "青年节": (5, 4),
    "儿童节": (6, 1),
    "建党节": (7, 1),
    "建军节": (8, 1),
    "教师节": (9, 10),
    "国庆节": (10, 1),
    "国庆": (10, 1),
}
LUNAR_FEASTS = {
    "春节": (1, 1),
    "元宵节": (1, 15),
    "元宵": (1, 15),
    "端午节": (5, 5),
    "端午": (5, 5),
    "七夕节": (7, 7),
    "七夕": (7, 7),
    "中元节": (7, 15),
    "中秋节": (8, 15),
    "中秋": (8, 15),
    "重阳节": (9, 9),
    "重阳": (9, 9),
    "腊八节": (12, 8),
}
TERM_FEASTS = {"清明节": "清明", "清明": "清明", "冬至": "冬至"}
FEASTS = {*SOLAR_FEASTS, *LUNAR_FEASTS, *TERM_FEASTS}
_FEAST = one_of(sorted(FEASTS))
_LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|二十[一二三四五六七八九]?"
    r"|廿[一二三四五六七八九]|三十)"
)

#: A calendar day or month: 2020年12月29日, 去年10月, 1—11月, 6月8日, 8月5日至10日, 9月底, 5月下旬.
_CALENDAR = (
    rf"(?:(?P<year>{_YEAR}|{_TWO}) ?年|(?P<spoken>{_SPOKEN_YEAR}))?的? ?"
    rf"(?:(?P<month_from>{_MONTH}) ?(?:月份?)? ?{JOIN} ?)?(?P<month>{_MONTH}) ?月(?:份"
    r"|(?!一[结晒检评次换清考查报]|光|亮|饼|刊|票|息|嫂|季花|子里?|娥))"
    rf"(?: ?(?:(?P<day_from>{_DAY}) ?[日号]? ?{JOIN} ?)?(?P<day>{_DAY}) ?[日号]"
    rf"|(?P<month_part>{_PART_OF_MONTH}))?"
)
#: 2020.12.29, 2020-12-29, 2020/12/29.
_POINTED = (
    r"(?P<py>(?:19|20)\d\d)[./-](?P<pm>1[0-2]|0?[1-9])[./-](?P<pd>3[01]|[12]\d|0?[1-9])(?!\d|[.]\d)"
)
#: A lunar day: 正月初八, 农历八月十五, 腊月廿三.
_LUNAR = (
    rf"(?:(?P<lunar_year>{_SPOKEN_YEAR}))?(?:农历|阴历)?(?P<lunar_month>正|腊|冬"
    r"|[二三四五六七八九十]|十[一二])月"
    rf"(?P<lunar_day>{_LUNAR_DAY})(?!日|[个名天年户])"
)
#: A year, or part of one: 2017年, 2017年初, 2016—2019年, 今年上半年, 去年同期, 明年春季.
_OF_YEAR = (
    rf"(?:(?P<year_from>{_YEAR}) ?年?度? ?{JOIN} ?)?(?:(?P<year2>{_YEAR}) ?年"
    rf"(?!代|轻|级|间?前(?!后))"
    rf"|(?P<two2>{_TWO})年(?!代|级|来|内|前|后|多|的?时间|历史|以上))(?:度|间)?"
    rf"(?P<year_part>{_PART_OF_YEAR}|(?P<year_feast>{_FEAST}))?"
    rf"|(?P<spoken2>{_SPOKEN_YEAR})度?(?:的?(?P<spoken_part>{_PART_OF_YEAR}"
    rf"|(?P<spoken_feast>{_FEAST}))|一年(?![一-龥]?季)|(?=[^初代级]|$)(?!\d{{1,3}}岁))"
)
#: Parts of this year: 上半年, 一季度, 三、四季度, 前三季度, 全年, 年底, 今夏, 今春.
_PART = (
    rf"(?P<part>上半年|下半年|{_QUARTERS}|全年|年底|年初|年末|年中(?!无休)|今[春夏秋冬]"
    r"|去[春夏秋冬]|明[春夏秋冬])(?!会)"
)
#: Months and days spoken of from the day of the issue.
_SPOKEN = (
    r"(?P<near_month>上个?月|本月|下个?月|这个月|当月)(?:份)?"
    rf"(?:(?P<near_day>{_DAY})[日号]|(?P<near_part>{_PART_OF_MONTH}))?"
    r"|(?P<today>今天|今日|今早|今晚|昨天|昨日|昨晚|昨夜|前天|前晚|大前天|明天|明日|后天|月底"
    r"|月初|月末)"
    r"|(?P<week>上周|本周|下周|这周|上个?星期|下个?星期|这个?星期|上个?礼拜|下个?礼拜|上个周"
    r"|这个周|下个周)(?P<weekday>[一二三四五六日天末])?"
)
#: A day of the month alone: 22日, 13日至17日; 十二日 where it stands like a date.
_LONE_DAY = (
    rf"(?:(?P<lone_from>3[01]|[12]\d|[1-9]) ?日? ?{JOIN} ?)?(?P<lone>3[01]|[12]\d|[1-9]) ?日"
    r"(?!内|之内|游|均|报|元|夜|用|行|落|租|结|供|龄|产|子|程|本|薪|志|历)"
    r"|(?P<lone_han>三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?)日(?=上午|下午|晚"
    r"|凌晨|中午|早|夜|电|讯|起|至|，|在|从|，)"
)
#: 十四五期间, “八五”期间, “十三五”时期.
_PLAN = r"[“‘]?(?P<plan>十[一二三四五六]?|[六七八九])[·•]?五[”’]?(?:计划|规划)?(?:期间|时期)"
#: 上世纪八十年代, 90年代初, 20世纪60年代末.
_DECADE = (
    r"(?P<century>上个?世纪|本世纪|二十世纪|20世纪|十九世纪|19世纪|二十一世纪"
    r"|21世纪)?(?P<decade>(?:1[89]|20)\d0|[1-9]0|[二三四五六七八九]十|零零)年代"
    r"(?:初期?|末期?|中期|中后期|后期|中叶|以来)?"
)
#: A feast before which something is to be: 春节前; a feast alone is the name of an occasion.
_FEAST_ALONE = rf"(?P<feast>{_FEAST})(?=前(?!夕?[，后])|当天|当日|这天)"
#: Reckoned back: 12天前, 两年前的8月, 三个月前.
_AGO = (
    rf"(?P<ago>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})(?P<ago_unit>天|年"
    rf"|个月)前(?:的(?P<ago_month>{_MONTH})月(?!\d))?"
)
#: Open periods, and what bounds or narrows a date without being its core: 以来, 至今; 前, 起, 冬天.
_OPEN = (
    r"(?:(?P<open>以来|至今|到现在|到目前)"
    r"|(?P<bound>[春夏秋冬][天季]|(?:以|之)?前(?![夕后期来往去身进列线沿三两几一二四五六七八九十"
    r"\d])"
    r"|起(?![步草点伏飞初来重])))?"
)

#: A cheap look ahead, so that the whole is tried only where a time may begin.
_BEGINS = (
    r"\d(?=[\d ]{0,7} ?(?:[.年月日世季/~～至到—–―－-]|天前|个月前))"
    r"|[一二三四五六七八九十廿零两](?=.{0,4}(?:[年月日季]|天前|个月前))"
    r"|[正腊冬]月|农历|阴历|今[年天日早晚春夏秋冬]|[去明][年天日春夏秋冬]|前[年天晚二三]|大前"
    r"|后[年天]"
    r"|上[年半个月周星礼世]|下[半个月周星礼]|本[年月周世]|[次翌同当全]年|当月|年[初底末中]|首季"
    r"|第[一二三四1-4]"
    r"|这[个周]|昨[天日晚夜]|月[底初末]|[“‘](?=[十六七八九])|[十六七八九][一二三四五六]?[·•]?五"
    r"|[元妇植劳青儿建教国春端中重清冬七腊][旦女树动年童党军师庆节宵午秋元阳明至夕八]"
)
#: The characters that it begins with.
_FIRST = (
    r"[\d一二三四五六七八九十廿零两正腊冬农阴今去明前大后上下本次翌同当全年首第这昨月“‘"
    r"元妇植劳青儿建教国春端中重清七]"
)
_NOT_BEFORE = r"[\d.A-Za-z〔]"
_RE_LEAD = lead(_FIRST, _BEGINS, behind=_NOT_BEFORE)
_RE_TIME = re.compile(
    rf"(?:{_DECADE}|{_PLAN}|{_LUNAR}|{_POINTED}|{_CALENDAR}|{_OF_YEAR}|{_PART}|{_SPOKEN}"
    rf"|{_LONE_DAY}|{_FEAST_ALONE}|{_AGO})"
    rf"{_OPEN}"
)


def find_time_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text that may be times, with the groups of the expressions above."""
    return matches_from(_RE_TIME, text, offsets(_RE_LEAD, text))
