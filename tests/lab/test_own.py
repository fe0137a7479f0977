"""A text of the learner's own: pasted, uploaded, or a file beside the notebook."""

import threading
from datetime import UTC, datetime
from html import unescape

import pytest

from yandu.lab.work import CancelledError, Job

STRING = "天下大事，必作于细。\n细处见精神，细处见功夫。"


def bring(view):
    """Press the button and wait until the work in the background is done."""
    view.own.use.click()
    view.worker.thread.join(60)


def made(view):
    return unescape(view.results.made.value)


def test_it_is_asked_for_until_it_is_there(view):
    view.form.text.value = "own"
    assert view.own.layout.display is None
    assert "还没有自己的文本" in view.status.value
    view.form.text.value = "lesson"
    assert view.own.layout.display == "none"


def test_a_pasted_text_is_cut_and_asked_at_once(view):
    view.form.text.value = "own"
    view.own.pasted.value = STRING
    view.own.title.value = "格言"
    bring(view)
    assert "格言" in view.results.table.value
    assert "细" in view.results.word.options
    assert view.form.text.value == "own"
    named = {name: shown for shown, name in view.form.text.options}
    assert named["own"] == "你的文本「格言」"
    assert 'text = textlab.cut(textlab.text_of("天下大事' in made(view)
    assert "textlab.frequency(text)" in made(view)
    assert [name for _, name in view.form.section.options] == ["", "p001", "p002"]


def test_a_file_of_the_working_folder(view, tmp_path, monkeypatch):
    (tmp_path / "我的.txt").write_bytes(STRING.encode("gb18030"))
    monkeypatch.chdir(tmp_path)
    view.form.text.value = "own"
    view.own.file.value = "我的.txt"
    bring(view)
    assert 'text = textlab.cut(textlab.read_text("我的.txt"))' in made(view)
    view.look_at("kwic", "细处")
    assert view.results.table.value.count("<tr>") == 1 + 2


def test_an_uploaded_file(view):
    upload = {
        **{"name": "来.txt", "type": "text/plain", "size": 1, "error": ""},
        **{
            "content": memoryview(STRING.encode()),
            "last_modified": datetime(2020, 1, 1, tzinfo=UTC),
        },
    }
    view.own.upload.set_trait("value", (upload,))
    view.form.text.value = "own"
    bring(view)
    assert "来" in view.results.table.value


@pytest.mark.parametrize(
    ("string", "said"), [("", "没有可以读的文字"), ("no Chinese at all", "汉字")]
)
def test_what_is_no_text_is_said_and_what_was_there_stays(view, string, said):
    before = view.results.table.value
    view.form.text.value = "own"
    view.own.pasted.value = string
    bring(view)
    assert "yd-notice" in view.status.value
    assert said in view.status.value
    assert view.results.table.value == before


def test_a_file_that_is_not_there_is_named(view):
    view.form.text.value = "own"
    view.own.file.value = "没有.txt"
    bring(view)
    assert "没有.txt" in view.status.value


def test_cutting_tells_its_progress_and_can_be_cancelled(view):
    view.own.pasted.value = STRING * 5000
    told = []
    own = view.own._work()(Job(told.append))
    assert own.text.sentences[0].tokens
    assert len(told) > 2
    assert told[-1] == 1
    job = Job(lambda share: None)
    job.cancel()
    with pytest.raises(CancelledError):
        view.own._work()(job)


def test_a_long_text_is_asked_in_the_background(view):
    view.form.text.value = "own"
    view.own.pasted.value = STRING * 12_000
    bring(view)
    view.worker.thread.join(60)  # the question after the cut
    view.look_at("kwic", "细处")
    assert view.worker.thread is not threading.current_thread()
    view.worker.thread.join(60)
    assert "24000" in view.results.table.value
    assert view.results.table.value.count("<tr>") == 1 + 25
    assert view.results.pager in view.results.children


def test_it_can_be_compared_with_a_text_of_the_course(view):
    view.own.pasted.value = "公安机关维护政治安全，也维护社会安定。"
    view.form.text.value = "own"
    bring(view)
    view.form.task.value = "reuse"
    assert "维护政治安全" in unescape(view.results.table.value)
    assert "textlab.reuse(text, lesson.text())" in made(view)
    view.form.text.value = "lesson"
    view.form.fields["other"].value = "own"
    assert "textlab.reuse(lesson.text(), text)" in made(view)
    assert "text = textlab.cut(" in made(view)
