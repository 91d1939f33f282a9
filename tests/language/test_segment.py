import json
import pickle
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import paths
from helpers.language import reference, segment
from helpers.language.lexicon import load_lexicon

#: A run of ASCII that holds a dot, a hyphen or another mark inside: the only known difference.
RE_ASCII_RUN = re.compile(r"[A-Za-z0-9]*[._\-+#&%][A-Za-z0-9._\-+#&%]*")
SENTENCES = [
    "坚持党建引领基层治理，村两委和网格员挨家挨户做工作。",
    "土地征收签约率达98.5%，拆迁户全部签订协议。",
    "推行河长制、最多跑一次和一网通办，实行一村一策。",
    "张三丰在岚溪县城西街道办事处工作了3年\r\n",
    "５Ｇ　基站 ABC 12 完成。",
    "",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_words_are_those_of_jieba(text):
    assert segment.cut(text) == reference.reference_cut(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_words_are_those_of_jieba_with_the_lexicon(text):
    lexicon = load_lexicon()
    assert segment.cut(text, lexicon=lexicon) == reference.reference_cut(text, lexicon=lexicon)


@pytest.mark.parametrize("term", ["党建引领", "基层治理", "一村一策", "腾空率", "互联网+"])
def test_lexicon_terms_stay_whole_and_only_with_the_lexicon(term):
    text = f"本县推行{term}。"
    assert term in segment.cut(text, lexicon=load_lexicon())
    assert term not in segment.cut(text)


def test_the_one_known_difference_is_ascii_with_dots_and_hyphens():
    ours, theirs = segment.cut("坐S-300来"), reference.reference_cut("坐S-300来")
    assert ours != theirs
    assert without_ascii_runs(ours) == without_ascii_runs(theirs)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_joined_words_are_the_text(text):
    words = segment.cut(text)
    assert "".join(words) == text
    assert all(words)
    assert [text[a:b] for a, b in segment.spans(words)] == words


@given(st.text(alphabet=st.sampled_from("县委书记党建引领网格员征地了的，。\n 村两")))
def test_words_are_those_of_jieba_on_any_chinese(text):
    assert segment.cut(text) == reference.reference_cut(text)


def test_cut_many_cuts_each():
    cutter = segment.Segmenter(load_lexicon())
    assert cutter.cut_many(SENTENCES) == [cutter.cut(text) for text in SENTENCES]
    assert cutter.in_lexicon(["网格员", "海棠"]) == [True, False]


def test_a_segmenter_can_be_sent_to_another_process():
    cutter = segment.Segmenter(load_lexicon())
    assert pickle.loads(pickle.dumps(cutter)).cut(SENTENCES[0]) == cutter.cut(SENTENCES[0])


@pytest.mark.parametrize(("term", "tag"), [("干部", "n"), ("签约", "v"), ("一村一策", "")])
def test_pos_of_reads_the_dictionary(term, tag):
    assert segment.pos_of(term) == tag


@pytest.mark.slow
def test_jieba_is_silent_and_keeps_its_cache_in_the_project():
    code = "from helpers.language.reference import reference_cut as c; c('征地工作')"
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", code], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")
    assert reference.load_jieba().dt.tmp_dir == str(paths.cache())


def test_importing_loads_no_engine():
    code = (
        "import sys, helpers.language.segment, helpers.language.reference, helpers.language.themes;"
        "print([m for m in ('jieba', 'rjieba', 'ahocorasick_rs') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def without_ascii_runs(words: list[str]) -> str:
    """Mark where the words end, but not inside runs of ASCII with dots or hyphens."""
    text = "".join(words)
    inside = {i for m in RE_ASCII_RUN.finditer(text) for i in range(m.start() + 1, m.end())}
    ends = [b for _, b in segment.spans(words) if b not in inside]
    return f"{text} {ends}"


@pytest.mark.shared
@pytest.mark.slow
def test_words_are_those_of_jieba_on_real_text(shared, capsys):
    paragraphs = [
        line
        for path in sorted((shared / "issues").rglob("*.txt"))
        for line in path.read_text(encoding="utf-8-sig").splitlines()
    ]
    reports = shared / "corpora" / "gov_work_reports" / "reports_only.jsonl"
    for record in reports.read_text(encoding="utf-8").splitlines():
        paragraphs += json.loads(record)["content"].splitlines()[::2]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.strip()]
    ours = segment.Segmenter().cut_many(paragraphs)
    theirs = [reference.reference_cut(paragraph) for paragraph in paragraphs]
    differing = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    with capsys.disabled():
        print(f"\n{len(differing)} of {len(paragraphs)} real paragraphs cut unlike jieba")
    assert len(paragraphs) > 3000
    assert len(differing) <= len(paragraphs) // 500
    assert all(without_ascii_runs(a) == without_ascii_runs(b) for a, b in differing)
