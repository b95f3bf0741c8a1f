import type { Streams } from "../../chance/streams.js";
import type { Line, SlopedLine } from "../line.js";
import { type CompleteSetting, completeSetting, type Setting, type Widths } from "../setting.js";
import type { KernelOptions } from "./kernel-options.js";
import { type LineLaw, laws } from "./laws.js";

type SlopedLaw = LineLaw & { readonly sloped: true };

const slopedLaws = laws.filter((law): law is SlopedLaw => law.sloped);

function cheapest<L extends LineLaw>(among: readonly L[], setting: CompleteSetting): L | null {
  let best: { readonly law: L; readonly cost: number } | null = null;
  for (const law of among) {
    const cost = law.cost(setting);
    if (!(best && best.cost <= cost) && law.canDraw(setting)) best = { law, cost };
  }
  return best?.law ?? null;
}

function noLaw({ psi, d, k, depth, norm, bias }: CompleteSetting): RangeError {
  const what = `${psi.id} with d = ${d}, k = ${String(k)}, depth ${depth}, norm ${norm} and bias ${bias}`;
  return new RangeError(
    `no law draws ${what}: k must be at most 2^31 unless psi has a kernel; with more layers norm must be > 0, and bias null`,
  );
}

/**
 * A random network along the line x + η∇f(x), by the cheapest law that can draw it (`laws`).
 *
 * @throws RangeError if the setting is none (see `Setting`), or no law can draw it.
 */
export function drawLine(setting: Setting<Widths>, random: Streams, options: KernelOptions = {}): Line {
  const complete = completeSetting(setting, { bias: true });
  const law = cheapest(laws, complete);
  if (!law) throw noLaw(complete);
  return law.draw(complete, random, options);
}

/**
 * The same with slopes, and bounds on rounding, by the cheapest law that has them: one hidden layer.
 *
 * @throws RangeError if the setting is none (see `Setting`), or no such law can draw it.
 */
export function drawSlopedLine(setting: Setting, random: Streams, options: KernelOptions = {}): SlopedLine {
  const complete = completeSetting(setting, { bias: true });
  const law = cheapest(slopedLaws, complete);
  if (!law) throw noLaw(complete);
  return law.draw(complete, random, options);
}

/** What `drawLine` takes for that setting, in normal variables by the kernels; Infinity where no law can draw it. */
export function lineCost(setting: Setting<Widths>): number {
  const complete = completeSetting(setting, { bias: true });
  return cheapest(laws, complete)?.cost(complete) ?? Infinity;
}
