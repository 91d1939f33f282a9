"""Parse and answer key side by side as HTML, the characters that differ marked."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from helpers.audit.differences import Difference, spans
from helpers.charts.labels import Language, checked
from helpers.export.rawpage import styles
from helpers.export.words import say
from helpers.statistics.naming import named

#: Text that both readings share is cut in the middle where it is longer than this.
SHARED = 36


def differences_page(
    found: Iterable[Difference],
    *,
    language: str | None = None,
    anchor: str | None = None,
    styled: bool = True,
) -> Markup:
    """Draw differences as a table: where, what, the key's reading, the parser's.

    Characters that only the key has are marked as deleted, those that only the parse has as
    inserted: in colour, and struck through or underlined.

    Args:
        found: What `helpers.audit.differences.differences` gives.
        language: 'zh' or 'en'; that of the charts when not given.
        anchor: What the ids of lines begin with, where the same page shows the raw lines.
        styled: Put the style sheet before it, as a notebook needs.
    """
    spoken = checked(language)
    heads = [say(key, language=spoken) for key in ("where", "part", "in_key", "in_parse")]
    classes = ("rp-where", "rp-part", "rp-key-side", "rp-parse-side")
    head = Markup("").join(
        Markup('<th class="{}" scope="col">{}</th>').format(*pair)
        for pair in zip(classes, heads, strict=True)
    )
    rows = Markup("").join(_row(one, spoken, anchor) for one in found)
    return Markup(
        '<div class="rp" lang="{}">{}<table class="rp-diff"><thead><tr class="rp-row">{}</tr>'
        "</thead><tbody>{}</tbody></table></div>"
    ).format(
        "zh-CN" if spoken == "zh" else "en",
        Markup("<style>{}</style>").format(Markup(styles())) if styled else "",
        head,
        rows,
    )


def _row(one: Difference, language: Language, anchor: str | None) -> Markup:
    """Draw one difference."""
    part = say(f"part_{one.part}", language=language)
    if one.status != "differs":
        part = say(one.status, language=language)
    key, parse = _readings(one, language)
    where = say("line_n", language=language, n=one.line)
    return Markup(
        '<tr class="rp-row"><td class="rp-where">{}<br>{}</td>'
        '<td class="rp-part">{}</td><td>{}</td><td>{}</td></tr>\n'
    ).format(
        one.issue,
        where
        if anchor is None
        else Markup('<a href="#{}{}">{}</a>').format(anchor, one.line, where),
        part,
        key,
        parse,
    )


def _readings(one: Difference, language: Language) -> tuple[Markup, Markup]:
    """Return the two readings; of kinds the names, of lines the numbers unmarked."""
    if one.part == "lines":
        return escape(one.key), escape(one.parse)
    if one.part == "kind":
        key, parse = named([one.key, one.parse], language)
        return Markup("<del>{}</del>").format(key), Markup("<ins>{}</ins>").format(parse)
    return marked(one.key, one.parse)


def marked(key: str, parse: str) -> tuple[Markup, Markup]:
    """Mark what differs => (the key's reading, the parser's)."""
    one, other = Markup(""), Markup("")
    for here, there in spans(key, parse):
        if here == there:
            same = _cut(here)
            one, other = one + same, other + same
        else:
            one += Markup("<del>{}</del>").format(_broken(here)) if here else ""
            other += Markup("<ins>{}</ins>").format(_broken(there)) if there else ""
    return one or Markup("–"), other or Markup("–")


def _cut(text: str) -> Markup:
    """Leave out the middle of a long text that both share."""
    if len(text) > SHARED:
        text = f"{text[: SHARED // 2]}…{text[-(SHARED // 2) :]}"
    return _broken(text)


def _broken(text: str) -> Markup:
    """Show where a line or a paragraph ends."""
    return Markup(str(escape(text)).replace("\n", "⏎<br>"))
