export default {
  "run_lesson": {
    "zh": "运行本课",
    "en": "Run this lesson"
  },
  "not_trusted": {
    "zh": "Jupyter 还没有信任这个笔记本，所以没有自动运行。按下按钮后，只运行课程自己的单元。",
    "en": "Jupyter does not trust this notebook yet, so nothing has run. The button runs the course's own cells only."
  },
  "no_kernel": {
    "zh": "没有找到可用的 Python 内核。课文可以照常阅读；选好内核以后，请按「运行本课」。",
    "en": "No Python kernel was found. You can read on; choose a kernel, then press the button."
  },
  "run_cell": {
    "zh": "运行",
    "en": "Run"
  },
  "marked": {
    "zh": "所指段落",
    "en": "the passage meant"
  },
  "back": {
    "zh": "返回",
    "en": "Back"
  },
  "too_large": {
    "zh": "这份文本太大，不能从网页传过去。请把文件放进工作文件夹（拖到左边的文件栏里），再在「工作文件夹里的文件」里写它的名字。",
    "en": "This text is too large to go through the page. Put the file into the working folder (drag it into the file browser on the left) and write its name in “a file beside the lesson”."
  },
  "copy": {
    "zh": "复制",
    "en": "Copy"
  },
  "copied": {
    "zh": "已复制",
    "en": "Copied"
  },
  "load_failed": {
    "zh": "课程扩展没有装载成功：课文可以读，但不会自动运行。其他笔记本不受影响。",
    "en": "The course extension could not be loaded: you can read, but lessons do not run by themselves. Other notebooks are not affected."
  },
  "your_copy": {
    "zh": "文章里的话（你的副本）",
    "en": "In the article (your copy)"
  },
  "close": {
    "zh": "关闭",
    "en": "Close"
  },
  "card": {
    "zh": "术语卡",
    "en": "Term card"
  },
  "claim": {
    "zh": "文章的主张",
    "en": "A claim of the article"
  },
  "claim_of": {
    "zh": "文章的主张 {id}",
    "en": "Claim {id} of the article"
  },
  "no_answer": {
    "zh": "内核没有回应。稍等片刻再试；还不行，请重启内核。",
    "en": "The kernel does not answer. Try again in a moment; if that fails, restart the kernel."
  },
  "nth_paragraph": {
    "zh": "第 {number} 段",
    "en": "Paragraph {number}"
  },
  "lesson_paragraph": {
    "zh": "第 {lesson} 课第 {number} 段",
    "en": "Lesson {lesson}, paragraph {number}"
  },
  "nowhere": {
    "zh": "各课课文里没有这几个字。",
    "en": "It stands nowhere in the texts of the course."
  },
  "in_this_lesson": {
    "zh": "本课 {n} 处",
    "en": "In this lesson: {n}"
  },
  "in_others": {
    "zh": "其他各课 {n} 处",
    "en": "In other lessons: {n}"
  },
  "where_else": {
    "zh": "还在哪里",
    "en": "Where else"
  },
  "where_of": {
    "zh": "各课课文共 {n} 处",
    "en": "In the texts of the course: {n}"
  },
  "where_n": {
    "zh": "还在哪里（{n} 处）",
    "en": "Where else ({n})"
  },
  "sources_n": {
    "zh": "资料（{n} 条）",
    "en": "Sources ({n})"
  },
  "variants": {
    "zh": "异文：",
    "en": "Other wordings:"
  },
  "related": {
    "zh": "相关：",
    "en": "Related:"
  },
  "save_word": {
    "zh": "加入复习",
    "en": "Save for review"
  },
  "word_saved": {
    "zh": "已加入复习",
    "en": "Saved for review"
  },
  "saved_words": {
    "zh": "要复习的词语",
    "en": "Words to review"
  },
  "no_words": {
    "zh": "还没有。打开术语卡，点「加入复习」。",
    "en": "None yet. Open a term card and choose “Save for review”."
  },
  "take_off": {
    "zh": "移出",
    "en": "Take off"
  },
  "selected": {
    "zh": "选中的话",
    "en": "The selection"
  },
  "kind": {
    "zh": "标为",
    "en": "Mark as"
  },
  "kind_claim": {
    "zh": "论断",
    "en": "Claim"
  },
  "kind_term": {
    "zh": "术语",
    "en": "Term"
  },
  "kind_question": {
    "zh": "疑问",
    "en": "Question"
  },
  "kind_doubt": {
    "zh": "存疑",
    "en": "Doubt"
  },
  "mark_of_yours": {
    "zh": "我的标记",
    "en": "A mark of yours"
  },
  "marks": {
    "zh": "我的标记",
    "en": "My marks"
  },
  "note": {
    "zh": "笔记",
    "en": "Note"
  },
  "note_here": {
    "zh": "写一点笔记（可以不写）",
    "en": "A note, if you like"
  },
  "note_saved": {
    "zh": "已存",
    "en": "Saved"
  },
  "note_not_saved": {
    "zh": "没有存盘：磁盘写不进去。请先把文字复制到别处。",
    "en": "Not saved: the disk cannot be written. Copy your text elsewhere for now."
  },
  "text_changed": {
    "zh": "课文改过，这里是最接近原话的地方。",
    "en": "The text has changed; this is the nearest to what you marked."
  },
  "done": {
    "zh": "写好了",
    "en": "Done"
  },
  "edit": {
    "zh": "修改",
    "en": "Edit"
  },
  "remove": {
    "zh": "删除",
    "en": "Delete"
  },
  "removed": {
    "zh": "标记已删除。",
    "en": "The mark is deleted."
  },
  "undo": {
    "zh": "撤销",
    "en": "Undo"
  },
  "search_marks": {
    "zh": "在标记里查找",
    "en": "Search your marks"
  },
  "all_lessons": {
    "zh": "所有课",
    "en": "All lessons"
  },
  "no_marks": {
    "zh": "还没有标记。在课文里选中一段话，再选一种标法。",
    "en": "No marks yet. Select a passage in the text, then choose a kind."
  },
  "nothing_found": {
    "zh": "没有找到。",
    "en": "Nothing found."
  },
  "unplaced": {
    "zh": "课文改过，下面几条找不到位置了",
    "en": "The text has changed; these have lost their place"
  }
};
