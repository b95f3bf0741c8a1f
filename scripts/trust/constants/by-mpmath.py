"""
Suprema of expressions and of their first two derivatives, looked for by mpmath: a line of JSON {"expression", "high", "at"} in, where
`high` are three upper bounds that are claimed (null for none) and `at` where they are said to be attained (null at infinity), a
line of JSON out: `alone` and `told`, three largest sizes that were found each, without and with a look around `at`; `above`, places
where a size exceeds its bound, which 300 and 600 digits agree on; `looked`, how many places.

The expression is read by a parser of this file and differentiated by mpmath's finite differences, whose values never exceed the
supremum of the derivative that they stand for, be there kinks or not.
"""
import json
import re
import sys

import mpmath
from mpmath import isfinite, isnan, mp, mpc, mpf

DIGITS, MORE = 30, 300
# What an upper bound may be short of, for the rounding of it and of sizes to decimals.
SLACK = mpf(10) ** -13
# exp of more is infinite here: what is left of it is below 10^-4000.
LARGEST = 10**4
TOKEN = re.compile(r"\s*(\d+(?:\.\d*)?(?:e[+-]?\d+)?|[a-z]\w*|<=|>=|[-+*/^(),?:<>])")


def limited(f, low, high):
    return lambda x: f(x) if abs(x) <= LARGEST else high if x > 0 else low


