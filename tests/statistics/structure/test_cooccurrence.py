"""Co-occurrence: measures against scipy and statsmodels, planted communities found."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy.stats import fisher_exact
from statsmodels.stats.multitest import multipletests

from helpers.errors import InputError
from helpers.statistics.structure.centrality import centrality
from helpers.statistics.structure.communities import communities, graph
from helpers.statistics.structure.cooccurrence import cooccurrence, frequent, strongest


def held(*units: str, n_units: int | None = None) -> pd.DataFrame:
    """Return occurrences: each string a unit in an article of its own, its characters the items."""
    rows = [(f"a{i}", i, item) for i, unit in enumerate(units) for item in unit]
    out = pd.DataFrame(rows, columns=["article_id", "unit", "item"])
    return out.assign(kind="term", n_units=n_units or len(units))


#: Ten units: a in 5, b in 4, c in 3; a and b together in 3.
WORKED = held("abc", "ab", "ab", "a", "ac", "b", "c", "d", "", "", n_units=10)


def test_the_measures_are_their_formulas() -> None:
    nodes = frequent(WORKED, least=3)
    assert nodes[["node", "n_holding"]].to_numpy().tolist() == [["a", 5], ["b", 4], ["c", 3]]
    edges = cooccurrence(WORKED, nodes, least=1).set_index(["a", "b"])
    row = edges.loc[("a", "b")]
    assert row[["both", "n_a", "n_b", "n_units"]].tolist() == [3, 5, 4, 10]
    assert row["expected"] == pytest.approx(2)
    assert row["jaccard"] == pytest.approx(3 / 6)
    assert row["log_dice"] == pytest.approx(14 + np.log2(6 / 9))
    assert row["pmi"] == pytest.approx(np.log2(3 / 2))


def test_p_is_fishers_exact_test_and_q_corrects_for_every_pair() -> None:
    edges = cooccurrence(WORKED, frequent(WORKED, least=1), least=1)
    for row in edges.itertuples():
        table = [
            [row.both, row.n_a - row.both],
            [row.n_b - row.both, 10 - row.n_a - row.n_b + row.both],
        ]
        assert row.p == pytest.approx(fisher_exact(table, alternative="greater")[1])
    # Four items make six pairs; three of them (those of d) share nothing.
    every = multipletests([*edges["p"], 1, 1, 1], method="fdr_bh")[1]
    assert edges["q"].tolist() == pytest.approx(every[: len(edges)].tolist())


def test_pairs_below_chance_are_not_drawn() -> None:
    edges = cooccurrence(WORKED, frequent(WORKED, least=1), least=1)
    assert strongest(edges).empty
    assert len(strongest(edges, level=1)) == len(edges)
    with pytest.raises(InputError, match="no measure"):
        strongest(edges, measure="lift")


def planted() -> pd.DataFrame:
    """Return 240 units of two fields of words, and a bridge that stands in both."""
    generator = np.random.default_rng(5)
    fields = ["甲乙丙丁", "子丑寅卯"]
    units = []
    for number in range(240):
        words = set(generator.choice(list(fields[number % 2]), size=3, replace=False))
        units.append("".join(sorted(words | ({"桥"} if generator.random() < 0.4 else set()))))
    return held(*units)


def test_planted_communities_are_found_whatever_the_seed() -> None:
    edges = cooccurrence(planted(), frequent(planted(), leave_out=frozenset("桥")))
    found = communities(strongest(edges))
    parts = found.groupby("community")["node"].agg("".join).tolist()
    assert sorted(parts) == ["丁丙乙甲", "丑卯子寅"]
    assert found["stability"].min() == found["agreement"].min() == 1
    assert found["modularity"].iloc[0] == pytest.approx(0.5, abs=0.05)


def test_modularity_and_betweenness_are_those_of_networkx_on_the_karate_club() -> None:
    club = nx.karate_club_graph()
    edges = pd.DataFrame(
        [(f"{a:02}", f"{b:02}", 1.0) for a, b in club.edges], columns=["a", "b", "w"]
    )
    found = communities(edges, weight="w")
    # The best partition known of this network has 0.4198 (Brandes et al. 2008).
    assert 0.41 < found["modularity"].iloc[0] <= 0.4198
    assert nx.is_isomorphic(graph(edges, weight="w"), club)


def test_the_bridge_lies_between_and_its_interval_holds_the_value() -> None:
    units = held(*["ab"] * 12, *["bc"] * 12, *["d"] * 40)
    found = centrality(units, frequent(units, least=1), rounds=60).set_index("node")
    assert found.loc["b", ["degree", "strength"]].tolist() == [2, 24]
    # Of the three pairs of other nodes, b lies between a and c.
    assert found.loc["b", "betweenness"] == pytest.approx(1 / 3)
    assert found.loc["b", "strength_low"] < 24 < found.loc["b", "strength_high"]
    assert found.loc["d", "degree_high"] == 0


def test_few_articles_have_no_interval_and_no_pair_no_community() -> None:
    units = held("ab", "ab", "c")
    found = centrality(units, frequent(units, least=1))
    assert found["strength_low"].isna().all()
    assert communities(cooccurrence(units, frequent(units, least=9))).empty
    with pytest.raises(InputError, match="not all 0 and more"):
        graph(pd.DataFrame({"a": ["x"], "b": ["y"], "pmi": [-1.0]}), weight="pmi")
