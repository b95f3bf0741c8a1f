/** A campaign cannot go on, or begin, for a reason that is its user's to mend. One line; what was done is kept. */
export class CampaignError extends Error {
  override readonly name = "CampaignError";
}
