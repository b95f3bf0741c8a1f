import { pow } from "../../../numbers/pow.js";
import type { Given } from "../../cell.js";
import type { Claim, Form, FormName, Hypothesis } from "../../claim.js";
import { gamma } from "../../gamma.js";
import type { AnyParameter } from "../../parameter.js";
import type { Repair } from "./repair.js";

const logTwoOver = (given: Given) => Math.LN2 - Math.log(Number(given[gamma.name]));

type Bound = Form<readonly AnyParameter[], unknown>["bound"];

/** The right side under a repair. */
function changed(bound: Bound, repair: Repair, isUpper: boolean): Bound {
  const of =
    (change: (right: number, given: Given) => number): Bound =>
    (given, draw) => {
      const right = bound(given, draw);
      return right === null ? null : change(right, given);
    };
  switch (repair.kind) {
    case "constant":
      return of((right) => right * repair.factor);
    case "share":
      return (given, draw) => bound({ ...given, [gamma.name]: Number(given[gamma.name]) / repair.divisor }, draw);
    case "term":
      return of((right, given) => right + (isUpper ? 1 : -1) * repair.times * logTwoOver(given));
    case "size-term":
      return of(
        (right, given) => right * pow(1 + repair.times / Math.sqrt(Number(given[repair.parameter])), isUpper ? 1 : -1),
      );
    default:
      return bound;
  }
}

/** The condition that a repair adds, if any. */
function condition({ parameters }: Claim, repair: Repair): Hypothesis[] {
  if (repair.kind === "gamma")
    return [
      { latex: `\\gamma \\le ${repair.most}`, holds: (given: Given) => Number(given[gamma.name]) <= repair.most },
    ];
  if (repair.kind !== "size" && repair.kind !== "size-log") return [];
  const parameter = parameters.find(({ name }) => name === repair.parameter);
  if (!parameter) return [];
  const least = repair.kind === "size" ? () => repair.least : (given: Given) => repair.times * logTwoOver(given);
  return [{ latex: `${parameter.symbol} \\ge \\ldots`, parameter, least }];
}

/** The claim with one form changed as a repair says. Its other forms are what they were. */
export function repairedBy(claim: Claim, name: FormName, repair: Repair): Claim {
  const form = claim.forms[name];
  if (!form) return claim;
  const mended = {
    ...form,
    bound: changed(form.bound.bind(form), repair, claim.relation !== ">="),
    hypotheses: [...(form.hypotheses ?? []), ...condition(claim, repair)],
  };
  return { ...claim, forms: { ...claim.forms, [name]: mended } };
}
