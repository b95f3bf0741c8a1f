import { pow } from "../../numbers/pow.js";
import type { Cell } from "../cell.js";
import type { Claim, FormName } from "../claim.js";
import { type Axis, isOn } from "./axis.js";
import type { Place } from "./place.js";
import { isWhole, wholeNumber } from "./whole-number.js";

/** A size that gets smaller, with the others at the least that hypotheses ask for then. */
interface Edge {
  /** The least that it may be, and sizes of it that are tried, in ascending order. */
  readonly from: number;
  readonly steps: readonly number[];
  along(size: number): Place;
  /** What stays as it is. */
  readonly keeping: readonly string[];
}

/** Places with other sizes, at the edge of what hypotheses ask for. */
interface Edges {
  along(place: Place): readonly Edge[];
  /** Each corner of a number that is no size, with sizes as small as hypotheses have them. */
  elsewhere(place: Place): { readonly places: readonly Place[]; readonly keeping: readonly string[] };
}

const isSize = ({ size }: Claim["parameters"][number]) => size;

/** How large the sizes of a cell are together, in logarithms. */
export const sizeOf = ({ parameters }: Pick<Claim, "parameters">, cell: Cell): number =>
  parameters.filter(isSize).reduce((sum, { name }) => sum + Math.log1p(Math.abs(Number(cell[name]))), 0);

/** Whether some size of a cell is smaller than another's, and none is larger. */
export function isSmaller({ parameters }: Pick<Claim, "parameters">, one: Cell, other: Cell): boolean {
  const changes = parameters
    .filter(isSize)
    .map(({ name }) => Math.abs(Number(one[name])) - Math.abs(Number(other[name])));
  return changes.every((change) => change <= 0) && changes.some((change) => change < 0);
}

const HINTS: readonly ((size: number) => number)[] = [
  (x) => pow(x, 0.25),
  (x) => Math.sqrt(x),
  (x) => x / 2,
  (x) => 0.9 * x,
  (x) => x - 1,
];

/** The edges of a form of a claim; none where no hypothesis asks for a least size. */
export function edgesOf(claim: Claim, form: FormName, axes: Readonly<Record<string, Axis>>): Edges {
  const { parameters } = claim;
  const names = parameters.map(({ name }) => name);
  const sizes = parameters.filter(({ name, size }) => size && !axes[name].dear);
  const hypotheses = [...claim.hypotheses, ...(claim.forms[form]?.hypotheses ?? [])];
  const raised = new Set(hypotheses.flatMap((one) => ("parameter" in one ? [one.parameter.name] : [])));
  const keeping = names.filter((name) => !sizes.some((size) => size.name === name));
  return {
    along: ({ spots }) =>
      sizes.flatMap((parameter): Edge[] => {
        const whole = wholeNumber(parameter, spots[parameter.name].value);
        if (!whole || !sizes.some(({ name }) => name !== whole.name && raised.has(name))) return [];
        const { name, least, size } = whole;
        const sign = Math.sign(Number(spots[name].value));
        const steps = [...new Set([least, ...HINTS.map((hint) => Math.floor(hint(size)))])]
          .filter((x) => x >= least && x < size && whole.of(x) !== null && isOn(axes[name], sign * x))
          .toSorted((a, b) => a - b);
        const along = (x: number): Place => ({ spots: { ...spots, [name]: { value: sign * x } }, raise: "edge" });
        return [{ from: least, steps, along, keeping: [...keeping, name] }];
      }),
    elsewhere({ spots }) {
      const simplest = Object.fromEntries(sizes.map(({ name }) => [name, axes[name].corners[0]]));
      const isSimplest = sizes.every(({ name }) => spots[name].value === simplest[name].value);
      const others = parameters.filter(
        (one) => !one.size && !isWhole(one) && typeof spots[one.name].value === "number",
      );
      if (isSimplest) return { places: [], keeping };
      const places = others.flatMap(({ name }) =>
        axes[name].corners
          .filter(({ value }) => value !== spots[name].value)
          .flatMap((spot): Place[] => {
            const there = { ...spots, [name]: spot };
            const least: Place = { spots: { ...there, ...simplest }, raise: "enough" };
            return raised.size > 0 ? [least, { spots: there, raise: "edge" }] : [least];
          }),
      );
      return { places, keeping };
    },
  };
}
