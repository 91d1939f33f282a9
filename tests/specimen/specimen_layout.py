"""Print a source as the raw lines of an issue, and say where each thing came to stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from lunar_python import Solar
from specimen_source import Issue, Line

PAPER = "今日岚溪"
NUMERALS = "零一二三四五六七八九十"
LUNAR_MONTHS = ["正月", *(f"{n}月" for n in [*"二三四五六七八九十", "十一", "十二"])]
WEEKDAYS = "一二三四五六日"


@dataclass
class Page:
    """The raw lines, the furniture, and the raw line numbers (from 1) of each source line."""

    lines: list[str] = field(default_factory=list)
    furniture: list[dict[str, object]] = field(default_factory=list)
    masthead_lines: dict[str, int] = field(default_factory=dict)
    placed: dict[int, list[int]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The raw file: like the real ones it does not end in a line feed."""
        return "\n".join(self.lines)

    def add(self, text: str, *, blank: bool = True) -> int:
        """Print one line, by default with a blank one after it; return its number."""
        self.lines.append(text)
        number = len(self.lines)
        if blank:
            self.lines.append("")
        return number

    def add_furniture(self, text: str, role: str, *, blank: bool = True) -> int:
        number = self.add(text, blank=blank)
        self.furniture.append({"line": number, "text": text, "role": role})
        return number

    def add_field(self, name: str, text: str, *, blank: bool = True) -> None:
        """Print one masthead line; `name` may join two or three fields with a plus sign."""
        number = self.add_furniture(text, name, blank=blank)
        for part in name.split("+"):
            self.masthead_lines[part] = number


def lunar_date(issue: Issue) -> str:
    """Return the lunar date as newspapers print it, e.g. `农历庚子年闰四月廿一`."""
    day = issue.date
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    month = lunar.getMonth()
    leap = "闰" if month < 0 else ""
    name = LUNAR_MONTHS[abs(month) - 1]
    return f"农历{lunar.getYearInGanZhi()}年{leap}{name}{lunar.getDayInChinese()}"


def printed_masthead(issue: Issue) -> dict[str, str | None]:
    """Return every masthead field as it is printed; None where the source has none."""
    head, day = issue.header, issue.date
    style = head.get("style", "A")
    pages = head.get("pages")
    numeral = pages and (pages if style == "C" else NUMERALS[int(pages)])
    hotline_label = "新闻热线" if style == "C" else "采编热线"
    return {
        "paper": PAPER,
        "date": f"{day.year}年{day.month}月{day.day}日",
        "issue_number": f"第{head['number']}期",
        "lunar_date": lunar_date(issue),
        "weekday": f"星期{WEEKDAYS[day.weekday()]}",
        "publisher": f"{head['publisher']}主办" if "publisher" in head else None,
        "compiler": f"{head['compiler']}编印" if "compiler" in head else None,
        "pages": f"今日{numeral}版" if pages else None,
        "hotline": f"{hotline_label}：{head['hotline']}" if "hotline" in head else None,
        "website": head.get("website"),
        "website_name": head.get("website_name"),
        "app": head.get("app"),
        "account": head.get("account"),
    }


def _print_masthead(page: Page, issue: Issue) -> None:
    printed = printed_masthead(issue)
    style = issue.header.get("style", "A")
    page.lines += ["", ""]
    moment = f"{printed['lunar_date']} {printed['weekday']}"
    if style == "C":
        page.add_field("paper", PAPER)
        page.add_field("date+lunar_date+weekday", f"{printed['date']} {moment}")
        page.add_field("issue_number", str(printed["issue_number"]))
        rest = ["publisher", "compiler", "website_name", "website", "account", "app"]
        rest += ["hotline", "pages"]
    else:
        page.add_field("date", str(printed["date"]))
        page.add_field("issue_number", str(printed["issue_number"]))
        page.add_field("lunar_date+weekday", moment)
        page.add_field("paper", PAPER)
        page.lines += ["", ""]
        rest = ["website_name", "website"]
        if style == "A":
            rest = ["account", "app", "publisher", *rest, "pages", "compiler", "hotline"]
        else:
            rest += ["compiler", "hotline", "pages", "publisher", "account", "app"]
    for name in rest:
        if text := printed[name]:
            page.add_field(name, text, blank=name != "website_name")


ROLES = {"T": "furniture", "S": "slogan", "N": "page_number"}


def _print_line(page: Page, line: Line) -> None:
    if line.code == "-":
        page.lines.append("")
    elif line.code == "+":
        if page.lines and not page.lines[-1]:
            page.lines.pop()
    elif line.code in ROLES:
        page.placed[line.number] = [page.add_furniture(line.inline.text, ROLES[line.code])]
    else:
        page.placed[line.number] = [page.add(piece) for piece in line.inline.pieces()]


def lay_out(issue: Issue) -> Page:
    """Print the whole issue, masthead first."""
    page = Page()
    _print_masthead(page, issue)
    for line in issue.stream:
        _print_line(page, line)
    while page.lines and not page.lines[-1]:
        page.lines.pop()
    return page
