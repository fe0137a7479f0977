import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from tests.conftest import LESSONS
from yandu import launch
from yandu.arguments import translated
from yandu.cli import main
from yandu.messages import catalogue
from yandu.paths import data_path
from yandu.progress import STORE_NAME, Attempt, Note, Place, open_store
from yandu.settings import Settings, read_settings, save_settings


@pytest.fixture
def learned():
    """A learner who has done something in two lessons."""
    store = open_store(data_path() / STORE_NAME)
    for lesson in ("01", "02"):
        item = f"{lesson}-q01"
        now = datetime.now(UTC)
        store.record(Attempt(item, lesson, ["a"], 1, 1, "correct", 0, now))
        store.save_note(Note(f"{lesson}-d01", lesson, "笔记", (), False, now))
        store.save_place(lesson, Place(f"{lesson}-p03", 10))
    store.close()


def test_check_finds_nothing_in_the_course(capsys):
    assert main(["check"]) == 0
    assert "没有发现问题" in capsys.readouterr().out


def test_check_lists_all_faults_and_fails(lessons_copy, capsys):
    bank = lessons_copy / "items" / "01_mission.toml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(
        text.replace('"01-o1"', '"01-o8"').replace("stem =", "stam =", 1), "utf-8"
    )
    assert main(["check", "--lessons", str(lessons_copy)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(
        line.startswith("items/01_mission.toml: 01-q01: stam: ") for line in lines
    )
    assert any("01-o8" in line for line in lines)
    assert lines[-1] == f"共 {len(lines) - 1} 处问题。"


def test_a_new_lesson_is_written_and_its_slots_are_named(lessons_copy, capsys):
    where = ["--lessons", str(lessons_copy)]
    assert main(["new-lesson", "99", "try", "试一课", *where]) == 0
    written = capsys.readouterr().out
    for file in ("99_try.ipynb", "items/99_try.toml", "prompts/99_try.toml"):
        assert str(lessons_copy / file) in written
    assert main(["check", *where]) == 1
    *faults, _ = capsys.readouterr().out.splitlines()
    assert all("还没有填：【" in fault for fault in faults)
    assert main(["new-lesson", "99", "try", "试一课", *where]) == 1
    assert "不覆盖已有的文件" in capsys.readouterr().err


def test_data_where_names_the_learner_s_folder(capsys, data_folder):
    assert main(["data", "where"]) == 0
    assert capsys.readouterr().out.strip() == str(data_folder / "learners" / "default")


def test_two_learners_on_one_account_are_kept_apart(capsys, data_folder):
    main(["data", "where", "--learner", "小明"])
    assert capsys.readouterr().out.strip() == str(data_folder / "learners" / "小明")


@pytest.mark.parametrize("name", ["../x", "a/b", "..", ".", "a\\b", "x" * 200, "a\n"])
def test_a_learner_s_name_cannot_lead_out_of_the_data_folder(capsys, name):
    assert main(["data", "where", f"--learner={name}"]) == 1
    assert "不能用作名字" in capsys.readouterr().err


def test_erasing_one_lesson_leaves_the_others(learned, capsys):
    assert main(["data", "erase", "--lesson", "01", "--yes"]) == 0
    store = open_store(data_path() / STORE_NAME)
    assert [attempt.lesson_id for attempt in store.attempts()] == ["02"]
    assert (store.note("01-d01"), store.place("01")) == (None, None)
    store.close()


@pytest.mark.parametrize("lesson", ["1", "99"])
def test_erasing_a_lesson_that_does_not_exist_is_refused(learned, capsys, lesson):
    assert main(["data", "erase", "--lesson", lesson, "--yes"]) == 1
    assert "01" in capsys.readouterr().err
    store = open_store(data_path() / STORE_NAME)
    assert len(store.attempts()) == 2
    store.close()


def test_erasing_asks_first(learned, capsys, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda question: "n")
    assert main(["data", "erase"]) == 1
    monkeypatch.setattr("builtins.input", lambda question: "y")
    assert main(["data", "erase"]) == 0
    store = open_store(data_path() / STORE_NAME)
    assert store.attempts() == ()
    store.close()


def test_export_gives_everything_as_json(learned, capsys, tmp_path):
    assert main(["export", "json"]) == 0
    exported = json.loads(capsys.readouterr().out)
    assert [attempt["item_id"] for attempt in exported["attempts"]] == [
        "01-q01",
        "02-q01",
    ]
    assert exported["notes"][0]["text"] == "笔记"
    path = tmp_path / "out.json"
    assert main(["export", "json", "--output", str(path)]) == 0
    assert json.loads(path.read_text(encoding="utf-8")) == exported


def test_open_starts_where_the_learner_was_last(learned):
    assert launch.last_lesson() == "02"


def test_open_starts_at_the_beginning_for_who_was_never_there(data_folder):
    assert launch.last_lesson() is None
    assert list(data_folder.iterdir()) == []  # looking leaves nothing behind


def test_an_unknown_lesson_is_answered_and_starts_nothing(capsys, monkeypatch):
    monkeypatch.setattr(launch.os, "execv", lambda *_: pytest.fail("started"))
    assert main(["open", "77"]) == 1
    assert "01" in capsys.readouterr().err


def test_the_command_line_of_jupyterlab(tmp_path):
    command = launch.lab_command(tmp_path, "01_mission.ipynb", ["--no-browser"])
    assert command[:3] == [sys.executable, "-m", "jupyterlab"]
    assert f"--ServerApp.root_dir={tmp_path}" in command
    assert command[-1] == "--no-browser"
    assert ("--allow-root" in command) == (os.geteuid() == 0)


def test_arguments_that_nobody_knows_are_an_error():
    with pytest.raises(SystemExit) as error:
        main(["check", "--no-such-thing"])
    assert error.value.code == 2


def test_the_command_speaks_english_when_asked():
    run = subprocess.run(
        [sys.executable, "-m", "yandu", "check", "--lessons", str(LESSONS)],
        env={**os.environ, "YANDU_LANG": "en"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stdout.strip() == "No faults found in the course."


def printed(capsys, *arguments):
    """What a command that leaves early prints, and the code it leaves with."""
    with pytest.raises(SystemExit) as error:
        main(list(arguments))
    output = capsys.readouterr()
    return output.out + output.err, error.value.code


#: Python's own words, none of which belongs into a Chinese help.
ARGPARSE = ("usage", "options", "positional", "show", "error", "required", "invalid")
#: Every subcommand with its help in both languages.
COMMANDS = (
    "open",
    "check",
    "new-lesson",
    "preview",
    "render",
    "data",
    "export",
    "count",
)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=str)
def test_help_is_chinese_throughout(capsys, command):
    text, code = printed(capsys, *command, "--help")
    assert code == 0
    assert text.startswith("用法：yandu")
    assert "\n选项：\n" in text
    assert "显示这份说明" in text
    assert [word for word in ARGPARSE if word in text.lower()] == []
    assert ":\n" not in text  # every heading has a full-width colon


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=str)
def test_help_is_english_throughout_where_it_is_set(capsys, command):
    save_settings(data_path(), Settings("en"))
    text, code = printed(capsys, *command, "--help")
    assert code == 0
    assert text.startswith("usage: yandu")
    assert "\noptions:\n" in text
    assert re.findall("[\u3000-\u9fff\uff00-\uffef]", text) == []


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        ([], "yandu：命令行有误。还缺：命令。", "required: command"),
        (["data"], "yandu data：命令行有误。还缺：action。", "required: action"),
        (["data", "x"], "参数 action：没有 'x'；可以写：", "invalid choice: 'x'"),
        (
            ["data", "erase", "--lesson"],
            "参数 --lesson：后面要写一个值。",
            "expected one",
        ),
        (["data", "erase", "--yes=1"], "后面不能写值（'1'）。", "ignored explicit"),
        (["data", "erase", "--l=1"], "--l=1 不够明确", "ambiguous option"),
        (["check", "--what"], "不认识的参数：--what", "unknown arguments: --what"),
    ],
)
def test_a_wrong_command_line_is_answered_in_the_reader_s_language(
    capsys, monkeypatch, arguments, zh, en
):
    text, code = printed(capsys, *arguments)
    assert code == 2
    assert zh in text
    assert [word for word in ARGPARSE if word in text] == []
    monkeypatch.setenv("YANDU_LANG", "en")
    text, _ = printed(capsys, *arguments)
    assert en in text


