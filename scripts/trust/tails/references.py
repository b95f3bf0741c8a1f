"""
Logarithms of tails by mpmath, at 60 digits and more: a line of JSON {"law", "arguments"} in, a line {"logs", "way", "scipy"} out.
`logs` are decimals of 25 digits, null where mpmath's own estimate of its error is too large; `scipy` the same by SciPy, null where
it has no such function, underflows or is not installed. Arguments are the doubles that they are written as.

Incomplete gamma and beta functions are mpmath's, or its quadrature of the density where their series would be long; counts are
summed as whole numbers. Smirnov's and Irwin and Hall's sums, Durbin's matrix and mixtures are the formulas that src/numbers
begins with too, in 60 digits and without its bounds for what is left out.
"""
import json
import math
import sys

from mpmath import (
    betainc, besselk, binomial, erfc, exp, fabs, floor, gamma, gammainc, inf, log, log1p, loggamma, matrix, mp, mpf, nstr, pi, quad,
    sqrt,
)

try:
    from scipy import special, stats
except ImportError:
    special = stats = None

DIGITS = 60
# Up to here mpmath's series are short.
SERIES = 300
WAY = []


def way(name):
    if name not in WAY:
        WAY.append(name)


def both(smaller):
    """log of a probability of at most a half or so and of its complement."""
    return log(smaller), log1p(-smaller)


def along(g, scale, end=inf):
    """The integral of exp(g) from 0 on, g falling from 0, over panels of growing length; None if it is not known to 25 digits."""
    way("quadrature")
    ends, step = [mpf(0)], scale / 2
    while ends[-1] < end:
        following = ends[-1] + step
        if following >= end:
            ends.append(end)
            break
        ends.append(following)
        if g(following) < -170:
            break
        step *= mpf(3) / 2
    # In units of the scale: what quad stops at is an absolute error.
    value, error = quad(lambda u: exp(g(u * scale)) if u * scale < end else mpf(0), [e / scale for e in ends], error=True)
    return value * scale if error < value * mpf(10) ** -25 else None


def gamma_tails(a, x):
    """log P(X < x) and log P(X > x)."""
    if x <= 0:
        return -inf, mpf(0)
    if a <= SERIES and x <= 20 * SERIES:
        way("gammainc")
        if x >= a:
            upper, lower = both(gammainc(a, x, inf, regularized=True))
        else:
            lower, upper = both(gammainc(a, 0, x, regularized=True))
        return lower, upper
    kernel = (a - 1) * log(x) - x - loggamma(a)
    if x >= a:
        integral = along(lambda s: (a - 1) * log1p(s / x) - s, 1 / max(1 - (a - 1) / x, sqrt(a) / x))
    else:
        integral = along(lambda s: (a - 1) * log1p(-s / x) + s, 1 / max((a - 1) / x - 1, sqrt(a) / x), x)
    if integral is None:
        return None, None
    smaller = kernel + log(integral)
    pair = smaller, log1p(-exp(smaller))
    return pair if x < a else pair[::-1]


def beta_upper(a, b, x, y):
    """log P(X > x), y = 1 − x, for a tail that leads away from the mean."""
    if a + b <= SERIES:
        way("betainc")
        return log(betainc(b, a, 0, y, regularized=True))
    if b < 1:
        # No singularity at 1: one more of b takes x^a y^b/(b·B(a, b)) away.
        rest = beta_upper(a, b + 1, x, y)
        part = a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a) - loggamma(b + 1)
        return None if rest is None else log(exp(rest) + exp(part))
    steep = (b - 1) / y - (a - 1) / x
    bend = sqrt(fabs((a - 1) / x**2 + (b - 1) / y**2)) + 1 / x
    integral = along(lambda s: (a - 1) * log1p(s / x) + (b - 1) * log1p(-s / y), 1 / max(steep, bend), y)
    if integral is None:
        return None
    return (a - 1) * log(x) + (b - 1) * log(y) + loggamma(a + b) - loggamma(a) - loggamma(b) + log(integral)


def beta_tails(a, b, x, y):
    above = x * (a + b) >= a
    smaller = beta_upper(a, b, x, y) if above else beta_upper(b, a, y, x)
    if smaller is None:
        return None, None
    pair = smaller, log1p(-exp(smaller))
    return pair[::-1] if above else pair


def binomial_tails(count, n, p):
    """log P(N ≥ count) and log P(N ≤ count)."""
    at_least = beta_tails(count, n - count + 1, p, 1 - p)[0] if 0 < count <= n else (mpf(0) if count <= 0 else -inf)
    at_most = beta_tails(count + 1, n - count, p, 1 - p)[1] if 0 <= count < n else (mpf(0) if count >= n else -inf)
    return at_least, at_most


