"""The parse held against answer keys, as tables: what is right, and whether confidence means it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.audit.audit import Audit, audit_corpus
from helpers.audit.differences import Difference
from helpers.audit.keys import find_keys
from helpers.audit.reliability import Bin
from helpers.audit.score import MEASURES
from helpers.audit.telling import NAMES
from helpers.corpus.config import CorpusConfig
from helpers.statistics.mending import mends_by_key

#: What is said where a corpus has no answer key.
NO_KEY = (
    "This corpus has no answer key, so nothing here says how much of its parse is right. Write "
    "one for a few issues: `python -m helpers audit {name} --draft ISSUE`, and correct the draft "
    "beside the page."
)
#: What is said in its place farther on.
NOTHING = "Without an answer key there is nothing to show here."


def audited(config: CorpusConfig) -> Audit | None:
    """Hold a corpus against its answer keys, corrections applied; None without a key that fits.

    Raises:
        InputError: The keys cannot be read.
    """
    keys = find_keys(config)
    audit = None if keys is None else audit_corpus(config, keys)
    return audit if audit is not None and audit.issues else None


def accuracy(audit: Audit | None) -> pd.DataFrame:
    """Count what was right => measure, precision, recall, f1, right, claimed, in_key.

    Empty without a key.
    """
    rows = []
    for measure in MEASURES if audit is not None else ():
        tally = audit.score.tallies[measure] if audit is not None else None
        if tally is not None and (tally.claimed or tally.expected):
            shares = [round(x, 3) for x in (tally.precision, tally.recall, tally.f1)]
            rows.append((NAMES[measure], *shares, tally.right, tally.claimed, tally.expected))
    columns = ["measure", "precision", "recall", "f1", "right", "claimed", "in_key"]
    return pd.DataFrame(rows, columns=columns)


def differing(audit: Audit | None) -> pd.DataFrame:
    """Count the differences => status, part, n; by number, then name. Empty without a key."""
    found: Iterable[Difference] = audit.differences if audit is not None else ()
    frame = pd.DataFrame([(d.status, d.part) for d in found], columns=["status", "part"])
    out = frame.groupby(["status", "part"]).size().rename("n").reset_index()
    order = out.sort_values(["n", "status", "part"], ascending=[False, True, True])
    return order.reset_index(drop=True)


def reliability_table(bins: Iterable[Bin]) -> pd.DataFrame:
    """Set confidence beside outcome => from, to, articles, mean_confidence, share_exact, gap."""
    rows = [
        (b.low, b.high, b.n, round(b.confidence, 3), round(b.exact, 3),
         round(b.exact - b.confidence, 3))
        for b in bins
    ]  # fmt: skip
    columns = ["from", "to", "articles", "mean_confidence", "share_exact", "gap"]
    return pd.DataFrame(rows, columns=columns)


def mends(audit: Audit | None) -> list[str]:
    """Write the corrections that the keys ask for, each a table of corrections.toml, by issue."""
    return [
        mend
        for one in (audit.readings if audit is not None else ())
        for mend in mends_by_key(one.key, one.parse, one.lines, file=one.file)
    ]
