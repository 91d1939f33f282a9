"""Fit the parser's weights on the answer keys of the specimen and of these papers.

    python tests/papers/fit.py            write src/helpers/parsing/weights.tsv
    python tests/papers/fit.py --cross    leave one paper out at a time, and print what that gives

Each issue is also set in other ways (columns of another width, with and without indents and blank
lines), because a paper's habits are not what is to be learnt.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from helpers.audit.fitting import Observed, fit
from helpers.audit.key import KeyIssue
from helpers.audit.labels import label
from helpers.audit.marked import load_marked
from helpers.audit.readings import load_annotation
from helpers.audit.resetting import Setting, reset
from helpers.parsing import states
from helpers.parsing.around import look_around
from helpers.parsing.prepare import look_at
from helpers.parsing.weights import write_weights

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from invent import Lines, Piece, invent  # noqa: E402

REPOSITORY = HERE.parents[1]
WEIGHTS = REPOSITORY / "src/helpers/parsing/weights.tsv"
#: Papers that no weight and no rule has seen: they are for measuring.
HELD_OUT = frozenset(json.loads((HERE / "held_out.json").read_text("utf-8")))

SETTINGS = (
    Setting(None, None, None),
    Setting(None, None, "none"),
    Setting(0, False, "all"),
    Setting(0, True, "none"),
    Setting(0, False, "articles", 1),
    Setting(16, True, "none"),
    Setting(20, True, "articles"),
    Setting(24, False, "articles"),
    Setting(18, False, "none"),
    Setting(13, True, "some"),
    Setting(None, None, "wild"),
    Setting(0, False, "wild"),
    Setting(19, True, "wild"),
)


#: What an issue weighs as it is printed, beside 0.4 in other settings and 0.5 if invented; pages
#: whose annotation has been gone over again and again weigh most.
PRINTED, CERTAIN = 2.5, 8.0
#: How many issues are invented for the fit.
INVENTED = 1000


def pieces(keys: list[tuple[KeyIssue, tuple[str, ...], dict[int, int]]]) -> list[Piece]:
    """Take the articles out of their issues, those that jump left out."""
    out = []
    for key, raw, labels in keys:
        for article in key.articles:
            lines: Lines = [(labels[n], raw[n - 1].strip()) for n in sorted(article.lines)]
            found = {state for state, _ in lines}
            if states.JUMP not in found and lines[0][0] != states.CONT:
                out.append(Piece(article.kind, lines))
    return out


def observe(raw: Sequence[str]) -> tuple[list[list[str]], list[tuple[int, ...]]]:
    """Return the names of the features of each line, and its joint to the one before."""
    sheet = look_at(raw)
    joints = look_around(sheet)
    return sheet.seen.names(), [tuple(joint) for joint in joints.tolist()]


def made_up(known: list[Piece], count: int, seed: int) -> list[Observed]:
    """Invent issues and observe them, each in a setting of its own."""
    out = []
    for number in range(count):
        lines = invent(known, seed + number)
        raw = tuple(text for _, text in lines)
        labels = {n: state for n, (state, _) in enumerate(lines, start=1)}
        raw, marks = reset(raw, labels, SETTINGS[number % len(SETTINGS)])
        out.append(Observed(*observe(raw), marks, 0.5))
    return out


def issues() -> list[tuple[str, KeyIssue, tuple[str, ...], dict[int, int]]]:
    """Load what weights are fitted to: (paper, key, raw lines, state of each line)."""
    out = []
    for path in sorted(HERE.glob("*/*.txt")):
        if path.parent.name not in HELD_OUT:
            key = load_marked(path)
            assert key.raw is not None
            out.append((path.parent.name, key, key.raw, label(key, key.raw)))
    shared = REPOSITORY.parent / "shared"
    folders = [
        ("specimen", REPOSITORY / "tests/specimen/key", REPOSITORY / "data/raw/specimen"),
        ("kecheng", shared / "gold/kecheng", shared / "issues/kecheng"),
    ]
    for paper, keys, folder in folders:
        for key in load_annotation(keys / "structure.json"):
            raw = tuple((folder / f"{key.name}.txt").read_text("utf-8").splitlines())
            out.append((paper, key, raw, label(key, raw)))
    return out


def sequences(raw: tuple[str, ...], labels: dict[int, int], paper: str) -> list[Observed]:
    """Set an issue in every way and observe it."""
    out = []
    settings = SETTINGS[:6] if paper != "specimen" else SETTINGS[:1]
    own = CERTAIN if paper in ("specimen", "kecheng") else PRINTED
    for number, setting in enumerate(settings):
        lines, states = reset(raw, labels, setting)
        features, joints = observe(lines)
        assert len(features) == len(states)
        out.append(Observed(features, joints, states, own if number == 0 else 0.4))
    return out


def train(left: str | None = None, *, rounds: int = 140, penalty: float = 1.5) -> str:
    """Fit to everything but one paper => the table of weights."""
    known = [i for i in issues() if i[0] != left]
    data = [s for paper, _, raw, labels in known for s in sequences(raw, labels, paper)]
    data += made_up(pieces([(k, r, x) for _, k, r, x in known]), INVENTED, 1)
    return write_weights(*fit(data, rounds=rounds, penalty=penalty))


def main(arguments: list[str]) -> int:
    """Fit, or fit without one paper at a time."""
    if "--cross" not in arguments:
        WEIGHTS.write_text(train(), encoding="utf-8", newline="\n")
        return 0
    for left in sorted({paper for paper, *_ in issues()} - {"specimen", "kecheng"}):
        target = Path(arguments[arguments.index("--cross") + 1]) / f"{left}.tsv"
        target.write_text(train(left, rounds=60), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
