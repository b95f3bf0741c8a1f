/** The next time at which something happens to each of some items, earliest first: a binary heap over item numbers. */
export interface EventHeap {
  /** When each item's next event is, by item number; Infinity for none. */
  readonly times: Float64Array;
  /** Item numbers, no earlier event below a later one. */
  readonly order: Uint32Array;
}

/** Restores the order below place i, where an event may have become later. */
function sink({ times, order }: EventHeap, i: number): void {
  const item = order[i];
  const time = times[item];
  for (let place = i; ; ) {
    let child = 2 * place + 1;
    if (child + 1 < order.length && times[order[child + 1]] < times[order[child]]) child++;
    if (child >= order.length || times[order[child]] >= time) {
      order[place] = item;
      return;
    }
    order[place] = order[child];
    place = child;
  }
}

/** A heap of those items whose first event comes before `limit`; its time is that of `times`, which it keeps. O(n). */
export function eventHeap(times: Float64Array, limit: number): EventHeap {
  let n = 0;
  const order = new Uint32Array(times.length);
  for (let i = 0; i < times.length; i++) if (times[i] < limit) order[n++] = i;
  const heap = { times, order: order.subarray(0, n) };
  for (let i = (n >> 1) - 1; i >= 0; i--) sink(heap, i);
  return heap;
}

/** The item whose event is earliest, or −1 if no item is left with any. */
export function earliest({ times, order }: EventHeap): number {
  return order.length > 0 && times[order[0]] < Infinity ? order[0] : -1;
}

/** Moves the earliest event to a later time, the item's next one (Infinity for none). O(log n). */
export function postpone(heap: EventHeap, time: number): void {
  heap.times[heap.order[0]] = time;
  sink(heap, 0);
}
