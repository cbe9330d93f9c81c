/** The smallest case that still breaks a law: answers are left out while it does. */
import { type Case, keep } from './draw-case';

export async function shrink(broken: Case, breaks: (one: Case) => Promise<boolean>): Promise<Case> {
  let smallest = broken;
  for (;;) {
    const smaller = await findFirst(smallerThan(smallest), breaks);
    if (!smaller) return smallest;
    smallest = smaller;
  }
}

/** The same case with one answer less. */
function smallerThan({ known, whole, ...rest }: Case): Case[] {
  return Object.keys(whole).map((left) => ({
    ...rest,
    known: keep(known, (id) => id !== left),
    whole: keep(whole, (id) => id !== left),
  }));
}

async function findFirst<One>(list: readonly One[], is: (one: One) => Promise<boolean>) {
  for (const one of list) if (await is(one)) return one;
  return undefined;
}
