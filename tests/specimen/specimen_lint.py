"""Hold a source file of the specimen against its format and against the county's calendar."""

from __future__ import annotations

import re

from specimen_numbers import agrees
from specimen_source import Article, Inline, Issue, Line, Problem, Span, parse_source

KINDS = ("news", "photo", "commentary", "wire", "notice")
THEMES = (
    "digital_governance",
    "land_acquisition",
    "party_building",
    "property_management",
    "urban_renewal",
    "rural_development",
    "water_supply",
    "environment",
    "community_life",
    "culture",
    "public_health",
    "other",
)
CATEGORIES = (
    "official_party",
    "official_government",
    "village_cadre",
    "resident",
    "enterprise",
    "worker",
    "expert",
    "other",
)
FIGURE_KINDS = (
    "count",
    "percent",
    "area",
    "money",
    "date",
    "period",
    "duration",
    "ordinal",
    "other",
)
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("q", "cat"): CATEGORIES,
    ("p", "cat"): CATEGORIES,
    ("q", "named"): ("0", "1"),
    ("p", "named"): ("0", "1"),
    ("q", "pos"): ("before", "after", "middle", "none"),
    ("f", "k"): FIGURE_KINDS,
    ("f", "a"): ("about", "over", "under", "almost"),
    ("c", "t"): ("quoted_coinage", "numeric_abbreviation", "parallel", "slogan", "set_phrase"),
}
#: For each tag, the attributes it must have and those it may have.
ATTRIBUTES: dict[str, tuple[set[str], set[str]]] = {
    "by": (set(), {"unit"}),
    "cr": (set(), {"unit"}),
    "q": ({"sp", "cat", "pos"}, {"named", "verb"}),
    "f": ({"v", "k", "of"}, {"u", "a"}),
    "c": ({"t"}, {"x"}),
    "p": ({"cat"}, {"title", "org", "place", "named"}),
}
ARTICLE_ATTRIBUTES = {"id", "kind", "main", "themes", "optional"}
CHECK_ATTRIBUTES = {"verdict", "with", "claim", "math", "note", "type"}
VERDICTS = ("consistent", "inconsistent", "rounded", "incomplete")
#: When each coinage of the county was first printed; before that day nobody knew the word.
FIRST_PRINTED = {
    "一键办": "2019-08-20",
    "三联三争": "2019-11-08",
    "屋场会": "2020-02-25",
    "一河一档": "2020-06-12",
    "红心物业": "2020-09-25",
    "邻里积分": "2020-11-27",
    "五色工单": "2021-05-28",
    "无废村": "2021-09-10",
    "共富工坊": "2021-12-21",
}
LEAST, MOST = 2000, 3500
#: `97/142 = 68.31%` in the sum of a check.
RE_SHARE = re.compile(r"([\d.]+)/([\d.]+) ?= ?([\d.]+)%")
#: A number, a date or quarter, null, or a bracketed range of them.
RE_VALUE = re.compile(
    r"^\[?(?:-?\d+(?:\.\d+)?|\d{4}(?:-\d\d){0,2}|\d{4}-Q\d|null)"
    r"(?:,(?:-?\d+(?:\.\d+)?|\d{4}(?:-\d\d){0,2}|\d{4}-Q\d|null))*\]?$"
)
#: Half-width punctuation between Chinese characters.
RE_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()][\u4e00-\u9fff]")


def printed_size(issue: Issue) -> int:
    """Count the characters of headlines, decks and bodies, blanks and bylines left out."""
    total = 0
    for line in (x for a in issue.articles for x in a.of("K", "H", "D", "P", "C")):
        bylines = sum(s.end - s.start for s in line.inline.spans if s.tag == "by")
        total += len(re.sub(r"\s", "", line.inline.text)) - bylines
    return total


def lint(content: str) -> list[Problem]:
    """Return every problem of a source file, sorted by line; line 0 means the whole file."""
    issue, problems = parse_source(content)
    problems += _lint_header(issue)
    for line in issue.stream:
        problems += _lint_line(line, issue)
    for article in issue.articles:
        problems += _lint_article(article)
    if not 4 <= len(issue.articles) <= 7:
        problems.append((0, f"{len(issue.articles)} articles; there should be 4 to 7"))
    size = printed_size(issue)
    if not LEAST <= size <= MOST:
        problems.append((0, f"{size} characters; there should be {LEAST} to {MOST}"))
    return sorted(problems)


def notes(content: str) -> list[Problem]:
    """Return what may be meant but deserves a look: digits in articles outside every tag."""
    issue, _ = parse_source(content)
    found: list[Problem] = []
    for line in (x for a in issue.articles for x in a.lines):
        covered = [s for s in line.inline.spans if s.tag in ("f", "c")]
        for match in re.finditer(r"\d+", line.inline.text):
            if not any(s.start <= match.start() < s.end for s in covered):
                near = line.inline.text[max(0, match.start() - 6) : match.end() + 4]
                found.append((line.number, f"digits without {{f}}: …{near}…"))
    return found


def _lint_header(issue: Issue) -> list[Problem]:
    head = issue.header
    found = [(0, f"@{key} is missing") for key in ("date", "number", "style") if key not in head]
    if head.get("style", "A") not in ("A", "B", "C"):
        found.append((0, f"@style {head['style']}: A, B or C"))
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", head.get("date", "")):
        found.append((0, "@date must be YYYY-MM-DD"))
    return found


