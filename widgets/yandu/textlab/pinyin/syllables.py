"""The syllables of Putonghua, without tones.

The table of the Scheme for the Chinese Phonetic Alphabet (汉语拼音方案, 1958; ISO
7098:2015, annex A): each initial with the finals that it takes. Interjections (m, ng,
hng) and dialect syllables are left out: no text of the course has them.
"""

# Initial, then finals; "-" is no initial.
_TABLE = """
-: a o e ai ei ao ou an en ang eng er
y: i a o e ao ou an in ang ing u ue uan un ong
w: u a o ai ei an en ang eng
b: a o ai ei ao an en ang eng i ie iao ian in ing u
p: a o ai ei ao ou an en ang eng i ie iao ian in ing u
m: a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u
f: a o ei ou an en ang eng u
d: a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un
t: a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un
n: a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ü üe
l: a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe
g: a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
k: a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
h: a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
j: i ia ie iao iu ian in iang ing iong u ue uan un
q: i ia ie iao iu ian in iang ing iong u ue uan un
x: i ia ie iao iu ian in iang ing iong u ue uan un
zh: a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
ch: a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang
sh: a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang
r: e i ao ou an en ang eng ong u ua uo ui uan un
z: a e i ai ei ao ou an en ang eng ong u uo ui uan un
c: a e i ai ao ou an en ang eng ong u uo ui uan un
s: a e i ai ao ou an en ang eng ong u uo ui uan un
"""


def _syllables() -> frozenset[str]:
    rows = (line.split(": ") for line in _TABLE.strip().splitlines())
    return frozenset(
        initial.strip("-") + final
        for initial, finals in rows
        for final in finals.split()
    )


#: All of them, with ü.
SYLLABLES = _syllables()
