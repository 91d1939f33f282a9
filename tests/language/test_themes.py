import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.language import themes as t
from helpers.language.normalise import normalise
from helpers.language.theme_lists import NAMES, OTHER, THEMES, theme_names

SPECIMEN_KEY = Path(__file__).resolve().parents[1] / "specimen" / "key"


def frame(*articles: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [{"article_id": f"a{i}", "headline": h, "text": x} for i, (h, x) in enumerate(articles)]
    )


def test_the_built_in_dictionary_is_whole():
    dictionary = t.load_themes()
    assert dictionary.themes == THEMES == tuple(NAMES)
    for theme in THEMES:
        terms = [term for term in dictionary.terms if term.theme == theme]
        assert 40 <= len(terms) <= 400, theme
        assert {term.weight for term in terms} == {1, 2, 3}
        assert all(term.reason for term in terms)


def test_a_mask_always_holds_a_term_and_is_none_itself():
    dictionary = t.load_themes()
    terms = {term.term for term in dictionary.terms}
    for mask in dictionary.masks:
        assert mask not in terms
        assert any(term in mask for term in terms), mask


@pytest.mark.parametrize(
    ("headline", "text", "main"),
    [
        (
            "百亩土地十天签完",
            "镇里启动征地，农户签约率过九成，补偿款陆续发放。",
            "land_acquisition",
        ),
        ("掌上报事", "居民用小程序上报，平台自动派单，办结率明显提高。", "digital_governance"),
        ("支部进小区", "主题党日上，党员重温誓词，党支部认领了服务岗位。", "party_building"),
        ("物业费收上来了", "业委会换了物业公司，业主都说好。", "property_management"),
        ("老楼装上电梯", "老旧小区改造开工，加装电梯和外立面同步施工。", "urban_renewal"),
        ("黄桃熟了", "合作社带着村民种植黄桃，户均增收上万元。", "rural_development"),
        ("山里通了水", "新水厂通水，供水管网接到了家家户户。", "water_supply"),
        ("小河变清", "村里推行垃圾分类，生活污水截污纳管，河道干净了。", "environment"),
        ("重阳饺子宴", "志愿者来到敬老院，同老人一道过重阳节。", "community_life"),
        ("大戏下乡", "送戏下乡演出进了文化礼堂，非遗传承人登台表演。", "culture"),
        ("疫苗进村", "卫生院组织接种疫苗，家庭医生逐户登记。", "public_health"),
        ("羔子落地了", "接羔季里，牧户们守着羊群，饲草早早备足。", "rural_development"),
        ("开闸放船", "休渔期一过，渔民解缆出港，渔船一条接一条。", "rural_development"),
        ("一铺炕上的新苗", "大棚里育秧正忙，插秧机也检修好了。", "rural_development"),
        ("沙梁绿了", "护林员走遍沙地，飞播的种子出了苗，防沙治沙见了效。", "environment"),
        ("四点半以后", "托管班办到了楼下，带娃不再难。", "community_life"),
        ("宣讲队上山", "宣讲员带着党徽，把全会精神讲到火塘边。", "party_building"),
        ("巷子不再淹", "排水沟翻新，内涝的老街焕然一新。", "urban_renewal"),
        ("戏台搭在晒场", "社火队唱戏，皮影也登了台。", "culture"),
        ("主机交付", "船坞里完成试航，厂家按合同交货。", OTHER),
        ("一场球赛", "两队踢成平局，观众散去。", OTHER),
        ("", "", OTHER),
    ],
)
def test_made_up_articles_have_their_main_theme(headline, text, main):
    articles = frame((headline, text))
    given_rows = t.score_themes(articles, dictionary=t.load_themes())
    assert t.main_themes(articles, given_rows).tolist() == [main]


@pytest.mark.parametrize(
    "text",
    [
        "经济健康发展，优化营商环境和投资环境。",
        "广泛征求意见，提供水平更高的教育。",
        "村党支部书记王某说。镇党委书记李某说。",
        "奋战在一线上的工人，生产线上的产品。",
    ],
)
def test_masked_expressions_give_no_theme(text):
    assert t.score_themes(frame(("", text)), dictionary=t.load_themes()).empty


def test_the_score_is_the_documented_formula():
    dictionary = t.ThemeDictionary((t.ThemeTerm("x", "征地", 3, ""),))
    length = len("征地") + len("征地，征地")
    f = 2 + 3 * 1
    damping = 1.2 * (1 - 0.5 + 0.5 * length / 600)
    expected = round(3 * f * 2.2 / (f + damping), 3)
    found = dictionary.score("征地", "征地，征地")["x"]
    assert (found.score, found.n_hits, found.terms) == (expected, 3, "征地")


