import { isJsonObject, type Json, shownValue, type Task } from "lemmacheck";
import { drawPlane } from "lemmacheck/networks";
import { keyedStreams } from "lemmacheck/statistics";
import { type FigurePoint, isFigurePoint, settingOf } from "./figure-point.js";

/** A plane to be looked at: steps of length up to `reach`, on a grid of `side` × `side` points and a line of `line`. */
export type LandscapePayload = {
  readonly point: FigurePoint;
  readonly seed: string;
  readonly reach: number;
  readonly side: number;
  readonly line: number;
};

/** What is seen of it. */
export interface Landscape {
  readonly value: number;
  readonly gradientNorm: number;
  /** f along the gradient and along the direction across it, row by row. */
  readonly heights: readonly number[];
  /** f along the gradient alone. */
  readonly profile: readonly number[];
}

/** `count` numbers from −reach to reach. */
export const stepsOf = (reach: number, count: number) =>
  Array.from({ length: count }, (_, i) => (reach * (2 * i - count + 1)) / (count - 1));

const isPayload = (x: Json): x is LandscapePayload =>
  isJsonObject(x) &&
  isFigurePoint(x.point) &&
  typeof x.seed === "string" &&
  typeof x.reach === "number" &&
  x.reach > 0 &&
  [x.side, x.line].every(
    (count) => typeof count === "number" && Number.isInteger(count) && count >= 3 && count <= 1001,
  );

const isNumbers = (x: Json | undefined, length: number) =>
  Array.isArray(x) && x.length === length && x.every((value) => typeof value === "number");

/** Whether x is what was seen of that plane. */
export const isLandscape = (x: Json | undefined, { side, line }: LandscapePayload): x is Json & Landscape =>
  x !== undefined &&
  isJsonObject(x) &&
  typeof x.value === "number" &&
  typeof x.gradientNorm === "number" &&
  isNumbers(x.heights, side * side) &&
  isNumbers(x.profile, line);

/** What is left of a plane on which f, or its gradient at x, is beyond doubles. */
const BEYOND = { beyond: true };
export const isBeyond = (x: Json | undefined) => x !== undefined && isJsonObject(x) && x.beyond === true;

/** f on a plane through x. Planes of one point and seed are of one network and one plane, whatever their reach. */
export const landscapeTask: Task = {
  run(payload, { additions, notify }) {
    if (!isPayload(payload)) throw new RangeError(`a job is ${shownValue(payload)}; it must be a plane of a network`);
    const { point, seed, reach, side, line } = payload;
    const streams = keyedStreams({ seed, sampler: "landscape", parameters: { ...point } });
    const plane = drawPlane(settingOf(point, additions), streams(0));
    const steps = stepsOf(reach, side);
    const heights = steps.flatMap((t, row) => {
      notify(row, side);
      return steps.map((s) => plane.at(s, t));
    });
    const profile = stepsOf(reach, line).map((s) => plane.at(s, 0));
    const { value, gradientNorm } = plane;
    const finite = [value, gradientNorm, ...heights, ...profile].every(Number.isFinite);
    return finite ? { value, gradientNorm, heights, profile } : BEYOND;
  },
  isResult: (x, payload) => isPayload(payload) && (isLandscape(x, payload) || isBeyond(x)),
};
