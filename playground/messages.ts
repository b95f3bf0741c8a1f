/** The two things that are done at once, by a worker each. */
export type Task = "pictures" | "statements";

/** What the reader has typed, and which network to show. */
export interface Asked {
  /** What this worker is to do: pictures are not to wait for statements. */
  readonly task: Task;
  /** Answers to other questions than the last are old. */
  readonly id: number;
  readonly psi: string;
  readonly d: string;
  readonly k: string;
  readonly gamma: string;
  readonly depth: string;
  /** The statement whose calibration is shown, by id. */
  readonly statement: string;
  /** The number of the network whose ray is drawn, from 0. */
  readonly network: number;
}

/** The fields that can be typed wrongly. */
export type Field = "psi" | "d" | "k" | "gamma" | "depth" | "statement" | "network";

/** The parts of the page that the worker writes. */
export type Part = "activation" | "ray" | "flips" | "calibration" | "theorems" | "frontier" | "ledger";

/** A choice of a list. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** What the worker says. Markup comes from the house's own figures and tables, with all text escaped. */
export type Answer =
  | { readonly type: "ready"; readonly activations: readonly string[]; readonly statements: readonly Choice[] }
  /** A question has been read; what was under way before has ended. */
  | { readonly type: "begun"; readonly id: number; readonly task: Task }
  | { readonly type: "wrong"; readonly id: number; readonly field: Field; readonly text: string }
  | { readonly type: "part"; readonly id: number; readonly part: Part; readonly markup: string }
  | { readonly type: "done"; readonly id: number; readonly task: Task }
  /** What was asked ended by an error that is not of what was typed. */
  | { readonly type: "failed"; readonly id: number; readonly task: Task; readonly text: string };
