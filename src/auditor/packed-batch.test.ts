import { expect, test } from "vitest";
import { packBatch, unpackBatch } from "./packed-batch.js";

const batch = {
  lower: Float64Array.of(-Infinity, -0, 5e-324, 1.7976931348623157e308),
  upper: Float64Array.of(1, 0, Infinity, 1.7976931348623157e308),
  bound: Float64Array.of(Number.NaN, 0.1, -2, 3),
};

test("draws come back bit for bit, through JSON", () => {
  const back = unpackBatch(JSON.parse(JSON.stringify(packBatch(batch))), 4);
  for (const column of ["lower", "upper", "bound"] as const)
    expect([...new Uint8Array(back![column].buffer)]).toEqual([...new Uint8Array(batch[column].buffer)]);
});

test("what is no batch of so many draws is none", () => {
  const packed = packBatch(batch);
  const backwards = packBatch({ ...batch, lower: Float64Array.of(2, 0, 0, 0) });
  const unknown = packBatch({ ...batch, upper: Float64Array.of(Number.NaN, 0, 1, Infinity) });
  const endless = packBatch({ ...batch, bound: Float64Array.of(Infinity, 0, 1, 2) });
  for (const x of [
    null,
    1,
    "x",
    [],
    {},
    { ...packed, lower: 1 },
    { ...packed, upper: "!!!" },
    backwards,
    unknown,
    endless,
  ])
    expect(unpackBatch(x, 4)).toBeNull();
  for (const draws of [0, 3, 5]) expect(unpackBatch(packed, draws)).toBeNull();
});
