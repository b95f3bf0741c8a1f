import { chiSquareTails } from "lemmacheck/probability";

/** Both tails of χ_n/√n at r > 0, enclosed: n(r² − 1) is off by a few roundings of n·r². */
export const chiTails = (n: number, r: number) => chiSquareTails(n, n * (r * r - 1), 2 ** -50 * n * (r * r + 1));
