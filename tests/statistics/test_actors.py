"""The network of actors."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.actors import EDGES, NODES, actor_network


def test_actors_of_one_sentence_are_linked() -> None:
    text = "甲乙到丙村。丁戊说好。甲乙、丁戊同行。"
    found = [(0, "甲乙"), (6, "丁戊"), (11, "甲乙"), (14, "丁戊")]
    mentions = pd.DataFrame(
        [("x", start, name, "person") for start, name in found],
        columns=["article_id", "start", "name", "kind"],
    )
    nodes, edges = actor_network(mentions, pd.Series({"x": text}))
    assert edges.to_dict("records") == [
        {
            "a": "丁戊",
            "b": "甲乙",
            "n_articles": 1,
            "n_sentences": 1,
            "article_id": "x",
            "start": 11,
        }
    ]
    assert nodes[["node", "n_mentions", "degree"]].to_numpy().tolist() == [
        ["丁戊", 2, 1],
        ["甲乙", 2, 1],
    ]


def test_without_mentions_both_are_empty() -> None:
    empty = pd.DataFrame({"article_id": [], "start": [], "name": [], "kind": []}, dtype="object")
    nodes, edges = actor_network(empty, pd.Series(dtype="str"))
    assert list(nodes.columns) == list(NODES)
    assert list(edges.columns) == list(EDGES)
    assert nodes.empty
    assert edges.empty
