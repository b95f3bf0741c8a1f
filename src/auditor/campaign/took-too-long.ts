/** A job was ended because it took longer than it may: no result is known, and nobody is to blame. */
export class TookTooLong extends Error {
  override readonly name = "TookTooLong";
}
