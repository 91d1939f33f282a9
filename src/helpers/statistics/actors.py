"""Who appears with whom: the network of people, organisations and programmes."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import pandas as pd

NODES = ("node", "kind", "n_articles", "n_mentions", "degree")
EDGES = ("a", "b", "n_articles", "n_sentences", "article_id", "start")


def mentions(
    people: pd.DataFrame, organisations: pd.DataFrame, initiatives: pd.DataFrame
) -> pd.DataFrame:
    """Put named people, organisations and programmes together => article_id, start, name, kind.

    Args:
        people: The table `people`; a person is known by `person`.
        organisations: The table `organisations`; known by `canonical`.
        initiatives: The table `initiatives`; known by `name`.
    """
    parts = (
        (people.dropna(subset=["person"]), "person", "person"),
        (organisations, "canonical", "organisation"),
        (initiatives, "name", "programme"),
    )
    told = [
        frame[["article_id", "start"]].assign(name=frame[column], kind=kind)
        for frame, column, kind in parts
    ]
    return pd.concat(told, ignore_index=True)


def actor_network(
    mentions: pd.DataFrame, texts: pd.Series[str], *, least: int = 1
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Link actors that are named in the same sentence.

    Args:
        mentions: Frame with `article_id`, `start`, `name` (the actor) and `kind` (person,
            organisation, programme).
        texts: Text of the articles by `article_id`.
        least: Sentences that two actors must share to be linked.

    Returns:
        Nodes with the columns of `NODES`, most mentioned first, those without a link too; edges
        with those of `EDGES`, most sentences first, `a` before `b` in order of characters;
        `article_id` and `start` are those of the first sentence that names both.
    """
    sentences: dict[tuple[str, int], set[str]] = defaultdict(set)
    begins: dict[tuple[str, int], int] = {}
    ordered = mentions.sort_values(["article_id", "start"])
    for article_id, group in ordered.groupby("article_id", sort=False):
        ends = _ends(str(texts.get(article_id, "")))
        number = 0
        for start, name in zip(group["start"], group["name"], strict=True):
            while number < len(ends) and ends[number] <= start:
                number += 1
            sentences[str(article_id), number].add(str(name))
            begins.setdefault((str(article_id), number), int(start))
    together: Counter[tuple[str, str]] = Counter()
    where: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for place, names in sentences.items():
        for pair in combinations(sorted(names), 2):
            together[pair] += 1
            where[pair].setdefault(place[0], begins[place])
    edges = pd.DataFrame(
        [
            (a, b, len(where[a, b]), n, *next(iter(where[a, b].items())))
            for (a, b), n in together.items()
            if n >= least
        ],
        columns=list(EDGES),
    ).sort_values(["n_sentences", "a", "b"], ascending=[False, True, True], ignore_index=True)
    return _nodes(mentions, edges), edges


def _nodes(mentions: pd.DataFrame, edges: pd.DataFrame) -> pd.DataFrame:
    degree = Counter([*edges["a"], *edges["b"]])
    grouped = mentions.groupby("name")
    nodes = pd.DataFrame(
        {
            "kind": grouped["kind"].agg(lambda kinds: kinds.value_counts().index[0]),
            "n_articles": grouped["article_id"].nunique(),
            "n_mentions": grouped.size(),
        }
    ).rename_axis("node")
    nodes["degree"] = [degree[str(name)] for name in nodes.index]
    nodes = nodes.reset_index()[list(NODES)]
    return nodes.sort_values(["n_mentions", "node"], ascending=[False, True], ignore_index=True)


def _ends(text: str) -> list[int]:
    """Return where the sentences of a text end."""
    return [at + 1 for at, character in enumerate(text) if character in "。！？\n"]
