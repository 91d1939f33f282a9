"""The theme dictionary against hand labels: precision and recall; Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from sklearn.metrics import precision_recall_fscore_support

from helpers.language.theme_lists import OTHER
from helpers.statistics.shares import wilson
from helpers.statistics.validity.reliability import Alpha, nominal_alpha

#: The row of all themes together, each pair of article and theme counting once (micro average).
ALL = "all"
SCORES = (
    "coder",
    "theme",
    "n_articles",
    "labelled",
    "given",
    "both",
    "precision",
    "precision_low",
    "precision_high",
    "recall",
    "recall_low",
    "recall_high",
    "f1",
)


def against_labels(
    themes: pd.DataFrame, labels: pd.DataFrame, *, of: Sequence[str] = ()
) -> pd.DataFrame:
    """Compare the themes that the dictionary gave with those that each coder gave.

    Only articles that the coder labelled count; a theme that the coder was not sure of counts
    neither way in its article.

    Args:
        themes: The table `themes`.
        labels: What `read_labels` returned.
        of: The themes compared, in order; those of either side when not given.

    Returns:
        For each coder and theme, and for `ALL` themes together, the columns of `SCORES`:
        `n_articles` compared, `labelled` by the coder, `given` by the dictionary, by `both`;
        precision (both of given), recall (both of labelled) and F1, by scikit-learn, missing where
        there is nothing to divide by; intervals are Wilson's at 95 %.
    """
    order = list(of) or sorted(({*themes["theme"]} | {*labels["theme"]}) - {OTHER})
    given = set(zip(themes["article_id"], themes["theme"], strict=True))
    rows = []
    for coder, own in labels.groupby("coder", sort=True):
        ids = own["article_id"].drop_duplicates().tolist()
        said = {
            (article, theme): sure
            for article, theme, sure in zip(
                own["article_id"], own["theme"], own["sure"], strict=True
            )
        }
        pairs = pd.DataFrame(
            [(a, t, said.get((a, t), False), (a, t) in given)
             for a in ids for t in order if said.get((a, t), True)],
            columns=["article_id", "theme", "labelled", "given"],
        )  # fmt: skip
        for theme in [*order, ALL]:
            part = pairs if theme == ALL else pairs[pairs["theme"] == theme]
            rows.append({"coder": coder, "theme": theme, **_scores(part)})
    return pd.DataFrame(rows, columns=list(SCORES))


def alpha_of_themes(
    labels: pd.DataFrame, *, themes: pd.DataFrame | None = None, of: Sequence[str] = ()
) -> pd.DataFrame:
    """Measure how far coders agree on each theme: Krippendorff's alpha, yes or no to the theme.

    Args:
        labels: What `read_labels` returned.
        themes: The table `themes`, to count the dictionary as one more coder of the articles that
            somebody labelled.
        of: The themes, in order; those of either side when not given.

    Returns:
        theme, alpha, low, high (percentile interval at 95 % over articles drawn anew), n_articles
        (labelled by two or more), n_coders, reason (why there is no alpha; else ''). The row `ALL`
        takes each pair of article and theme for a unit, and still draws whole articles. What a
        coder was not sure of is taken for no value.
    """
    frame = labels
    if themes is not None:
        frame = pd.concat([labels, _as_coder(themes, labels)], ignore_index=True)
    order = list(of) or sorted({*frame["theme"]} - {OTHER})
    read = frame[["article_id", "coder"]].drop_duplicates()
    every = read.merge(pd.DataFrame({"theme": pd.Series(order, dtype="str")}), how="cross")
    told = every.merge(frame, on=["article_id", "coder", "theme"], how="left")
    told = told[told["sure"].isna() | told["sure"].eq(True)]
    told = told.assign(value=told["sure"].notna().astype(int))
    told["unit"] = told["article_id"] + "\n" + told["theme"]
    rows = []
    for theme in [*order, ALL]:
        part = told if theme == ALL else told[told["theme"] == theme]
        found = nominal_alpha(part, cluster="article_id")
        rows.append({"theme": theme, **_row(found, part)})
    columns = ["theme", "alpha", "low", "high", "n_articles", "n_coders", "reason"]
    return pd.DataFrame(rows, columns=columns)


def _scores(pairs: pd.DataFrame) -> dict[str, float]:
    labelled, given = pairs["labelled"].astype(int), pairs["given"].astype(int)
    both = int((labelled & given).sum())
    precision = recall = f1 = np.nan
    if len(pairs):
        precision, recall, f1, _ = precision_recall_fscore_support(
            labelled, given, average="binary", pos_label=1, zero_division=np.nan
        )
    ends = [wilson(both, int(part.sum())) for part in (given, labelled)]
    return {
        "n_articles": pairs["article_id"].nunique(),
        "labelled": int(labelled.sum()),
        "given": int(given.sum()),
        "both": both,
        "precision": precision,
        "precision_low": ends[0][0],
        "precision_high": ends[0][1],
        "recall": recall,
        "recall_low": ends[1][0],
        "recall_high": ends[1][1],
        "f1": f1,
    }


def _as_coder(themes: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """Return what the dictionary gave as labels of one more coder, `other` where it gave none."""
    ids = labels["article_id"].drop_duplicates()
    own = themes.loc[themes["article_id"].isin(ids), ["article_id", "theme"]]
    none = ids[~ids.isin(own["article_id"])].to_frame().assign(theme=OTHER)
    return pd.concat([own, none]).assign(coder="dictionary", sure=True)


def _row(found: Alpha, part: pd.DataFrame) -> dict[str, object]:
    coders = part.groupby("article_id")["coder"].nunique()
    return {
        "alpha": found.alpha,
        "low": found.low,
        "high": found.high,
        "n_articles": int((coders >= 2).sum()),
        "n_coders": int(part["coder"].nunique()),
        "reason": found.reason,
    }