def test_a_headline_hit_counts_more_and_a_long_text_less():
    dictionary = t.load_themes()
    filler = "某" * 600
    in_text = dictionary.score("某某", "征地" + filler)["land_acquisition"].score
    in_headline = dictionary.score("征地", "某某" + filler)["land_acquisition"].score
    longer = dictionary.score("某某", "征地" + filler * 4)["land_acquisition"].score
    assert in_headline > in_text > longer


def test_the_longest_term_wins():
    hits = t.load_themes().hits("老旧小区改造")
    assert dict(hits) == {"老旧小区改造": 1}


def test_equal_scores_go_by_the_order_of_themes():
    terms = (t.ThemeTerm("second", "乙乙", 3, ""), t.ThemeTerm("first", "甲甲", 3, ""))
    rows = t.score_themes(frame(("", "甲甲乙乙")), dictionary=t.ThemeDictionary(terms))
    assert rows["theme"].tolist() == ["second", "first"]


def test_no_articles_and_missing_headlines_keep_the_columns():
    empty = t.score_themes(frame(("", "")).iloc[:0], dictionary=t.load_themes())
    assert tuple(empty.columns) == t.COLUMNS
    articles = pd.DataFrame({"article_id": ["a"], "headline": [None], "text": ["征地征迁，签约率"]})
    rows = t.score_themes(articles, dictionary=t.load_themes())
    assert rows["theme"].tolist() == ["land_acquisition"]
    assert str(rows["n_hits"].dtype) == "int64"


def test_a_corpus_adds_terms_and_themes_or_replaces(tmp_path):
    own = tmp_path / "own.tsv"
    own.write_text(
        "theme\tterm\tweight\treason\nsport\t球赛\t3\tx\nculture\t文化\t3\ty\n", encoding="utf-8"
    )
    both = t.load_themes(own)
    assert both.themes == (*THEMES, "sport")
    assert [x.weight for x in both.terms if (x.theme, x.term) == ("culture", "文化")] == [3]
    alone = t.load_themes(own, replace=True)
    assert alone.themes == ("sport", "culture")
    assert alone.masks == ()


def test_theme_names_in_both_languages():
    assert theme_names("zh")["land_acquisition"] == "土地征收"
    assert set(theme_names("en")) == {*THEMES, OTHER}
    with pytest.raises(ValueError, match="language"):
        theme_names("fr")


@given(st.text(), st.text())
def test_any_text_is_scored(headline, text):
    for theme, found in t.given_themes(t.load_themes().score(headline, text)):
        assert theme in THEMES
        assert found.score >= t.MAIN_THRESHOLD
        assert found.n_hits >= 1


def evaluate(key: Path) -> dict[str, float]:
    """Compare with an answer key; optional labels are neither right nor wrong."""
    structure = json.loads((key / "structure.json").read_text(encoding="utf-8"))
    answers = json.loads((key / "themes.json").read_text(encoding="utf-8"))["articles"]
    articles = pd.DataFrame(
        [
            {
                "article_id": article["id"],
                "headline": normalise(article["headline"] or ""),
                "text": normalise(article["body"]),
            }
            for issue in structure["issues"]
            for article in issue["articles"]
        ]
    )
    rows = t.score_themes(articles, dictionary=t.load_themes())
    main = t.main_themes(articles, rows)
    right = wrong = missed = hit = 0
    for answer in answers:
        wanted, optional = set(answer["themes"]), set(answer["optional"])
        found = set(rows.loc[rows["article_id"] == answer["article"], "theme"]) or {OTHER}
        right += len(found & wanted)
        wrong += len(found - wanted - optional)
        missed += len(wanted - found)
        hit += main[answer["article"]] == answer["main"]
    return {
        "articles": len(answers),
        "main": hit / len(answers),
        "precision": right / (right + wrong),
        "recall": right / (right + missed),
    }


def report(name: str, measured: dict[str, float], capsys) -> None:
    with capsys.disabled():
        print(f"\nthemes, {name}: " + ", ".join(f"{k} {v:.2f}" for k, v in measured.items()))


@pytest.mark.shared
def test_themes_of_the_real_issues(shared, capsys):
    measured = evaluate(shared / "gold" / "kecheng")
    report("two real issues", measured, capsys)
    assert measured["main"] >= 0.9
    assert measured["precision"] >= 0.85
    assert measured["recall"] >= 0.85


def test_themes_of_the_specimen(capsys):
    measured = evaluate(SPECIMEN_KEY)
    report("specimen", measured, capsys)
    assert measured["main"] >= 0.9
    assert measured["precision"] >= 0.8
    assert measured["recall"] >= 0.8
