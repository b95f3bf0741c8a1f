import { resolveActivation } from "lemmacheck/activations";
import { psi } from "lemmacheck/networks";
import { describe, expect, test, vi } from "vitest";
import { activationRoom } from "./activation-room.js";

const tanh = resolveActivation("tanh");
/** tanh as somebody's own, given by functions. */
const ownWith = (id: string, fields: object = {}) => ({ ...tanh, id, expression: null, same: null, ...fields });
const roomOf = (ids: readonly unknown[], own: readonly { readonly id: string }[] = []) =>
  activationRoom(
    ids.map((id) => Object(id === null ? { k: 1 } : { psi: id })),
    { psi: own },
  );
const exhibitOf = async (id: string, own: readonly { readonly id: string }[] = []) =>
  (await roomOf([id], own)).exhibits[0];
const factsOf = async (id: string, own: readonly { readonly id: string }[] = []) =>
  new Map((await exhibitOf(id, own)).facts);
const pointsOf = async (picture: number, own: { readonly id: string }) =>
  (await exhibitOf(own.id, [own])).pictures![picture].panels[0].curves[0].points;

describe("the activations of the rows", () => {
  const text =
    "What is known of each ψ of the rows: X is standard normal; a certified constant is proved, a declared one taken on somebody’s word.";

  test("are shown with most cells first, but for those that are not at hand", async () => {
    const room = await roomOf(["tanh", "relu", null, 7, "relu", "somebody's", "somebody's", "somebody's"]);
    expect({ ...room, exhibits: room.exhibits.map(({ title }) => title) }).toEqual({
      id: "activations",
      title: "The activations",
      text,
      exhibits: ["relu", "tanh"],
    });
    expect(await roomOf([])).toMatchObject({ text, exhibits: [] });
  });

  test("are twelve at most", async () => {
    const own = Array.from({ length: 13 }, (_, i) => ownWith(`own${i}`));
    const ids = own.map(({ id }) => id);
    const twelve = await roomOf(ids.slice(1), own);
    expect([twelve.text, twelve.exhibits.length]).toEqual([text, 12]);
    const thirteen = await roomOf([...ids, "own12"], own);
    expect(thirteen.text).toBe(`${text} The 12 with most cells of 13.`);
    expect(thirteen.exhibits.map(({ title }) => title)).toEqual(["own12", ...ids.slice(0, 11)]);
  });

  test("an error that is no refusal is not hidden", async () => {
    const resolve = vi.spyOn(psi, "resolve").mockImplementation(() => {
      throw new TypeError("broken");
    });
    try {
      await expect(roomOf(["tanh"])).rejects.toThrow(new TypeError("broken"));
    } finally {
      resolve.mockRestore();
    }
  });
});

