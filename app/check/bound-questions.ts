/** Beyond what can be foreseen, answers may open so many more questions while many are still to come. */
const mayBeAdded = 5;
const manyToCome = 10;
/** A bound that is out by four is as good, and stays the same for longer. */
const roundTo = 5;

/**
 * Up to how many questions there will be, to be said to whoever answers them: never more than was said
 * before, unless the answers have opened more than that.
 * @param said before; null at first
 * @param toCome so many are foreseen after those that were asked
 */
export function boundQuestions(said: number | null, askedCount: number, toCome: number): number {
  const foreseen = askedCount + toCome;
  const more = toCome > manyToCome ? mayBeAdded : 0;
  const bound = Math.ceil((foreseen + more) / roundTo) * roundTo;
  return said === null || foreseen > said ? bound : Math.min(said, bound);
}