def normal_upper(t):
    way("erfc")
    return erfc(t / sqrt(mpf(2))) / 2


def smirnov(n, t):
    way("sum")
    return t * sum(binomial(n, j) * (t + mpf(j) / n) ** (j - 1) * (1 - t - mpf(j) / n) ** (n - j) for j in range(int(floor(n * (1 - t))) + 1))


def kolmogorov(n, t):
    """P(D_n > t): twice the one-sided tail from ½ on; below by Durbin's matrix."""
    if 2 * t >= 1:
        return 2 * smirnov(n, t)
    way("Durbin")
    k = int(floor(n * t)) + 1
    m, h = 2 * k - 1, k - n * t
    H = [[mpf(1) / math.factorial(i - j + 1) if i - j + 1 >= 0 else mpf(0) for j in range(m)] for i in range(m)]
    for i in range(m):
        H[i][0] -= h ** (i + 1) / math.factorial(i + 1)
        H[m - 1][i] -= h ** (m - i) / math.factorial(m - i)
    H[m - 1][0] += (max(mpf(0), 2 * h - 1) ** m) / math.factorial(m)
    v = [mpf(i == k - 1) for i in range(m)]
    for _ in range(n):
        v = [sum(v[i] * H[i][j] for i in range(max(0, j - 1), m)) for j in range(m)]
    return 1 - v[k - 1] * math.factorial(n) / mpf(n) ** n


def uniform_sum(k, t):
    """Irwin and Hall's law of k variables on (−1, 1), in whole numbers."""
    way("whole numbers")
    numerator, denominator = t.as_integer_ratio()
    # y = (k − t)/2
    top, bottom = k * denominator - numerator, 2 * denominator
    total, choose, j = 0, 1, 0
    while j * bottom < top and j <= k:
        total += (-1) ** j * choose * (top - j * bottom) ** k
        choose = choose * (k - j) // (j + 1)
        j += 1
    return mpf(total) / mpf(bottom) ** k / math.factorial(k)


def laplace_sum(k, t):
    way("density of Bessel's K")
    g = lambda x: (k - mpf(1) / 2) * log(x) + log(besselk(k - mpf(1) / 2, x)) if x > 0 else -inf
    at = g(t)
    integral = along(lambda s: g(t + s) - at, 1 / max(1 - (k - 1) / t if t > k else mpf(0), 1 / sqrt(mpf(2 * k))))
    return None if integral is None else at + log(integral) - log(pi) / 2 - (k - mpf(1) / 2) * log(2) - loggamma(k)


def occupancy(count, bins, balls):
    way("whole numbers")
    law = [
        math.comb(bins, j) * sum((-1) ** i * math.comb(j, i) * (j - i) ** balls for i in range(j + 1)) if j <= balls else 0
        for j in range(bins + 1)
    ]
    total = mpf(bins**balls)
    log_of = lambda n: log(mpf(n) / total) if n > 0 else -inf
    return [log_of(sum(law[max(0, count) :])), log_of(sum(law[: max(0, count + 1)]))]


def mixture(k, left, right, tail):
    """The sum over the number n of neurons on the right, of variance (n·right² + (k − n)·left²)/k given n."""
    total = mpf(0)
    for n in range(k + 1):
        v = (n * right**2 + (k - n) * left**2) / k
        total += mpf(math.comb(k, n)) / mpf(2) ** k * tail(v)
    return total


