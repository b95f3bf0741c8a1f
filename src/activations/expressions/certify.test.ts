import { describe, expect, it } from "vitest";
import { type Bits, uniform } from "../../chance/bits.js";
import { keyedStreams } from "../../chance/streams.js";
import { REFERENCE_SUPREMA } from "../testing/reference-suprema.js";
import { boundDerivative } from "./bound-derivative.js";
import { certify } from "./certify.js";
import { domainProblem } from "./check-domain.js";
import { evaluator } from "./evaluator.js";
import { findKinks } from "./find-kinks.js";
import { parseExpression } from "./parse-expression.js";
import { stableForm } from "./stable-form.js";

const formOf = (text: string) => stableForm(parseExpression(text));
const NAMES = ["supremum", "lipschitz", "smoothness"] as const;

describe.each(Object.entries(REFERENCE_SUPREMA))("%s", (text, truths) => {
  const certificate = certify(formOf(text));
  it.each(NAMES.map((name, k) => [name, truths[k]] as const))("encloses its %s %s", (name, truth) => {
    const { low, high, at, reason } = certificate[name];
    // The reference is right to 20 digits; Number() rounds it by half an ulp, which both ends may be short of.
    const x = Number(truth);
    expect(low).toBeLessThanOrEqual(x * (1 + 2 ** -52));
    expect(high).toBeGreaterThanOrEqual(x * (1 - 2 ** -53));
    if (x < Infinity) expect(high - low).toBeLessThanOrEqual(2e-13 * x);
    if (x < Infinity) expect(reason).toBeNull();
    expect(at).not.toBeNaN();
  });

  it("is not below what it is where it is said to be attained", () => {
    const { value, derivative, secondDerivative } = evaluator(formOf(text));
    [value, derivative, secondDerivative].forEach((f, k) => {
      const { low, at } = certificate[NAMES[k]];
      if (Number.isFinite(at)) expect(Math.abs(f(at))).toBeGreaterThanOrEqual(low * (1 - 1e-12));
    });
  });
});

