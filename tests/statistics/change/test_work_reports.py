"""What is known of seventy years of work reports is found in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from helpers.language.plain import plain
from helpers.statistics.change import appearances, trend

TERMS = ("改革", "生态文明", "数字经济", "人民公社")


@pytest.fixture(scope="module")
def reports(shared: Path) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Hits, paragraphs in place of articles, and years in place of issues."""
    path = shared / "corpora/gov_work_reports/reports_only.jsonl"
    rows, hits, years = [], [], []
    for line in path.read_text("utf-8").splitlines():
        report = json.loads(line)
        year = int(report["year"])
        years.append((str(year), pd.Timestamp(year, 3, 5)))
        for number, text in enumerate(re.split(r"\n+", report["content"])):
            if text.strip():
                name, reading = f"{year}-{number:04}", plain(text)
                rows.append((name, str(year), len(text)))
                hits += [(name, t) for t in TERMS for _ in range(reading.count(t))]
    return (
        pd.DataFrame(hits, columns=["article_id", "term"]),
        pd.DataFrame(rows, columns=["article_id", "issue_id", "n_characters"]),
        pd.DataFrame(years, columns=["issue_id", "date"]),
    )


@pytest.mark.shared
@pytest.mark.slow
def test_known_facts_hold_with_their_intervals(
    reports: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame],
) -> None:
    hits, articles, issues = reports
    found = trend(hits, articles, issues, period="year")
    years = found.assign(year=found["period"].astype(int)).set_index(["term", "year"])
    reform = years.loc["改革"]
    before, after = reform[reform.index < 1978], reform[reform.index >= 1984]
    # Every interval after 1984 lies above the mean before 1978.
    assert (after["per_10k_low"] > before["per_10k"].mean()).all()
    firsts = appearances(hits, articles, issues).set_index("term")
    assert firsts["first"].dt.year.to_dict()["生态文明"] in (2007, 2008)
    assert firsts["first"].dt.year.to_dict()["数字经济"] == 2017
    assert (firsts.loc[["生态文明", "数字经济"], "chance_before"] < 1e-6).all()
    # The people's communes: much before they were dissolved, and no more after.
    communes = years.loc["人民公社"]
    late = communes[communes.index >= 1990]
    assert communes["per_10k"].idxmax() < 1966
    assert late["share"].max() < 0.01 and late["n_hits"].sum() <= 3
