import type { Notify } from "../chance/notify.js";
import type { Additions } from "./cell.js";
import type { Json } from "./json.js";

/** What a task has beside its payload. */
export interface TaskCall {
  /** Somebody's own things that parameters may stand for. */
  readonly additions: Additions;
  /** To be told, now and then, how far a job that takes long has come. */
  readonly notify: Notify;
}

/** How the jobs of a campaign are done, by whichever thread or machine takes them: it opens the paper and finds the task by name. */
export interface Task {
  /**
   * Does a job. The payload may come from another machine, and is to be checked.
   *
   * @throws RangeError in one line for a payload that is none. Whatever is thrown ends the campaign; what costs one result
   * alone is a result that says so.
   */
  run(payload: Json, call: TaskCall): Json | Promise<Json>;
  /** Whether `x`, from a file or another machine, is a result of the job with this payload. */
  isResult(x: Json, payload: Json): boolean;
}
