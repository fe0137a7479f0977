import json

from yandu.cli import main
from yandu.render import render
from yandu.textlab import read_tokens
from yandu.textlab.pinyin.files import read_pinyin

NOTEBOOK = "01_mission.ipynb"
TOKENS = "tokens/01_mission.tsv"
PINYIN = "pinyin/01_mission.tsv"


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_rendering_changes_nothing_in_the_course_as_it_stands(lessons_copy):
    before = files(lessons_copy)
    render(lessons_copy)
    assert files(lessons_copy) == before


def test_a_reviewed_cut_stands_until_its_sentence_changes(lessons_copy):
    tokens = lessons_copy / TOKENS
    first, second, *rest = tokens.read_text(encoding="utf-8").splitlines()
    sentence, cut = first.split("\t")
    reviewed = f"{sentence}\t{cut.replace(' ', '')}"  # by hand: one long word
    tokens.write_text("\n".join([reviewed, second, *rest, ""]), encoding="utf-8")
    pinyin = lessons_copy / PINYIN
    spoken = pinyin.read_text(encoding="utf-8").replace("公gōng 安ān", "公gòng 安ān", 1)
    pinyin.write_text(spoken, encoding="utf-8")  # by hand, however wrong
    notebook = lessons_copy / NOTEBOOK
    data = json.loads(notebook.read_text(encoding="utf-8"))
    cell = next(cell for cell in data["cells"] if cell["id"] == "01-p02")
    cell["source"] = "".join(cell["source"]).replace("「必须」", "「应当」", 1)
    notebook.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    render(lessons_copy)
    after = read_tokens(tokens)
    assert after[sentence] == (cut.replace(" ", ""),)
    assert any("应当" in token for token in after["01-p02.1"])
    said = read_pinyin(pinyin)
    assert ("公", "gòng") in said[sentence]
    assert ("应", "yīng") in said["01-p02.1"]
    assert ("必", "bì") not in said["01-p02.1"]


def test_a_notebook_with_a_failing_cell_is_left_as_it_was(lessons_copy, capsys):
    notebook = lessons_copy / NOTEBOOK
    text = notebook.read_text(encoding="utf-8").replace('政治安全\\")', '\\")', 1)
    assert 'kwic(lesson.text(), \\"\\")' in text
    notebook.write_text(text, encoding="utf-8")
    assert main(["render", "--lessons", str(lessons_copy)]) == 1
    assert "01_mission.ipynb" in capsys.readouterr().err
    assert notebook.read_text(encoding="utf-8") == text
