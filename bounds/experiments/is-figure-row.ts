import { isJsonObject, type Json } from "lemmacheck";
import { FIGURE_SCHEMA, type FigureRow } from "./figure-row.js";

const NUMBERS = ["d", "k", "depth", "samples", "switched", "fraction", "fractionLower", "fractionUpper"];
const NUMBERS_OR_NULL = ["fractionDeviation", "etaMean", "etaDeviation", "gradientNormMean", "gradientNormDeviation"];
const TEXTS = ["psi", "initialisation", "coefficients"];

/** Whether a line is a point of a figure, as `figure` writes it: what is drawn of it is there. */
export const isFigureRow = (x: Json): x is FigureRow & { readonly [name: string]: Json } =>
  isJsonObject(x) &&
  x.schema === FIGURE_SCHEMA &&
  typeof x.figure === "string" &&
  NUMBERS.every((name) => typeof x[name] === "number") &&
  NUMBERS_OR_NULL.every((name) => x[name] === null || typeof x[name] === "number") &&
  TEXTS.every((name) => typeof x[name] === "string");
