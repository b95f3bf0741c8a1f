import { expect, test } from "vitest";
import { parseJson } from "../json.js";
import { queued, queueName, readQueued, readReply } from "./queue.js";

const PROGRAM = { version: "1.0.0", paper: "coins", config: null };
const WORK = { task: "count", payload: { from: 0, to: 7 } };

test("a job comes out of the queue as it went in, whatever the order of its members", () => {
  const job = queued(PROGRAM, WORK);
  expect(readQueued(parseJson(JSON.stringify(job)), PROGRAM)).toEqual(WORK);
  expect(readQueued({ ...WORK, program: { paper: "coins", config: null, version: "1.0.0" } }, PROGRAM)).toEqual(WORK);
});

test.each([null, 7, "job", [], {}, { task: 1, payload: {} }, { task: "count" }])("refuses %j", (x) => {
  expect(() => readQueued(x, PROGRAM)).toThrow("a job that arrived is none");
});

test("refuses the job of another program, whose queue is another", () => {
  for (const other of [{ version: "1.0.1" }, { paper: "dice" }, { config: "ab" }]) {
    const program = { ...PROGRAM, ...other };
    expect(queueName(program)).not.toBe(queueName(PROGRAM));
    expect(() => readQueued(queued(program, WORK), PROGRAM)).toThrow("of another program");
  }
});

test("a reply is a value or an error, and nothing else", () => {
  expect(readReply({ value: null })).toEqual({ value: null });
  expect(readReply({ error: { of: "claim", message: "m", more: 1 } })).toEqual({
    error: { of: "claim", message: "m" },
  });
  for (const x of [
    null,
    1,
    "x",
    [],
    {},
    { error: "m" },
    { error: { of: "nobody", message: "m" } },
    { error: { of: "claim" } },
  ])
    expect(readReply(x)).toBeNull();
});