describe("what is known of one", () => {
  test("tanh: constants, Gaussian quantities, sizes of Theorem 1, and which statements apply", async () => {
    const { title, about, facts, lists } = await exhibitOf("tanh");
    const because =
      "σ² is E g² rounded up, the least that q = 2 allows; c is the least for that σ, forced at q = 3: q = 3 to 40 computed, larger q by induction from |g| ≤ 1";
    expect({ title, about, facts: facts?.slice(0, 6) }).toEqual({
      title: "tanh",
      about: "constants certified",
      facts: [
        ["ψ(t)", "tanh(t)"],
        ["ψ′(t)", "1-tanh(t)^2"],
        ["sup|ψ|", "1, for t → −∞"],
        ["Lipschitz constant", "1, at t = 0"],
        // 4/(3√3), where tanh² = 1/3
        ["L = sup|ψ″|", "0.7698, at t = -0.6585"],
        ["kinks", "none"],
      ],
    });
    // E tanh²X = 0.39429…, E(1 − tanh²X)² = 0.46440…; bounds of their errors may become closer.
    expect(facts?.slice(6, 9)).toEqual([
      ["E ψ(X)", expect.stringMatching(/^0 ± \d\.\de-15$/)],
      ["E ψ(X)²", expect.stringMatching(/^0\.3943 ± \d\.\de-15$/)],
      ["E ψ′(X)² = c_ψ^2", expect.stringMatching(/^0\.4644 ± \d\.\de-15$/)],
    ]);
    expect(facts?.slice(9)).toEqual([
      ["(σ, c) of Lemma 1", `0.6279, 0.2602; ${because}`],
      ["(σ′, c′) of Lemma 2", `0.5844, 0.2755; ${because}`],
      ["Theorem 1 at γ = 0.5", "k ≥ 4.449e8, d ≥ 2.383e10, by the constants of its proof"],
      ["Theorem 1 at γ = 0.1", "k ≥ 1.631e10, d ≥ 9.703e10, by the constants of its proof"],
      ["Theorem 1 at γ = 0.01", "k ≥ 1.305e11, d ≥ 2.232e11, by the constants of its proof"],
    ]);
    const [applies, silent, ...more] = lists ?? [];
    expect(more).toEqual([]);
    const names = applies.items[0].split("; ");
    expect(applies).toEqual({ title: `${names.length} statements apply`, items: [expect.any(String)] });
    expect(names).toContain("Theorem 1");
    const [others, reason] = silent.items[0].split(": ");
    expect(silent.items).toHaveLength(1);
    expect(reason).toBe("ψ(t) = max(0, t) fails");
    expect(silent.items[0]).toMatch(/: ψ\(t\) = max\(0, t\) fails: ψ is tanh$/);
    expect(others.split("; ")).toContain("Theorem 2");
    expect(silent.title).toBe(`${others.split("; ").length} say nothing of it`);
  });

  test("the ReLU: no sup|ψ|, no L, a kink, no sizes of Theorem 1", async () => {
    const facts = await factsOf("relu");
    expect(facts.get("sup|ψ|")).toBe("none: unbounded");
    expect(facts.get("L = sup|ψ″|")).toBe("none: ψ' jumps at 0");
    expect(facts.get("kinks")).toBe("0");
    expect([...facts.keys()].filter((name) => name.startsWith("Theorem"))).toEqual([]);
  });

  test("one given by functions: no formulas, constants without a place, and what is not known", async () => {
    const own = ownWith("mine", {
      provenance: "declared",
      supremum: Infinity,
      lipschitz: 1.23456,
      smoothness: 0,
      kinks: [1, 2],
      valueMoments: null,
      derivativeMoments: null,
      gaussian: { ...tanh.gaussian, mean: { value: 0.5, error: 0.25, proven: false } },
    });
    const { about, facts } = await exhibitOf("mine", [own]);
    expect(about).toBe("constants declared");
    expect(facts?.slice(0, 5)).toEqual([
      ["sup|ψ|", "no finite one is known"],
      ["Lipschitz constant", "1.235"],
      ["L = sup|ψ″|", "0"],
      ["kinks", "1, 2"],
      ["E ψ(X)", "0.5 ± 0.25, an estimate"],
    ]);
    expect(facts?.slice(7, 9)).toEqual([
      ["(σ, c) of Lemma 1", "no pair is known"],
      ["(σ′, c′) of Lemma 2", "no pair is known"],
    ]);
  });

  test("constants that are known between two ends are said to be", async () => {
    const at = (low: number, place: number) => ({ low, high: 1024, at: place });
    const constants = async (supremum: object, lipschitz: object, smoothness: object, value = 1024) => {
      const formulas = { value: "", derivative: "", secondDerivative: "" };
      const certificate = { supremum, lipschitz, smoothness };
      const all = { supremum: value, lipschitz: value, smoothness: value, expression: "t", certificate, formulas };
      const facts = await factsOf("mine", [ownWith("mine", { ...all, moreKinks: false })]);
      return ["sup|ψ|", "Lipschitz constant", "L = sup|ψ″|"].map((name) => facts.get(name));
    };
    expect(await constants(at(1024, Infinity), at(1023.5, 0.123456), at(1024 - 2 ** -20, -Infinity))).toEqual([
      "1024, for t → ∞",
      "1024, at t = 0.1235; at least 1024 is known",
      "1024, for t → −∞",
    ]);
    // As close as 1e-9 of it counts as known.
    expect(await constants(at(1e9 - 1, 1), at(1e9 - 2, 1), at(2e9, 1), 1e9)).toEqual([
      "1e9, at t = 1",
      "1e9, at t = 1; at least 1e9 is known",
      "1e9, at t = 1",
    ]);
    expect(await constants(at(0, 1), at(0, 1), at(0, 1), 0)).toEqual(["0", "0", "0"]);
    expect(await constants(at(-Infinity, 1), at(1000, 1), at(2000, 1))).toEqual([
      "1024",
      "1024, at t = 1; at least 1000 is known",
      "1024, at t = 1",
    ]);
  });
});

