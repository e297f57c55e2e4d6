/** The first `limit` of the numbers 0 to `count` - 1 in the order of `compare`, in that order. */
export function first(count: number, limit: number, compare: (a: number, b: number) => number): number[] {
  if (limit * 4 >= count)
    return Array.from({ length: count }, (_, i) => i)
      .sort(compare)
      .slice(0, limit);
  // A heap with the last of the best so far on top: most numbers are held against that one alone.
  const heap: number[] = [];
  const sink = (from: number): void => {
    for (let at = from; ;) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && compare(heap[child]!, heap[last]!) > 0) last = child;
      if (last === at) return;
      [heap[at], heap[last]] = [heap[last]!, heap[at]!];
      at = last;
    }
  };
  for (let i = 0; i < count; i++) {
    if (heap.length < limit) {
      heap.push(i);
      if (heap.length === limit) for (let at = limit >> 1; at >= 0; at--) sink(at);
    } else if (limit > 0 && compare(i, heap[0]!) < 0) {
      heap[0] = i;
      sink(0);
    }
  }
  return heap.sort(compare);
}
