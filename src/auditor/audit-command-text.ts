import type { Cell } from "./cell.js";
import type { FormName } from "./claim.js";
import { shellWord } from "./shell-word.js";

/**
 * The command that audits a form of a claim at a cell, without the program's name.
 *
 * @param flagOf the option of a parameter; --NAME unless given.
 * @example auditCommandText("chi-square", "printed", { k: 1, gamma: 1e-4 }) // "audit chi-square --form printed --k 1 --gamma 0.0001"
 */
export function auditCommandText(
  claim: string,
  form: FormName,
  cell: Cell,
  flagOf: (name: string) => string = (name) => `--${name}`,
): string {
  const values = Object.entries(cell).map(([name, value]) => `${flagOf(name)} ${shellWord(String(value))}`);
  return ["audit", claim, "--form", form, ...values].join(" ");
}
