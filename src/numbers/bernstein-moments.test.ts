import { all, create } from "mathjs";
import { describe, expect, it, test } from "vitest";
import { bernsteinMoments } from "./bernstein-moments.js";
import { polynomial } from "./integrand.js";
import { callTable } from "./testing/call-table.js";

const math = create(all, { number: "BigNumber", precision: 64 });
const big = (x: number | string) => math.bignumber(x);

/** (q!/2)·sigma²·c^(q−2) to 64 digits. */
function right(q: number, sigma: number, c: number) {
  const factorial = Array.from({ length: q }, (_, i) => big(i + 1)).reduce((a, b) => a.times(b));
  return factorial
    .div(2)
    .times(big(sigma).pow(2))
    .times(big(c).pow(q - 2));
}

/** E|X|^q to 64 digits: (q−1)!!, times √(2/π) for odd q. */
function normalMoment(q: number) {
  let moment = q % 2 === 0 ? big(1) : big(2).div(math.evaluate("pi")).sqrt();
  for (let j = q - 1; j > 0; j -= 2) moment = moment.times(j);
  return moment;
}

const NORMAL = [{ constant: 0, slope: 1 }];

describe("bernsteinMoments", () => {
  it("gives X the pair that q = 2 and q = 3 force, and it holds up to q = 200", () => {
    const found = bernsteinMoments((t) => t, NORMAL);
    if (!found) throw new Error("no pair");
    for (let q = 2; q <= 200; q++) expect(right(q, found.sigma, found.c).gte(normalMoment(q)), `q = ${q}`).toBe(true);
    expect(found.sigma).toBeLessThan(1 + 1e-14);
    expect(found.c / (math.number(normalMoment(3)) / 3)).toBeLessThan(1 + 1e-11);
    expect(found.because).toContain("forced at q = 3");
    // It can fail: a c that is 1e-11 less breaks the condition at q = 3.
    expect(right(3, found.sigma, found.c * (1 - 1e-11)).gte(normalMoment(3))).toBe(false);
  });

  it("is equivariant: g times a number, however small, gives sigma and c times that number", () => {
    for (const unit of [1e-100, 3, 1e100]) {
      const found = bernsteinMoments((t) => unit * t, [{ constant: 0, slope: unit }]);
      expect((found?.sigma ?? NaN) / unit).toBeCloseTo(1, 12);
      expect((found?.c ?? NaN) / unit).toBeCloseTo(math.number(normalMoment(3)) / 3, 10);
    }
  });

  it("takes the better of two majorants: t cut off at ±100 has the pair of t", () => {
    const cut = (t: number) => Math.max(-100, Math.min(100, t));
    const both = [{ constant: 100, slope: 0 }, ...NORMAL];
    const [one, two] = [bernsteinMoments(cut, both), bernsteinMoments((t) => t, NORMAL)];
    expect((one?.c ?? NaN) / (two?.c ?? NaN)).toBeCloseTo(1, 11);
    expect(one?.because).toContain("|g(t)| ≤ |t|");
  });

  it("computes more orders before it lets a coarse majorant decide", () => {
    const cut = (t: number) => Math.max(-50, Math.min(50, t));
    const found = bernsteinMoments(cut, [{ constant: 50, slope: 0 }]);
    expect(found?.c).toBeCloseTo(math.number(normalMoment(3)) / 3, 10);
    expect(found?.because).toContain("q = 3 to 160 computed");
  });

  it("lets a majorant decide that is coarser still, and then holds a fortiori", () => {
    const found = bernsteinMoments((t) => t, [{ constant: 0, slope: 30 }]);
    if (!found) throw new Error("no pair");
    expect(found.because).toContain("c is what the tail asks for");
    // The majorant 30|X| itself meets the condition from q = 160 on.
    for (const q of [160, 161, 200, 300, 500])
      expect(right(q, found.sigma, found.c).gte(normalMoment(q).times(big(30).pow(q))), `q = ${q}`).toBe(true);
  });

  it("carries a constant on: |g| = A needs c = A/3 and no more", () => {
    const found = bernsteinMoments(Math.sign, [{ constant: 1, slope: 0 }], [0]);
    if (!found) throw new Error("no pair");
    for (let q = 2; q <= 200; q++) expect(right(q, found.sigma, found.c).gte(1), `q = ${q}`).toBe(true);
    expect(found.c).toBeCloseTo(1 / 3, 11);
  });

  it("carries a constant on from Q by A ≤ (Q + 1)·c, and asks for no larger c", () => {
    // E|g|^(Q+1) ≤ A·E|g|^Q ≤ A·(Q!/2)c^(Q−2) is ((Q+1)!/2)c^(Q−1) where A = (Q+1)·c.
    const found = bernsteinMoments(Math.sign, [{ constant: 1000, slope: 0 }], [0]);
    const Q = Number(/q = 3 to (\d+)/.exec(found?.because ?? "")?.[1]);
    expect(((found?.c ?? NaN) * (Q + 1)) / 1000).toBeCloseTo(1, 11);
  });

  it("rounds sigma up by the error of E g²: never below E sin²(at) = (1 − e^(−2a²))/2", () => {
    for (let a = 1 / 4; a <= 5; a += 1 / 4) {
      const found = bernsteinMoments((t) => Math.sin(a * t), [{ constant: 1, slope: 0 }]);
      const truth = big(1)
        .minus(math.exp(big(-2 * a * a)))
        .div(2);
      const square = big(found?.sigma ?? NaN).pow(2);
      // What the quadrature is asked for is 2⁻⁴⁷ relative; the margin is its error, not luck in the last place.
      expect(square.gte(truth.times(1 + 2 ** -50)), `a = ${a}`).toBe(true);
      expect(square.lt(truth.times(1 + 2 ** -40)), `a = ${a}`).toBe(true);
    }
  });

  it("is null for what is 0 as far as it is seen, for g without a finite majorant, and for g that is not finite", () => {
    expect(bernsteinMoments(() => 0, [{ constant: 0, slope: 0 }])).toBeNull();
    expect(bernsteinMoments((t) => t, [{ constant: 0, slope: Infinity }])).toBeNull();
    expect(bernsteinMoments((t) => t, [{ constant: Infinity, slope: 0 }])).toBeNull();
    expect(bernsteinMoments((t) => t, [])).toBeNull();
    expect(bernsteinMoments((t) => (t > 5 ? Infinity : t), NORMAL)).toBeNull();
    expect(bernsteinMoments((t) => (t > 5 ? NaN : t), NORMAL)).toBeNull();
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("pairs and texts to the last bit", () => {
  const line = polynomial([0, 1]);
  const cases = [
    [line, NORMAL],
    [polynomial([3]), [{ constant: 3, slope: 0 }]],
    [
      line,
      [
        { constant: 100, slope: 1 },
        { constant: Infinity, slope: 0 },
      ],
    ],
    [line, [{ constant: 0, slope: 30 }]],
    [polynomial([0]), NORMAL],
    [line, []],
    [line, [{ constant: Infinity, slope: Infinity }]],
    [() => 0, NORMAL],
    [polynomial([1e-160]), [{ constant: 1e-160, slope: 0 }]],
    [polynomial([1e-140]), [{ constant: 1e-140, slope: 0 }]],
  ] as const;
  expect(callTable(bernsteinMoments, cases)).toMatchSnapshot();
});
