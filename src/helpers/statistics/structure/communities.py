"""Communities of a network of words, and how far they hang on the seed they were sought from."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
from sklearn.metrics import adjusted_rand_score

from helpers.errors import InputError

#: Seeds that the communities are sought from.
SEEDS = 20
COLUMNS = ("node", "community", "stability", "modularity", "agreement", "n_communities", "n_nodes")


def graph(edges: pd.DataFrame, *, weight: str = "jaccard") -> nx.Graph:
    """Return the undirected graph of pairs: nodes by name, `weight` above 0.

    Raises:
        InputError: The edges lack a column, or a weight is missing or below 0.
    """
    for column in ("a", "b", weight):
        if column not in edges.columns:
            known = ", ".join(map(str, edges.columns))
            raise InputError(f"The pairs have no column {column!r}", remedy=f"they have: {known}")
    weights = edges[weight].to_numpy(dtype=float)
    if not (np.isfinite(weights) & (weights >= 0)).all():
        raise InputError(
            f"The weights {weight!r} are not all 0 and more",
            remedy="weigh by both or jaccard; log_dice and pmi may be below 0",
        )
    out = nx.Graph()
    out.add_nodes_from(sorted({*edges["a"].astype(str), *edges["b"].astype(str)}))
    rows = zip(edges["a"].astype(str), edges["b"].astype(str), weights, strict=True)
    # In the order of the names: algorithms that go through neighbours then find the same again.
    for a, b, value in sorted(rows):
        if a != b:
            out.add_edge(a, b, weight=value)
    return out


def communities(
    edges: pd.DataFrame, *, weight: str = "jaccard", seeds: int = SEEDS, resolution: float = 1.0
) -> pd.DataFrame:
    """Part a network into communities by the Louvain method, once for each of several seeds.

    Blondel et al. (2008), Fast unfolding of communities in large networks, J. Stat. Mech. P10008,
    as networkx has it. Of the seeds' partitions that of the highest modularity is taken.

    Args:
        edges: Pairs with `a`, `b` and a weight, as `cooccurrence` measures them.
        weight: Column of weights, 0 and more.
        seeds: How many seeds are tried.
        resolution: Above 1 for more and smaller communities (Reichardt and Bornholdt 2006).

    Returns:
        One row for each node: `community`, 1 for the largest; `stability`, the mean Jaccard index
        of the node's community with the one it has under the other seeds (1: always the same
        company); and, the same on each row, `modularity`, `agreement` (mean adjusted Rand index of
        all pairs of partitions: Hubert and Arabie 1985), `n_communities` and `n_nodes`.
    """
    net = graph(edges, weight=weight)
    names = sorted(net)
    if net.number_of_edges() == 0:
        return pd.DataFrame({column: [] for column in COLUMNS}).astype({"node": "str"})
    found = [_partition(net, names, seed, resolution) for seed in range(max(1, seeds))]
    scores = [_modularity(net, names, labels, resolution) for labels in found]
    best = int(np.argmax(scores))
    labels = found[best]
    others = [one for number, one in enumerate(found) if number != best]
    kept = np.mean([_company(labels, other) for other in others], axis=0) if others else np.nan
    rand = [adjusted_rand_score(a, b) for i, a in enumerate(found) for b in found[i + 1 :]]
    out = pd.DataFrame(
        {
            "node": names,
            "community": _by_size(labels, names),
            "stability": kept,
            "modularity": scores[best],
            "agreement": float(np.mean(rand)) if rand else np.nan,
            "n_communities": len(set(labels.tolist())),
            "n_nodes": len(names),
        }
    )
    return out.sort_values(["community", "node"], ignore_index=True)[list(COLUMNS)]


def _partition(net: nx.Graph, names: list[str], seed: int, resolution: float) -> np.ndarray:
    """Return the number of each node's community."""
    parts = nx.community.louvain_communities(net, seed=seed, resolution=resolution)
    place = {node: number for number, part in enumerate(parts) for node in part}
    return np.array([place[name] for name in names])


def _modularity(net: nx.Graph, names: list[str], labels: np.ndarray, resolution: float) -> float:
    parts: dict[int, set[str]] = {}
    for name, label in zip(names, labels.tolist(), strict=True):
        parts.setdefault(label, set()).add(name)
    return float(nx.community.modularity(net, parts.values(), resolution=resolution))


def _company(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return for each node how much of its company is the same in both partitions (Jaccard)."""
    same, also = one[:, None] == one, other[:, None] == other
    return np.asarray((same & also).sum(axis=1) / (same | also).sum(axis=1))


def _by_size(labels: np.ndarray, names: list[str]) -> list[int]:
    """Number communities from 1, the largest first, then by their first name."""
    members: dict[int, list[str]] = {}
    for name, label in zip(names, labels.tolist(), strict=True):
        members.setdefault(label, []).append(name)
    ranked = sorted(members, key=lambda label: (-len(members[label]), members[label][0]))
    place = {label: number for number, label in enumerate(ranked, start=1)}
    return [place[label] for label in labels.tolist()]
