/** rows of a chunk -> Assessments, on the twin; json-rules-engine is asked where it matters most. */
import type { Input } from '@/lib/triage/answers';
import { assess, conclude } from '@/lib/triage/assess';
import type { Assessment } from '@/lib/triage/assessment';
import { isMoreUrgent } from '@/lib/triage/disposition';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Recheck } from '@/lib/triage/recheck';
import type { Twin, TwinEvaluation } from '@/lib/triage/twin';
import { type Counts, countAssessment, noCounts } from './counts';
import type { Chunk, Place } from './cut-chunks';
import { lineOf, type OutputForm } from './output-form';
import { type InputForm, readRows } from './read-rows';
import { rememberValid } from './remember-valid';

/** What all chunks of a batch have in common. Plain data: it travels to the workers. */
export interface BatchJob {
  readonly knowledgeBase: KnowledgeBase;
  /** The clock, in ISO 8601. */
  readonly at: string;
  readonly input: InputForm;
  readonly output: OutputForm;
  /** Rows on earlier lines are assessed by json-rules-engine as well, and compared byte by byte. */
  readonly engineUntilLine: number;
}

/** A row on which the twin and json-rules-engine differ. */
export interface Difference {
  readonly at: Place;
  /** The ids of the rules; where there are none, the Assessments differ all the same. */
  readonly rules: readonly string[];
}

export interface ChunkResult {
  /** Lines of the output, and of the file of errors, in the order of the rows. */
  readonly output: Uint8Array;
  readonly errors: Uint8Array;
  readonly counts: Counts;
  /** Where it stopped before the chunk's end. */
  readonly difference: Difference | null;
}

export type AssessChunk = (chunk: Chunk) => Promise<ChunkResult>;

/** More urgent than this, and json-rules-engine has the last word on every rule. */
const recheckedAbove = 'same-day';
/** The same for every so many-th line, whatever it came to: a danger that is missed raises no alarm. */
const recheckedEvery = 100;

/** @param twin of the job's knowledge base, and `recheck` of that twin */
export function makeAssessChunk(job: BatchJob, twin: Twin, recheck: Recheck): AssessChunk {
  const { knowledgeBase: base, input: inputForm, output: outputForm } = job;
  const at = new Date(job.at);
  const validate = rememberValid(base);

  async function findDifference(
    input: Input,
    evaluation: TwinEvaluation,
    assessment: Assessment,
    line: number,
    counts: Counts,
  ): Promise<readonly string[] | null> {
    if (isMoreUrgent(assessment.urgency, recheckedAbove) || line % recheckedEvery === 0) {
      counts.rowsRechecked += 1;
      const rules = await recheck(input, evaluation);
      if (rules.length > 0) return rules;
    }
    if (line >= job.engineUntilLine) return null;
    counts.rowsOnEngine += 1;
    const byEngine = JSON.stringify(await assess(base, input, at));
    return byEngine === JSON.stringify(assessment) ? null : recheck(input, evaluation);
  }

  return async (chunk) => {
    const counts = noCounts();
    const lines: string[] = [];
    const faults: string[] = [];
    const reject = (line: number, field: string, message: string) => {
      counts.errors += 1;
      faults.push(`${JSON.stringify({ line, field, message })}\n`);
    };
    const finish = (difference: Difference | null): ChunkResult => ({
      output: encodeLines(lines),
      errors: encodeLines(faults),
      counts,
      difference,
    });

    for (const row of readRows(chunk, inputForm)) {
      const { line } = row;
      if (!row.ok) {
        counts.rowsWithErrors += 1;
        reject(line, '(the whole)', row.message);
        continue;
      }
      const checked = validate(row.value);
      if (!checked.ok) {
        counts.rowsWithErrors += 1;
        for (const { field, message } of checked.faults) reject(line, field, message);
        continue;
      }
      const { input } = checked;
      const evaluation = twin.evaluate(input);
      const assessment = conclude(twin.book, input, evaluation, at);
      const rules = await findDifference(input, evaluation, assessment, line, counts);
      if (rules) return finish({ at: { offset: chunk.start.offset + row.start, line }, rules });
      lines.push(lineOf(outputForm, assessment, line));
      countAssessment(counts, assessment);
    }
    return finish(null);
  };
}

/** One by one: a single letter beyond ASCII would slow down all the others. */
function encodeLines(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const parts = lines.map((line) => Buffer.from(line));
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
