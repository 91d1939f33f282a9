"""Projects that articles follow: the longest name that several of them print.

There is no list of names. A name is a run of characters that ends in a word for a kind of
project (项目, 工程, 道路, 园区 …), says more than such words alone, and is printed twice or more.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict

import pandas as pd

from helpers.extraction.land import FIELDS
from helpers.extraction.printed import on_plain_reading

COLUMNS = ("article_id", "project", "n_mentions")
#: Words that end the name of a project.
RE_END = re.compile(
    r"项目|工程|道路|公路|大道|快速路|铁路|高速|隧道|大桥|园区|产业园|工业园|科技园|物流园|创业园"
    r"|智造园|新城|新区|开发区|水库|水厂|电站|机场|枢纽|码头|广场|安置区|安置房|地块"
)
#: Runs that a name may stand in: no punctuation, quotation marks or white space.
RE_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·]+")
#: Words that do not tell one project from another: 重点建设项目, 及配套道路工程.
RE_COMMON = re.compile(
    r"项目|工程|道路|公路|大道|地块|园区|建设|征地|征收|征迁|拆迁|土地|房屋|改造|配套|设施|基础|重点|重大|民生|工作|推进"
    r"|启动|涉及|实施|安置房|安置区|[及和与等为在对把将从了是的该本这各我全县区市镇乡省]|[一二三四五六七八九十两]期|\d"
)
#: Characters that cannot begin a name.
LOOSE = "的及和与等为在对把将从了是该本这各"
LONGEST = 24
#: How many characters must be left of a name when the words above are taken out.
LEAST_OWN = 2


@on_plain_reading
def find_projects(articles: pd.DataFrame) -> pd.DataFrame:
    """Name the project that each article is about => article_id, project, n_mentions.

    '甲乙丙园及配套道路项目' in two articles => both have it. The name that most articles share
    wins; of equal ones the longest, then the first in the order of characters. An article in
    which no name stands twice, and that shares none with another, has no row.

    Args:
        articles: Frame with `article_id`, `text` and, if it has them, `kicker`, `headline`, `deck`.
    """
    texts = {
        str(row["article_id"]): "\n".join(
            row[field] for field in FIELDS if isinstance(row.get(field), str)
        )
        for row in articles.to_dict("records")
    }
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article_id, text in texts.items():
        for name, count in candidate_names(text).items():
            counts[name][article_id] = count
    rows = []
    open_ids = set(texts)
    ranked = [
        (-len(where), -len(name), name) for name, where in counts.items() if where.total() > 1
    ]
    heapq.heapify(ranked)
    while open_ids and ranked:
        reach, length, name = heapq.heappop(ranked)
        taken = sorted(open_ids & set(counts[name]))
        # Articles go to other names meanwhile: a name that reaches fewer goes back into the heap.
        if len(taken) < -reach:
            if taken:
                heapq.heappush(ranked, (-len(taken), length, name))
            continue
        rows += [(article_id, name, counts[name][article_id]) for article_id in taken]
        open_ids -= set(taken)
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"n_mentions": "int64"})


def candidate_names(text: str) -> Counter[str]:
    """Count every run that could be the name of a project: all its left extensions.

    '去年甲乙丙园项目开工' => 甲乙丙园项目, 年甲乙丙园项目, 去年甲乙丙园项目 and the shorter ones
    with at least `LEAST_OWN` characters of their own.
    """
    found: Counter[str] = Counter()
    for run in RE_RUN.finditer(text):
        for end in {match.end() for match in RE_END.finditer(run[0])}:
            for start in range(max(0, end - LONGEST), end):
                name = run[0][start:end]
                own = RE_COMMON.sub("", RE_END.sub("", name))
                if name[0] not in LOOSE and len(own) >= LEAST_OWN:
                    found[name] += 1
    return found
