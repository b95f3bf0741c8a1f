import { formatNumber } from "lemmacheck";
import type { ActivationFacts } from "./activation-facts.js";
import { silentStatements } from "./silent-statements.js";

type Enclosure = NonNullable<ActivationFacts["enclosures"]>["supremum"];

const BEYOND = "not known: infinite, or beyond what doubles hold";

function estimate({ value, error, proven }: ActivationFacts["gaussian"]["mean"]): string {
  if (!Number.isFinite(value) || !Number.isFinite(error)) return BEYOND;
  return `${value} ± ${error.toPrecision(2)}${proven ? "" : ", an estimate"}`;
}

/** Coefficients that are known; where some are beyond doubles, the line says so. */
function hermiteLine(coefficients: ActivationFacts["gaussian"]["hermite"]): string {
  const isKnown = ({ value, error }: (typeof coefficients)[number]) => Number.isFinite(value) && Number.isFinite(error);
  const known = coefficients.filter(isKnown);
  if (known.length === 0) return BEYOND;
  const shown = coefficients.map((a) =>
    !isKnown(a) ? "?" : Math.abs(a.value) <= a.error ? "0" : a.value.toPrecision(6),
  );
  return `${shown.join(", ")}${known.length < coefficients.length ? `  (? is ${BEYOND})` : ""}`;
}

/** A constant, where it is attained, and how closely it is known. */
function constantLine(name: string, constant: number | null, enclosure: Enclosure | undefined): string {
  if (constant === null)
    return `  ${name} ${enclosure?.reason ? `none: ${enclosure.reason}` : "no finite one is known"}`;
  if (enclosure?.low === undefined || enclosure.low === null) return `  ${name} ${constant}`;
  const { low, at } = enclosure;
  const width = constant === 0 ? 0 : Math.max(0, constant - low) / constant;
  const place = typeof at === "number" ? `at t = ${at}` : `for t → ${at === "Infinity" ? "∞" : "−∞"}`;
  const close = width <= 1e-9 ? "" : `; known to be at least ${low}${enclosure.reason ? `: ${enclosure.reason}` : ""}`;
  return `  ${name} ${constant}${constant === 0 ? "" : `  ${place}`}${close}`;
}

function momentLine(moments: ActivationFacts["valueMoments"]): string {
  return moments
    ? `${moments.sigma}, ${moments.c}${moments.proven ? "" : ", an estimate"}\n             ${moments.because}`
    : "no pair is known";
}

/** ψ as a formula, and its names: its own, and that of the catalogue's which it is. */
function heading({ id, formulas, catalogue }: ActivationFacts): string {
  if (!formulas) return `ψ is ${id}, given by functions`;
  const names = [id !== formulas.value ? id : null, catalogue !== id ? catalogue : null];
  const known = names.filter((name) => name !== null).join(", that is ");
  return `ψ(t) = ${formulas.value}${known === "" ? "" : `  (${known}${catalogue === null ? "" : " of the catalogue"})`}`;
}

/** Characters of a line of names. */
const WIDTH = 110;

/** Names after each other, in as many lines as it takes. */
function inLines(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length + 2 <= WIDTH) lines[lines.length - 1] = `${last}, ${name}`;
    else lines.push(`  ${name}`);
  }
  return lines.map((line, i) => (i + 1 < lines.length ? `${line},` : line));
}

/** What is known of an activation, for a terminal. */
export function activationPage(facts: ActivationFacts): string {
  const { formulas, provenance, enclosures, kinks, gaussian, claims, theorem1 } = facts;
  const applying = claims.filter(({ reason }) => reason === null).map(({ id }) => id);
  return [
    heading(facts),
    ...(formulas ? [`ψ'(t) = ${formulas.derivative}`, `ψ''(t) = ${formulas.secondDerivative}`] : []),
    "",
    `Constants (${provenance})`,
    constantLine("sup|ψ|    ", facts.supremum, enclosures?.supremum),
    constantLine("Lipschitz ", facts.lipschitz, enclosures?.lipschitz),
    constantLine("L         ", facts.smoothness, enclosures?.smoothness),
    `  kinks      ${kinks.length === 0 ? "none" : kinks.join(", ")}${facts.moreKinks ? ", and perhaps more" : ""}`,
    "",
    "X standard normal",
    `  E ψ(X)     ${estimate(gaussian.mean)}`,
    `  E ψ(X)²    ${estimate(gaussian.secondMoment)}`,
    `  c_ψ²       ${estimate(gaussian.derivativeSecondMoment)}, E ψ'(X)²`,
    `  E X²ψ'(X)² ${estimate(gaussian.radialSecondMoment)}`,
    `  Hermite    ${hermiteLine(gaussian.hermite)}`,
    `  (σ, c)     ${momentLine(facts.valueMoments)}`,
    `  (σ', c')   ${momentLine(facts.derivativeMoments)}`,
    "",
    `Statements: ${applying.length} apply`,
    ...inLines(applying),
    ...silentStatements(facts, ({ id }) => id).flatMap(({ reason, names }) => [
      `Say nothing, since ${reason}`,
      ...inLines(names),
    ]),
    ...(theorem1
      ? [
          "",
          "Theorem 1 by the constants of its proof, for γ ≤ 1/2",
          `  k ≥ ${formatNumber(theorem1[0].C1)}·log³(1/γ), d ≥ ${formatNumber(theorem1[0].C2)}·log(k/γ)·log(1/γ), |η| = ${formatNumber(theorem1[0].C3)}·√log(1/γ)/‖∇f(x)‖², ‖η∇f(x)‖ ≤ ${formatNumber(theorem1[0].C4)}·√log(1/γ)`,
          ...theorem1.map(
            ({ gamma, k, d }) => `  at γ = ${String(gamma).padEnd(4)} k ≥ ${formatNumber(k)}, d ≥ ${formatNumber(d)}`,
          ),
        ]
      : []),
    "",
  ].join("\n");
}
