import type { Value } from "../auditor/domain.js";
import { finiteReals, positiveReals } from "../auditor/domains.js";
import type { Family } from "../auditor/parameter.js";

/** A family over expressions that are written with free numbers. */
const family = (name: string, free: Family["free"], member: (...free: readonly Value[]) => string): Family<string> => ({
  name,
  free,
  member,
});

const [scale, place] = [positiveReals(), finiteReals()];

/** t, moved by b. */
const moved = (b: Value) => (Number(b) === 0 ? "t" : Number(b) < 0 ? `(t+${-Number(b)})` : `(t-${b})`);

/** Both as they are and with ψ(0) = 0 and Lip(ψ) = 1, as many statements want them. */
const bothWays = (one: Family<string>): readonly Family<string>[] => [
  one,
  { ...one, name: `normalised ${one.name}`, member: (...free) => `normalize(${one.member(...free)})` },
];

/**
 * Activations for searches, extreme ones too: members of the catalogue at every scale and place, spikes, steps, plateaus and
 * slopes that differ. a is a width, b a place.
 */
export const activationFamilies: readonly Family<string>[] = [
  // 1-Lipschitz and 0 at 0 at every scale.
  family("saturating", [scale], (a) => `${a}*tanh(t/${a})`),
  family("rounded corner", [scale], (a) => `${a}*(sqrt(1+(t/${a})^2)-1)`),
  family("wave", [scale], (a) => `${a}*sin(t/${a})`),
  family("bent line", [scale], (a) => `max(${a}*t,t)`),
  family("clipped line", [scale], (a) => `max(-${a},min(${a},t))`),
  family("scaled line", [scale], (a) => `${a}*t`),
  family("scaled sign", [scale], (a) => `${a}*sign(t)`),
  ...bothWays(family("spike", [scale, place], (a, b) => `exp(-(${moved(b)}/${a})^2)`)),
  ...bothWays(family("rise", [scale, place], (a, b) => `tanh(${moved(b)}/${a})`)),
  ...bothWays(family("ramp", [scale, place], (a, b) => `log(1+exp(${moved(b)}/${a}))`)),
  ...bothWays(
    family("plateau", [scale, place], (a, b) => `log(1+exp(${moved(b)}/${a}))-log(1+exp(${moved(b)}/${a}-3))`),
  ),
  ...bothWays(family("wave from elsewhere", [scale, place], (a, b) => `sin(${moved(b)}/${a})`)),
  family("corner", [place], (b) => `max(0,${moved(b)})`),
  family("step", [place], (b) => `sign(${moved(b)})`),
  family("ramp between", [scale, place], (a, b) => `max(0,min(1,${moved(b)}/${a}))`),
];
