/**
 * Claims of every kind of which it is known whether they hold. A family has what all of its claims share, and `right(shift)`:
 * the members of a form that holds by a margin of `shift`, or fails by one of −`shift`; a tiny one is the boundary.
 *
 * @typedef {{
 *   kind: string;
 *   name: string;
 *   cell: object;
 *   body: object;
 *   right: (shift: number) => object;
 *   continuous?: boolean;
 * }} Family
 */
import fc from "fast-check";
import { defineSampler, integers, nothing, parameter, gamma as share } from "lemmacheck";
import { binomial, exponential, logBinomialTails, uniform } from "lemmacheck/probability";

const real = (min, max) => fc.double({ min, max, noNaN: true });
const relations = fc.constantFrom("<=", ">=");

/** A probability whose odds are those of p times 1 + shift; divided by 1 − shift where that is below 0. */
function moved(p, shift) {
  const odds = (p / (1 - p)) * (shift < 0 ? 1 / (1 - shift) : 1 + shift);
  return odds / (1 + odds);
}

const sampler = (id, draw, parameters = []) => defineSampler({ id, parameters, cost: () => 1, draw });
const unit = sampler("unit", (_, random) => uniform(random("u")));

/** log of a probability that is known to rounding. */
const enclosed = (log) => ({ logLower: log - 1e-12, logUpper: Math.min(0, log + 1e-12) });

/**
 * Laws with their tails: `log(b, side)` is log P(X > b), or log P(X < b); `at(p, side)` a bound that is broken with probability
 * about p.
 */
const laws = fc.oneof(
  fc.constant({
    name: "uniform",
    continuous: true,
    draw: unit,
    log: (b, side) => Math.log(Math.min(1, Math.max(0, side === "<=" ? 1 - b : b))),
    at: (p, side) => (side === "<=" ? 1 - p : p),
  }),
  fc.constant({
    name: "exponential",
    continuous: true,
    draw: sampler("waiting", (_, random) => exponential(random("u"))),
    log: (b, side) => (side === "<=" ? Math.min(0, -b) : Math.log(-Math.expm1(-Math.max(0, b)))),
    at: (p, side) => (side === "<=" ? -Math.log(p) : -Math.log1p(-p)),
  }),
  fc.record({ n: fc.integer({ min: 5, max: 500 }), q: real(0.1, 0.9) }).map(({ n, q }) => {
    const log = (b, side) => {
      const count = side === "<=" ? Math.floor(b) + 1 : Math.ceil(b) - 1;
      if (side === "<=" ? count <= 0 : count >= n) return 0;
      if (side === "<=" ? count > n : count < 0) return Number.NEGATIVE_INFINITY;
      const { logAtLeast, logAtMost } = logBinomialTails(count, n, q);
      return side === "<=" ? logAtLeast : logAtMost;
    };
    return {
      name: "binomial",
      continuous: false,
      draw: sampler(`binomial ${n} ${q}`, (_, random) => binomial(n, q, random("u"))),
      log,
      at: (p, side) => {
        const bounds = Array.from({ length: n + 1 }, (_, v) => v + 0.5);
        const distance = (b) => Math.abs(log(b, side) - Math.log(p));
        return bounds.reduce((best, b) => (distance(b) < distance(best) ? b : best));
      },
    };
  }),
);

/** With high probability: the bound stays, what is allowed is moved from the probability with which it is broken. */
const shares = fc
  .record({ law: laws, relation: relations, p: real(0.002, 0.9), exact: fc.boolean(), inLogs: fc.boolean() })
  .map(({ law, relation, p, exact, inLogs }) => {
    const bound = law.at(p, relation);
    const failing = Math.exp(law.log(bound, relation));
    const allowance = inLogs ? (x) => ({ logAllows: () => Math.log(x) }) : (x) => ({ allows: () => x });
    return {
      kind: "whp",
      name: `${law.name}${exact ? " by its law" : ""}`,
      continuous: law.continuous,
      cell: {},
      body: {
        parameters: [],
        relation,
        draw: law.draw,
        observed: (x) => x,
        trivial: () => (relation === "<=" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY),
        ...allowance(0.5),
        ...(exact && { exact: (_given, b) => enclosed(law.log(b, relation)) }),
      },
      right: (shift) => ({ bound: () => bound, ...allowance(moved(failing, shift)) }),
    };
  })
  .filter(({ right }) => {
    const { allows, logAllows } = right(1e-9);
    const allowed = allows?.() ?? Math.exp(logAllows());
    return allowed > 1e-4 && allowed < 0.999;
  });

/** With probability 1 − γ, γ a parameter: the bound is moved. */
const byGamma = fc
  .record({ law: laws, relation: relations, gamma: real(0.002, 0.9) })
  .filter(({ law }) => law.continuous)
  .map(({ law, relation, gamma }) => ({
    kind: "whp",
    name: `${law.name} by γ`,
    continuous: true,
    cell: { gamma },
    body: {
      parameters: [share],
      relation,
      draw: law.draw,
      observed: (x) => x,
      trivial: () => (relation === "<=" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY),
    },
    right: (shift) => ({ bound: (given) => law.at(moved(given.gamma, -shift), relation) }),
  }));