describe("certify", () => {
  it.each([
    ["abs(t)", Infinity, 1, Infinity],
    ["max(0, t)", Infinity, 1, Infinity],
    ["t > 0 ? t : 0.1*t", Infinity, 1, Infinity],
    ["max(0, min(1, (t+3)/6))", 1, 1 / 6, Infinity],
    ["t*abs(t)/(1+t^2)", 1, (3 * Math.sqrt(3)) / 8, 2],
    ["sqrt(t^4)/(1+t^2)", 1, (3 * Math.sqrt(3)) / 8, 2],
    ["sqrt(t^6)/(1+t^2)^2", (3 * Math.sqrt(3)) / 16, NaN, NaN],
    ["abs(t) <= 1 ? t^2/2 : abs(t)-1/2", Infinity, 1, 1],
    ["t > 0 ? t : exp(t)-1", Infinity, 1, 1],
    ["sign(t)", 1, Infinity, Infinity],
    ["pi*sign(t*t)", Math.PI, Infinity, Infinity],
    ["t > sqrt(2) ? 1 : 0", 1, Infinity, Infinity],
    ["exp(t)", Infinity, Infinity, Infinity],
    ["t^2", Infinity, Infinity, 2],
    ["sqrt(abs(t))", Infinity, Infinity, Infinity],
    ["0*t", 0, 0, 0],
    // (6s − 4s³)e^(−s²) is largest at s² = (3 − √6)/2.
    ["(t-1)*exp(-(t-1)^2)", 1 / Math.sqrt(2 * Math.E), 1, 1.9517830727699512],
    ["3*t-1", Infinity, 3, 0],
    // One period is enough for these: ψ'(t) = cos(t)·e^(sin t) where 1 − s − s² = 0 for s = sin t, and ψ'' = −e at π/2.
    ["exp(sin(t))", Math.E, Math.sqrt((Math.sqrt(5) - 1) / 2) * Math.exp((Math.sqrt(5) - 1) / 2), Math.E],
    ["sin(t/2)*cos(t/2)*4", 2, 2, 2],
    ["sin(3*t)+cos(-6*t)", 2, NaN, NaN],
    ["sin(100*t)", 1, 100, 10_000],
    ["1-cos(t)", 2, 1, 1],
  ])("knows the constants of %s", (text, ...expected) => {
    const certificate = certify(formOf(text));
    NAMES.forEach((name, k) => {
      const { high } = certificate[name];
      if (Number.isNaN(expected[k])) return;
      if (expected[k] < Infinity) expect(high).toBeGreaterThanOrEqual(expected[k] * (1 - 2 ** -51));
      if (expected[k] < Infinity) expect(high).toBeLessThanOrEqual(expected[k] * (1 + 2e-13));
      else expect(high).toBe(Infinity);
    });
  });

  it("says why where there is no bound", () => {
    expect(certify(formOf("exp(t)")).lipschitz).toEqual({ low: Infinity, high: Infinity, at: Infinity, reason: null });
    expect(certify(formOf("abs(t-1)")).smoothness.reason).toBe("ψ' jumps at 1");
    expect(certify(formOf("t*sqrt(abs(t))")).smoothness.reason).toMatch(/^no closer bound was found near/);
    expect(certify(formOf("sign(t-1)")).lipschitz.reason).toBe("ψ jumps at 1");
    expect(certify(formOf("t > sqrt(2) ? t - sqrt(2) : 0")).lipschitz.reason).toMatch(
      /^ψ is not proved to be continuous at 1.41/,
    );
    const waves = certify(formOf("sin(t)+sin(sqrt(2)*t)")).supremum;
    expect(waves.high).toBeCloseTo(2, 14);
    // They meet as nearly as one likes, ever further out.
    expect(waves.low).toBeGreaterThan(2 - 1e-14);
    expect(waves.reason).toBeNull();
    expect(certify(formOf("sqrt(log(1+cos(t)^2))")).lipschitz.reason).toMatch(/^no closer bound was found near/);
  });

  it("is not below values of expressions nobody prepared", () => {
    const bits = keyedStreams({ seed: "certify", sampler: "expressions", parameters: {} })(0)("text");
    const pick = <T>(list: readonly T[]): T => list[Math.floor(uniform(bits) * list.length)];
    const atom = (): string => pick(["t", "t", "2*t", "(t-1)", "t/3", "(0.5-t)", "t^2", "abs(t)", "pi*t"]);
    const bounded = (of: string): string =>
      pick([
        `tanh(${of})`,
        `atan(${of})`,
        `sin(${of})`,
        `cos(${of})`,
        `erf(${of})`,
        `exp(-(${of})^2)`,
        `1/(1+exp(${of}))`,
        `1/(1+(${of})^2)`,
        `1/cosh(${of})`,
        `max(-1, min(1, ${of}))`,
      ]);
    const any = (depth: number): string => {
      if (depth === 0) return uniform(bits) < 0.5 ? atom() : bounded(atom());
      return pick([
        () => `(${any(depth - 1)}+${any(depth - 1)})`,
        () => `(${any(depth - 1)}-${bounded(any(depth - 1))})`,
        () => `${any(depth - 1)}*${bounded(any(depth - 1))}`,
        () => `log(1+exp(${any(depth - 1)}))`,
        () => `sqrt(1+(${any(depth - 1)})^2)`,
        () => bounded(any(depth - 1)),
        () => `asinh(${any(depth - 1)})`,
      ])();
    };
    let [finite, narrow] = [0, 0];
    for (let i = 0; i < 40; i++) {
      const text = any(2);
      if (!/t(?!an|h)/.test(text)) continue;
      const form = formOf(text);
      expect(domainProblem(form), text).toBeNull();
      const certificate = certify(form);
      const evaluate = evaluator(form);
      [evaluate.value, evaluate.derivative, evaluate.secondDerivative].forEach((f, k) => {
        const { low, high } = certificate[NAMES[k]];
        expect(low, text).toBeLessThanOrEqual(high);
        if (high < Infinity) finite++;
        if (high - low < 1e-9 * high) narrow++;
        const largest = largestOf(f, bits);
        expect(largest, `${text}, ${NAMES[k]}: ${largest} above ${high}`).toBeLessThanOrEqual(
          high * (1 + 1e-11) + 1e-13,
        );
      });
    }
    expect(finite).toBeGreaterThan(60);
    expect(narrow).toBeGreaterThan(46);
  });
});

/** The largest of |f| at 400 points near and far. */
function largestOf(f: (t: number) => number, bits: Bits): number {
  let largest = 0;
  for (let i = 0; i < 400; i++) {
    const t = (uniform(bits) - 0.5) * 10 ** (i % 5);
    largest = Math.max(largest, Math.abs(f(t)));
  }
  return largest;
}

