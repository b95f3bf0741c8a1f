import { powerOfTen } from "../src/numbers/power-of-ten.js";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** An exponent in small letters: −3 is "⁻³". */
export const exponentText = (exponent: number): string =>
  `${exponent < 0 ? "⁻" : ""}${Array.from(String(Math.abs(exponent)), (digit) => SUPERSCRIPTS[Number(digit)]).join("")}`;

/** 10⁻³: a power of ten as mathematics writes it; small ones as they are. */
export function powerText(exponent: number): string {
  if (exponent >= -2 && exponent <= 3) return String(powerOfTen(exponent));
  return `10${exponentText(exponent)}`;
}
