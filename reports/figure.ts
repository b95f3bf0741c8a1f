/** One picture with what it shows. */
export interface Figure {
  /** For its file, in lower case: "frontier". */
  readonly name: string;
  readonly title: string;
  /** Whether its title stands in the picture; over it unless so. */
  readonly headed?: boolean;
  /** Whether it takes the width of two figures. */
  readonly wide?: boolean;
  readonly svg: string;
  readonly caption: string;
}
