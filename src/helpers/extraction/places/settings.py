"""The county that a paper speaks of, where its settings do not say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from helpers.extraction.document import Document, Setting
from helpers.extraction.places.gazetteer import divisions, provinces

#: 中共清州市青溪区委, 青溪区融媒体中心: who publishes or compiles a paper tells its county.
RE_PUBLISHER = re.compile(
    r"(?:中共|中国共产党)?(?P<larger>(?:[\u4e00-\u9fff]{2,8}?(?:自治州|省|市|州|盟|地区)){0,2})"
    r"(?P<county>[\u4e00-\u9fff]{1,7}?(?:自治县|县|区|市|旗))(?=委|人民政府|融媒体|新闻|报社|广播|传媒|$)"
)
#: Words of the title of a paper that are not the name of its county.
RE_NOT_NAME = re.compile(
    r"今日|日报|晚报|晨报|早报|时报|周报|周刊|快报|快讯|通讯|导报|新报|新闻|信息|时讯|发布|传媒|大众|农民|生活|报$"
)
#: The words of the levels of counties, longest first.
SEATS = ("自治县", "自治旗", "县", "区", "市", "旗")
#: The same, with the peoples of an autonomous county: 彝族苗族自治县.
RE_SEAT = re.compile(r"(?:[\u4e00-\u9fff]{1,4}族){0,4}自治[县旗]|[县区市旗]")

#: Zones that have a paper of their own like a county: 清溪|经济技术开发区.
RE_ZONE = re.compile(
    r"(?:国家级|省级)?(?:经济|高新|技术|产业|农业|旅游){0,3}(?:开发区|新区|管理区|度假区|示范区)"
)


def infer_setting(
    documents: Sequence[Document], setting: Setting, publishers: Sequence[str] = ()
) -> Setting:
    """Complete what is known of a paper's county from its publishers, its title and its articles.

    What `setting` says stands. 中共清州市青溪区委 → 青溪区, 清州市; 今日青溪 with 青溪区 in the
    articles or in the list of divisions → 青溪区, 清州市, 浙江省.
    """
    county, city, province = setting.county, setting.city, setting.province
    for publisher in publishers:
        found = RE_PUBLISHER.match(publisher)
        if found and county is None:
            county = found["county"]
        if found and county == found["county"]:
            larger = re.findall(r".+?(?:自治州|省|市|州(?!市)|盟|地区)", found["larger"])
            for name in larger:
                if name.endswith("省"):
                    province = province or name
                else:
                    city = city or name
    if county is None and setting.paper:
        county = _from_title(setting.paper, documents)
    if county is None:
        county = _from_articles(documents)
    if county is not None and (city is None or province is None):
        listed = [p for p in divisions().places.get(county, ()) if not city or p.parent == city]
        parents = {p.parent for p in listed if p.parent}
        # 义乌市 stood under 金华地区, 浙江省 and 金华市 by turns: one place.
        parents = {parent for parent in parents if parent not in provinces()} or parents
        if len({parent[:2] for parent in parents}) == 1:
            parents = {max(parents, key=lambda name: (name.endswith("市"), name))}
            city, province = _above(parents.pop(), city, province)
    if city is not None and province is None:
        _, province = _above(city, city, None)
    return Setting(setting.paper, county, city, province)


def _above(
    parent: str | None, city: str | None, province: str | None
) -> tuple[str | None, str | None]:
    """Complete city and province from the parent of a county."""
    places = divisions().places.get(parent or "", ())
    if any(place.level == "省" for place in places):
        return city, province or parent
    above = {place.parent for place in places if place.parent and place.level == "市"}
    return city or parent, province or (above.pop() if len(above) == 1 else None)


def _from_articles(documents: Iterable[Document]) -> str | None:
    """Return the county that the articles name more than all others together."""
    from helpers.extraction.places.candidates import find_candidates
    from helpers.extraction.places.learned import Names

    names = Names()
    printed: Counter[str] = Counter()
    for document in islice(documents, 500):
        for text in document.fields.values():
            found = find_candidates(text, names)
            printed.update(
                one.canonical for one in found if one.level in ("县", "区") and not one.short
            )
    for county, count in printed.most_common(1):
        if count > 1 and 2 * count > printed.total():
            return county
    return None


def _from_title(paper: str, documents: Iterable[Document]) -> str | None:
    """Find the county whose name the title of a paper holds."""
    parts = [part for part in RE_NOT_NAME.split(paper) if len(part) >= 2]
    if not parts:
        return None
    name = max(parts, key=len)
    if len(name) > 2 and name[0] in "新今看":
        return _named(name[1:], documents) or _named(name, documents)
    return _named(name, documents)


def _named(name: str, documents: Iterable[Document]) -> str | None:
    """Find the county of a name in the articles, or else in the list."""
    for seat in SEATS:
        if name.endswith(seat) and len(name) > len(seat) + 1:
            return name
    documents = list(documents)
    for pattern in (RE_SEAT, RE_ZONE):
        printed: Counter[str] = Counter()
        for document in documents:
            for text in document.fields.values():
                for at in _occurrences(text, name):
                    end = at + len(name)
                    if after := pattern.match(text, end):
                        printed[name + after.group()] += 1
        if printed:
            return min(printed, key=lambda county: (-printed[county], county))
        if listed := _listed(name):
            return listed
    return None


def _occurrences(text: str, name: str) -> Iterable[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _listed(name: str) -> str | None:
    """Return the county of this short form that is listed; 区 and 市 came after 县."""
    for seat in ("区", "市", "县", "旗", "自治县", "自治旗"):
        places = divisions().places.get(name + seat, ())
        if len({_province_of(place.parent) for place in places}) == 1:
            return name + seat
    return None


def _province_of(parent: str | None) -> str | None:
    """Return the province that a parent is or lies in."""
    if parent is None or parent in provinces():
        return parent
    return next((one.parent for one in divisions().places.get(parent, ())), None)