def _lint_line(line: Line, issue: Issue) -> list[Problem]:
    inline, n = line.inline, line.number
    found: list[Problem] = []
    if line.code in "-+":
        return [(n, f"{line.code}| takes no text")] if inline.text else []
    if not inline.text.strip():
        found.append((n, f"{line.code}| without text"))
    if any(b in (0, len(inline.text)) for b in inline.breaks):
        found.append((n, "column break at the start or end"))
    if any(inline.text[b - 1] in "。！？”" for b in inline.breaks if b):
        found.append((n, "column break after a sentence: nobody could tell it from a paragraph"))
    if inline.breaks and line.code in "TSNKHD":
        found.append((n, f"column break in {line.code}|: write two lines instead"))
    if match := RE_HALF_WIDTH.search(inline.text):
        found.append((n, f"half-width punctuation: {match[0]}"))
    for word, first in FIRST_PRINTED.items():
        if word in inline.text and issue.header.get("date", "9") < first:
            found.append((n, f"{word} before its first day {first}"))
        found += [(n, f"{word} outside {{c}}") for _ in _outside(inline, word)]
    for span in inline.spans:
        found += [(n, message) for message in _lint_span(span, line)]
    return found


def _outside(inline: Inline, word: str) -> list[int]:
    """Return where the word stands outside every {c} tag."""
    spans = [s for s in inline.spans if s.tag == "c"]
    starts = [m.start() for m in re.finditer(word, inline.text)]
    return [i for i in starts if not any(s.start <= i < s.end for s in spans)]


def _lint_span(span: Span, line: Line) -> list[str]:
    text = line.inline.text[span.start : span.end]
    label = f"{{{span.tag}|{text[:16]}}}"
    if span.tag not in ATTRIBUTES:
        return [f"unknown tag {label}"]
    if line.code in "TSN" and span.tag != "c":
        return [f"{label}: only {{c}} may stand in {line.code}|"]
    required, optional = ATTRIBUTES[span.tag]
    found = [f"{label}: no {key}=" for key in sorted(required - span.attrs.keys())]
    found += [f"{label}: unknown {key}=" for key in span.attrs if key not in required | optional]
    for key, value in span.attrs.items():
        allowed = CHOICES.get((span.tag, key))
        if allowed and value not in allowed:
            found.append(f"{label}: {key}={value} is none of {', '.join(allowed)}")
    if not text:
        found.append(f"{label}: empty")
    elif span.tag == "q" and not (text[0] in "“‘" and text[-1] in "”’"):
        found.append(f"{label}: a quotation starts and ends with its marks")
    elif span.tag == "f" and not found:
        found += _lint_figure(span, text, label)
    elif span.tag == "by" and line.code not in "BP":
        found.append(f"{label}: a byline stands in B| or P|")
    elif span.tag == "by" and line.code == "P" and span.start != 0:
        found.append(f"{label}: a byline opens its paragraph")
    return found


def _lint_figure(span: Span, text: str, label: str) -> list[str]:
    kind, value = span.attrs["k"], span.attrs["v"]
    found = []
    if "u" not in span.attrs and kind not in ("date", "period", "percent"):
        found.append(f"{label}: no u=")
    if not RE_VALUE.match(value):
        found.append(f"{label}: v={value} is neither a number, a date nor a range of them")
    elif not agrees(text, value, kind) and kind != "other":
        found.append(f"{label}: v={value} is not what is printed")
    return found


def _lint_article(article: Article) -> list[Problem]:
    attrs, n = article.attrs, article.number
    found = [(n, f"unknown {key}=") for key in attrs if key not in ARTICLE_ATTRIBUTES]
    if attrs.get("id") != f"a{article.order}":
        found.append((n, f"id={attrs.get('id')}: this is article a{article.order}"))
    if attrs.get("kind") not in KINDS:
        found.append((n, f"kind={attrs.get('kind')} is none of {', '.join(KINDS)}"))
    themes = [attrs.get("main", "")]
    themes += attrs.get("themes", "").split(",")
    themes += [x for x in attrs.get("optional", "").split(",") if x]
    found += [(n, f"theme {t!r} is none of {', '.join(THEMES)}") for t in themes if t not in THEMES]
    if attrs.get("main") not in attrs.get("themes", "").split(","):
        found.append((n, "main= is not among themes="))
    if not article.of("H"):
        found.append((n, "no headline"))
    if not article.of("P", "C"):
        found.append((n, "no paragraph"))
    whole = "".join(line.inline.text for line in article.lines)
    for line in article.lines:
        for span in (s for s in line.inline.spans if s.tag == "q"):
            speaker = span.attrs.get("sp", "-")
            if speaker != "-" and speaker not in whole:
                found.append((line.number, f"speaker {speaker} is not named in the article"))
            if (verb := span.attrs.get("verb", "")) not in whole:
                found.append((line.number, f"verb {verb} is not in the article"))
    return found + _lint_checks(article)


def _lint_checks(article: Article) -> list[Problem]:
    found: list[Problem] = []
    for check in article.checks:
        n = check.number
        if check.strength not in ("stated", "derived"):
            found.append((n, "a check opens with stated or derived"))
        if check.attrs.get("verdict") not in VERDICTS:
            found.append((n, f"verdict= is none of {', '.join(VERDICTS)}"))
        found += [(n, f"unknown {key}=") for key in check.attrs if key not in CHECK_ATTRIBUTES]
        found += [(n, f"no {key}=") for key in ("claim", "math") if key not in check.attrs]
        for part, whole, share in RE_SHARE.findall(check.attrs.get("math", "")):
            if abs(100 * float(part) / float(whole) - float(share)) > 0.06:
                found.append((n, f"{part}/{whole} is not {share}%"))
    return found
