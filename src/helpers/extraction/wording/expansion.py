"""What an abbreviated term stands for, where the text prints it."""

from __future__ import annotations

import re

#: Right behind the term: （甲、乙）, ：甲、乙。, ，即甲、乙, ，就是甲、乙.
RE_AFTER = re.compile(
    r"^[”’]?(?:[^，。；：（“”]{0,6})?(?:（(?:即|指)?(?P<bracket>[^（）。]{4,60})）"
    r"|(?:，?即|，?就是|，?是指|：)[“‘]?(?P<list>[^。；：“”]{4,80}))"
)
#: Parts of a list.
RE_PART = re.compile(r"[、，；]|和(?!谐)")


def find_expansion(text: str, end: int, term: str) -> str | None:
    """Return what stands for a term behind it: “小三改”（渠道、路网、电网改造） => 渠道、路网….

    Args:
        text: The field.
        end: Where the term ends, its closing mark not counted in.
        term: The term.
    """
    match = RE_AFTER.match(text[end : end + 120])
    if match is None:
        return None
    found = match["bracket"] or match["list"]
    if "以下简称" in found or "下称" in found or RE_PART.search(found) is None:
        return None
    return found.strip("“”‘’，、 ") or None if found != term else None
