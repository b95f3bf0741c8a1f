"""The digits that tests hold an activation of the catalogue to, as rows of their tables, by mpmath.

    python3 scripts/activation-references.py ID "PSI(t)" ["PSI'(t)" [ZEROS]]

Formulas are Python with mpmath's functions; ZEROS of psi', where |psi'| has corners, are separated by commas. Without
psi' it is differentiated numerically. Example: activation-references.py tanh "tanh(t)" "sech(t)**2"
"""
import sys

import mpmath as mp

mp.mp.dps = 45
ORDERS = [2, 3, 4, 5, 8, 12, 20, 30, 40, 41, 50, 60]

name, value = sys.argv[1:3]
psi = eval(f"lambda t: {value}", vars(mp))
slope = eval(f"lambda t: {sys.argv[3]}", vars(mp)) if len(sys.argv) > 3 else (lambda t: mp.diff(psi, t))
zeros = [mp.mpf(x) for x in sys.argv[4].split(",")] if len(sys.argv) > 4 else []
panels = sorted([mp.mpf(i) for i in range(-40, 41)] + zeros)


def mean(f):
    return mp.quad(lambda t: f(t) * mp.npdf(t), panels)


def row(table, numbers, digits):
    print(f"{table}: {name}:", " ".join(mp.nstr(mp.chop(x), digits) for x in numbers))


def moments(f, power):
    return [mean(lambda t: abs(f(t)) ** (power * q)) for q in ORDERS]


def forced(f, power):
    """The least sigma, and the c that the third moment forces."""
    second, third = (mean(lambda t: abs(f(t)) ** (power * q)) for q in (2, 3))
    return [mp.sqrt(second), third / (3 * second)]


row("activation-gaussian.test.ts TRUTH", [mean(psi), mean(lambda t: psi(t) ** 2), mean(lambda t: slope(t) ** 2)], 30)
row("activation-moments.test.ts VALUE_MOMENTS", moments(psi, 1), 25)
row("activation-moments.test.ts SLOPE_MOMENTS", moments(slope, 2), 25)
row("activation-moments.test.ts VALUE_FORCED", forced(psi, 1), 25)
row("activation-moments.test.ts SLOPE_FORCED", forced(slope, 2), 25)
