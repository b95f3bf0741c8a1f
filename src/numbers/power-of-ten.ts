/** 10^n to the nearest double, for an integer n: as it would be read, since powers differ between versions of Node.js. */
export const powerOfTen = (n: number): number => Number(`1e${n}`);
