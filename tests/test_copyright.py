"""No sentence of the real issues stands in the repository: newspapers are in copyright."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

#: A run this long of the real text is a quotation; shorter ones are names and phrases.
RUN = 14
RE_WORDS = re.compile(r"[\u4e00-\u9fff]{8}")
#: Printed by every paper in the country, and nobody's text: the core socialist values.
RE_COMMON = re.compile(
    r"(?:社会主义|核心价值观|富强|民主|文明|和谐|自由|平等|公正|法治|爱国|敬业|诚信|友善|\s)+"
)
BINARY = {".png", ".pdf", ".parquet", ".ico", ".jpg", ".lock", ".docx"}


def runs(text: str) -> set[str]:
    text = re.sub(r"\s+", "", text)
    text = RE_COMMON.sub(lambda m: m[0] if len(m[0]) < RUN else "\n", text)
    pieces = (text[i : i + RUN] for i in range(len(text) - RUN + 1))
    return {piece for piece in pieces if RE_WORDS.search(piece)}


def quotations(files: list[Path], known: set[str]) -> list[str]:
    found = []
    for path in files:
        if path.suffix in BINARY or not path.is_file():
            continue
        text = path.read_text("utf-8", "replace")
        if path.suffix == ".ipynb" and "\\u" in text:
            text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)
        found += [f"{path.name}: {piece}" for piece in sorted(runs(text) & known)[:1]]
    return found


@pytest.mark.shared
@pytest.mark.slow
def test_no_text_of_the_real_issues_is_committed(
    shared: Path, repository: Path, tmp_path: Path
) -> None:
    issues = [p.read_text("utf-8") for p in (shared / "issues").rglob("*.txt")]
    known = set().union(*(runs(text) for text in issues))
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    )
    assert quotations([repository / name for name in listed.stdout.splitlines()], known) == []
    sample = tmp_path / "sample.md"
    sample.write_text(max(issues[0].split("\n"), key=len)[:40], "utf-8")
    assert quotations([sample], known), "the gate must notice a quotation"


RE_MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|Users|tmp|work)/\w[\w./-]*")


def test_no_path_of_a_machine_is_committed(repository: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=repository, capture_output=True, text=True, check=True
    )
    found = []
    for name in listed.stdout.splitlines():
        path = repository / name
        if path.suffix in BINARY or not path.is_file():
            continue
        match = RE_MACHINE_PATH.search(path.read_text("utf-8", "replace"))
        if match:
            found.append(f"{name}: {match[0]}")
    assert found == []
    assert RE_MACHINE_PATH.search('"' + "/home" + '/someone/project/data"')
