/** A number, or an interval that surely holds it. */
export type Enclosure = number | Readonly<{ lower: number; upper: number }>;
