import type { Activation } from "./activation.js";
import { erf } from "./erf.js";
import { identity } from "./identity.js";
import { relu } from "./relu.js";
import { softplus } from "./softplus.js";
import { tanh } from "./tanh.js";

/** Every activation that lemmacheck knows by id. A new one is a file beside this and a line here. */
export const catalogue: readonly Activation[] = [identity, tanh, erf, softplus, relu];
