"""`yandu original` at the command line."""

import pytest

from tests.original.copies import FLAT, FULL, PARTS
from yandu.cli import main
from yandu.original import has_original
from yandu.original.store import ORIGINAL_NAME
from yandu.paths import data_path
from yandu.settings import Settings, save_settings


@pytest.fixture(autouse=True)
def small(lessons, monkeypatch):
    """The command's lessons are those of the small article."""
    monkeypatch.setenv("YANDU_LESSONS", str(lessons))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text(FULL, encoding="utf-8")
    return path


def test_add_says_where_it_is_and_what_was_found(file, capsys):
    assert main(["original", "add", str(file)]) == 0
    said = capsys.readouterr().out
    assert "已保存" in said
    assert str(data_path() / ORIGINAL_NAME) in said
    assert "标点完整" in said
    assert "第 2 节：" in said
    assert "不会把它传到别处" in said
    assert "替换" not in said
    file.write_text(f"某报\n{FLAT}", encoding="gb18030")
    assert main(["original", "add", str(file)]) == 0
    said = capsys.readouterr().out
    assert "替换" in said
    assert "标点已压平" in said
    assert "另有 2 个字" in said


def test_a_file_that_is_not_the_article_is_refused_and_named(file, capsys):
    main(["original", "add", str(file)])
    capsys.readouterr()
    bad = file.with_name("bad.txt")
    bad.write_text(FULL.replace("一字一字地写", ""), encoding="utf-8")
    assert main(["original", "add", str(bad)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "第 2 节的标题「一字一字地写」" in output.err
    assert (data_path() / ORIGINAL_NAME).read_text(encoding="utf-8") == FULL


def test_the_command_speaks_the_learner_s_language(file, capsys):
    save_settings(data_path(), Settings("en"))
    assert main(["original", "add", str(file)]) == 0
    said = capsys.readouterr().out
    assert "Your copy of the article is kept." in said
    assert "section 2:" in said
    file.write_text("慢慢读书", encoding="utf-8")
    assert main(["original", "add", str(file)]) == 1
    assert "the heading of section 1" in capsys.readouterr().err


def test_show_tells_and_shows_the_text_when_asked(file, capsys):
    main(["original", "add", str(file)])
    capsys.readouterr()
    assert main(["original", "show"]) == 0
    said = capsys.readouterr().out
    assert str(data_path() / ORIGINAL_NAME) in said
    assert PARTS["2-t1"] not in said
    assert main(["original", "show", "--text"]) == 0
    assert f"\n\n{PARTS['2-h']}\n\n{PARTS['2-t1']}\n" in capsys.readouterr().out


def test_a_traditional_copy_is_said_to_be_one(file, capsys):
    file.write_text(FULL.replace("读", "讀").replace("书", "書"), encoding="utf-8")
    assert main(["original", "add", str(file)]) == 0
    assert "繁体" in capsys.readouterr().out


def test_remove_removes_the_copy_and_leaves_the_file(file, capsys):
    main(["original", "add", str(file)])
    assert main(["original", "remove"]) == 0
    assert "已删除" in capsys.readouterr().out
    assert not has_original(data_path())
    assert file.exists()


@pytest.mark.parametrize("act", ["show", "remove"])
def test_without_a_copy_the_command_to_add_one_is_told(act, capsys):
    assert main(["original", act]) == 1
    assert "yandu original add" in capsys.readouterr().err


def test_two_learners_have_their_own(file, capsys, data_folder):
    assert main(["original", "add", str(file), "--learner", "小明"]) == 0
    assert main(["original", "show", "--learner", "小红"]) == 1
    assert main(["original", "remove", "--learner", "小红"]) == 1
    assert has_original(data_folder / "learners" / "小明")
    assert main(["original", "show", "--learner", "小明"]) == 0


def test_erasing_everything_erases_the_copy_and_one_lesson_does_not(
    file, capsys, monkeypatch
):
    main(["original", "add", str(file)])
    monkeypatch.delenv("YANDU_LESSONS")  # the course's own lessons have a lesson 01
    assert main(["data", "erase", "--lesson", "01", "--yes"]) == 0
    assert has_original(data_path())
    monkeypatch.setattr("builtins.input", lambda question: print(question) or "y")
    capsys.readouterr()
    assert main(["data", "erase"]) == 0
    assert "文章全文" in capsys.readouterr().out
    assert not has_original(data_path())


def test_the_export_holds_nothing_of_the_copy(file, capsys):
    main(["original", "add", str(file)])
    capsys.readouterr()
    assert main(["export", "json"]) == 0
    exported = capsys.readouterr().out
    assert not any(text[:4] in exported for text in PARTS.values())


@pytest.mark.parametrize("act", [(), ("add",), ("show",), ("remove",)], ids=str)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_is_in_the_reader_s_language(capsys, monkeypatch, act, language):
    monkeypatch.setenv("YANDU_LANG", language)
    with pytest.raises(SystemExit) as error:
        main(["original", *act, "--help"])
    assert error.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("用法：" if language == "zh" else "usage: ")
    has_chinese = any("\u4e00" <= character <= "\u9fff" for character in said)
    assert has_chinese == (language == "zh")


def test_a_missing_file_argument_is_a_faulty_command_line(capsys):
    with pytest.raises(SystemExit) as error:
        main(["original", "add"])
    assert error.value.code == 2
    assert "还缺：file" in capsys.readouterr().err
