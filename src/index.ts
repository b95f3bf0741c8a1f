/**
 * The public API: what a claim, a paper or an audit of one's own needs. Beside it: `lemmacheck/probability` (laws and
 * their tails), `lemmacheck/statistics` (sequential tests, limits, streams), `lemmacheck/activations` and
 * `lemmacheck/networks` (random networks), `lemmacheck/parameters` (theirs alone, quick to load), `lemmacheck/vitest`
 * and `lemmacheck/reporter` (for tests), `lemmacheck/ledger` (the claims of the paper that comes with it).
 *
 * @module lemmacheck
 */
export { audit } from "./auditor/audit.js";
export { AuditError } from "./auditor/audit-error.js";
export type { Campaign, Found, Job } from "./auditor/campaign/job.js";
export type { Additions, Cell, LooseCell } from "./auditor/cell.js";
export type {
  Claim,
  ClaimOf,
  Definition,
  Form,
  FormName,
  FreeConstants,
  Grid,
  Hypothesis,
  Kind,
  LogProbability,
  MeanRange,
  Mutant,
  Region,
  Relation,
  RepairedForm,
  TrendLine,
  TrendPoint,
  Uses,
} from "./auditor/claim.js";
export { type ClaimMap, type ClaimRegion, claimMap } from "./auditor/claim-map.js";
export { type Config, defineConfig } from "./auditor/config.js";
export { defineClaim } from "./auditor/define-claim.js";
export type { Domain, Value } from "./auditor/domain.js";
export {
  closedInterval,
  either,
  finiteReals,
  integers,
  oneOf,
  openInterval,
  positiveReals,
  realsFrom,
  restricted,
  text,
} from "./auditor/domains.js";
export type { Batch } from "./auditor/draw-batch.js";
export { drawCost } from "./auditor/draw-cost.js";
export { type Errata, type Erratum, errataOf } from "./auditor/errata.js";
export type { Exhibit, ExhibitRoom, ReportGiven } from "./auditor/exhibit.js";
export { type Frontier, type FrontierPoint, frontier } from "./auditor/frontier.js";
export { gamma } from "./auditor/gamma.js";
export { inadmissible } from "./auditor/inadmissible.js";
export { isJsonObject, type Json, type JsonObject, toJson } from "./auditor/json.js";
export { leastCell } from "./auditor/least-cell.js";
export { nothing } from "./auditor/nothing.js";
export type { Panel, PanelCurve, PanelPoint, Panels } from "./auditor/panels.js";
export {
  type CampaignCommand,
  type CommandCall,
  definePaper,
  type Exhibits,
  type Paper,
  type PaperCommand,
  type PaperDefinition,
  type PaperErrata,
  type Severity,
} from "./auditor/paper.js";
export {
  type MapRegion,
  type PaperMap,
  type PaperSection,
  REGION_ROLES,
  type RegionRole,
} from "./auditor/paper-map.js";
export {
  type AnyParameter,
  type CellOf,
  type Family,
  type GivenOf,
  type Parameter,
  parameter,
  type Resolution,
} from "./auditor/parameter.js";
export { type AuditOptions, DEFAULT_SEED, type Question } from "./auditor/question.js";
export { readRow } from "./auditor/read-row.js";
export { readableReason } from "./auditor/readable-reason.js";
export type { Relief } from "./auditor/relief.js";
export { type Method, ROW_FIELDS, ROW_SCHEMA, type Row, type Verdict } from "./auditor/row-fields.js";
export { type CampaignOptions, runCampaign } from "./auditor/run-campaign.js";
export { defineSampler, type Sampler } from "./auditor/sampler.js";
export { printedAlone } from "./auditor/search/printed-alone.js";
export { proposeRepairs } from "./auditor/search/repairs/propose-repairs.js";
export type { ProposedRepair, RepairOptions, RepairsTried } from "./auditor/search/repairs/proposed-repair.js";
export { type Repair, repairText } from "./auditor/search/repairs/repair.js";
export { searchClaim } from "./auditor/search/search-claim.js";
export type { SearchEffort, SearchOptions, SearchQuestion, SearchResult } from "./auditor/search/searching.js";
export { someCell } from "./auditor/some-cell.js";
export type { Task, TaskCall } from "./auditor/task.js";
export type { Enclosure } from "./chance/enclosure.js";
export { formatNumber } from "./numbers/format-number.js";
export { pow } from "./numbers/pow.js";
export { shownValue } from "./numbers/shown-value.js";
