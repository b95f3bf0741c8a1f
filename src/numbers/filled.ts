/** An array of n times one number. */
export function filled(n: number, x = 0): number[] {
  const array: number[] = [];
  for (let i = 0; i < n; i++) array.push(x);
  return array;
}
