"""Fit what confidence an article gets from the certainty of its lines, and say how good it is.

    python tests/papers/calibrate.py FOLDER            print reliability tables
    python tests/papers/calibrate.py FOLDER --write    and write src/helpers/parsing/confidence.tsv
                                                       and src/helpers/audit/calibration.json

FOLDER holds weights fitted without some papers (`fit.py --cross FOLDER` leaves out one at a time):
`NAME.tsv` was fitted without the paper NAME, or without those that `folds.json` lists for NAME.
Every article is parsed with weights that never saw its paper, and its confidence comes from a
curve fitted without its paper. The papers held out are measured with the weights of the program,
and nothing is fitted to them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from fit import REPOSITORY, issues  # noqa: E402
from measure import paper_keys  # noqa: E402

from helpers.audit.calibrating import (  # noqa: E402
    Outcome,
    cross_validated,
    fit_curve,
    write_table,
)
from helpers.audit.key import KeyIssue  # noqa: E402
from helpers.audit.readings import of_parse  # noqa: E402
from helpers.audit.reliability import (  # noqa: E402
    Calibration,
    brier,
    calibration_error,
    chance_error,
    reliability,
)
from helpers.audit.score import compare  # noqa: E402
from helpers.parsing import parse_issue  # noqa: E402

MEASURED = REPOSITORY / "src/helpers/audit/calibration.json"
TABLE = REPOSITORY / "src/helpers/parsing/confidence.tsv"


@contextmanager
def weights_from(folder: Path, name: str) -> Iterator[None]:
    """Parse with other weights for a while."""

    def forget() -> None:
        for module in [m for n, m in sys.modules.items() if n.startswith("helpers.parsing")]:
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()

    class Elsewhere:
        """Stands in for the package's folder."""

        def joinpath(self, file: str) -> Path:
            """Find the weights."""
            assert file == "weights.tsv"
            return folder / f"{name}.tsv"

    forget()
    with mock.patch("helpers.parsing.weights.files", lambda _: Elsewhere()):
        # Loaded while they stand in, and remembered from then on.
        from helpers.parsing.weights import weights

        weights()
        yield
    forget()


def outcomes(paper: str, key: KeyIssue, lines: tuple[str, ...]) -> list[Outcome]:
    """Parse one issue and say which of its articles are exact."""
    parsed = parse_issue(lines)
    exact = compare(key, of_parse(parsed, key.name), lines).exact
    return [Outcome(paper, a.certainty, exact.get(str(a.order), False)) for a in parsed.articles]


def cross(folder: Path) -> list[Outcome]:
    """Parse every issue with weights that never saw its paper."""
    listed = folder / "folds.json"
    folds: dict[str, list[str]] = (
        json.loads(listed.read_text("utf-8"))
        if listed.is_file()
        else {path.stem: [path.stem] for path in sorted(folder.glob("*.tsv"))}
    )
    known = issues()
    out = []
    for name, papers in folds.items():
        with weights_from(folder, name):
            for paper, key, lines, _ in known:
                if paper in papers:
                    out += outcomes(paper, key, lines)
    return out


def show(title: str, pairs: list[tuple[float, bool]]) -> None:
    """Print a reliability table."""
    bins = reliability(pairs)
    print(f"\n{title}: {len(pairs)} articles, {sum(e for _, e in pairs)} exact")
    error = f"expected calibration error {calibration_error(bins):.3f}"
    print(f"{error} (by chance {chance_error(pairs):.3f}), Brier {brier(pairs):.3f}")
    print("confidence      n   mean  exact")
    for b in bins:
        print(f"{b.low:.2f}–{b.high:.2f}  {b.n:5}  {b.confidence:.3f}  {b.exact:.3f}")


def main(arguments: list[str]) -> int:
    """Fit and print; write with --write."""
    found = cross(Path(arguments[0]))
    curve = fit_curve(found)
    show("Product of the lines' certainties", [(o.certainty, o.exact) for o in found])
    unseen = cross_validated(found)
    show("Confidence, curve fitted without the paper", unseen)
    held = [o for key, lines in paper_keys(held_out=True) for o in outcomes("", key, lines)]
    show("Papers held out: product", [(o.certainty, o.exact) for o in held])
    show("Papers held out: confidence", [(curve(o.certainty), o.exact) for o in held])
    if "--write" in arguments:
        measured = Calibration.of(len({o.paper for o in found}), unseen)
        TABLE.write_text(write_table(curve), encoding="utf-8", newline="\n")
        MEASURED.write_text(measured.as_json(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
