import { openInterval } from "./domains.js";
import { parameter } from "./parameter.js";

/** γ, the failure probability that a statement allows: the one parameter that the auditor itself knows. */
export const gamma = parameter({
  name: "gamma",
  symbol: "γ",
  about: "the failure probability",
  domain: openInterval(0, 1),
});