describe("pictures", () => {
  test("are of ψ, ψ′ and ψ″ on [−5, 5], each with axes of its own", async () => {
    const { pictures } = await exhibitOf("tanh");
    const panels = (title: string, of: (t: number) => number) => ({
      title: "tanh",
      caption: [],
      xLabel: "t",
      xScale: "straight",
      yLabel: "",
      yDomain: [null, null],
      legend: "",
      panels: [
        {
          title,
          references: [],
          curves: [
            {
              label: "tanh",
              points: Array.from({ length: 241 }, (_, i) => {
                const t = (i - 120) / 24;
                return { x: expect.closeTo(t, 12), y: expect.closeTo(of(t), 12), note: "" };
              }),
            },
          ],
        },
      ],
    });
    const slope = (t: number) => 1 - Math.tanh(t) ** 2;
    expect(pictures).toEqual([
      panels("ψ(t)", Math.tanh),
      panels("ψ′(t)", slope),
      panels("ψ″(t)", (t) => -2 * Math.tanh(t) * slope(t)),
    ]);
  });

  test("are broken where a curve jumps, and drawn on both sides of a kink", async () => {
    const { pictures } = await exhibitOf("relu");
    expect(pictures?.map(({ panels }) => panels[0].title)).toEqual(["ψ(t)", "ψ′(t)"]);
    const beside = (picture: number) =>
      pictures![picture].panels[0].curves[0].points.filter(({ x }) => Math.abs(x) < 0.01).map(({ x, y }) => [x, y]);
    expect(beside(0)).toEqual([
      [-1e-6, 0],
      [0, 0],
      [1e-6, 1e-6],
    ]);
    expect(beside(1)).toEqual([
      [-1e-6, 0],
      [0, null],
      [1e-6, 1],
    ]);
  });

  test("have kinks inside alone, in order, and a step of a thousandth is no jump", async () => {
    const steps = (t: number) => (t < 0.01 ? 0 : t < 0.02 ? 2 ** -10 : t < 0.03 ? 0.1 : 0.05);
    const own = ownWith("mine", { kinks: [-7, -5, 0.01, 0.02, 0.03, 5], value: steps, secondDerivative: null });
    const points = await pointsOf(0, own);
    expect(points).toHaveLength(241 + 9);
    expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).toSorted((a, b) => a - b));
    expect(points.filter(({ x }) => [0.01, 0.02, 0.03].includes(x)).map(({ y }) => y)).toEqual([2 ** -10, null, null]);
    expect(points.filter(({ y }) => y === null)).toHaveLength(2);
    expect(points.filter(({ x }) => Math.abs(x) === 5).map(({ x, y }) => [x, y])).toEqual([
      [-5, 0],
      [5, 0.05],
    ]);
    const two = await exhibitOf("mine", [own]);
    expect(two.pictures).toHaveLength(2);
  });
});
