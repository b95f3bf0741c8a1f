"""Makes reports/math-font.ts: the characters of Latin Modern Math that formulas use, with its MATH table, as WOFF2 in base64.

    apt-get install fonts-lmodern python3-fonttools python3-brotli && python3 scripts/math-font.py

The GUST Font License, beside the font in reports/latin-modern-math.LICENSE.txt, asks that what is changed has another name.
"""
import base64
import io
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf"
RANGES = [
    (0x20, 0x7E), (0xA0, 0xFF), (0x300, 0x30C), (0x391, 0x3F5), (0x2010, 0x2044), (0x2057, 0x2057), (0x20D7, 0x20D7),
    (0x2102, 0x213C), (0x2190, 0x21D5), (0x2200, 0x22F1), (0x2308, 0x230B), (0x2329, 0x232A), (0x23DE, 0x23DF),
    (0x25A0, 0x25FF), (0x27E8, 0x27EB), (0x27F5, 0x27FF), (0x2A7D, 0x2A7E), (0x1D400, 0x1D467), (0x1D49C, 0x1D4CF),
    (0x1D538, 0x1D56B), (0x1D6A4, 0x1D6DB), (0x1D6FC, 0x1D71B), (0x1D7CE, 0x1D7E1),
]
font = TTFont(SOURCE)
options = subset.Options()
options.layout_features = ["*"]
options.flavor = "woff2"
options.hinting = False
options.desubroutinize = True
options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
subsetter.subset(font)
NAME = "Lemmacheck Math"
for record in font["name"].names:
    if record.nameID in (1, 4):
        record.string = NAME
    if record.nameID == 6:
        record.string = NAME.replace(" ", "")
cff = font["CFF "].cff
cff.fontNames = [NAME.replace(" ", "")]
cff.topDictIndex[0].FullName = cff.topDictIndex[0].FamilyName = NAME
font.flavor = "woff2"
buffer = io.BytesIO()
font.save(buffer)
text = base64.b64encode(buffer.getvalue()).decode()
lines = "".join(f'  "{text[i:i + 112]}",\n' for i in range(0, len(text), 112))
with open("reports/math-font.ts", "w", encoding="utf-8") as out:
    out.write(
        "/** A part of Latin Modern Math as WOFF2 in base64, its licence beside it. Written by scripts/math-font.py; do not edit. */\n"
        f'export const MATH_FONT = [\n{lines}].join("");\n'
    )
print(len(text))
