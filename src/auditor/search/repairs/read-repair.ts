import { isJsonObject, type Json } from "../../json.js";
import type { Repair } from "./repair.js";

const isPositive = (x: Json | undefined): x is number => typeof x === "number" && x > 0;

/** A repair that arrived from outside; null for anything else. */
export function readRepair(x: Json | undefined): Repair | null {
  if (!isJsonObject(x)) return null;
  const { kind, factor, divisor, parameter, least, times, most } = x;
  if (kind === "constant") return isPositive(factor) ? { kind, factor } : null;
  if (kind === "share") return isPositive(divisor) ? { kind, divisor } : null;
  if (kind === "gamma") return isPositive(most) ? { kind, most } : null;
  if (kind === "term") return isPositive(times) ? { kind, times } : null;
  if (typeof parameter !== "string") return null;
  if (kind === "size") return isPositive(least) ? { kind, parameter, least } : null;
  if (kind === "size-log" || kind === "size-term") return isPositive(times) ? { kind, parameter, times } : null;
  return null;
}
