import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Answers, Audience, Input } from '@/lib/triage/answers';
import type { Truth } from '@/lib/triage/engine';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { type RuleBook, ruleBookOf } from '@/lib/triage/rule-book';
import type { Contender } from '../contender';
import { plainEvaluation } from '../plain-evaluation';
import { makeStages } from '../stages';
import { writeByHand } from '../write-by-hand';
import { type Shape, shapes } from '../write-rules-by-hand';

const folder = resolve('node_modules/.cache/bench');
const trialMs = 250;

type Judge = (audience: Audience, answers: Answers) => Truth[];

/** The fastest shape of the hand-written rules, by a short trial on these inputs. */
export async function handWritten(
  base: KnowledgeBase,
  inputs: readonly Input[],
): Promise<Contender & { readonly shape: Shape }> {
  const book = ruleBookOf(base);
  const tried = [];
  for (const shape of shapes) {
    const judge = await loadShape(book, shape);
    tried.push({ shape, judge, perSecond: tryOut(judge, inputs) });
  }
  const [best] = tried.sort((a, b) => b.perSecond - a.perSecond);
  if (!best) throw new Error('bench: no shape was tried');
  return { ...contend(book, best.judge), shape: best.shape };
}

/** One shape, whether it is the fastest or not. */
export async function handWrittenAs(base: KnowledgeBase, shape: Shape): Promise<Contender> {
  const book = ruleBookOf(base);
  return contend(book, await loadShape(book, shape));
}

function contend(book: RuleBook, judge: Judge): Contender {
  const { begin, leaveOut, score } = makeStages(book);
  return {
    name: 'handWritten',
    judge: ({ audience, answers }) => judge(audience, answers),
    evaluate: (input) => {
      const truths = judge(input.audience, input.answers);
      const run = { ...begin(input), truths };
      leaveOut(run);
      score(run);
      return plainEvaluation(truths, run.scores, run.facts);
    },
  };
}

async function loadShape(book: RuleBook, shape: Shape): Promise<Judge> {
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/hand-written-${shape}-${book.base.hash.slice(0, 12)}.mjs`;
  writeFileSync(path, writeByHand(book, shape));
  const written: { judge: Judge } = await import(pathToFileURL(path).href);
  return written.judge;
}

/** Evaluations a second, warmed up. */
function tryOut(judge: Judge, inputs: readonly Input[]): number {
  let rate = 0;
  for (const ms of [trialMs, trialMs]) {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < ms) {
      for (const { audience, answers } of inputs) judge(audience, answers);
      count += inputs.length;
    }
    rate = (count * 1000) / (performance.now() - start);
  }
  return rate;
}
