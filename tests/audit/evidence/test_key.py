"""Answer keys of evidence in both forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.audit.evidence.key import load_evidence_key
from helpers.audit.evidence.measure import agree
from helpers.audit.evidence.report import lines, markdown, measure_key, pool
from helpers.errors import InputError

REPOSITORY = Path(__file__).resolve().parents[3]
SPECIMEN = REPOSITORY / "tests/specimen/key"
PAPER = REPOSITORY / "tests/papers/luochuan"


@pytest.mark.parametrize("place", [SPECIMEN, PAPER])
def test_every_mention_stands_where_the_key_says(place: Path) -> None:
    key = load_evidence_key(place)
    documents = {d.article_id: d for d in key.documents}
    for table, rows in key.rows.items():
        for row in rows:
            for where in row["places"]:
                quoted = documents[where.article_id].quote(where.field, where.start, where.end)
                assert quoted
                if table in ("figures", "quotations"):
                    assert quoted == row["text"]


def test_a_find_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "paper"
    (folder / "evidence").mkdir(parents=True)
    source = next(PAPER.glob("*.txt"))
    (folder / source.name).write_text(source.read_text("utf-8"), encoding="utf-8")
    figures = folder / "evidence/figures.jsonl"
    figures.write_text('\n{"article": 1, "where": "body", "text": "九千个"}\n', encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_evidence_key(folder)
    assert raised.value.line == 2
    figures.write_text("{", encoding="utf-8")
    with pytest.raises(InputError):
        load_evidence_key(folder)


def test_precision_and_recall() -> None:
    score = agree("x", [1, 2, 3, 9], [1, 2, 4], optional=[9])
    assert (score.hits, score.missed, score.wrong) == (2, (4,), (3,))
    assert score.precision == score.recall == pytest.approx(2 / 3)
    assert score.f1 == pytest.approx(2 / 3)
    assert agree("x", [], []).f1 == 1.0


def test_scores_are_put_together_and_shown() -> None:
    one = {"figures": agree("figures", [1, 2], [1, 3])}
    both = pool([one, one])
    assert (both["figures"].hits, len(both["figures"].missed)) == (2, 2)
    assert "| figures, value and unit right | .50 (.50 / .50) |" in markdown({"a": both})
    assert any("figures" in line for line in lines(both))


def test_targets_on_the_specimen() -> None:
    scores = measure_key(load_evidence_key(SPECIMEN))
    for measure, least in {
        "named people": 0.95,
        "places and organisations": 0.90,
        "quotations": 0.95,
        "figures": 0.92,
        "quoted_coinage": 0.95,
        "numeric_abbreviation": 0.85,
    }.items():
        assert scores[measure].f1 >= least, measure
    for measure, least in {
        "title": 0.90,
        "speaker": 0.90,
        "speaker category": 0.85,
        "checks": 0.80,
        "main theme": 0.90,
    }.items():
        assert scores[measure].recall >= least, measure


@pytest.mark.shared
def test_targets_on_the_real_issues(shared: Path) -> None:
    scores = measure_key(load_evidence_key(shared / "gold/kecheng"))
    people = scores["named people"]
    assert people.precision >= 0.95
    assert people.recall >= 0.95
    for measure, least in {
        "places": 0.85,
        "organisations": 0.85,
        "quotations": 0.95,
        "figures": 0.90,
        "quoted_coinage": 0.95,
        "numeric_abbreviation": 0.85,
    }.items():
        assert scores[measure].f1 >= least, measure
    for measure, least in {
        "title": 0.90,
        "speaker": 0.90,
        "speaker category": 0.85,
        "checks": 0.80,
        "main theme": 0.90,
    }.items():
        assert scores[measure].recall >= least, measure
    assert scores["inconsistent"].wrong == ()
