import { abs } from "./abs.js";
import type { Activation } from "./activation.js";
import { atan } from "./atan.js";
import { erf } from "./erf.js";
import { gelu } from "./gelu.js";
import { identity } from "./identity.js";
import { isru } from "./isru.js";
import { leakyRelu } from "./leaky-relu.js";
import { logistic } from "./logistic.js";
import { pseudoHuber } from "./pseudo-huber.js";
import { relu } from "./relu.js";
import { sign } from "./sign.js";
import { silu } from "./silu.js";
import { sin } from "./sin.js";
import { softplus } from "./softplus.js";
import { tanh } from "./tanh.js";

/** Every activation that lemmacheck knows by id. A new one is a file beside this and a line here. */
export const catalogue: readonly Activation[] = [
  identity,
  tanh,
  erf,
  atan,
  isru,
  logistic,
  sin,
  softplus,
  gelu,
  silu,
  pseudoHuber,
  relu,
  leakyRelu,
  abs,
  sign,
];
