import pytest

from tests.audit.banks import single
from tests.conftest import LESSONS
from yandu.content import NoSuchEntryError
from yandu.faults import ContentError
from yandu.preview.draft import read_draft, toml_blocks


def test_a_bank_of_the_course_is_found_by_its_name():
    draft = read_draft("01_mission", LESSONS)
    assert (draft.name, draft.lesson_id) == ("01_mission.toml", "01")
    assert draft.text == (LESSONS / "items" / draft.name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["稿.toml", "稿.md"])
def test_any_file_is_found_by_its_path(tmp_path, name):
    items = single(1).replace("01-q", "03-q")
    fenced = f"说明\n\n```toml{items}```\n" if name.endswith("md") else items
    (tmp_path / name).write_text(fenced, encoding="utf-8")
    draft = read_draft(str(tmp_path / name), LESSONS)
    assert (draft.name, draft.lesson_id) == (name, "03")
    assert draft.text.strip() == items.strip()


def test_a_bank_that_is_not_there_is_answered_with_those_that_are(tmp_path):
    with pytest.raises(NoSuchEntryError, match=r"01_misson.*01_mission"):
        read_draft("01_misson", LESSONS)
    with pytest.raises(NoSuchEntryError, match="01_mission"):
        read_draft(str(tmp_path), LESSONS)  # a folder is no bank


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "item = 3",
        '[[item]]\nid = "x"',
        'item = ["01-q01"]',
        "[item]",
    ],
)
def test_a_file_without_items_says_what_an_item_is(tmp_path, text):
    path = tmp_path / "leer.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"leer\.toml: .*\[\[item\]\]"):
        read_draft(str(path), LESSONS)


def test_broken_toml_in_markdown_is_named_by_the_line_of_the_file(tmp_path):
    path = tmp_path / "稿.md"
    path.write_text('# 题\n\n```toml\n[[item]]\nid = "01-q01\n```\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"稿\.md: .*line 5"):
        read_draft(str(path), LESSONS)


def test_bytes_that_are_no_text_are_a_fault(tmp_path):
    path = tmp_path / "稿.toml"
    path.write_bytes("题".encode("gb18030"))
    with pytest.raises(ContentError, match=r"稿\.toml"):
        read_draft(str(path), LESSONS)


def test_only_blocks_that_hold_items_are_read_and_lines_keep_their_numbers():
    markdown = (
        "a\n```toml\n[[item]]\nx = 1\n```\n```toml\ny = 2\n```\n```\n[[item]]\n```\n"
    )
    lines = toml_blocks(markdown).splitlines()
    assert [line for line in lines if line] == ["[[item]]", "x = 1"]
    assert lines.index("[[item]]") == markdown.splitlines().index("[[item]]")
