"""
E psi, E psi^2 and E psi'^2 of features by mpmath: a line of JSON a case in, a line of decimals out (integral and
sum of sizes of each). Panels around a feature are as long as they are far from it, from a quarter of its width on; 16 points
of Gauss and Legendre's rule each, in 19 digits.
"""
import json
import sys

from mpmath import asinh, atan, cos, cosh, exp, legendre, log1p, mp, mpf, nstr, pi, sin, sqrt, tanh

mp.dps = 19
ORDER = 16
REACH = 40


def rule():
    points = []
    for i in range(ORDER):
        x = cos(pi * (i + mpf(3) / 4) / (ORDER + mpf(1) / 2))
        for _ in range(8):
            slope = ORDER * (x * legendre(ORDER, x) - legendre(ORDER - 1, x)) / (x * x - 1)
            x -= legendre(ORDER, x) / slope
        points.append((x, 2 / ((1 - x * x) * slope**2)))
    return points


RULE = rule()


def shape(name, s):
    """F(s) and F'(s)."""
    if name == "tanh":
        u = tanh(s)
        return u, 1 - u * u if abs(s) < 20 else 4 * exp(-2 * abs(s))
    if name == "sech2":
        u = 1 / cosh(s) ** 2
        return u, -2 * u * tanh(s)
    if name == "logistic":
        u = exp(-abs(s))
        return (1 if s > 0 else u) / (1 + u), u / (1 + u) ** 2
    if name == "lorentz":
        u = 1 / (1 + s * s)
        return u, -2 * s * u * u
    if name == "atan":
        return atan(s), 1 / (1 + s * s)
    if name == "isru":
        u = 1 / sqrt(1 + s * s)
        return s * u, u**3
    if name == "log":
        return log1p(s * s), 2 * s / (1 + s * s)
    if name == "root":
        u = sqrt(1 + s * s)
        return u, s / u
    if name == "softplus":
        u = exp(-abs(s))
        return max(s, 0) + log1p(u), (1 if s > 0 else u) / (1 + u)
    if name == "asinh":
        return asinh(s), 1 / sqrt(1 + s * s)
    u = exp(-s * s)
    if name == "odd":
        return s * u, (1 - 2 * s * s) * u
    if name == "wave":
        return sin(3 * s) * u, (3 * cos(3 * s) - 2 * s * sin(3 * s)) * u
    raise ValueError(name)


def joined(how, parts):
    if how == "product":
        value, slope = parts[0]
        for u, du in parts[1:]:
            value, slope = value * u, value * du + slope * u
        return value, slope
    u, du = sum(part[0] for part in parts), sum(part[1] for part in parts)
    if how == "tanh":
        v = tanh(u)
        return v, (1 - v * v) * du
    if how == "sin":
        return sin(u), cos(u) * du
    if how == "atan":
        return atan(u), du / (1 + u * u)
    return u, du


def ends(features):
    all_ends = {mpf(t) for t in range(-REACH, REACH + 1)}
    for a, b in features:
        all_ends.add(b)
        away = 1 / (4 * a)
        while away < 2 * REACH:
            all_ends.update((b - away, b + away))
            away *= 2
    return sorted(t for t in all_ends if abs(t) <= REACH)


def expectations(case):
    features = [(f["shape"], mpf(f["a"]), mpf(f["b"]), mpf(f["c"])) for f in case["features"]]
    sums = [mpf(0)] * 6
    sorted_ends = ends([(a, b) for _, a, b, _ in features])
    for low, high in zip(sorted_ends, sorted_ends[1:]):
        middle, half = (low + high) / 2, (high - low) / 2
        for x, weight in RULE:
            t = middle + half * x
            w = half * weight * exp(-t * t / 2)
            parts = []
            for name, a, b, c in features:
                u, du = shape(name, a * (t - b))
                parts.append((c * u, c * a * du))
            value, slope = joined(case["join"], parts)
            for i, g in enumerate((value, value * value, slope * slope)):
                sums[2 * i] += w * g
                sums[2 * i + 1] += w * abs(g)
    return [x / sqrt(2 * pi) for x in sums]


for line in sys.stdin:
    print(" ".join(nstr(x, 20) for x in expectations(json.loads(line))), flush=True)
