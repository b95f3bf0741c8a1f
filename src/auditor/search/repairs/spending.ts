/** What is left of an error budget. */
export interface Spending {
  /** Whether so much is left. */
  pays(alpha: number): boolean;
  spend(alpha: number): void;
  left(): number;
  spent(): number;
}

/** Nothing spent yet. */
export function spendingOf(budget: number): Spending {
  let spent = 0;
  return {
    pays: (alpha) => spent + alpha <= budget,
    spend(alpha) {
      spent += alpha;
    },
    left: () => Math.max(0, budget - spent),
    spent: () => spent,
  };
}
