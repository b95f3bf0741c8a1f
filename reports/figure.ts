/** One picture with what it shows. */
export interface Figure {
  /** For its file, in lower case: "frontier". */
  readonly name: string;
  readonly title: string;
  readonly svg: string;
  readonly caption: string;
}
