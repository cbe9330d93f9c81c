/**
 * A process that submits without end and prints the key and reference of what was acknowledged.
 * It is made to be killed. What failed is sent again with the same key, as a device does.
 */
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { intakeHouse } from '@/lib/intake/intake-house';
import { submitIntake } from '@/lib/intake/submit-intake';
import { makeSubmission } from './fresh-house';

const lanes = 4;
const retryMs = 20;

async function submitForever(): Promise<never> {
  for (;;) {
    const submission = makeSubmission();
    writeSync(1, `${submission.submissionKey} ${await submitUntilStored(submission)}\n`);
  }
}

async function submitUntilStored(submission: ReturnType<typeof makeSubmission>): Promise<string> {
  for (;;) {
    try {
      const result = await submitIntake(await intakeHouse(), submission, new Date());
      if (result.outcome === 'stored') return result.reference;
      throw new Error(`not-stored: ${result.outcome}`);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('not-stored')) throw error;
      await sleep(retryMs);
    }
  }
}

await Promise.all(Array.from({ length: lanes }, submitForever));
