import type { Json } from "../json.js";

/** What a campaign knows already, and where it keeps what it finds. */
export interface Records {
  /** The result of a job, if it is known. */
  get(key: string): Json | undefined;
  /** What is known of a job that is not finished. */
  parts(key: string): readonly Json[];
  /**
   * Keeps a result.
   *
   * @throws CampaignError where it cannot be kept.
   */
  add(key: string, value: Json): void;
  /** Keeps a part of what a job needs, so that a resumed one need not do it again. */
  addPart(key: string, part: Json): void;
}