/** Terms that cancel, near and far; for relative widths of 1e-8. References by mpmath, or by the formula given. */
describe("where terms cancel", () => {
  const ROOT = Math.SQRT2;
  it.each([
    ["cos(t)-cos(t+1e-7)", 1e-7, 1e-7, 1e-7],
    ["sin(t+sin(t+sin(t)))", 1, 3, 6.76509226734681],
    ["t+sin(t)^2", Infinity, 2, 2],
    ["sin(t)*sin(1.0001*t)", 1, 1.0001, NaN],
    ["exp(-1e4*(1-cos(t-1)))*tanh(t)", 1, NaN, NaN],
    // √2 + 1 at 0, and sums of squares of frequencies where sines meet.
    ["sin(t)+sin(sqrt(2)*t)", 2, 1 + ROOT, 3],
    ["sin(t)*sin(sqrt(2)*t)", 1, ROOT, 3],
    ["sin(t)*cos(pi*t)", 1, Math.PI, 1 + Math.PI ** 2],
    ["cos(3*t)+cos(2*t)", 2, 4.790862274627176, 13],
    ["t^3/(1+t^2)-t", 0.5, 1, NaN],
    ["sqrt(1+t^2)-abs(t)", 1, 1, Infinity],
    ["max(0,t)^3-4*max(0,t-1)^3+6*max(0,t-2)^3-4*max(0,t-3)^3+max(0,t-4)^3", 4, 4, 12],
    // ψ'(t) = −(2t/3)(1 + t²)^(−4/3), largest at t² = 3/5.
    ["(1+t^2)^(-1/3)", 1, (2 / 3) * Math.sqrt(0.6) * 1.6 ** (-4 / 3), 2 / 3],
    ["log(t^2+1)-log(t^2+2)", Math.LN2, NaN, 1],
    ["sqrt(1+exp(2*t))-exp(t)", 1, NaN, NaN],
    // What falls beyond |t| = 10 only; L at 0, from the series there.
    ["cos(t)*cos(2*t)*exp(-t^2/100)", 1, 1.755631801271202, 5.02],
    ["sin(t)*exp(-t^2/100)*tanh(t)", 0.9015041968012913, 0.907639321174297, 2],
    ["cos(t)*cos(sqrt(2)*t)*exp(-t^2/100)", 1, 1.2757071142200556, 3.02],
  ])("%s: %s, %s, %s", (text, ...expected) => {
    const certificate = certify(formOf(text));
    NAMES.forEach((name, k) => {
      if (Number.isNaN(expected[k])) return;
      const { low, high } = certificate[name];
      if (expected[k] === Infinity) {
        expect([low, high], name).toEqual([Infinity, Infinity]);
        return;
      }
      expect(low, name).toBeLessThanOrEqual(expected[k] * (1 + 1e-15));
      expect(high, name).toBeGreaterThanOrEqual(expected[k] * (1 - 1e-15));
      expect(high - low, name).toBeLessThanOrEqual(1e-8 * high);
    });
  });

  it("knows what is unbounded, though it comes back", () => {
    for (const [text, k] of [
      ["t*sin(t)", 0],
      ["cos(exp(t))", 1],
      ["tanh(t*sin(t))", 1],
      ["exp(sinh(t))", 0],
      ["log(1+t^2)", 0],
      ["t*(sin(t)+sin(sqrt(2)*t))", 0],
    ] as const)
      expect(certify(formOf(text))[NAMES[k]].low, text).toBe(Infinity);
  });

  it("says what it got when its work is done", () => {
    const { low, high, reason } = certify(
      formOf("sin(t)*sin(sqrt(2)*t)*sin(sqrt(3)*t)*sin(sqrt(5)*t)*t/(1+t^2)^0.5"),
    ).smoothness;
    expect(reason).toMatch(/^no closer bound was found/);
    expect(high).toBeLessThan(Infinity);
    expect(low).toBeGreaterThan(1);
  });
});