def reference(law, x):
    numbers = [mpf(v) for v in x]
    if law == "normal":
        return [log(normal_upper(numbers[0]))]
    if law in ("chi-square", "chi-square of two sides"):
        k, deviation = numbers[:2]
        if law == "chi-square":
            return list(gamma_tails(k / 2, (k + deviation) / 2))
        sides = gamma_tails(k / 2, (k + deviation) / 2)[1], gamma_tails(k / 2, (k - deviation) / 2)[0]
        return [None if None in sides else log(sum(exp(side) for side in sides))]
    if law == "chi-square left open":
        k, deviation, error, part = numbers
        return list(gamma_tails(k / 2, (k + deviation + part * error) / 2))
    if law == "gamma":
        return list(gamma_tails(*numbers))
    if law == "Poisson":
        count, mean = numbers
        return [gamma_tails(count, mean)[0] if count > 0 else mpf(0), gamma_tails(count + 1, mean)[1]]
    if law == "beta":
        a, b, at = numbers
        return list(beta_tails(a, b, at, 1 - at))
    if law == "binomial":
        return list(binomial_tails(int(x[0]), int(x[1]), numbers[2]))
    if law == "Student":
        nu, t = numbers
        two = beta_tails(nu / 2, mpf(1) / 2, nu / (nu + t * t), t * t / (nu + t * t))[0]
        if two is None:
            return [None]
        return [two - log(2) if t >= 0 else log1p(-exp(two) / 2)]
    if law == "Fisher":
        m, n, y = numbers
        return [beta_tails(m / 2, n / 2, m * y / (m * y + n), n / (m * y + n))[0]]
    if law == "Smirnov":
        return [log(smirnov(int(x[0]), numbers[1]))]
    if law == "Kolmogorov":
        return [log(kolmogorov(int(x[0]), numbers[1]))]
    if law == "occupancy":
        return occupancy(*map(int, x))
    if law == "sum of signs":
        k = int(x[0])
        return [binomial_tails((k + int(floor(numbers[1]))) // 2 + 1, k, mpf(1) / 2)[0]]
    if law == "centred count":
        k, p, t = numbers
        return [binomial_tails(int(floor(k * p + t)) + 1, int(k), p)[0]]
    if law == "sum of uniform":
        far = uniform_sum(int(x[0]), abs(float(x[1])))
        return [log(far) if x[1] >= 0 else log1p(-far)]
    if law == "sum of Laplace":
        return [laplace_sum(int(x[0]), numbers[1])]
    if law == "value of linear sides":
        k, left, right, t = int(x[0]), *numbers[1:]
        way("mixture")
        return [log(mixture(k, left, right, lambda v: 2 * normal_upper(t / sqrt(v)) if v > 0 else mpf(0)))]
    if law == "gradient of linear sides":
        d, k, left, right, b = numbers[0], int(x[1]), *numbers[2:]
        way("mixture")
        return [log(mixture(k, left, right, lambda v: exp(gamma_tails(d / 2, d * b * b / v / 2)[0]) if v > 0 else mpf(1)))]
    if law == "value of one tanh":
        return [log(2 * normal_upper(mp.atanh(numbers[0])))]
    raise ValueError(law)


def by_scipy(law, x):
    """The probabilities themselves, as SciPy has them."""
    if law == "normal":
        return [float(special.log_ndtr(-x[0]))]
    if law == "chi-square":
        a, at = x[0] / 2, (x[0] + x[1]) / 2
        found = [special.gammainc(a, at), special.gammaincc(a, at)] if at > 0 else None
    elif law == "gamma":
        found = [special.gammainc(*x), special.gammaincc(*x)] if x[1] > 0 else None
    elif law == "Poisson":
        found = [stats.poisson.sf(x[0] - 1, x[1]), stats.poisson.cdf(*x)]
    elif law == "beta":
        found = [stats.beta.cdf(x[2], x[0], x[1]), stats.beta.sf(x[2], x[0], x[1])]
    elif law == "binomial":
        found = [stats.binom.sf(x[0] - 1, x[1], x[2]), stats.binom.cdf(*x)]
    elif law == "Student":
        found = [special.stdtr(float(x[0]), -float(x[1]))]
    elif law == "Fisher":
        found = [special.fdtr(*map(float, x))]
    elif law == "Smirnov":
        found = [special.smirnov(*x)]
    elif law == "Kolmogorov":
        found = [stats.kstwo.sf(x[1], x[0])]
    else:
        return None
    return found and [math.log(p) if p > 1e-290 else None for p in map(float, found)]


def digits(law, x):
    """More for the parts of numbers that cancel, and for tiny shapes."""
    sizes = [abs(math.log10(abs(v))) for v in x if v != 0]
    if law in ("sum of uniform", "occupancy"):
        return DIGITS
    if law == "Kolmogorov":
        return DIGITS + int(x[0])
    return DIGITS + int(sum(min(s, 320) for s in sizes))


for line in sys.stdin:
    case = json.loads(line)
    law, arguments = case["law"], case["arguments"]
    WAY.clear()
    mp.dps = digits(law, arguments)
    logs = reference(law, arguments)
    second = None if special is None else by_scipy(law, arguments)
    print(
        json.dumps(
            {
                "logs": [None if x is None else "-Infinity" if x == -inf else nstr(x, 25) for x in logs],
                "way": "+".join(WAY) or "sure",
                "scipy": second and [x if x is None or math.isfinite(x) else None for x in second],
            }
        ),
        flush=True,
    )
