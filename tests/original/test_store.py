"""Adding a copy: what is refused, what stays, and what is on the disk."""

import errno
import io
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import LESSONS
from tests.original.copies import FLAT, FULL
from yandu.content import read_course
from yandu.faults import ContentError
from yandu.original import (
    NoOriginalError,
    OriginalError,
    add_original,
    has_original,
    read_original,
    remove_original,
)
from yandu.original.decode import decode
from yandu.original.store import LARGEST_BYTES, ORIGINAL_NAME

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "learner"


@pytest.fixture
def add(tmp_path, folder, lessons):
    """Add some bytes as a learner's file."""

    def add(data):
        path = tmp_path / "copy.txt"
        path.write_bytes(data)
        return add_original(path, folder, lessons)

    return add


def names(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [FULL, FLAT], ids=["full", "flat"])
def test_any_encoding_is_read_and_kept_as_utf_8(add, folder, lessons, text, encoding):
    assert add(text.encode(encoding)).text == text
    assert (folder / ORIGINAL_NAME).read_text(encoding="utf-8") == text
    assert read_original(folder, lessons).text == text


def test_a_marked_utf_16_of_the_other_order_is_read():
    assert decode(b"\xfe\xff" + FULL.encode("utf-16-be")) == FULL


@settings(deadline=None)
@given(
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=40),
    st.sampled_from(ENCODINGS[:-1]),
)
def test_chinese_text_is_told_from_other_encodings(text, encoding):
    assert decode(f"{text}，见。\n".encode(encoding)) == f"{text}，见。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_half_a_character_at_the_end_is_left_out(encoding):
    assert decode("人民公安人民公安".encode(encoding)[:-1]) == "人民公安人民公"


def test_every_line_end_is_one_line_feed():
    assert decode("一\r\n二\r三\n".encode()) == "一\n二\n三\n"


# ---------------------------------------------------------------- bad files

BAD = {
    "empty": b"",
    "blank": b" \r\n\t",
    "only a mark": b"\xef\xbb\xbf",
    "only a UTF-16 mark": b"\xff\xfe",
    "blank in UTF-16": "\u3000\n".encode("utf-16"),
    "English": b"Reading slowly, and writing.",
    "NUL": FULL.encode().replace(b"\n", b"\0"),
    "control": FULL.encode() + b"\x07",
    "random": bytes(range(256)) * 40,
    "broken UTF-16": b"\xff\xfe\x00\xd8\x41\x00" + FULL.encode("utf-16-le"),
    "Word": b"PK\x03\x04" + bytes(200),
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(200),
    "PDF": b"%PDF-1.7\n" + FULL.encode(),
    "RTF": b"{\\rtf1 " + FULL.encode() + b"}",
    "web page": b"<!DOCTYPE html><body><p>" + FULL.encode() + b"</p>",
    "another text": "\n".join(
        p.text for p in read_course(LESSONS).lesson("01").paragraphs
    ).encode(),
    "cut": FULL.encode()[:500],
    "without its end": FLAT.encode()[:-20],
    "too large": FULL.encode() + b" " * LARGEST_BYTES,
}
KEYS = {
    **dict.fromkeys(["empty", "blank", "only a mark", "only a UTF-16 mark"], "empty"),
    "blank in UTF-16": "empty",
    "English": "no_chinese",
    **dict.fromkeys(["NUL", "control", "random", "broken UTF-16"], "binary"),
    **dict.fromkeys(["Word", "old Word", "PDF", "RTF", "web page"], "document"),
    **dict.fromkeys(["another text", "cut", "without its end"], "missing"),
    "too large": "too_large",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_nothing_is_stored(add, folder, name):
    with pytest.raises(OriginalError) as error:
        add(BAD[name])
    assert error.value.key == KEYS[name]
    assert "没有保存" in error.value.text["zh"]
    assert "Nothing was kept" in error.value.text["en"]
    assert not has_original(folder)
    assert names(folder) == []


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_leaves_the_former_copy_as_it_was(add, folder, lessons, name):
    add(FULL.encode())
    before = (folder / ORIGINAL_NAME).stat()
    with pytest.raises(OriginalError):
        add(BAD[name])
    assert (folder / ORIGINAL_NAME).stat() == before
    assert read_original(folder, lessons).text == FULL
    assert names(folder) == [ORIGINAL_NAME]


def test_a_file_of_50_mb_is_refused_by_its_size_and_not_read(
    tmp_path, folder, lessons, monkeypatch
):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr("yandu.original.store.decode", lambda _: pytest.fail("decoded"))
    with pytest.raises(OriginalError, match=r"50\.0 MB"):
        add_original(path, folder, lessons)
    assert names(folder) == []


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "device"])
def test_what_is_no_file_is_said_to_be_none(tmp_path, folder, lessons, kind):
    path = tmp_path / "copy.txt"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path = Path("/dev/zero")
    with pytest.raises(OriginalError) as error:
        add_original(path, folder, lessons)
    assert error.value.key == ("no_file" if kind == "missing" else "not_a_file")
    assert str(path) in str(error.value)