/** Variables with their means, deviations, and what is known of them. */
const variables = fc.oneof(
  fc.record({ from: real(-5, 5), width: real(0.1, 10), more: real(0, 2) }).map(({ from, width, more }) => ({
    name: "uniform",
    of: (random) => from + width * uniform(random("u")),
    mean: from + width / 2,
    deviation: width / Math.sqrt(12),
    range: { lower: from - more * width, upper: from + width + more * width },
  })),
  fc.record({ p: real(0.01, 0.99), scale: real(0.1, 10) }).map(({ p, scale }) => ({
    name: "two values",
    of: (random) => (uniform(random("u")) < p ? scale : 0),
    mean: scale * p,
    deviation: scale * Math.sqrt(p * (1 - p)),
    range: { lower: 0, upper: scale },
  })),
  fc.record({ scale: real(0.1, 10), more: real(0, 1) }).map(({ scale, more }) => ({
    name: "exponential",
    of: (random) => scale * exponential(random("u")),
    mean: scale,
    deviation: scale,
    range: { secondMoment: 2 * scale ** 2 * (1 + more) },
  })),
);

const means = fc.record({ variable: variables, relation: relations }).map(({ variable, relation }) => ({
  kind: "mean",
  name: variable.name,
  cell: {},
  body: {
    parameters: [],
    relation,
    draw: sampler("variable", (_, random) => variable.of(random)),
    observed: (x) => x,
    range: () => variable.range,
  },
  right: (shift) => ({ bound: () => variable.mean + (relation === "<=" ? 1 : -1) * shift * variable.deviation }),
}));

/** Sure by its draws; where it is false it fails with a probability above the 0.01 that draws rule out. */
const sure = fc
  .record({ kind: fc.constantFrom("deterministic", "step"), relation: relations })
  .map(({ kind, relation }) => ({
    kind,
    name: "by draws",
    cell: {},
    body: { parameters: [], relation, draw: unit, observed: (x) => x },
    right: (shift) => {
      const failing = shift > 0 ? -shift : moved(0.01, -shift);
      return { bound: () => (relation === "<=" ? 1 - failing : failing) };
    },
  }));

/** Nothing is random: two numbers. */
const fixed = fc
  .record({ kind: fc.constantFrom("deterministic", "step"), relation: relations, x: real(1e-3, 1e3) })
  .map(({ kind, relation, x }) => ({
    kind,
    name: "of numbers",
    cell: {},
    body: { parameters: [], relation, draw: nothing, observed: () => x },
    right: (shift) => ({ bound: () => x * (1 + shift) ** (relation === "<=" ? 1 : -1) }),
  }))
  .map((family) => ({
    ...family,
    // (1 + shift) must stay above 0.
    right: (shift) => family.right(Math.max(-0.9, shift)),
  }));

/** Sides that are equal but for rounding, or off by a factor. */
const identities = fc.oneof(
  fc.array(real(0.1, 10), { minLength: 2, maxLength: 8 }).map((terms) => ({
    kind: "identity",
    name: "of sums",
    cell: {},
    body: { parameters: [], draw: nothing, observed: () => terms.reduce((sum, x) => sum + x, 0) },
    right: (shift) => ({
      bound: () => terms.toReversed().reduce((sum, x) => sum + x, 0) * (shift < 0 ? 1 - shift : 1),
    }),
  })),
  fc.record({ scale: real(0.1, 10) }).map(({ scale }) => ({
    kind: "identity",
    name: "of draws",
    cell: {},
    body: {
      parameters: [],
      draw: sampler("pair", (_, random) => [uniform(random("u")), scale * uniform(random("v"))]),
      observed: ([u, v]) => (u + v) ** 2,
    },
    right: (shift) => ({ bound: (_given, [u, v]) => (u * u + 2 * u * v + v * v) * (shift < 0 ? 1 - shift : 1) }),
  })),
);

const size = parameter({ name: "size", about: "what grows", domain: integers(1, 2 ** 40) });

/** A power of the size, known or times what is drawn. */
const trends = fc
  .record({
    relation: fc.constantFrom("<=", ">=", "="),
    exponent: real(-2, 2),
    from: fc.integer({ min: 1, max: 100 }),
    sizes: fc.integer({ min: 2, max: 5 }),
    drawn: fc.boolean(),
    resolution: real(0.05, 1),
  })
  .map(({ relation, exponent, from, sizes, drawn, resolution }) => ({
    kind: "trend",
    name: drawn ? "by draws" : "of numbers",
    cell: { size: from },
    body: {
      parameters: [size],
      relation,
      draw: drawn ? sampler("noise", (_, random) => 1 + uniform(random("u")), [size]) : nothing,
      observed: (x, { size: n }) => n ** exponent * (drawn ? x : 3),
      trend: {
        grid: (given) =>
          Array.from({ length: sizes }, (_, i) => ({ size: given.size * 4 ** i, cell: { size: given.size * 4 ** i } })),
        printedExponent: () => exponent,
      },
      ...(relation === "=" && { resolution: () => resolution }),
    },
    right: (shift) => ({
      bound: () => {
        if (relation === "=") return exponent + Math.max(0, resolution - shift);
        return exponent + (relation === "<=" ? shift : -shift);
      },
    }),
  }));

export const families = fc.oneof(shares, byGamma, means, sure, fixed, identities, trends);
