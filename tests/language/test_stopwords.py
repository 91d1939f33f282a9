import pytest

from helpers.language.stopwords import KINDS, load_stopwords


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("的", "function"),
        ("进一步", "officialese"),
        ("扎实推进", "officialese"),
        ("据悉", "reporting"),
    ],
)
def test_each_kind_holds_its_own(term, kind):
    assert term in load_stopwords(kinds=[kind])
    for other in set(KINDS) - {kind}:
        assert term not in load_stopwords(kinds=[other])


@pytest.mark.parametrize("term", ["征地", "党支部", "小区", "村民", "平台"])
def test_topics_are_not_stopwords(term):
    assert term not in load_stopwords()


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="kinds must be among"):
        load_stopwords(kinds=["small"])


def test_a_corpus_adds_or_replaces(tmp_path):
    own = tmp_path / "own.tsv"
    own.write_text("term\tkind\treason\n岚溪\treporting\tthe paper's place\n", encoding="utf-8")
    assert {"岚溪", "的"} <= load_stopwords(own)
    assert load_stopwords(own, replace=True) == {"岚溪"}
