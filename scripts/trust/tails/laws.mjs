/**
 * The tails that scripts/trust/tails.mjs holds to mpmath: of each law random arguments, and what is said of their tails, in the
 * order in which references.py has them. `rate` is the part of the cases that it takes, where its references are slow.
 */
import { gradientTail, resolveActivation, valueTail } from "lemmacheck/activations";
import {
  centredCountTail,
  chiSquareTails,
  kolmogorovTail,
  laplaceTail,
  logBetaTails,
  logBinomialTails,
  logChiSquareTails,
  logChiSquareTwoSided,
  logGammaTails,
  logNormalUpperTail,
  logPoissonTails,
  logStudentTail,
  occupancyTails,
  signSumTail,
  smirnovTail,
  tailEnclosure,
  uniformTail,
} from "lemmacheck/probability";

const { chiSquareMixture } = await import(
  new URL("../../../dist/modules/src/numbers/sums/chi-square-mixture.js", import.meta.url).href
);

const MOST = 2 ** 53;
/** From here on half-integers near a threshold may be within the 2^−40 of it that count as equality. */
const EXACT_HALVES = 2 ** 36;

const clip = (x, low, high) => Math.min(high, Math.max(low, x));
const logUniform = (u, low, high) => clip(low * Math.exp(u * Math.log(high / low)), low, high);
const whole = (u, low, high) => Math.round(logUniform(u, low, high));
/** Deviations in standard deviations: up to 60, half of them below 10. */
const deviations = (u, v) => (u < 0.5 ? 10 : 60) * (2 * v - 1);
const tails = ({ logLower, logUpper }) => [tailEnclosure(logLower), tailEnclosure(logUpper)];
const counts = ({ logAtLeast, logAtMost }) => [tailEnclosure(logAtLeast), tailEnclosure(logAtMost)];

/** A number with its complement exact, at which a Beta law is looked at. */
function place(a, b, random) {
  const [mean, deviation] = [a / (a + b), Math.sqrt(((a / (a + b)) * (b / (a + b))) / (a + b + 1))];
  const near = mean + deviations(random(), random()) * deviation;
  const other = random();
  return near > 0 && near < 1 ? near : other < 0.5 ? logUniform(random(), 1e-30, 0.5) : other;
}

const LINEAR = { 0: "relu", 0.25: "max(t, 0.25*t)" };

