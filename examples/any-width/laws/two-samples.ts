import { defineSampler } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { d, drawDenseNetwork, gradient, k, psi, value } from "lemmacheck/networks";
import { chiSquare, fillNormal, fillRademacher } from "lemmacheck/probability";
import type { Streams } from "lemmacheck/statistics";
import { n, step } from "../parameters.js";

/** f(x) and f(x′) of one network. */
type Pair = readonly [before: number, after: number];

interface Given {
  readonly psi: Activation;
  readonly d: number;
  readonly k: number;
  readonly step: number;
}

/** What a wrong conditional law leaves out, or gets wrong. */
export type Slip = "the drift along s" | "the projection across s" | "the part along x" | "the same weights";

/** f(x) and f(x − s∇f(x)) from all weights, x = (1, …, 1). */
export function densePair({ psi, d, k, step }: Given, random: Streams): Pair {
  const network = drawDenseNetwork({ psi, d, k }, random);
  const x = new Float64Array(d).fill(1);
  const slope = gradient(network, x);
  return [
    value(network, x),
    value(
      network,
      x.map((t, i) => t - step * slope[i]),
    ),
  ];
}

/**
 * The same pair by Gaussian conditioning, at any d, without weights. W = uxᵀ/d + W_⊥ with u = Wx ~ N(0, I) and W_⊥
 * independent of it; ∇f = Wᵀs with s = a∘ψ′(u)/√k. Given u and a, W_⊥ is conditioned on W_⊥ᵀs, of length h with
 * h² = ‖s‖²χ²_{d−1}/d: W∇f = αu + s h²/‖s‖² + (h/√d)(I − ssᵀ/‖s‖²)ξ, α = u·s/d, ξ ~ N(0, I).
 */
export function conditionedPair({ psi, d, k, step }: Given, random: Streams, slip?: Slip): Pair {
  const [u, a, xi, fresh] = Array.from({ length: 4 }, () => new Float64Array(k));
  fillNormal(u, random("u"));
  fillRademacher(a, random("a"));
  fillNormal(xi, random("xi"));
  const s = u.map((t, i) => (a[i] * psi.derivative(t)) / Math.sqrt(k));
  const dot = (p: Float64Array, q: Float64Array) => p.reduce((sum, t, i) => sum + t * q[i], 0);
  const squares = dot(s, s);
  const h = Math.sqrt((squares * chiSquare(d - 1, random("chi"))) / d);
  const alpha = slip === "the part along x" ? 0 : dot(u, s) / d;
  const drift = squares > 0 && slip !== "the drift along s" ? (h * h) / squares : 0;
  const across = squares > 0 && slip !== "the projection across s" ? dot(s, xi) / squares : 0;
  if (slip === "the same weights") fillNormal(fresh, random("fresh"));
  const output = (at: (i: number) => number) =>
    u.reduce((sum, _, i) => sum + a[i] * psi.value(at(i)), 0) / Math.sqrt(k);
  const base = slip === "the same weights" ? fresh : u;
  const after = (i: number) =>
    base[i] - step * (alpha * u[i] + s[i] * drift + (h / Math.sqrt(d)) * (xi[i] - s[i] * across));
  return [output((i) => u[i]), output(after)];
}

/** What the two laws are compared in: marginals, and what ties them. */
export const STATISTICS: readonly ((pair: Pair) => number)[] = [
  ([before]) => before,
  ([, after]) => after,
  ([before, after]) => after - before,
  ([before, after]) => after + before,
  ([before, after]) => after * before,
];

type Sample = readonly (readonly number[])[];

const sorted = (pairs: readonly Pair[]): Sample =>
  STATISTICS.map((statistic) => pairs.map(statistic).toSorted((p, q) => p - q));

/** sup |F − G| of two samples in order, of one size, equal values together. */
export function distance(x: readonly number[], y: readonly number[]): number {
  let [i, j, most] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const t = Math.min(x[i], y[j]);
    while (i < x.length && x[i] === t) i++;
    while (j < y.length && y[j] === t) j++;
    most = Math.max(most, Math.abs(i - j) / x.length);
  }
  return most;
}

/** The largest distance over the statistics. */
export const largestDistance = (first: Sample, second: Sample): number =>
  first.reduce((most, x, i) => Math.max(most, distance(x, second[i])), 0);

/** n networks with all their weights, beside n by conditioning, which may have a slip. */
export interface TwoSamples {
  readonly distance: (slip?: Slip) => number;
}

/** Both samples. */
export const twoSamples = defineSampler({
  id: "two-samples",
  parameters: [psi, d, k, step, n],
  // Plain vectors: some thirty normal variables of the kernels for each weight and neuron, some µs for each network.
  cost: ({ d, k, n }) => n * (2000 + 30 * k * (d + 10)),
  draw: (given, random): TwoSamples => {
    const sample = (name: string, pair: (random: Streams) => Pair) => {
      // One stream for all networks: they read it one after the other.
      const bits = random(name);
      return sorted(Array.from({ length: given.n }, () => pair(() => bits)));
    };
    const dense = sample("dense", (streams) => densePair(given, streams));
    return {
      distance: (slip?: Slip) =>
        largestDistance(
          dense,
          sample("conditioned", (streams) => conditionedPair(given, streams, slip)),
        ),
    };
  },
});
