import { integers } from "../../domains.js";
import { parameter } from "../../parameter.js";

/** What all plants are. */
export const common = { label: "Plant", quote: "…", latex: "…", nonClaims: [], hypotheses: [] } as const;

/** Two sizes. */
export const n = parameter({ name: "n", domain: integers(1, 2 ** 53), size: true });
export const m = parameter({ name: "m", domain: integers(1, 2 ** 53), size: true });
