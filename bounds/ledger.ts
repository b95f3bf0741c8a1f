/**
 * The paper that lemmacheck comes with: what it is, its parameters and its claims.
 *
 * @module lemmacheck/ledger
 */
export { claims } from "./index.js";
export { paper } from "./paper.js";
export * from "./parameters.js";
