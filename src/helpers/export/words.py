"""The words of the report page and the Word document, in Chinese and English."""

from __future__ import annotations

from helpers.charts.labels import Language, checked

#: By key: Chinese, English.
_WORDS: dict[str, tuple[str, str]] = {
    "report": ("研究报告", "Research report"),
    "kicker": ("县级党报文本研究", "Reading a county Party newspaper"),
    "contents": ("目录", "Contents"),
    "facts": ("语料概况", "The corpus"),
    "paper": ("报纸", "Newspaper"),
    "corpus": ("语料", "Corpus"),
    "hash": ("语料校验码", "Corpus hash"),
    "period": ("起止日期", "Period"),
    "goes_on": ("续", "goes on"),
    "confidence": ("置信度", "confidence"),
    "how_to_read": (
        "黑框为一篇稿件，左为行号与角色；标“?”者把握不足{sure}，其后为另一种可能。"
        "指针停留或用键盘选中行号，可见判定理由。",
        "A black frame is an article; at the left are line numbers and roles. ? marks lines less "
        "sure than {sure}, with the likeliest other role. Point at a line, or tab to its number, "
        "for the reason.",
    ),
    "where": ("位置", "Where"),
    "part": ("项目", "What"),
    "in_key": ("答案", "Answer key"),
    "in_parse": ("程序", "Parser"),
    "line_n": ("第{n}行", "line {n}"),
    "missing": ("漏掉的稿件", "article missing"),
    "extra": ("多出的稿件", "article too many"),
    "part_lines": ("行的归属", "its lines"),
    "part_kind": ("体裁", "kind"),
    "part_headline": ("标题", "headline"),
    "part_deck": ("副题", "deck"),
    "part_byline": ("署名", "byline"),
    "part_paragraph": ("段落", "paragraph"),
    "issues": ("期数", "Issues"),
    "articles": ("篇数", "Articles"),
    "characters": ("字数", "Characters"),
    "figures": ("图数", "Figures"),
    "figure": ("图", "Figure"),
    "to": ("至", "to"),
    "fictional": (
        "本语料系虚构，仅供演示；其中人名、地名、数字均非实有。",
        "This corpus is fictional and serves as a demonstration: its people, places and figures "
        "do not exist.",
    ),
    "sources": ("依据", "Rests on"),
    "sources_more": ("等{n}期", "and others, {n} issues in all"),
    "data": ("图中数据", "The data drawn"),
    "rows": (
        "前{shown}行，共{n}行；全部见 CSV",
        "First {shown} of {n} rows; all of them in the CSV",
    ),
    "files": ("下载", "Download"),
    "notebook": ("笔记本", "Notebook"),
    "notebooks": ("笔记本", "Notebooks"),
    "pages": ("各期原文", "The issues, line by line"),
    "pages_note": (
        "表中行号所指的各期，以及有最没有把握的稿件、须对照报纸原版校对的各期；逐行标出角色和判定理由。",
        "The issues that lines in the tables lead to, and those with the articles that the parser "
        "was least sure of, to be read beside the print; each line with its role and the reason.",
    ),
    "read": ("阅读", "Read"),
    "tables": ("数据表", "Tables"),
    "table": ("表", "Table"),
    "columns": ("列", "Columns"),
    "row_count": ("行数", "Rows"),
    "limits": ("局限", "Limits"),
    "limit_press": (
        "报纸记录的是编辑部选择刊登的内容。某事见报多，不等于做得多；没有见报，不等于没有发生。",
        "A newspaper records what its editors chose to print. Much coverage is not much action, "
        "and what is not printed may have happened all the same.",
    ),
    "limit_issues": (
        "结论只适用于所收各期。期数少或间隔不匀时，变化可能来自缺期，而不是时间。",
        "What is said holds for the issues at hand. Where they are few or unevenly spaced, a "
        "change may come from missing issues and not from time.",
    ),
    "limit_method": (
        "分词、主题、人名、数量均由规则识别，会有遗漏和误认；每个数字都可追溯到原文行号，引用前请核对。",
        "Words, themes, names and quantities are found by rules, which miss some and mistake "
        "others. Every figure leads back to its printed line: check it before you cite it.",
    ),
    "problems": ("读取中的问题", "Problems in reading"),
    "empty": ("还没有图。先运行笔记本，再生成报告。", "No figures yet. Run the notebooks first."),
    "elsewhere": ("其他", "Other"),
    "back": ("回到报告", "Back to the report"),
    "output": ("输出", "Output"),
    "alt": ("图示：", "Picture: "),
    "note": ("数字可按原文行号核对。", "Every number can be checked against its printed line."),
}


def say(key: str, *, language: Language | None = None, **parts: object) -> str:
    """Return a word or sentence of the report in a language."""
    return _WORDS[key][0 if checked(language) == "zh" else 1].format(**parts)