describe("findKinks", () => {
  const kinksOf = (text: string) => findKinks(formOf(text)).kinks.map(({ at }) => at);
  it.each([
    ["tanh(t)", []],
    ["abs(t)", [0]],
    ["abs(abs(t)-1)", [-1, 0, 1]],
    ["max(0, min(1, (t+3)/6))", [-3, 3]],
    ["t > 0 ? t : 0.1*t", [0]],
    ["t >= 0 ? t : 0.1*t", [0]],
    ["abs(t^2-2)", [-Math.SQRT2, Math.SQRT2 - 2 ** -52]],
    ["abs(t-1000)", [1000]],
    ["max(t, 0.5*t, -1)", [-2, 0]],
    ["max(t, abs(t))", [0]],
    ["exp(-abs(t))", [0]],
    // Sides change, but neither ψ nor ψ' jumps.
    ["t*abs(t)", []],
    ["max(0, t)^2", []],
    ["t > 0 ? t : exp(t)-1", []],
    ["abs(t) <= 1 ? t^2/2 : abs(t)-1/2", []],
    ["t > 1 ? t : t", []],
    // Their difference leaves 0 as t² or t³ does, which no enclosure of it shows.
    ["max(t, exp(min(t,0))-1)", []],
    ["max(t, tanh(t))", []],
    ["t^2 > 0 ? t^2 : 0", []],
    ["t < tanh(t) ? t : tanh(t)", []],
    ["(t-1)^2 <= 0 ? 1 : t", []],
    // At a single point ψ is something else.
    ["t^2 > 0 ? 1 : 0", [0]],
    ["sign(t)^2", [0]],
    ["pi*sign(t*t)", [0]],
    ["min(t, t+t^3)", []],
    ["abs(tanh(t)-t)", []],
    ["max(t^2, t^3)", [1]],
    ["max(sin(t), t/2)", [-1.8954942670339812, 0, 1.895494267033981]],
  ])("finds those of %s", (text, expected) => {
    expect(kinksOf(text)).toEqual(expected);
  });

  it("says of no place that ψ' jumps there unless it does", () => {
    // The first argument is larger by 2^-60 at 0, which is lost in that of the other.
    const found = findKinks(formOf("max(tanh(t)+2^-60, sin(t)+(1-1))"));
    expect(found.kinks.every(({ bends }) => bends === null)).toBe(true);
    const { smoothness } = certify(formOf("max(tanh(t)+2^-60, sin(t)+(1-1))"));
    expect(smoothness.low).toBeLessThan(Infinity);
    expect(smoothness.reason).toMatch(/is not proved to be continuous|may jump/);
  });

  it("finds the first of endlessly many", () => {
    const { kinks, more } = findKinks(formOf("abs(sin(t))"));
    expect(more).toBe(true);
    expect(kinks).toHaveLength(41);
    kinks.forEach(({ at }, i) => {
      expect(Math.abs(at - (i - 20) * Math.PI)).toBeLessThan(2e-14);
    });
  });
});

describe("domainProblem", () => {
  it.each([
    ["1/t", "it is undefined at 0"],
    ["100*tanh(100/t)", "it is undefined at 0"],
    ["log(t)", "it is undefined at 0"],
    ["sqrt(t)", "it is undefined at -1"],
    ["t^(1/3)", "it is undefined at -1"],
    ["cos(t)/t", "it is undefined at 0"],
    ["tan(t)", "it cannot be shown to be defined near 1.5707963267948966"],
    ["1/(t-sqrt(2))", "it cannot be shown to be defined near 1.414213562373095"],
    ["tan(tanh(t))", null],
    ["1/(1.5+sin(t))", null],
    ["t > 1 ? log(t) : 0", null],
    ["sqrt(1-tanh(t)^2)", null],
    ["(1+t^2)^1.3", null],
  ])("%s: %s", (text, expected) => {
    expect(domainProblem(formOf(text))).toBe(expected);
  });
});

it.each([
  "erf(erf(erf(t)*sin(exp(cos(9*t))))-erfc(cos(exp(sin(7*t)))))*sin(sqrt(2)*t)*cos(pi*t)*sin(exp(sin(t)))",
  "expm1(cos(t)+expm1(tanh(t)))+(1+t^2)^(1/3)+0.5",
])("bounding %s takes no more work than there is", (text) => {
  const form = formOf(text);
  // A step that has begun is ended.
  for (const k of [0, 1, 2] as const) {
    const left = { operations: 20_000 };
    boundDerivative(form, k, [], left);
    expect(left.operations).toBeGreaterThan(-150_000);
  }
});
