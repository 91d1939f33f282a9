"""Raw text to tables: speed on 20 MB, the share of each step, and memory.

The specimen is repeated under other dates until there is enough of it. Run with
`make bench`, or `pytest benchmarks/test_build.py --benchmark-only -s` for the figures.
"""

from __future__ import annotations

import json
import re
import resource
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
SPECIMEN = REPOSITORY / "data" / "raw" / "specimen"
#: The date and number of an issue where its masthead prints them.
RE_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
RE_NUMBER = re.compile(r"第\d+期")
#: How many MB of memory a further MB of text may take: texts are written chunk by chunk, but the
#: finds of all articles are held, since people, programmes and figures are compared across them.
MORE_MEMORY = 25

#: Builds a folder in a process of its own and prints what it took.
PROBE = """
import json, re, resource, sys
from pathlib import Path
from helpers.corpus.build import build
result = build("bench", raw=sys.argv[1], out=sys.argv[2])
used = resource.getrusage(resource.RUSAGE_SELF)
# Not ru_maxrss: that goes on from the process which started this one.
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps({"seconds": result.seconds, "rows": result.rows,
                  "cpu": used.ru_utime + used.ru_stime, "memory": peak}))
"""


def grow(folder: Path, megabytes: float) -> int:
    """Write copies of the specimen, each with a date and number of its own; return the bytes."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SPECIMEN.glob("*.txt"))]
    folder.mkdir()
    total = number = 0
    day = date(1995, 1, 1)
    while total < megabytes * 1e6:
        text = texts[number % len(texts)]
        printed = f"{day.year}年{day.month}月{day.day}日"
        text = RE_NUMBER.sub(f"第{number + 1}期", RE_DATE.sub(printed, text, count=1), count=1)
        data = text.encode()
        (folder / f"{number:05d}.txt").write_bytes(data)
        total += len(data)
        number += 1
        day += timedelta(days=1)
    return total


def probe(raw: Path, out: Path) -> dict[str, dict[str, float]]:
    """Build in a fresh process, so that memory is that of this build alone."""
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-c", PROBE, str(raw), str(out)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def shares(seconds: dict[str, float]) -> str:
    """Say how much of the time each step took."""
    total = sum(seconds.values())
    return ", ".join(
        f"{step} {value:.1f} s ({value / total:.0%})" for step, value in seconds.items()
    )


@pytest.fixture(scope="module")
def raw20(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    folder = tmp_path_factory.mktemp("bench") / "raw20"
    return folder, grow(folder, 20)


def test_raw_text_to_tables(benchmark, raw20: tuple[Path, int], tmp_path: Path) -> None:
    from helpers.corpus.build import build

    raw, size = raw20

    def fresh() -> tuple[tuple[()], dict[str, object]]:
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        return (), {"raw": raw, "out": tmp_path / "out"}

    before = resource.getrusage(resource.RUSAGE_SELF)
    result = benchmark.pedantic(lambda **folders: build("bench", **folders), setup=fresh, rounds=2)
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 2
    speed = size / 1e6 / benchmark.stats.stats.min
    benchmark.extra_info["MB/s"] = round(speed, 2)
    benchmark.extra_info["MB/s of processor time"] = round(size / 1e6 / cpu, 2)
    benchmark.extra_info["steps"] = shares(result.seconds)
    print(
        f"\n{speed:.2f} MB/s ({size / 1e6 / cpu:.2f} of processor time): {shares(result.seconds)}"
    )
    assert result.rows["issues"] == len(list(raw.iterdir()))


def test_memory_grows_with_the_finds_alone(
    benchmark, raw20: tuple[Path, int], tmp_path: Path
) -> None:
    grow(tmp_path / "raw5", 5)
    small = probe(tmp_path / "raw5", tmp_path / "out")
    large = benchmark.pedantic(probe, args=(raw20[0], tmp_path / "out"), rounds=1)
    print(f"\npeak memory: {small['memory']:.0f} MB for 5 MB, {large['memory']:.0f} MB for 20 MB")
    benchmark.extra_info["peak memory, MB"] = {"5 MB": small["memory"], "20 MB": large["memory"]}
    assert large["memory"] - small["memory"] <= MORE_MEMORY * (20 - 5)


def test_a_warm_load(benchmark, tmp_path: Path) -> None:
    from helpers import corpus

    corpus.load("specimen", raw=SPECIMEN, out=tmp_path / "out")
    benchmark(lambda: corpus.load("specimen", raw=SPECIMEN, out=tmp_path / "out"))
