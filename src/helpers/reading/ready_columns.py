"""Which column of a table of articles holds what: as corpus.toml says, else by common names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from helpers.errors import InputError

#: The fields that a column can hold, with the names that it commonly has, best first.
NAMES: dict[str, tuple[str, ...]] = {
    field: tuple(names.split())
    for field, names in {
        "title": "标题 题名 主标题 正标题 篇名 文章标题 新闻标题 title headline",
        "text": "正文 全文 内容 文本 文章内容 新闻内容 正文内容 text content body fulltext",
        "date": "日期 出版日期 发布日期 刊发日期 见报日期 发表日期 时间 发布时间 年份"
        " date pubdate publishdate publicationdate issuedate pubtime year",
        "paper": "报纸 报名 报纸名称 报刊 报刊名称 paper newspaper",
        "kicker": "肩题 引题 眉题 kicker introtitle",
        "deck": "副题 副标题 deck subtitle subheadline",
        "byline": "作者 记者 署名 author authors byline reporter",
        "page": "版次 版面 版号 版名 page pageno",
        "kind": "体裁 类型 文体 kind genre",
    }.items()
}
#: Fields without which there is no issue.
NEEDED = ("title", "text", "date")
#: Another name under which corpus.toml may give a field.
ALIASES = {"author": "byline", "headline": "title"}
#: What is left out when names of columns are compared.
RE_IGNORED = re.compile(r"[\s_\-.:：()（）\ufeff]+")


def fold(name: str) -> str:
    """Return a name of a column as it is compared: 'Pub Date' => 'pubdate'."""
    return RE_IGNORED.sub("", name).lower()


def map_columns(
    there: Sequence[str], columns: Mapping[str, str] | None = None, *, file: Path | None = None
) -> dict[str, str]:
    """Return field → column for the columns that are there.

    Args:
        there: The names of the columns.
        columns: What corpus.toml says under `[columns]`; what it leaves out is guessed.
        file: The file, for errors.

    Raises:
        InputError: A column that corpus.toml names is not there, or title, text or date cannot
            be guessed; the remedy lists the columns.
    """
    said = {ALIASES.get(field, field): column for field, column in (columns or {}).items()}
    listed = ", ".join(there[:40]) or "none"
    for field, column in said.items():
        if column not in there:
            raise InputError(
                f"[columns] of corpus.toml takes {field} from '{column}', which is not there",
                file=file,
                remedy=f"the columns are: {listed}",
            )
    folded: dict[str, str] = {}
    for column in there:
        folded.setdefault(fold(column), column)
    taken = set(said.values())
    for field, names in NAMES.items():
        found = [folded[name] for name in names if name in folded and folded[name] not in taken]
        if field not in said and found:
            said[field] = found[0]
            taken.add(found[0])
    missing = [field for field in NEEDED if field not in said]
    if missing:
        raise InputError(
            f"cannot tell which column holds {' and '.join(missing)}",
            file=file,
            remedy=f'say so in corpus.toml: [columns], and under it {missing[0]} = "…";'
            f" the columns are: {listed}",
        )
    return said
