/** A binary heap: `pop` gives the item with the largest key. */
export class MaxHeap<T> {
  readonly #items: { readonly key: number; readonly item: T }[] = [];

  get topKey(): number {
    return this.#items[0]?.key ?? -Infinity;
  }

  push(key: number, item: T): void {
    const items = this.#items;
    let i = items.push({ key, item }) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (items[parent].key >= items[i].key) break;
      [items[parent], items[i]] = [items[i], items[parent]];
      i = parent;
    }
  }

  pop(): T | undefined {
    const items = this.#items;
    const [top] = items;
    const last = items.pop();
    if (last === undefined || top === last) return top?.item;
    items[0] = last;
    for (let i = 0; ; ) {
      let largest = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < items.length && items[child].key > items[largest].key) largest = child;
      if (largest === i) return top.item;
      [items[i], items[largest]] = [items[largest], items[i]];
      i = largest;
    }
  }
}
