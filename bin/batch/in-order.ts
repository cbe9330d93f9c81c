/**
 * What `work` makes of each item, in the order of the items, with no more than `max` of them under
 * way at a time.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  max: number,
): AsyncGenerator<readonly [Item, Result]> {
  const underWay: Promise<readonly [Item, Result]>[] = [];
  for await (const item of items) {
    const result = work(item).then((made) => [item, made] as const);
    // It is awaited in its turn; until then its failure is nobody's.
    result.catch(() => {});
    underWay.push(result);
    const first = underWay.length < max ? undefined : underWay.shift();
    if (first) yield await first;
  }
  for (const result of underWay) yield await result;
}
