"""The README's column dictionary is the schema's."""

from __future__ import annotations

from pathlib import Path

from helpers.corpus.dictionary import column_dictionary, section, update_readme
from helpers.corpus.schema import all_tables


def test_the_readme_holds_the_dictionary(repository: Path) -> None:
    text = (repository / "README.md").read_text(encoding="utf-8")
    assert section(text) == column_dictionary(), (
        "run: python -c 'from pathlib import Path; "
        'from helpers.corpus.dictionary import update_readme; update_readme(Path("README.md"))\''
    )


def test_every_column_is_in_the_dictionary() -> None:
    text = column_dictionary()
    for table in all_tables().values():
        assert f"**{table.name}**" in text
        for column in table.columns:
            assert f"| `{column.name}` |" in text


def test_updating_changes_only_the_section(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# A\n<!-- columns:start -->\nold\n<!-- columns:end -->\nend\n")
    assert update_readme(readme)
    text = readme.read_text()
    assert text.startswith("# A\n")
    assert text.endswith("\nend\n")
    assert section(text) == column_dictionary()
    assert not update_readme(readme)


def test_marks_are_added_where_there_are_none(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# A\n")
    assert section("# A\n") is None
    assert update_readme(readme)
    assert section(readme.read_text()) == column_dictionary()
