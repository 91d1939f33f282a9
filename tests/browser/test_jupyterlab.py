"""Notebooks in a real JupyterLab in a real Chromium: fresh kernel, top to bottom.

Strict nbval runs every notebook; here it is the page, the styles of tables and pictures, and so the
one with the raw pages and the one with most charts are enough.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.cli.lab import server as server_line

sync_api = pytest.importorskip("playwright.sync_api")

REPOSITORY = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((REPOSITORY / "notebooks").glob("[0-9]*.ipynb"))
#: Those that are run.
SHOWN = [path for path in NOTEBOOKS if path.name.startswith(("01", "06"))]
WORKBENCH = next(path for path in NOTEBOOKS if path.name.startswith("10"))
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
#: Seconds that a notebook may take.
LIMIT = 180
#: Set this to a folder to keep a screenshot of each notebook.
SCREENSHOTS = os.environ.get("HELPERS_SCREENSHOTS")

pytestmark = [
    pytest.mark.slow,
    # In CI a missing Chromium is a failure.
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CI"),
        reason="NOT TESTED IN A BROWSER: no Chromium on the PATH",
    ),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder of its own, so that the run leaves the checkout as it was."""
    folder = tmp_path_factory.mktemp("root")
    shutil.copytree(REPOSITORY / "data/raw/specimen", folder / "data/raw/specimen")
    return folder


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[str]:
    """A JupyterLab on copies of the notebooks, with its token on; yields the address."""
    folder = tmp_path_factory.mktemp("lab")
    for notebook in NOTEBOOKS:
        shutil.copy(notebook, folder)
    workbench = (folder / WORKBENCH.name).read_text("utf-8")
    english = workbench.replace('language = \\"zh\\"', 'language = \\"en\\"')
    assert english != workbench
    (folder / f"{WORKBENCH.stem}_en.ipynb").write_text(english, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    command = [*server_line(str(folder), port=port, no_browser=True), "--expose-app-in-browser"]
    environment = {
        **os.environ,
        "JUPYTER_TOKEN": token,
        "HELPERS_ROOT": str(root),
    }
    server = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/api/status?token={token}", server)
        yield f"{address}/lab/tree/{{name}}?token={token}&reset"
    finally:
        server.terminate()
        server.wait(30)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        assert server.poll() is None, "JupyterLab did not start"
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    raise AssertionError("JupyterLab does not answer")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


OPEN = """(name) => {
  const panel = window.jupyterapp?.shell?.currentWidget;
  const kernel = panel?.sessionContext?.session?.kernel;
  return Boolean(panel?.context?.isReady && panel.context.path === name
    && panel.sessionContext.isReady && kernel?.status === 'idle');
}"""
#: Nothing is awaited here: what never comes would hang the test, and waiting has its own limit.
RUN_ALL = """() => {
  const commands = window.jupyterapp.commands;
  void commands.execute('notebook:clear-all-cell-outputs')
    .then(() => { window.cleared = true; return commands.execute('notebook:run-all-cells'); });
}"""
CELLS = "() => window.jupyterapp.shell.currentWidget.context.model.toJSON().cells"
DONE = """() => {
  const panel = window.jupyterapp.shell.currentWidget;
  const cells = panel.context.model.toJSON().cells.filter(c => c.cell_type === 'code');
  const failed = cells.some(c => c.outputs.some(o => o.output_type === 'error'));
  const idle = panel.sessionContext.session.kernel.status === 'idle';
  return window.cleared && (failed || (idle && cells[cells.length - 1].execution_count !== null));
}"""


def run(page: Any, lab: str, notebook: Path) -> None:
    """Open a notebook, which starts a kernel of its own, clear its outputs and run every cell."""
    page.goto(lab.format(name=notebook.name))
    page.wait_for_function(OPEN, arg=notebook.name, timeout=60_000)
    page.evaluate(RUN_ALL)
    page.wait_for_function(DONE, timeout=LIMIT * 1000, polling=500)


@pytest.mark.parametrize("notebook", SHOWN, ids=lambda p: p.stem)
def test_notebook_runs_from_a_fresh_kernel(lab: str, browser: Any, notebook: Path) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 2000})
    try:
        run(page, lab, notebook)
    except sync_api.TimeoutError:
        # A reply of the kernel can be lost on its way to the page; once may be chance.
        run(page, lab, notebook)
    cells = [c for c in page.evaluate(CELLS) if c["cell_type"] == "code"]
    if SCREENSHOTS:
        page.screenshot(path=str(Path(SCREENSHOTS) / f"{notebook.stem}.png"))
    page.close()
    assert [c["execution_count"] for c in cells] == list(range(1, len(cells) + 1))
    outputs = [o for c in cells for o in c["outputs"]]
    assert [o for o in outputs if o["output_type"] == "error"] == []
    assert [o for o in outputs if o.get("name") == "stderr"] == []
    assert sum("image/png" in o.get("data", {}) for o in outputs) >= 3


#: Rows are filled one after another: this holds when all that are seen have the word.
ONLY = """(word) => {
  const shown = [...document.querySelectorAll('.wb-row b')].filter(b => b.offsetParent);
  return shown.length > 0 && shown.every(b => b.textContent === word);
}"""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_workbench_answers_as_one_types(
    lab: str, browser: Any, root: Path, language: str
) -> None:
    name = WORKBENCH.stem if language == "zh" else f"{WORKBENCH.stem}_en"
    page = browser.new_page(viewport={"width": 1400, "height": 1500})
    try:
        run(page, lab, Path(f"{name}.ipynb"))
    except sync_api.TimeoutError:
        run(page, lab, Path(f"{name}.ipynb"))
    assert page.get_by_text("official Jupyter news").count() == 0
    box = page.locator(".wb-text input").first
    box.scroll_into_view_if_needed()
    box.fill("征地")
    page.wait_for_function(ONLY, arg="征地", timeout=20_000)
    # A wrong expression is explained, and the next key answers again.
    page.locator(".widget-dropdown select").first.select_option(index=3)
    box.fill("(征")
    sync_api.expect(page.locator(".wb-wrong").first).to_be_visible(timeout=20_000)
    box.fill("征.")
    sync_api.expect(page.locator(".wb-wrong")).to_have_count(0, timeout=20_000)
    page.locator(".wb-open:visible").first.click()
    sync_api.expect(page.locator(".wb-article mark").first).to_contain_text("征", timeout=20_000)
    before = set(root.glob("reports/specimen/workbench/*"))
    page.locator(".wb-save").first.click()
    said = page.locator(".wb-said", has_text="reports/specimen/workbench")
    sync_api.expect(said.first).to_be_visible(timeout=30_000)
    if SCREENSHOTS:
        page.wait_for_timeout(1_500)
        page.screenshot(path=str(Path(SCREENSHOTS) / f"workbench-{language}.png"))
        page.get_by_role("tab", name="主题词典" if language == "zh" else "Themes").click()
        page.wait_for_timeout(1_000)
        page.screenshot(path=str(Path(SCREENSHOTS) / f"themes-{language}.png"))
    page.close()
    written = set(root.glob("reports/specimen/workbench/*")) - before
    assert {path.suffix for path in written} >= {".csv", ".png", ".svg", ".pdf"}
