"""A corpus's own gazetteer: read strictly, used where it helps."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.errors import InputError
from helpers.extraction.document import Setting, read_document
from helpers.extraction.places import find_places, read_gazetteer
from helpers.extraction.places.gazetteer import countries, divisions, provinces


def write(folder: Path, text: str) -> Path:
    file = folder / "gazetteer.tsv"
    file.write_text(text, encoding="utf-8")
    return file


def test_its_names_are_found_without_any_word_of_a_level(tmp_path: Path) -> None:
    file = write(tmp_path, "name\tlevel\tparent\n马家垱\tother\t石桥村\n石桥村\t村\t\n")
    document = read_document("a01", {"text": "车到马家垱停下。"})
    (place,) = find_places(document, Setting(), read_gazetteer(file))
    assert (place.text, place.level, place.parent) == ("马家垱", "other", "石桥村")


def test_an_unknown_level_names_file_line_and_remedy(tmp_path: Path) -> None:
    file = write(tmp_path, "# ours\nname\tlevel\tparent\n石桥村\t庄\t\n")
    with pytest.raises(InputError) as caught:
        read_gazetteer(file)
    assert "gazetteer.tsv:3" in str(caught.value)
    assert "村" in str(caught.value)


def test_a_missing_header_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="name"):
        read_gazetteer(write(tmp_path, "石桥村\t村\n"))


def test_the_lists_hold_every_province_and_abolished_counties() -> None:
    assert len(set(provinces().values())) == 34
    assert "绍兴县" in divisions().places
    assert "法国" in countries()