INF = mpf("inf")
FUNCTIONS = {name: getattr(mpmath, name) for name in "log sin cos tan tanh asinh atan erf erfc sign log1p".split()}
FUNCTIONS |= {
    "abs": abs,
    "sqrt": mpmath.sqrt,
    "exp": limited(mpmath.exp, mpf(0), INF),
    "expm1": limited(mpmath.expm1, mpf(-1), INF),
    "sinh": limited(mpmath.sinh, -INF, INF),
    "cosh": limited(mpmath.cosh, INF, INF),
}
CONSTANTS = {"pi": lambda: +mp.pi, "e": lambda: +mp.e, "tau": lambda: 2 * mp.pi}
COMPARE = {"<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b}


def power(base, exponent):
    """A constant base or a constant exponent; a negative base has whole exponents only."""
    if abs(exponent) > 1000:
        return FUNCTIONS["exp"](exponent * mpmath.log(base))
    return base**exponent


class Reader:
    def __init__(self, text):
        self.tokens = TOKEN.findall(text)
        if "".join(self.tokens) != text.replace(" ", ""):
            raise ValueError(f"cannot read {text}")
        self.at = 0

    def next(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, *wanted):
        if self.next() not in wanted:
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def insist(self, token):
        if self.take(token) is None:
            raise ValueError(f"{token} is missing in {''.join(self.tokens)}")

    def all(self):
        f = self.choice()
        if self.next():
            raise ValueError(f"{self.next()} is left of {''.join(self.tokens)}")
        return f

    def choice(self):
        left = self.sum()
        operator = self.take(*COMPARE)
        if operator is None:
            return left
        right, holds = self.sum(), COMPARE[operator]
        self.insist("?")
        yes = self.choice()
        self.insist(":")
        no = self.choice()
        return lambda t: yes(t) if holds(left(t), right(t)) else no(t)

    def sum(self):
        f = self.product()
        while operator := self.take("+", "-"):
            f = self.joined(operator, f, self.product())
        return f

    def product(self):
        f = self.signed()
        while operator := self.take("*", "/"):
            f = self.joined(operator, f, self.signed())
        return f

    @staticmethod
    def joined(operator, u, v):
        if operator == "+":
            return lambda t: u(t) + v(t)
        if operator == "-":
            return lambda t: u(t) - v(t)
        if operator == "*":
            return lambda t: u(t) * v(t)
        return lambda t: u(t) / v(t)

    def signed(self):
        if self.take("-"):
            f = self.signed()
            return lambda t: -f(t)
        base = self.atom()
        if not self.take("^"):
            return base
        exponent = self.signed()
        return lambda t: power(base(t), exponent(t))

    def atom(self):
        token = self.take(self.next())
        if token == "(":
            f = self.choice()
            self.insist(")")
            return f
        if token[0].isdigit():
            # The double that it is written as.
            number = float(token)
            return lambda t: mpf(number)
        if token == "t":
            return lambda t: t
        if token in CONSTANTS:
            constant = CONSTANTS[token]
            return lambda t: constant()
        self.insist("(")
        arguments = [self.choice()]
        while self.take(","):
            arguments.append(self.choice())
        self.insist(")")
        if token in ("max", "min"):
            extreme = max if token == "max" else min
            return lambda t: extreme(f(t) for f in arguments)
        function, (argument,) = FUNCTIONS[token], arguments
        return lambda t: function(argument(t))


def size(f, k, t, digits=DIGITS):
    """|f^(k)(t)|, or 0 where it is no finite real number."""
    mp.dps = digits
    try:
        x = f(t) if k == 0 else mpmath.diff(f, t, k, relative=abs(t) > 1)
    except (ZeroDivisionError, ValueError, OverflowError, TypeError, mpmath.libmp.ComplexResult):
        return mpf(0)
    finally:
        mp.dps = DIGITS
    return mpf(0) if isinstance(x, mpc) or isnan(x) or not isfinite(x) else abs(x)


def places():
    """Within 12, with no pattern, and outwards to 10^6."""
    found = [mpf(0)]
    for i in range(1, 200):
        x = (i * 0.7548776662466927) % 1
        found.append(mpf((1 if i % 2 else -1) * (12 * x if i % 4 < 2 else 10 ** (-4 + 10 * x))))
    return found


PLACES = places()
FAR = [mpf(s * 10**p) for p in (3, 8, 15, 40) for s in (1, -1)]


def best_of(f, k, candidates):
    """The largest size; a finite difference that cancels is not believed before more digits confirm it."""
    ranked = sorted(((size(f, k, t), t) for t in candidates), reverse=True, key=lambda pair: pair[0])
    for found, t in ranked[:6]:
        sure = size(f, k, t, MORE)
        if found > 0 and abs(sure - found) <= mpf(10) ** -12 * found:
            return sure, t
    return mpf(0), mpf(0)


def climbed(f, k, t, step):
    """From t to a maximum near it, by steps that shrink where they lead nowhere; some rise for ever."""
    top, most = t, size(f, k, t)
    for _ in range(2000):
        if step <= abs(t) * mpf(10) ** -16 + mpf(10) ** -16:
            break
        for other in (top - step, top + step):
            found = size(f, k, other)
            if found > most:
                top, most = other, found
                break
        else:
            step /= 3
    return top


def look(case):
    f = Reader(case["expression"]).all()
    alone, told, above = [], [], []
    for k in range(3):
        high, at = case["high"][k], case["at"][k]
        if high is None:
            alone.append(None)
            told.append(None)
            continue
        bound = mpf(high) * (1 + SLACK) + mpf(10) ** -300
        seen = PLACES + FAR
        most, top = best_of(f, k, seen)
        peak = climbed(f, k, top, mpf(abs(top)) / 50 + mpf(1) / 1000)
        most = max(most, best_of(f, k, [peak])[0])
        near = [] if at is None else [mpf(at)] + [
            mpf(at) + s * max(mpf(10) ** p, abs(mpf(at)) * mpf(2) ** -50) for p in range(-15, 0, 2) for s in (1, -1)
        ]
        with_place = max(most, best_of(f, k, near)[0] if near else mpf(0))
        for t in [*seen, peak, *near]:
            if size(f, k, t) > bound:
                sizes = [size(f, k, t, MORE), size(f, k, t, 2 * MORE)]
                if min(sizes) > bound and max(sizes) <= min(sizes) * (1 + mpf(10) ** -6):
                    above.append([k, mpmath.nstr(t, 20), mpmath.nstr(sizes[1], 20)])
        alone.append(float(most))
        told.append(float(with_place))
    return {"alone": alone, "told": told, "above": above, "looked": len(PLACES) + len(FAR)}


for line in sys.stdin:
    print(json.dumps(look(json.loads(line))), flush=True)
