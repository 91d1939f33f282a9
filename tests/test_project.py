"""The files around the code: environment, Makefile, imports, and what importing does."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

REPOSITORY = Path(__file__).resolve().parents[1]
RE_NAME = re.compile(r"^[A-Za-z0-9_.-]+")
#: Named by the user as what the project stands on.
FIXED = {"jupyterlab", "pandas", "jieba", "matplotlib", "wordcloud", "nbval"}
#: Not on conda-forge: pip installs them with the package.
FROM_PYPI = {"ahocorasick-rs", "lunar-python", "opencc", "pylopdf-fonts-zh-cn", "rjieba"}


def requirements() -> dict[str, str]:
    """Name → version limits of what pyproject.toml asks for."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    out = {}
    for text in project["dependencies"]:
        name = RE_NAME.match(text)
        assert name is not None
        out[name[0].lower()] = re.sub(r"\[.*?\]", "", text[len(name[0]) :])
    return out


def environment() -> tuple[dict[str, str], list[str]]:
    """Conda's names → version limits, and what pip installs."""
    dependencies = yaml.safe_load((REPOSITORY / "environment.yml").read_text("utf-8"))[
        "dependencies"
    ]
    conda = {}
    for text in dependencies[:-1]:
        name = RE_NAME.match(text)
        assert name is not None
        conda[name[0]] = text[len(name[0]) :]
    return conda, dependencies[-1]["pip"]


def test_environment_has_what_pyproject_asks_for() -> None:
    conda, pip = environment()
    assert pip == ["-e ."]
    wanted = requirements()
    assert {n: v for n, v in conda.items() if n not in ("python", "pip")} == {
        n: v for n, v in wanted.items() if n not in FROM_PYPI
    }
    assert wanted.keys() >= FIXED
    assert re.fullmatch(r"=3\.1[123](\.\d+)?", conda["python"])


def test_lock_holds_every_requirement_with_hashes() -> None:
    lock = (REPOSITORY / "requirements.lock").read_text("utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==", lock, re.M))
    assert {n.replace("_", "-") for n in requirements()} <= pinned
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        assert "--hash=sha256:" in entry, entry[:60]


def test_ci_runs_what_a_user_runs() -> None:
    commands = [
        line.strip()
        for line in (REPOSITORY / ".ci" / "run").read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    assert commands[-1] == "make test"
    assert len(commands) == 3  # set -e, cd, make test


def modules() -> list[str]:
    source = REPOSITORY / "src"
    names = [".".join(p.relative_to(source).with_suffix("").parts) for p in source.rglob("*.py")]
    return sorted(n.removesuffix(".__init__") for n in names if not n.endswith("__main__"))


@pytest.mark.slow
def test_importing_prints_logs_and_loads_nothing() -> None:
    script = f"""
import importlib, logging, sys
records = []
class Keep(logging.Handler):
    def emit(self, record):
        records.append(record)
logging.getLogger().addHandler(Keep())
logging.getLogger().setLevel(0)
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
for name in {modules()!r}:
    importlib.import_module(name)
assert "jieba" not in sys.modules, "jieba is imported before it is asked for"
data = (".tsv", ".csv", ".toml", ".otf", ".ttf", "dict.txt", ".parquet", ".html")
loaded = [f for f in opened if f.endswith(data)]
assert not loaded, loaded
assert not records, records
"""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_tests_mirror_the_modules() -> None:
    stages = {p.parent.name for p in (REPOSITORY / "src/helpers").glob("*/__init__.py")}
    assert {s for s in stages if not list((REPOSITORY / "tests" / s).glob("test_*.py"))} == set()


@pytest.mark.parametrize("path", sorted((REPOSITORY / "src").rglob("*.py")), ids=lambda p: p.name)
def test_modules_have_one_job(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300, "is it one job?"
    assert text.startswith('"""')


RE_LINK = re.compile(r"\]\((?!https?://|#)([^)\s]+)\)")
RE_TREE = re.compile(r"^( *)([\w./<>-]+)(?: |$)", re.M)


def missing_links(text: str, folder: Path) -> list[str]:
    return [link for link in RE_LINK.findall(text) if not (folder / link.split("#")[0]).exists()]


@pytest.mark.parametrize("page", ["README.md", "docs/kecheng/README.md", "docs/specimen/README.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = REPOSITORY / page
    assert missing_links(path.read_text("utf-8"), path.parent) == []


def test_a_broken_link_is_noticed() -> None:
    assert missing_links("[a](README.md) ![b](no/such.png) [c](https://x.example)", REPOSITORY) == [
        "no/such.png"
    ]


def tree_entries(text: str) -> list[str]:
    """The paths that the tree in the README draws."""
    drawn = text[text.index("## How it is made") :].split("```")[1]
    folder, entries = "", []
    for indent, name in RE_TREE.findall(drawn):
        entries.append(name if not indent else folder + name)
        if not indent:
            folder = name
    return entries


def test_the_tree_is_the_repository() -> None:
    entries = tree_entries((REPOSITORY / "README.md").read_text("utf-8"))
    fixed = [e for e in entries if "<" not in e]
    assert [e for e in fixed if not (REPOSITORY / e).exists()] == []
    stages = {f"src/helpers/{p.parent.name}/" for p in REPOSITORY.glob("src/helpers/*/__init__.py")}
    assert stages <= set(entries)


def row_of(readme: str, begins: str) -> str:
    return next(line for line in readme.splitlines() if line.startswith(begins))


def test_the_limits_in_the_readme_are_those_of_the_readers() -> None:
    from helpers.reading import issue, pdf, scan

    readme = (REPOSITORY / "README.md").read_text("utf-8")
    assert f"{issue.MAX_TEXT // 1_000_000} MB" in row_of(readme, "| `.txt`")
    typed = row_of(readme, "| `.pdf`")
    for limit in (
        f"{pdf.MAX_BYTES // 1_000_000} MB",
        f"{pdf.MAX_PAGES} pages",
        f"{pdf.MAX_CHARACTERS:,} characters",
    ):
        assert limit in typed
    assert pdf.MAX_SECONDS == 120 and "two minutes" in typed
    scanned = row_of(readme, "| `.png`")
    assert f"{scan.MAX_PIXELS // 1_000_000} megapixels" in scanned
    assert f"{scan.MAX_PAGES} pages" in scanned


def targets(makefile: str) -> tuple[set[str], set[str]]:
    """What `make help` names, and what there is to make."""
    helped: set[str] = set()
    for line in re.findall(r'@echo "make (.*?)"', makefile):
        names = line if " | " in line else line.split()[0]
        helped |= set(names.split(" | "))
    return helped, set(re.findall(r"^([a-z]+):", makefile, re.M))


def test_help_names_what_can_be_made() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    helped, there = targets(makefile)
    assert helped == there - {"help"}
    phony = re.search(r"^\.PHONY: (.*)", makefile, re.M)
    assert phony is not None
    assert set(phony[1].split()) == there


def test_a_target_that_is_not_there_is_noticed() -> None:
    assert targets('help:\n\t@echo "make fly | lint"\nlint:\n') == (
        {"fly", "lint"},
        {"help", "lint"},
    )
