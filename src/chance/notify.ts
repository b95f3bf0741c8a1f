/** Told how far a draw that takes long has come, now and then: `done` out of `total` of whatever it counts. */
export type Notify = (done: number, total: number) => void;
