import { z } from 'zod';
import type { Signature } from '@/lib/interop/fhir/document-source';
import type { Input } from '@/lib/triage/answers';
import type { Assessment } from '@/lib/triage/assessment';
import type { ClinicHouse } from './clinic-house';
import { examinedInput } from './examined-input';
import { readContent } from './intake-content';
import { judge } from './judge';
import { readClinicIntake } from './open-clinic-intake';
import type { Scope } from './scope';
import { scopeDatabase } from './scoped-database';
import type { SignedContent } from './sign-assessment';

export interface Exchangeable {
  readonly input: Input;
  readonly unsure: readonly string[];
  readonly assessment: Assessment;
  /** Missing while nobody has signed. */
  readonly signature?: Signature;
}

/**
 * What another system is told of an intake: the last signed version, or how it stands while none is.
 * Null where the clinic has none such; `other-rules` where it was signed under rules that this
 * server no longer has, by whose codes it could not be said.
 */
export async function readForExchange(
  house: ClinicHouse,
  scope: Scope,
  intakeId: string,
): Promise<Exchangeable | 'other-rules' | null> {
  const { database, base } = house;
  const found = await readClinicIntake(database, scope, intakeId);
  if (!found) return null;
  const last = await scopeDatabase(database, scope).signedVersion.findFirst({
    where: { intakeId, kind: { not: 'enteredInError' } },
    orderBy: { version: 'desc' },
    select: { kind: true, content: true },
  });
  // What was entered in error before anybody signed says nothing to anybody.
  if (!last && found.state === 'enteredInError') return null;
  // Open again to be amended: what was signed may hold no more.
  if (!last || found.state === 'open') {
    const { content, answeredAt } = found;
    const { assessment } = await judge(base, content, answeredAt);
    return { input: examinedInput(base, content), unsure: content.unsure, assessment };
  }
  const { intake, assessment, summary } = z.custom<SignedContent>(isSigned).parse(last.content);
  const content = readContent(intake);
  const { conclusion } = summary;
  if (assessment.knowledgeBase.hash !== base.hash) return 'other-rules';
  const { unsure } = content;
  const input = examinedInput(base, content);
  if (!conclusion) return { input, unsure, assessment };
  const isOtherLevel = conclusion.differs.urgency !== 'same';
  return {
    ...{ input, unsure, assessment },
    signature: {
      name: conclusion.signedBy,
      signedAt: conclusion.signedAt,
      kind: kindOf(found.state === 'enteredInError', last.kind),
      ...(isOtherLevel && {
        override: {
          urgency: conclusion.level.urgency,
          reason: conclusion.comment ?? conclusion.reason ?? '',
        },
      }),
    },
  };
}

function kindOf(isInError: boolean, kind: 'signed' | 'amended' | 'enteredInError') {
  if (isInError) return 'entered-in-error';
  return kind === 'amended' ? 'amended' : 'signed';
}

/** Only `signAssessment` writes it, and nothing can change it. */
function isSigned(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'summary' in content;
}
