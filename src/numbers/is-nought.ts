import type { Estimate } from "./adaptive-quadrature.js";

/** Whether the integral of what is nowhere below 0 is proved to be 0. */
export const isNought = ({ value, error, proven }: Estimate): boolean => proven && value + error === 0;
