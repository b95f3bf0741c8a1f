import {
  type Additions,
  type Cell,
  type Claim,
  type Exhibit,
  type ExhibitRoom,
  formatNumber,
  type PanelPoint,
  type Panels,
} from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { type ActivationFacts, activationFacts } from "../commands/activation-facts.js";
import { readActivation } from "../commands/read-activation.js";
import { silentStatements } from "../commands/silent-statements.js";

/** Activations that are shown at most: those with most cells. */
const MOST = 12;
/** How far ψ is drawn, and at how many points. */
const [REACH, POINTS] = [5, 241];
/** How near to a kink a curve is drawn, and what is a jump there. */
const [NEAR, JUMP] = [1e-6, 1e-3];

/** A curve on both sides of every kink, broken where it jumps. */
function curveOf(of: (t: number) => number, kinks: readonly number[]): PanelPoint[] {
  const grid = Array.from({ length: POINTS }, (_, i) => ((2 * i) / (POINTS - 1) - 1) * REACH);
  const beside = kinks.filter((kink) => Math.abs(kink) < REACH).flatMap((kink) => [kink - NEAR, kink, kink + NEAR]);
  const jumps = (t: number) => kinks.includes(t) && Math.abs(of(t + NEAR) - of(t - NEAR)) > JUMP;
  return [...new Set([...grid, ...beside])]
    .toSorted((a, b) => a - b)
    .map((t) => ({ x: t, y: jumps(t) ? null : of(t), note: "" }));
}

/** ψ, ψ' and ψ'' as pictures, each with an axis of its own. */
function picturesOf({ id, value, derivative, secondDerivative, kinks }: Activation): Panels[] {
  const drawn = [
    { title: "ψ(t)", of: value },
    { title: "ψ′(t)", of: derivative },
    ...(secondDerivative ? [{ title: "ψ″(t)", of: secondDerivative }] : []),
  ];
  return drawn.map(({ title, of }) => ({
    title: id,
    caption: [],
    xLabel: "t",
    xScale: "straight",
    yLabel: "",
    yDomain: [null, null],
    legend: "",
    panels: [{ title, references: [], curves: [{ label: id, points: curveOf(of, kinks) }] }],
  }));
}

const estimate = ({ value, error, proven }: ActivationFacts["gaussian"]["mean"]) =>
  `${formatNumber(value)} ± ${error.toPrecision(2)}${proven ? "" : ", an estimate"}`;

/** A constant with where it is attained, and how closely it is known where that is wide. */
function constant(
  value: number | null,
  enclosure: NonNullable<ActivationFacts["enclosures"]>["supremum"] | undefined,
): string {
  if (value === null) return enclosure?.reason ? `none: ${enclosure.reason}` : "no finite one is known";
  const { low = null, at } = enclosure ?? {};
  if (low === null || value === 0) return formatNumber(value);
  const place = typeof at === "number" ? `at t = ${formatNumber(at)}` : `for t → ${at === "Infinity" ? "∞" : "−∞"}`;
  return `${formatNumber(value)}, ${place}${value - low <= 1e-9 * value ? "" : `; at least ${formatNumber(low)} is known`}`;
}

function exhibitOf(psi: Activation, claims: readonly Claim[]): Exhibit {
  const facts = activationFacts(psi, claims);
  const { enclosures, gaussian, formulas, kinks, theorem1, valueMoments, derivativeMoments } = facts;
  const moments = (own: ActivationFacts["valueMoments"]) =>
    own ? `${formatNumber(own.sigma)}, ${formatNumber(own.c)}; ${own.because}` : "no pair is known";
  const saysNothing = silentStatements(facts, ({ label }) => label).map(
    ({ reason, names }) => `${names.join("; ")}: ${reason}`,
  );
  const applies = facts.claims.filter(({ reason }) => reason === null).map(({ label }) => label);
  return {
    title: psi.id,
    about: `constants ${facts.provenance}`,
    facts: [
      ...(formulas ? [["ψ(t)", formulas.value] as const, ["ψ′(t)", formulas.derivative] as const] : []),
      ["sup|ψ|", constant(facts.supremum, enclosures?.supremum)],
      ["Lipschitz constant", constant(facts.lipschitz, enclosures?.lipschitz)],
      ["L = sup|ψ″|", constant(facts.smoothness, enclosures?.smoothness)],
      ["kinks", kinks.length === 0 ? "none" : kinks.join(", ")],
      ["E ψ(X)", estimate(gaussian.mean)],
      ["E ψ(X)²", estimate(gaussian.secondMoment)],
      ["E ψ′(X)² = c_ψ^2", estimate(gaussian.derivativeSecondMoment)],
      ["(σ, c) of Lemma 1", moments(valueMoments)],
      ["(σ′, c′) of Lemma 2", moments(derivativeMoments)],
      ...(theorem1 ?? []).map(
        ({ gamma, k, d }) =>
          [
            `Theorem 1 at γ = ${gamma}`,
            `k ≥ ${formatNumber(k)}, d ≥ ${formatNumber(d)}, by the constants of its proof`,
          ] as const,
      ),
    ],
    lists: [
      { title: `${applies.length} statements apply`, items: [applies.join("; ")] },
      ...(saysNothing.length === 0
        ? []
        : [{ title: `${facts.claims.length - applies.length} say nothing of it`, items: saysNothing }]),
    ],
    pictures: picturesOf(psi),
  };
}

/** The activations of the rows, those with most cells first. */
export async function activationRoom(cells: readonly Cell[], additions: Additions): Promise<ExhibitRoom> {
  const { claims } = await import("../index.js");
  const counts = new Map<string, number>();
  for (const { psi } of cells) if (typeof psi === "string") counts.set(psi, (counts.get(psi) ?? 0) + 1);
  const known = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .flatMap(([id]) => {
      try {
        return [readActivation("psi", id, additions)];
      } catch (error) {
        // Rows may be of somebody's own activation, which is not at hand.
        if (error instanceof RangeError) return [];
        throw error;
      }
    });
  const shown = known.slice(0, MOST);
  return {
    id: "activations",
    title: "The activations",
    text: `What is known of each ψ of the rows: X is standard normal; a certified constant is proved, a declared one taken on somebody’s word.${known.length > MOST ? ` The ${MOST} with most cells of ${known.length}.` : ""}`,
    exhibits: shown.map((psi) => exhibitOf(psi, claims)),
  };
}