def test_what_python_says_beyond_that_is_passed_on():
    assert translated("argument --x: something new") == "参数 --x：something new"
    assert translated("something new") == "something new"
    assert sum(key.startswith("argparse.") for key in catalogue()) > 4


def test_the_command_speaks_the_learner_s_own_language(capsys, monkeypatch):
    monkeypatch.setenv("YANDU_LEARNER", "Ann")
    save_settings(data_path(), Settings("en"))
    monkeypatch.delenv("YANDU_LEARNER")
    assert main(["check"]) == 0
    assert "没有发现问题" in capsys.readouterr().out
    monkeypatch.setattr("builtins.input", lambda question: print(question) or "n")
    assert main(["data", "erase", "--learner", "Ann"]) == 1
    assert "Are you sure? [y/N]" in capsys.readouterr().out


def test_the_command_speaks_even_to_a_learner_with_an_impossible_name(
    capsys, monkeypatch
):
    monkeypatch.setenv("YANDU_LEARNER", "../x")
    assert printed(capsys, "--help")[1] == 0


def test_erasing_everything_erases_the_settings_and_one_lesson_does_not(learned):
    save_settings(data_path(), Settings("en", asks_confidence=False))
    assert main(["data", "erase", "--lesson", "01", "--yes"]) == 0
    assert read_settings(data_path()).language == "en"
    assert main(["data", "erase", "--yes"]) == 0
    assert read_settings(data_path()) == Settings()
