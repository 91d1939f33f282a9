import pytest

from helpers.language.lexicon import CLASSES, load_lexicon

HEADER = "term\tclass\treason\n"


def test_the_built_in_lexicon_is_broad_and_explained():
    lexicon = load_lexicon()
    assert len(lexicon) >= 300
    assert set(lexicon.class_counts()) == set(CLASSES)
    assert all(entry.reason for entry in lexicon.entries)
    assert all(len(term) > 1 for term in lexicon.terms)


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("党建引领", "slogan_word"),
        ("网格员", "office"),
        ("征地拆迁", "land"),
        ("签约率", "indicator"),
    ],
)
def test_class_of_known_terms(term, kind):
    assert load_lexicon().class_of(term) == kind


def test_class_of_an_unlisted_term_is_empty():
    assert load_lexicon().class_of("海棠") == ""
    assert "海棠" not in load_lexicon()


def test_a_corpus_adds_its_terms_and_may_reclass_one(tmp_path):
    own = tmp_path / "own.tsv"
    own.write_text(HEADER + "岚溪一键办\tprogramme\tx\n网格员\tcommunity\ty\n", encoding="utf-8")
    lexicon = load_lexicon(own)
    assert len(lexicon) == len(load_lexicon()) + 1
    assert lexicon.class_of("岚溪一键办") == "programme"
    assert lexicon.class_of("网格员") == "community"
    assert lexicon.digest != load_lexicon().digest
    assert load_lexicon(own, replace=True).terms == ("岚溪一键办", "网格员")
