import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { connectDatabase } from './database';
import { referenceSecret } from './reference-secret';
import type { IntakeHouse } from './submit-intake';

/** What this server takes intakes in with. Rejects while the database does not answer. */
export async function intakeHouse(): Promise<IntakeHouse> {
  return {
    base: knowledgeBase(),
    secret: referenceSecret(),
    database: await connectDatabase(),
  };
}
