/** A change of a statement that may mend it. Plain JSON. */
export type Repair =
  /** The right side times a factor. */
  | { readonly kind: "constant"; readonly factor: number }
  /** γ/divisor for γ on the right side: log(2/γ) for log(1/γ). */
  | { readonly kind: "share"; readonly divisor: number }
  /** A size that is at least so much. */
  | { readonly kind: "size"; readonly parameter: string; readonly least: number }
  /** A size that is at least so many times log(2/γ). */
  | { readonly kind: "size-log"; readonly parameter: string; readonly times: number }
  /** γ that is at most so much. */
  | { readonly kind: "gamma"; readonly most: number }
  /** So many times log(2/γ) added to the right side, or taken off where it is a lower bound. */
  | { readonly kind: "term"; readonly times: number }
  /** The right side times 1 + times/√size, or divided by it. */
  | { readonly kind: "size-term"; readonly parameter: string; readonly times: number };

const number = (x: number) => {
  const inverse = 1 / x;
  return x < 1 && Number.isInteger(inverse) ? `1/${inverse}` : String(Number(x.toPrecision(4)));
};

/** A number over the root of a size. */
const overRoot = (times: number, size: string) => {
  const inverse = 1 / times;
  return times < 1 && Number.isInteger(inverse) ? `1/(${inverse}√${size})` : `${number(times)}/√${size}`;
};

/** As people read it, with the symbols of the parameters. */
export function repairText(repair: Repair, symbolOf: (name: string) => string): string {
  switch (repair.kind) {
    case "constant":
      return `the right side times ${number(repair.factor)}`;
    case "share":
      return `γ/${repair.divisor} for γ on the right side: log(${repair.divisor}/γ) for log(1/γ)`;
    case "size":
      return `${symbolOf(repair.parameter)} ≥ ${number(repair.least)}`;
    case "size-log":
      return `${symbolOf(repair.parameter)} ≥ ${repair.times === 1 ? "" : number(repair.times)}log(2/γ)`;
    case "gamma":
      return `γ ≤ ${number(repair.most)}`;
    case "term":
      return `${repair.times === 1 ? "" : number(repair.times)}log(2/γ) on top of the right side`;
    default:
      return `the right side times 1 + ${overRoot(repair.times, symbolOf(repair.parameter))}, or divided by it where it is a lower bound`;
  }
}
