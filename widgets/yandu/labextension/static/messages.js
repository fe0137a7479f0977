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
  "load_failed": {
    "zh": "课程扩展没有装载成功：课文可以读，但不会自动运行。其他笔记本不受影响。",
    "en": "The course extension could not be loaded: you can read, but lessons do not run by themselves. Other notebooks are not affected."
  }
};