def test_a_file_that_may_not_be_read_is_named(add, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("pathlib.Path.is_file", refuse)
    with pytest.raises(OriginalError, match="Permission denied"):
        add(FULL.encode())


def test_a_faulty_outline_is_the_author_s_fault_and_not_the_file_s(add, lessons):
    outline = lessons / "article_outline.toml"
    text = outline.read_text(encoding="utf-8")
    try:
        outline.write_text(text.replace("title =", "titel ="), encoding="utf-8")
        with pytest.raises(ContentError, match="titel"):
            add(FULL.encode())
    finally:
        outline.write_text(text, encoding="utf-8")


# ---------------------------------------------------------------- the disk


def test_only_its_owner_can_read_a_copy(add, folder):
    old = os.umask(0)
    try:
        add(FULL.encode())
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / ORIGINAL_NAME).stat().st_mode) == 0o600


def no_space(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    "act", ["os.open", "os.fsync", "pathlib.Path.replace"], ids=["open", "sync", "move"]
)
def test_a_full_disk_is_said_and_the_former_copy_stays(
    add, folder, lessons, monkeypatch, act
):
    add(FULL.encode())
    with monkeypatch.context() as patch:
        patch.setattr(act, no_space)
        with pytest.raises(OriginalError) as error:
            add(FLAT.encode())
    assert "No space left" in error.value.text["en"]
    assert "unchanged" in error.value.text["en"]
    assert names(folder) == [ORIGINAL_NAME]
    assert read_original(folder, lessons).text == FULL


def test_a_disk_that_fills_up_while_writing_leaves_nothing_half_made(
    add, folder, monkeypatch
):
    monkeypatch.setattr(
        "yandu.original.store.open", lambda *_, **__: Full(), raising=False
    )

    class Full(io.StringIO):
        def write(self, text):
            no_space()

    with pytest.raises(OriginalError, match="No space left"):
        add(FULL.encode())
    assert names(folder) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said(add, folder):
    folder.mkdir(mode=0o500)
    with pytest.raises(OriginalError) as error:
        add(FULL.encode())
    assert error.value.key == "not_kept"


def test_a_folder_that_cannot_be_made_is_said(add, folder):
    folder.write_text("a file stands in its place", encoding="utf-8")
    with pytest.raises(OriginalError) as error:
        add(FULL.encode())
    assert error.value.key == "not_kept"
    assert str(folder) in str(error.value)


def test_adding_again_takes_the_former_copy_s_place(add, folder, lessons):
    add(FULL.encode())
    add(FLAT.encode())
    assert read_original(folder, lessons).text == FLAT
    assert names(folder) == [ORIGINAL_NAME]


def test_what_a_broken_off_adding_left_does_not_hinder_and_goes(add, folder):
    folder.mkdir()
    left = folder / f"{ORIGINAL_NAME}.{os.getpid()}.tmp"
    left.write_text("half", encoding="utf-8")
    (folder / f"{ORIGINAL_NAME}.1.tmp").write_text("half", encoding="utf-8")
    add(FULL.encode())
    assert remove_original(folder)
    assert names(folder) == []


def test_removing_where_there_is_none_says_so(folder):
    assert not remove_original(folder)


def test_reading_where_there_is_none_tells_the_command(folder, lessons):
    with pytest.raises(NoOriginalError, match="yandu original add"):
        read_original(folder, lessons)


def test_a_copy_that_somebody_has_cut_is_not_taken_for_whole(add, folder, lessons):
    add(FULL.encode())
    (folder / ORIGINAL_NAME).write_text(FULL[:100], encoding="utf-8")
    with pytest.raises(OriginalError, match="yandu original add") as error:
        read_original(folder, lessons)
    assert error.value.key == "spoilt"
