import type { Assessment } from '../../triage/assessment';
import { type Memory, remember } from '../../triage/memory';

type RankedCondition = Assessment['ranking'][number];
type TraceLine = Assessment['trace'][number];

/**
 * What `JSON.stringify` gives, in UTF-8, many times faster: nine tenths of an Assessment, its ranking
 * and its trace, are made of parts that stand in other Assessments as well, and are spelled once.
 */
export function encodeAssessment(assessment: Assessment): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let text = '';
  for (const [name, value] of Object.entries(assessment)) {
    text += `${text === '' ? '{' : ','}"${name}":`;
    if (name !== 'ranking' && name !== 'trace') {
      text += JSON.stringify(value);
      continue;
    }
    const { ranking, trace } = assessment;
    const [first, ...others] = name === 'trace' ? spellTrace(trace) : ranking.map(spellCondition);
    parts.push(Buffer.from(`${text}[`), ...(first ? [first.subarray(1)] : []), ...others);
    text = ']';
  }
  parts.push(Buffer.from(`${text}}`));
  return concatenate(parts);
}

const conditions = new WeakMap<RankedCondition, Uint8Array>();

/** After a comma. */
function spellCondition(condition: RankedCondition): Uint8Array {
  const known = conditions.get(condition);
  if (known) return known;
  const bytes = Buffer.from(`,${JSON.stringify(condition)}`);
  conditions.set(condition, bytes);
  return bytes;
}

/** So many lines are looked up at once: what they say is a number of ternary digits. */
const blockLength = 12;

/**
 * Texts that are kept of each block. They stand outside the heap, where its limit does not see them:
 * with so many, all that is kept here levels off at some 240 MB after 24,000 random inputs.
 */
const textsMax = 100;

/** By the first line of a block, which is one object in all Assessments of a knowledge base. */
const blocks = new WeakMap<TraceLine, Memory<Uint8Array>>();

/** Each block after a comma. */
function spellTrace(trace: readonly TraceLine[]): Uint8Array[] {
  const spelled: Uint8Array[] = [];
  for (let from = 0; from < trace.length; from += blockLength) {
    spelled.push(spellBlock(trace, from, Math.min(from + blockLength, trace.length)));
  }
  return spelled;
}

function spellBlock(trace: readonly TraceLine[], from: number, to: number): Uint8Array {
  const first = trace[from];
  const memory: Memory<Uint8Array> = (first && blocks.get(first)) ?? new Map();
  if (first && memory.size === 0) blocks.set(first, memory);
  let said = 0;
  for (let at = from; at < to; at += 1) {
    const fired = trace[at]?.fired;
    said = said * 3 + (fired === 'open' ? 1 : fired ? 2 : 0);
  }
  const known = memory.get(said);
  if (known) return known;
  const lines = trace.slice(from, to).map((line) => `,${JSON.stringify(line)}`);
  const bytes = Buffer.from(lines.join(''));
  remember(memory, said, bytes, textsMax);
  return bytes;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
