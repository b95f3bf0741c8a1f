import type { Domain } from "./domain.js";
import { nearestMember } from "./nearest-member.js";

/** The least member of a domain from some number on; the largest where there is none. */
export const leastMember = (domain: Domain, least: number): number =>
  nearestMember(domain, least, 1) ?? nearestMember(domain, least, -1) ?? least;
