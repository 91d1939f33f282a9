"""Raw lines to articles: MB a second for one issue of 1, 10 and 100 MB, on one core.

The specimen is repeated until there is enough of it, every line a string of its own. What parsing
keeps is names of features and of reasons, nothing of a line's text, so that repeated lines are
read anew each time. Run with
`make bench`, or `pytest benchmarks/test_parsing.py --benchmark-only -s` for the figures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
SPECIMEN = REPOSITORY / "data" / "raw" / "specimen"
SIZES = (1, 10, 100)
#: What parsing must reach on one core, in MB of raw text a second: below what an idle core of the
#: machine that README names does, which is shared and drifts.
TARGET = 3.5
#: How much longer a MB may take in a text ten times as long, and what memory it may take, in MB.
SLOWER, MEMORY = 1.5, 20

#: Parses a text of some size in a process of its own and prints what it took.
PROBE = """
import json, re, sys, time
from pathlib import Path
from helpers.parsing import parse_issue
text = "\\n".join(p.read_text("utf-8") for p in sorted(Path(sys.argv[1]).glob("*.txt")))
parse_issue(text.splitlines())
size = len(text.encode())
lines = (text * max(1, round(float(sys.argv[2]) * 1e6 / size))).splitlines()
def held(what):
    # Not ru_maxrss: that goes on from the process which started this one.
    return int(re.search(what + r":\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) / 1024
before = held("VmRSS")
start = time.process_time()
issue = parse_issue(lines)
seconds = time.process_time() - start
after = held("VmHWM")
print(json.dumps({"megabytes": sum(len(x.encode()) + 1 for x in lines) / 1e6, "seconds": seconds,
                  "lines": len(issue.lines), "memory": after - before}))
"""


def probe(megabytes: float) -> dict[str, float]:
    """Parse in a fresh process on one thread, so that memory is that of this text alone."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(SPECIMEN), str(megabytes)],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


@pytest.fixture(scope="module")
def smallest() -> dict[str, float]:
    return min((probe(SIZES[0]) for _ in range(3)), key=lambda figures: figures["seconds"])


@pytest.mark.parametrize("megabytes", SIZES)
def test_parsing(benchmark, smallest: dict[str, float], megabytes: int) -> None:
    if not SPECIMEN.is_dir():
        pytest.skip("the specimen issues are not there")
    figures = benchmark.pedantic(probe, args=(megabytes,), rounds=1)
    speed = figures["megabytes"] / figures["seconds"]
    each = figures["seconds"] / figures["lines"] * 1e6
    benchmark.extra_info.update(figures, speed=round(speed, 2))
    print(
        f"\n{figures['megabytes']:.0f} MB, {figures['lines']} lines: {speed:.2f} MB/s, "
        f"{each:.0f} µs a line, {figures['memory']:.0f} MB of memory"
    )
    assert speed >= TARGET
    assert speed * SLOWER >= smallest["megabytes"] / smallest["seconds"]
    assert figures["memory"] <= MEMORY * figures["megabytes"] + 100
