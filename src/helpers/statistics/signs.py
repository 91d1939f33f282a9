"""The signs that the parser reads a line by, in words: `before:opener` is 'a byline comes next'."""

from __future__ import annotations

import re

#: What a line looks like at a glance, by the parser's name for it: Chinese, English.
LOOKS: dict[str, tuple[str, str]] = {
    "opener": ("署名开头的行", "a line that opens with a byline"),
    "credit": ("图片署名", "a credit"),
    "credited": ("以署名收尾的行", "a line that ends in a credit"),
    "page number": ("版次", "a page number"),
    "rule": ("分隔线", "a rule"),
    "tag": ("栏目标签", "a column tag"),
    "core values": ("核心价值观用语", "the core values"),
    "header": ("版头", "a page header"),
    "jump from": ("“上接”提示", "a jump from another page"),
    "jump to": ("“下转”提示", "a jump to another page"),
    "byline": ("独行署名", "a byline"),
    "name": ("独行人名", "a name alone"),
    "masthead": ("报头项目", "a masthead field"),
    "bullet": ("带项目符号的行", "a bulleted line"),
    "date": ("独行日期", "a date alone"),
    "signature": ("落款", "a signature"),
    "notice": ("公告启事字样", "a word for a notice"),
    "numbered": ("带序号的行", "a numbered line"),
    "row": ("表格行", "a row of a table"),
    "column tag": ("栏目标签", "a column tag"),
    "running header": ("版头", "a running header"),
    "zero number": ("零起头的序号", "a number with a zero"),
    "dash": ("以破折号起的行", "a line that begins with a dash"),
    "none": ("无", "none"),
    "few": ("少", "few"),
    "some": ("有些", "some"),
    "many": ("多", "many"),
    "nothing": ("空", "nothing"),
    "short open": ("未收句的短行", "a short line without an end"),
    "short soft": ("以逗号顿号收的短行", "a short line that ends in a comma"),
    "short closed": ("已收句的短行", "a short sentence"),
    "middle open": ("未收句的中长行", "a middling line without an end"),
    "middle closed": ("已收句的中长行", "a middling line with an end"),
    "long open": ("未收句的长行", "a long line without an end"),
    "long closed": ("已收句的长行", "a long line with an end"),
}
#: Signs by name: Chinese, English, and whether something printed in the line itself says so.
SIGNS: dict[str, tuple[str, str, bool]] = {
    "ends:stop": ("以句号收", "ends in a full stop", False),
    "ends:mark": ("以叹号问号收", "ends in ! or ?", False),
    "ends:quote": ("以引号收", "ends in a closing quote", False),
    "ends:colon": ("以冒号收", "ends in a colon", False),
    "ends:soft": ("以逗顿收", "ends in a comma", False),
    "ends:bracket": ("以括号收", "ends in a bracket", False),
    "ends:open": ("行末无标点", "ends without a mark", False),
    "stop inside": ("行中有句号", "a full stop inside", False),
    "commas:1": ("有一个逗号", "one comma", False),
    "commas:2": ("有多个逗号", "several commas", False),
    "left open": ("引号或括号未闭", "a quote or bracket left open", False),
    "closes what it did not open": (
        "闭合了前行的引号或括号", "closes what it did not open", False),
    "begins in mid-phrase": ("起首不成句", "begins in mid-phrase", False),
    "begins:opening": ("起首为时间等常见开头", "begins as a story does", False),
    "begins:quote": ("以引号起", "begins with a quote", False),
    "begins:bracket": ("以括号起", "begins with a bracket", False),
    "begins:bullet": ("以项目符号起", "begins with a bullet", True),
    "begins:dash": ("以破折号起", "begins with a dash", True),
    "numbered": ("有序号", "numbered", True),
    "speaker": ("有问答标记", "names a speaker", True),
    "opener": ("以署名开头", "opens with a byline", True),
    "opener:wire": ("以通讯社署名开头", "opens with a wire byline", True),
    "opener alone": ("独占一行的开头署名", "an opening byline alone", True),
    "byline begins": ("署名由此起", "a byline begins", True),
    "byline goes on": ("接续断行的署名", "a broken byline goes on", True),
    "credit without brackets": ("署名无括号", "a credit without brackets", True),
    "jump to": ("有“下转”字样", "jumps to another page", True),
    "jump from": ("有“上接”字样", "jumps from another page", True),
    "jump from, then more": ("“上接”后有正文", "jumps from another page, then text", True),
    "jump alone": ("独行转版提示", "a jump alone", True),
    "picture word": ("有“图为”等字样", "speaks of a picture", True),
    "picture word near": ("近旁有“图为”", "a picture word near", False),
    "photo credit near": ("近旁有摄影署名", "a photo credit near", False),
    "lost or void": ("有遗失作废、特此字样", "void, or hereby", True),
    "slogan:1": ("像标语", "reads like a slogan", True),
    "slogan:2": ("很像标语", "reads much like a slogan", True),
    "signature": ("是落款", "a signature", True),
    "date alone": ("独行日期", "a date alone", True),
    "date in it": ("含日期", "a date in it", True),
    "notice word": ("有公告启事字样", "a word for a notice", True),
    "contact": ("有联系方式", "says whom to contact", True),
    "weather": ("有天气用语", "words of weather", True),
    "header words": ("有责编、版次等字样", "words of a page header", True),
    "column name": ("是栏目名", "the name of a column", True),
    "salutation": ("是称呼", "a salutation", True),
    "told of a meeting": ("有主持、听取等字样", "tells of a meeting", True),
    "wide space": ("有宽空格", "a wide space", False),
    "three parts": ("分为三截", "three parts", False),
    "two parts": ("分为两截", "two parts", False),
    "two even parts": ("对仗两截", "two even parts", False),
    "fields set apart": ("分为多栏", "fields set apart", True),
    "spread": ("逐字空开", "every character set apart", True),
    "digits:some": ("含数字", "some digits", False),
    "digits:many": ("多为数字", "mostly digits", False),
    "latin": ("全为字母数字", "letters and digits alone", False),
    "mark inside": ("含叹号问号", "! or ? inside", False),
    "indented": ("行首缩进", "indented", False),
    "not indented": ("行首未缩进", "not indented", False),
    "repeated": ("在别处重复", "stands elsewhere too", True),
    "same as before": ("与前行相同", "the same as before", True),
    "paper's name": ("是报名", "the paper's name", True),
    "paper's name in it": ("含报名", "holds the paper's name", True),
    "first lines": ("在文件开头", "among the first lines", False),
    "last lines": ("在文件末尾", "among the last lines", False),
    "column:part": ("未排满栏宽", "does not fill its column", False),
    "column:full": ("排满栏宽", "fills its column", False),
    "column:over": ("超出栏宽", "wider than its column", False),
    "as wide as near": ("与邻近各行同宽", "as wide as the lines near", False),
    "as wide as before": ("与前行同宽", "as wide as the line before", False),
    "as wide as after": ("与后行同宽", "as wide as the line after", False),
    "narrower than near": ("比邻近各行窄", "narrower than the lines near", False),
    "narrower than before": ("比前行窄", "narrower than the line before", False),
    "much narrower": ("比邻近各行窄得多", "much narrower than the lines near", False),
    "much narrower than before": ("比前行窄得多", "much narrower than before", False),
    "wider than before": ("比前行宽", "wider than the line before", False),
    "said again later": ("在后文重复", "stands again further on", True),
    "ends in mid-phrase": ("行末语未尽", "ends in mid-phrase", False),
    "quoted whole": ("整行为引语", "quoted as a whole", True),
    "unit of figures": ("是数据单位", "the unit of figures", True),
    "part of a series": ("是系列或连载之一", "part of a series", True),
    "number alone": ("独行数字", "a number alone", True),
    "number with a zero": ("零起头的序号", "a number with a zero", True),
    "page and section": ("版次与版名", "a page number and its section", True),
    "service word": ("有服务类字样", "a word of public service", True),
    "set like others": ("与他行用同样的标记", "set between the same marks as others", False),
    "comes to a photo credit": ("所在段以摄影署名收尾", "comes to a photo credit", False),
    "marked and comes to a photo credit": (
        "有标记且以摄影署名收尾", "marked, and comes to a photo credit", True),
    "word across:long": ("跨行成词", "a long word lies across the break", False),
    "word across:short": ("跨行成词", "a word lies across the break", False),
    "word across:none": ("跨行不成词", "no word lies across the break", False),
    "topic:new": ("下文换了话题", "the text after it is about other things", False),
    "topic:rather new": ("下文像换了话题", "the text after it seems new", False),
    "topic:unsure": ("下文话题难定", "the text after it may be new", False),
    "topic:rather old": ("下文像接着前文", "the text after it seems to go on", False),
    "topic:old": ("下文接着前文的话题", "the text after it is about the same", False),
    "what stands around it": ("凭上下文", "what stands around it", False),
}  # fmt: skip
#: What is said of lines of the masthead: the fields that they print.
FIELDS: dict[str, tuple[str, str]] = {
    "paper": ("报名", "name of the paper"),
    "date": ("日期", "date"),
    "issue_number": ("期号", "issue number"),
    "lunar_date": ("农历", "lunar date"),
    "weekday": ("星期", "weekday"),
    "publisher": ("主办单位", "publisher"),
    "compiler": ("编印单位", "editing office"),
    "pages": ("版数", "number of pages"),
    "hotline": ("热线", "hotline"),
    "email": ("邮箱", "e-mail"),
    "licence": ("刊号", "licence"),
    "website": ("网址", "website"),
    "website_name": ("网站名", "name of the website"),
    "app": ("客户端", "app"),
    "account": ("公众号", "account"),
    "stands in the masthead": ("在报头之中", "stands in the masthead"),
}
#: Signs made up of a word and a look or a number: how they are said, and whether they are printed.
MADE_UP: tuple[tuple[re.Pattern[str], str, str, bool], ...] = (
    (re.compile(r"before:(?P<a>.+)"), "其后是{a}", "before {a}", False),
    (re.compile(r"after:(?P<a>.+)"), "其前是{a}", "after {a}", False),
    (re.compile(r"before next:(?P<a>.+)"), "隔一行是{a}", "{a} stands two lines on", False),
    (re.compile(r"after last:(?P<a>.+)"), "隔一行前是{a}", "{a} stands two lines back", False),
    (re.compile(r"is:(?P<a>.+)"), "形似{a}", "looks like {a}", False),
    (
        re.compile(r"echo after:(?P<a>.+)"),
        "词语在下文重现：{a}",
        "words that come back: {a}",
        False,
    ),
    (
        re.compile(r"echo before:(?P<a>.+)"),
        "词语在上文出现：{a}",
        "words that came before: {a}",
        False,
    ),
    (re.compile(r"text in:(?P<n>\d)"), "距正文{n}行", "lines to the text: {n}", False),
    (re.compile(r"signed text ahead:.+"), "下文有署名", "a signed text ahead", False),
    (re.compile(r"unsigned text ahead:.+"), "下文无署名", "an unsigned text ahead", False),
    (re.compile(r"size \d \+ gaps \d\d"), "长短与空行合看", "length and gaps together", False),
    (re.compile(r".+ \+ ahead .+"), "形貌与下文合看", "shape and the text ahead", False),
    (re.compile(r"size \d \+ topic .+"), "长短与话题合看", "length and topic together", False),
    (
        re.compile(r".+ \+ size \d \+ .+"),
        "长短与前后行合看",
        "length and the lines around",
        False,
    ),
    (re.compile(r"(?P<a>.+) [<>] (?P<b>.+)"), "{a}之后是{b}", "{a}, then {b}", False),
    (re.compile(r"length<(?P<n>\d+)"), "不足{n}字", "under {n} characters", False),
    (re.compile(r"length>=(?P<n>\d+)"), "{n}字以上", "{n} characters or more", False),
    (re.compile(r"gap:0"), "上无空行", "no blank line above", False),
    (re.compile(r"gap:1"), "上有通常的空行", "the usual gap above", False),
    (re.compile(r"gap:2"), "上有较大空白", "a wide gap above", False),
    (re.compile(r"gap after:0"), "下方空白较小", "a small gap below", False),
    (re.compile(r"gap after:1"), "下有通常的空行", "the usual gap below", False),
    (re.compile(r"gap after:2"), "下有较大空白", "a wide gap below", False),
    (re.compile(r"short lines:(?P<n>\d)"), "所在短行段：{n}行", "short lines in a row: {n}", False),
    (re.compile(r"furniture:(?P<a>.+)"), "是{a}", "{a}", True),
    (re.compile(r"fields:(?P<n>\d)"), "有报头项目", "masthead fields in it", True),
    (re.compile(r"byline:.+"), "是独行署名", "a byline on its own", True),
    (re.compile(r"credit:(?:photo|text):alone"), "是独行署名", "a credit on its own", True),
    (re.compile(r"credit:(?:photo|text):at end"), "行末有署名", "a credit at its end", True),
)
#: The states that the parser tells apart, by name: Chinese, English.
STATES: dict[str, tuple[str, str]] = {
    "masthead": ("报头", "masthead"),
    "header": ("版头", "page header"),
    "slogan": ("标语", "slogan"),
    "furniture": ("版面杂项", "furniture"),
    "interrupt": ("段中杂项", "furniture within text"),
    "headline": ("标题", "headline"),
    "deck": ("副题", "deck"),
    "byline": ("署名", "byline"),
    "start": ("段首", "paragraph begins"),
    "item": ("条目", "item"),
    "opening": ("另起一稿", "article begins"),
    "goes on": ("接上段", "text goes on"),
    "caption": ("图片说明", "caption"),
    "caption goes on": ("接图片说明", "caption goes on"),
    "credit": ("图片署名", "credit"),
    "jump": ("转版", "jump line"),
}


def sign_in_words(sign: str, *, language: str) -> str:
    """Say a sign in words; one that is not known is returned as it is.

    'ends:open', 'zh' => '行末无标点'.
    """
    place = 0 if language == "zh" else 1
    if sign in SIGNS:
        return SIGNS[sign][:2][place]
    if sign in FIELDS:
        return FIELDS[sign][place]
    for pattern, chinese, english, _ in MADE_UP:
        if (match := pattern.fullmatch(sign)) is not None:
            parts = {k: _look(v, place) for k, v in match.groupdict().items()}
            return (chinese, english)[place].format(**parts)
    return sign


def is_printed(sign: str) -> bool:
    """Return whether a sign is printed in the line itself, and not its shape or neighbours."""
    if sign in SIGNS:
        return SIGNS[sign][2]
    if sign in FIELDS:
        return sign != "stands in the masthead"
    return next((printed for p, _, _, printed in MADE_UP if p.fullmatch(sign)), False)


def state_in_words(state: str, *, language: str) -> str:
    """Say a state of a line in words; one that is not known is returned as it is."""
    return STATES.get(state, (state, state))[0 if language == "zh" else 1]


def _look(name: str, place: int) -> str:
    return LOOKS.get(name, (name, name))[place]
