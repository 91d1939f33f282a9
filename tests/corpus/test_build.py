"""A build is streaming, whole or not at all, and makes only what is stale."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from helpers.corpus import build as build_module
from helpers.corpus import folder, stages
from helpers.corpus.build import build
from helpers.corpus.schema import all_tables, arrow_schema
from helpers.errors import InputError

ALL = ("parsed", "tokens", "themes", "evidence", "misprints", "reprints")


def another(file: Path) -> str:
    """The same issue under another number."""
    return file.read_text(encoding="utf-8").replace("第88期", "第90期")


def snapshot(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()}


def test_every_table_is_written_twice_over(raw: Path, out: Path) -> None:
    result = build("q", raw=raw, out=out)
    assert result.rebuilt == ALL
    assert result.problems == ()
    assert result.rows["issues"] == 2
    for name in all_tables():
        table = pq.read_table(out / f"{name}.parquet")
        assert table.schema.equals(arrow_schema(name))
        text = (out / f"{name}.csv").read_bytes()
        assert text.startswith(b"\xef\xbb\xbf")
        header = text.decode("utf-8-sig").splitlines()[0]
        assert header.replace('"', "").split(",") == arrow_schema(name).names
    assert not list(out.glob(".building-*"))


def test_a_second_build_does_nothing(raw: Path, out: Path) -> None:
    first = build("q", raw=raw, out=out)
    before = snapshot(out)
    second = build("q", raw=raw, out=out)
    assert second.rebuilt == ()
    assert (second.hash, second.rows) == (first.hash, first.rows)
    assert snapshot(out) == before


def test_equal_inputs_give_equal_bytes(raw: Path, out: Path, tmp_path: Path) -> None:
    build("q", raw=raw, out=out)
    moved = tmp_path / "elsewhere"
    shutil.copytree(raw, moved)
    build("q", raw=moved, out=tmp_path / "out2")
    assert snapshot(out) == snapshot(tmp_path / "out2")
    assert str(tmp_path) not in (out / "build.json").read_text()


@pytest.mark.parametrize(
    ("change", "rebuilt"),
    [
        (lambda raw, out: (raw / "c.txt").write_text(another(raw / "a.txt")), ALL),
        (lambda raw, out: (raw / "b.txt").unlink(), ALL),
        (lambda raw, out: (raw / "a.txt").rename(raw / "aa.txt"), ("parsed", "evidence")),
        (
            lambda raw, out: (raw / "corpus.toml").write_text('paper = "别名"\n'),
            ("parsed", "evidence"),
        ),
        (lambda raw, out: (raw / "corpus.toml").write_text('county = "某县"\n'), ("evidence",)),
        (lambda raw, out: (raw / "corpus.toml").write_text('lexicon_mode = "extend"\n'), ()),
        (lambda raw, out: (out / "tokens.csv").unlink(), ("tokens",)),
        (lambda raw, out: (out / "themes.parquet").write_bytes(b""), ("themes",)),
        (lambda raw, out: (out / "datapackage.json").unlink(), ()),
        (lambda raw, out: (out / "datapackage.json").write_bytes(b"\xff"), ()),
        (lambda raw, out: (out / "build.json").unlink(), ALL),
        (lambda raw, out: (out / "build.json").write_text('{"format": 0}'), ALL),
    ],
)
def test_only_the_stale_is_made_again(
    raw: Path, out: Path, change: Callable[[Path, Path], object], rebuilt: tuple[str, ...]
) -> None:
    build("q", raw=raw, out=out)
    change(raw, out)
    assert build("q", raw=raw, out=out).rebuilt == rebuilt
    assert build("q", raw=raw, out=out).rebuilt == ()
    package = json.loads((out / "datapackage.json").read_text())
    assert {resource["path"] for resource in package["resources"]} < set(snapshot(out))


def test_own_words_make_tokens_or_themes_stale(raw: Path, out: Path) -> None:
    first = build("q", raw=raw, out=out)
    (raw / "words.tsv").write_text("term\tclass\treason\n新泵\twater\tfor the test\n")
    (raw / "corpus.toml").write_text('lexicon = "words.tsv"\n')
    second = build("q", raw=raw, out=out)
    assert second.rebuilt == ("tokens", "misprints")
    assert second.hash != first.hash
    listed = pq.read_table(out / "tokens.parquet", filters=[("term", "=", "新泵")])
    assert listed.column("in_lexicon").to_pylist() == [True, True]


def test_changed_code_makes_its_tables_stale(
    raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from helpers.corpus import groups

    first = build("q", raw=raw, out=out)
    real = groups.code_hash
    monkeypatch.setattr(
        groups, "code_hash", lambda *p: real(*p) + "x" * any("themes.py" in f for f in p)
    )
    second = build("q", raw=raw, out=out)
    assert second.rebuilt == ("themes",)
    assert second.hash == first.hash


def test_one_bad_file_never_costs_the_others(
    raw: Path, out: Path, make_text: Callable[..., str]
) -> None:
    (raw / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\xff\xfe")
    (raw / "d.txt").write_bytes(b"\x81\x00\xff\x82\x00\x83" * 40)
    (raw / "e.txt").write_bytes(b"")
    (raw / "f.txt").write_text(make_text() + "\n又一行。\n")
    (raw / "g.txt").write_text("没有报头的一页。")
    result = build("q", raw=raw, out=out)
    assert result.rows["issues"] == 3
    lost = {problem.file: problem for problem in result.problems if problem.lost}
    assert set(lost) == {"c.txt", "d.txt", "e.txt", "f.txt"}
    assert all(problem.remedy for problem in lost.values())
    assert "a.txt" in lost["f.txt"].problem
    noted = [problem for problem in result.problems if not problem.lost]
    assert {problem.file for problem in noted} == {"g.txt"}
    assert "masthead" in noted[0].problem
    assert build("q", raw=raw, out=out).problems == result.problems


@pytest.mark.slow
def test_chunks_give_the_same_tables_as_one_piece(
    raw: Path,
    out: Path,
    tmp_path: Path,
    make_text: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for n in range(6):
        day = date(2021, 8, 1) + timedelta(days=n)
        (raw / f"c{n}.txt").write_text(make_text(day, 100 + n))
    build("q", raw=raw, out=out)
    small = tmp_path / "small"
    monkeypatch.setattr(stages, "CHUNK_BYTES", 3000)
    build("q", raw=raw, out=small)
    assert pq.ParquetFile(small / "articles.parquet").num_row_groups > 2
    for name in all_tables():
        assert (out / f"{name}.csv").read_bytes() == (small / f"{name}.csv").read_bytes()
        assert pq.read_table(out / f"{name}.parquet").equals(
            pq.read_table(small / f"{name}.parquet")
        )


def test_a_build_that_is_cut_off_leaves_the_old_tables(
    raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch, make_text: Callable[..., str]
) -> None:
    build("q", raw=raw, out=out)
    before = snapshot(out)
    (raw / "c.txt").write_text(make_text(date(2021, 9, 1), 120))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(stages, "open_theme_scorer", stop)
        with pytest.raises(KeyboardInterrupt):
            build("q", raw=raw, out=out)
    assert snapshot(out) == before
    assert not list(out.glob(".building-*"))
    assert build("q", raw=raw, out=out).rows["issues"] == 3


def test_a_build_cut_off_while_moving_starts_over(
    raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(temporary: Path, target: Path, names: list[str]) -> None:
        folder.install(temporary, target, names[:3])
        (target / "build.json").unlink()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(build_module, "install", half)
        with pytest.raises(KeyboardInterrupt):
            build("q", raw=raw, out=out)
    assert build("q", raw=raw, out=out).rebuilt == ALL


def test_what_a_killed_build_left_is_cleared(raw: Path, out: Path) -> None:
    (out / ".building-old").mkdir(parents=True)
    (out / ".building-old" / "issues.csv").touch()
    build("q", raw=raw, out=out)
    assert not (out / ".building-old").exists()


def test_an_empty_folder_says_what_to_do(tmp_path: Path, out: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "README.md").touch()
    with pytest.raises(InputError, match="holds no issue"):
        build("q", raw=tmp_path / "raw", out=out)


def test_an_output_that_cannot_be_written(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written") as caught:
        build("q", raw=raw, out=tmp_path / "file" / "out")
    assert "--out" in str(caught.value.remedy)


def test_a_full_disk_is_explained(raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build_module, "datapackage_text", full)
    with pytest.raises(InputError, match="No space left"):
        build("q", raw=raw, out=out)
    assert not list(out.glob("*.csv"))


def test_progress_is_told(raw: Path, out: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build("q", raw=raw, out=out, progress=lambda *args: told.append(args))
    assert [group for group, done, total in told if done == total] == list(ALL)


def test_the_data_package_describes_what_lies_there(raw: Path, out: Path) -> None:
    import hashlib

    result = build("q", raw=raw, out=out)
    package = json.loads((out / "datapackage.json").read_text())
    assert package["version"] == result.hash
    assert len(package["resources"]) == len(all_tables())
    for resource in package["resources"]:
        data = (out / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


@pytest.mark.shared
@pytest.mark.slow
def test_the_real_issues_come_through_whole(shared: Path, out: Path) -> None:
    result = build("kecheng", raw=shared / "issues" / "kecheng", out=out)
    assert not [problem for problem in result.problems if problem.lost]
    issues = pq.read_table(out / "issues.parquet").to_pydict()
    assert issues["issue_id"] == ["kecheng-2020-12-30", "kecheng-2019-12-10"]
    assert issues["issue_number"] == [1760, 1595]
    assert issues["lunar_ok"] == issues["weekday_ok"] == [True, True]
    texts = pq.read_table(out / "articles.parquet", columns=["article_id", "text"]).to_pydict()
    by_id = dict(zip(texts["article_id"], texts["text"], strict=True))
    for token in pq.read_table(out / "tokens.parquet").to_pylist():
        assert by_id[token["article_id"]][token["start"] : token["end"]] == token["term"]
