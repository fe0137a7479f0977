"""Where the first member of an enumeration begins, and where the last one ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

Place = tuple[int, int]

# Words that lead into a list; it begins after the last of them.
_LEADS = """
是 有 让 把 对 由 用 说 含 即 配 在 从 为 按 向 使 作 写作 讲 以 管 分 将 给 地 称 就
依次 要求 没有 带有 只有 还有 具有 包括 提出 坚持 例如 比如
"""
# A weak one: it may stand inside a member, so it leads only where no other does.
_WEAK = "的"
# Words that go on from a list; it ends before the first of them.
_TRAILS = """
的 等 都 各 之间 里 中 上 是 为 在 有 也 要 则 更
统一 结合 相结合 支撑 下沉 照引 并列 并重 并举 对调
"""
_COUNTED = re.compile("[两二三四五六七八九十几多][个类项种级条句词字次点者]")
_AND = re.compile("以及|和|与|及")
# Questions in a row, 由谁判断、地方与全国不一致时依谁: what 与 joins is inside one.
_ASKS = re.compile("[谁哪何几]|怎样|什么")
_OPENERS, _CLOSERS = "「『“《", "」』”》"
_PAIR = dict(zip(_OPENERS, _CLOSERS, strict=True))
_LATIN = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_DIGITS = re.compile(r"\d[\d.]*")
# A piece this many times as long as the other members holds more than its member.
_TOO_LONG = 1.8
_MUCH_TOO_LONG = 2.2
# A last piece this many times as long as the others holds two members joined by 和.
_HOLDS_TWO = 1.5


@dataclass(frozen=True)
class Edges:
    """Where words begin and end; without tokens every character is a word."""

    string: str
    borders: frozenset[int] | None

    @classmethod
    def of(cls, string: str, tokens: Sequence[str] | None) -> "Edges":
        """Take the borders of tokens; those of another text are passed over."""
        if tokens is None or "".join(tokens) != string:
            return cls(string, None)
        return cls(string, frozenset((0, *accumulate(map(len, tokens)))))

    def is_border(self, at: int) -> bool:
        """Tell whether a word may begin or end here."""
        return self.borders is None or at in self.borders

    def words(self, words: Sequence[str], place: Place) -> list[Place]:
        """Return where one of these words stands as a word, in order."""
        found = [
            (at, at + len(word)) for word in words for at in self._starts(word, *place)
        ]
        return sorted(found)

    def _starts(self, word: str, start: int, end: int) -> Iterator[int]:
        at = self.string.find(word, start, end)
        while at >= 0:
            if self.is_border(at) and self.is_border(at + len(word)):
                yield at
            at = self.string.find(word, at + 1, end)


def first_start(
    string: str, piece: Place, others: Sequence[Place], edges: Edges
) -> int:
    """Return where the first member begins in the piece before the first mark.

    Args:
        string: The text.
        piece: Start and end of that piece.
        others: The other pieces; the last one may be longer than its member.
        edges: The borders of words.
    """
    start, end = piece
    following = string[others[0][0] : others[0][1]]
    for kind in (_DIGITS, _LATIN):
        if kind.match(following):
            return _trailing(kind, string, piece)
    if end - start == len(following) and following[0] not in _OPENERS:
        return start  # equals need no cutting: 对党忠诚、服务人民
    if string[end - 1] in _CLOSERS and following[0] in _OPENERS:
        return _opening(string, start, end)
    plain = _outside_quotations(string, piece)
    said = [string[a:b] for a, b in others]
    leads = [word for word in _LEADS.split() if not any(word in one for one in said)]
    cuts = [b for a, b in edges.words(leads, piece) if b < end and a in plain]
    if cuts:
        return max(cuts)
    weak = [b for a, b in edges.words([_WEAK], piece) if b < end and a in plain]
    if weak and not any(_WEAK in one for one in said[:-1]):
        piece = weak[-1], end
    return _near_start(string, piece, others, edges)


def _near_start(
    string: str, piece: Place, others: Sequence[Place], edges: Edges
) -> int:
    """Return the start of the piece, or the border that makes it as long as others."""
    start, end = piece
    mean = _usual_length(others)
    if end - start <= _TOO_LONG * mean:
        return start
    plain = _outside_quotations(string, piece)
    starts = [at for at in range(start, end) if edges.is_border(at) and at in plain]
    # Of two that are equally near, the one that begins as the next member does.
    next_one = string[others[0][0]]
    return min(
        starts or [start],
        key=lambda at: (abs(end - at - mean), string[at] != next_one, at),
    )


def _usual_length(others: Sequence[Place]) -> float:
    """Return the mean length of the members after the first.

    The last piece counts if it is no longer than a member may be.
    """
    inner = others[:-1] or others
    mean = sum(b - a for a, b in inner) / len(inner)
    last = others[-1][1] - others[-1][0]
    if last <= _MUCH_TOO_LONG * mean:
        mean = (mean * len(inner) + last) / (len(inner) + 1)
    return mean


def last_members(
    string: str, piece: Place, others: Sequence[Place], edges: Edges
) -> list[Place]:
    """Return the last member, or the last two if 和 joins them, in the last piece."""
    start, end = piece
    if string[start] in _OPENERS:
        close = string.find(_PAIR[string[start]], start)
        return [(start, close + 1 if close >= 0 else end)]
    for kind in (_DIGITS, _LATIN):
        match = kind.match(string, start, end)
        if match and kind.match(string, others[-1][0]):
            return [(start, _like(string, match.end(), end, others[-1]))]
    if end - start == others[-1][1] - others[-1][0]:
        return [piece]
    end = _trail(string, piece, others, edges)
    mean = sum(b - a for a, b in others) / len(others)
    if end - start > _MUCH_TOO_LONG * mean and not _AND.search(string, start, end):
        ends = [at for at in range(start + 1, end + 1) if edges.is_border(at)]
        end = min(ends or [end], key=lambda at: (abs(at - start - mean), at))
    return _parted(string, (start, end), others, mean, edges)


def _trail(string: str, piece: Place, others: Sequence[Place], edges: Edges) -> int:
    """Return where the piece stops to be a list: before a word that goes on from it."""
    start, end = piece
    plain = _outside_quotations(string, piece)
    said = [string[a:b] for a, b in others]
    trails = [word for word in _TRAILS.split() if not any(word in one for one in said)]
    cuts = [a for a, _ in edges.words(trails, piece) if a > start and a in plain]
    counted = _COUNTED.search(string, start + 1, end)
    if counted and not any(map(_COUNTED.search, said)):
        cuts.append(counted.start())
    digits = _DIGITS.search(string, start + 1, end)
    if digits:
        cuts.append(digits.start())
    return min(cuts, default=end)


def _parted(
    string: str, piece: Place, others: Sequence[Place], mean: float, edges: Edges
) -> list[Place]:
    start, end = piece
    if end - start <= _HOLDS_TWO * mean:
        return [piece]
    said = [string[a:b] for a, b in (*others, piece)]
    if any(map(_AND.search, said[:-1])) or all(map(_ASKS.search, said)):
        return [piece]
    plain = _outside_quotations(string, piece)
    joins = [
        match.span()
        for match in _AND.finditer(string, start + 1, end - 1)
        if match.start() in plain and all(map(edges.is_border, match.span()))
    ]
    if len(joins) != 1:
        return [piece]
    return [(start, joins[0][0]), (joins[0][1], end)]


def _outside_quotations(string: str, piece: Place) -> set[int]:
    depth, outside = 0, set()
    for at in range(*piece):
        depth -= string[at] in _CLOSERS
        if depth <= 0:
            outside.add(at)
        depth += string[at] in _OPENERS
    return outside


def _opening(string: str, start: int, end: int) -> int:
    opener = _OPENERS[_CLOSERS.index(string[end - 1])]
    return max(string.rfind(opener, start, end), start)


def _trailing(kind: re.Pattern[str], string: str, piece: Place) -> int:
    """Return where the last number or Latin word of a piece begins."""
    matches = [match.start() for match in kind.finditer(string, *piece)]
    return matches[-1] if matches else piece[0]


def _like(string: str, at: int, end: int, other: Place) -> int:
    """Go on as far as the text agrees with what follows the number of another member.

    In 5次、3次、4次 the last member is 4次, in 539、455、545字 it is 545.
    """
    match = _DIGITS.match(string, *other) or _LATIN.match(string, *other)
    after = string[match.end() : other[1]] if match else ""
    return at + len(after) if after and string.startswith(after, at) else at
