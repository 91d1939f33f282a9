"""From hits to the printed line, on the specimen."""

from __future__ import annotations

from pathlib import Path

from helpers import corpus
from helpers.statistics.concordance import open_index, with_places


def test_hits_lead_to_the_line_that_prints_them(specimen: corpus.Corpus, repository: Path) -> None:
    placed = with_places(open_index(specimen).find("征地"), specimen)
    assert len(placed) == specimen.articles["text"].str.count("征地").sum() > 5
    for row in placed.itertuples():
        file = repository / "data" / "raw" / "specimen" / row.source_file
        lines = file.read_text("utf-8").splitlines()
        # A word may be broken over two lines.
        assert "征地" in "".join(line.strip() for line in lines[row.line - 1 : row.line + 1])
        assert row.anchor == f"pages/{row.issue_id}.html#line-{row.line}"
    assert placed["headline"].notna().all()
    none = placed.head(0)[["article_id", "issue_id", "start", "end"]]
    assert with_places(none, specimen).empty