export const LAWS = {
  normal: {
    draw: (random) => [random() < 0.5 ? 80 * random() - 30 : logUniform(random(), 1e-3, 1e6)],
    ours: (t) => [tailEnclosure(logNormalUpperTail(t))],
  },
  "chi-square": {
    draw(random) {
      const k = random() < 0.2 ? logUniform(random(), 1e-300, 1) : logUniform(random(), 0.1, 2 * MOST);
      return [
        k,
        Math.max(deviations(random(), random()) * Math.sqrt(2 * k), -k * (1 - logUniform(random(), 1e-12, 1))),
      ];
    },
    ours: (k, deviation) => tails(logChiSquareTails(k, deviation)),
  },
  "chi-square of two sides": {
    draw(random) {
      const k = logUniform(random(), 0.1, 2 * MOST);
      return [k, Math.abs(deviations(random(), random())) * Math.sqrt(2 * k)];
    },
    ours: (k, deviation) => [tailEnclosure(logChiSquareTwoSided(k, deviation))],
  },
  "chi-square left open": {
    draw(random) {
      const k = logUniform(random(), 0.1, 2 * MOST);
      const deviation = Math.max(deviations(random(), random()) * Math.sqrt(2 * k), -k / 2);
      const error = Math.min((k + deviation) / 2, logUniform(random(), 1e-12, 0.3) * Math.sqrt(2 * k));
      return [k, deviation, error, 2 * random() - 1];
    },
    ours(k, deviation, error) {
      const { lower, upper } = chiSquareTails(k, deviation, error);
      return [lower, upper];
    },
  },
  gamma: {
    draw(random) {
      const shape = random() < 0.2 ? logUniform(random(), 1e-300, 1) : logUniform(random(), 0.1, MOST);
      const x = shape + deviations(random(), random()) * Math.sqrt(shape);
      return [shape, x > 0 ? x : shape * logUniform(random(), 1e-12, 1)];
    },
    ours: (shape, x) => tails(logGammaTails(shape, x)),
  },
  Poisson: {
    draw(random) {
      const mean = logUniform(random(), 1e-6, MOST / 4);
      return [clip(Math.round(mean + deviations(random(), random()) * Math.sqrt(mean)), 0, MOST / 2), mean];
    },
    ours: (count, mean) => counts(logPoissonTails(count, mean)),
  },
  beta: {
    draw(random) {
      const [a, b] = [0, 0].map(() =>
        random() < 0.2 ? logUniform(random(), 1e-20, 1) : logUniform(random(), 0.1, MOST),
      );
      return [a, b, place(a, b, random)];
    },
    ours: (a, b, x) => tails(logBetaTails(a, b, x)),
  },
  binomial: {
    draw(random) {
      const n = whole(random(), 1, MOST);
      const p = random() < 0.5 ? random() : logUniform(random(), Math.max(1e-12, 0.01 / n), 0.5);
      const count = n * p + deviations(random(), random()) * Math.sqrt(n * p * (1 - p));
      return [clip(Math.round(count), 0, n), n, p];
    },
    ours: (count, n, p) => counts(logBinomialTails(count, n, p)),
  },
  Student: {
    draw(random) {
      const t = random() < 0.5 ? 60 * random() : logUniform(random(), 1e-6, 1e100);
      return [logUniform(random(), 0.01, MOST), random() < 0.2 ? -t : t];
    },
    ours: (degrees, t) => [tailEnclosure(logStudentTail(degrees, t))],
  },
  Fisher: {
    rate: 0.25,
    draw: (random) => [whole(random(), 16, MOST), whole(random(), 2, 1e4), logUniform(random(), 0.005, 30)],
    ours: (m, n, y) => [
      chiSquareMixture(
        {
          lowerTail: (q) => chiSquareTails(n, n * (1 / q - 1), 2 ** -51 * (n + n / q)).upper,
          mean: 1,
          deviation: Math.sqrt(2 / n),
        },
        m,
        y,
      ),
    ],
  },
  Smirnov: {
    draw(random) {
      const n = whole(random(), 1, 1000);
      return [n, random() < 0.5 ? random() : clip((4 * random()) / Math.sqrt(n), 1e-6, 1)];
    },
    ours: (n, t) => [smirnovTail(n, t)],
  },
  Kolmogorov: {
    rate: 0.25,
    draw(random) {
      const n = whole(random(), 1, 60);
      return [n, random() < 0.5 ? random() : clip((2 * random()) / Math.sqrt(n), 1e-6, 1)];
    },
    ours: (n, t) => [kolmogorovTail(n, t)],
  },
  occupancy: {
    draw(random) {
      const [bins, balls] = [whole(random(), 1, 100), whole(random(), 1, 600)];
      return [Math.ceil(random() * Math.min(bins, balls)), bins, balls];
    },
    ours(count, bins, balls) {
      const { atLeast, atMost } = occupancyTails(count, bins, balls);
      return [atLeast, atMost];
    },
  },
  "sum of signs": {
    draw(random) {
      const k = whole(random(), 1, MOST);
      const s = clip(
        deviations(random(), random()) * Math.sqrt(k),
        -Math.min(k, EXACT_HALVES),
        Math.min(k, EXACT_HALVES),
      );
      return [k, Math.floor(s) + 0.5];
    },
    ours: (k, s) => [signSumTail(k, s)],
  },
  "centred count": {
    draw(random) {
      // kp is a multiple of 2^−10, and the threshold between two counts.
      const [k, p] = [whole(random(), 1, EXACT_HALVES), Math.ceil(1023 * random()) / 1024];
      const t = deviations(random(), random()) * Math.sqrt(k * p * (1 - p));
      return [k, p, Math.floor(clip(k * p + t, 0, k)) + 0.5 - k * p];
    },
    ours: (k, p, t) => [centredCountTail(k, p, t)],
  },
  "sum of uniform": {
    rate: 0.5,
    draw(random) {
      const k = whole(random(), 1, 300);
      return [k, k < 20 || random() < 0.5 ? k * (2 * random() - 1) : k * random() ** 2];
    },
    ours: (k, t) => [uniformTail(k, t)],
  },
  "sum of Laplace": {
    rate: 0.1,
    draw(random) {
      const k = whole(random(), 1, 400);
      return [k, Math.sqrt(2 * k) * logUniform(random(), 0.01, 100)];
    },
    ours: (k, t) => [laplaceTail(k, t)],
  },
  "value of linear sides": {
    rate: 0.25,
    draw: (random) => [whole(random(), 1, 200), random() < 0.5 ? 0 : 0.25, 1, 40 * random()],
    ours: (k, left, _, t) => [valueTail(resolveActivation(LINEAR[left]), k)(t)],
  },
  "contour of linear sides": {
    rate: 0.05,
    as: "value of linear sides",
    draw: (random) => [whole(random(), 4097, 6000), random() < 0.5 ? 0 : 0.25, 1, 25 * random()],
    ours: (k, left, _, t) => [valueTail(resolveActivation(LINEAR[left]), k)(t)],
  },
  "gradient of linear sides": {
    rate: 0.05,
    draw: (random) => [whole(random(), 1, 500), whole(random(), 1, 60), random() < 0.5 ? 0 : 0.25, 1, random()],
    ours: (d, k, left, _, b) => [gradientTail(resolveActivation(LINEAR[left]), d, k)(b)],
  },
  "value of one tanh": {
    rate: 0.25,
    draw: (random) => [random() < 0.5 ? random() : 1 - logUniform(random(), 1e-15, 0.5)],
    ours: (t) => [valueTail(resolveActivation("tanh"), 1)(t)],
  },
};
