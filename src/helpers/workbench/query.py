"""What is looked for, how, where, and in which order it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.charts.saying import say


@dataclass(frozen=True)
class Query:
    """A question to the index.

    Args:
        text: What to look for.
        how: 'string', 'words', 'class' or 'regex', as `Index.find` has them.
        sort: 'position', 'left' or 'right'.
        theme: Only articles with this theme; all when empty.
        issue: Only this issue; all when empty.
        kind: Only articles of this kind; all when empty.
        context: Characters to either side.
    """

    text: str
    how: str = "string"
    sort: str = "position"
    theme: str = ""
    issue: str = ""
    kind: str = ""
    context: int = 18

    def citation(self, corpus: str, corpus_hash: str) -> str:
        """Return what must be told for somebody else to ask the same: query, filters, corpus."""
        parts = [f"{say('检索', 'Query')}: {self.text} ({ways()[self.how]})"]
        filters = (
            (say("主题", "theme"), self.theme),
            (say("期", "issue"), self.issue),
            (say("体裁", "kind"), self.kind),
        )
        parts += [f"{name} = {value}" for name, value in filters if value]
        parts.append(f"{say('语料', 'corpus')} {corpus} ({corpus_hash[:12]})")
        return "; ".join(parts)


def ways() -> dict[str, str]:
    """Name the ways of looking, in the language of the style."""
    return {
        "string": say("字符串", "String"),
        "words": say("整词", "Whole words"),
        "class": say("词表类别", "Class of terms"),
        "regex": say("正则表达式", "Regular expression"),
    }


def orders() -> dict[str, str]:
    """Name the orders of hits, in the language of the style."""
    return {
        "position": say("按原文次序", "As printed"),
        "left": say("按左侧语境", "By left context"),
        "right": say("按右侧语境", "By right context"),
    }
