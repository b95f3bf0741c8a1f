"""Times of the same work in NumPy, ns a variable or neuron, as one line of JSON: plain as one would write it, tuned with
SFC64 and out= everywhere."""
import json, sys, time
import numpy as np

k, rounds = int(sys.argv[1]), int(sys.argv[2])
d = 10**5


def plain(rng, relu):
    u = rng.standard_normal(k)
    a = rng.choice([-1.0, 1.0], k)
    p = np.maximum(u, 0) if relu else np.tanh(u)
    s = a * ((u > 0) if relu else (1 - p**2)) / np.sqrt(k)
    f = a @ p / np.sqrt(k)
    alpha = u @ s / d
    squares = s @ s
    h2 = squares * rng.chisquare(d - 1) / d
    xi = rng.standard_normal(k)
    h = np.sqrt(h2 / d)
    v = alpha * u + s * (h2 / squares - h * (s @ xi) / squares) + h * xi
    w = u + 0.1 * v
    return f, np.sqrt(alpha**2 * d + h2), a @ (np.maximum(w, 0) if relu else np.tanh(w)) / np.sqrt(k)


u, xi, a, p, s, t = (np.empty(k) for _ in range(6))


def tuned(rng, relu):
    rng.standard_normal(out=u)
    bits = np.unpackbits(np.frombuffer(rng.bytes((k + 7) // 8), np.uint8), count=k)
    np.multiply(bits, 2.0, out=a)
    np.subtract(a, 1.0, out=a)
    if relu:
        np.maximum(u, 0, out=p)
        np.greater(u, 0, out=s)
    else:
        np.tanh(u, out=p)
        np.multiply(p, p, out=s)
        np.subtract(1.0, s, out=s)
    np.multiply(s, a, out=s)
    f = a @ p / np.sqrt(k)
    alpha = u @ s / (d * np.sqrt(k))
    squares = s @ s
    h2 = squares / k * rng.chisquare(d - 1) / d
    rng.standard_normal(out=xi)
    h = np.sqrt(h2 / d)
    np.multiply(xi, 0.1 * h, out=t)
    np.multiply(s, 0.1 * (h2 * np.sqrt(k) - h * (s @ xi)) / squares, out=s)
    np.add(t, s, out=t)
    np.multiply(u, 1 + 0.1 * alpha, out=u)
    np.add(t, u, out=t)
    np.maximum(t, 0, out=t) if relu else np.tanh(t, out=t)
    return f, np.sqrt(alpha**2 * d + h2), a @ t / np.sqrt(k)


pcg, sfc = np.random.default_rng(1), np.random.Generator(np.random.SFC64(1))
tasks = {
    "gaussian plain": lambda: pcg.standard_normal(k),
    "gaussian tuned": lambda: sfc.standard_normal(out=u),
    "tanh plain": lambda: plain(pcg, False),
    "tanh tuned": lambda: tuned(sfc, False),
    "relu plain": lambda: plain(pcg, True),
    "relu tuned": lambda: tuned(sfc, True),
}
times = {name: [] for name in tasks}
for _ in range(rounds + 1):
    for name, task in tasks.items():
        start = time.process_time()
        task()
        times[name].append((time.process_time() - start) / k * 1e9)
print(json.dumps({name: sorted(list_[1:])[rounds // 2] for name, list_ in times.items()}))
