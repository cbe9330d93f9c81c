import { connectDatabase } from '@/lib/intake/database';
import type { PrismaClient } from '@/lib/intake/generated/client';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';

/** What a clinic's intakes are kept and judged with. */
export interface ClinicHouse {
  readonly database: PrismaClient;
  readonly base: KnowledgeBase;
}

/** That of this server. Rejects while the database does not answer. */
export async function clinicHouse(): Promise<ClinicHouse> {
  return { database: await connectDatabase(), base: knowledgeBase() };
}
