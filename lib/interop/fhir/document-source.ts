import type { Input } from '../../triage/answers';
import type { Assessment } from '../../triage/assessment';
import type { KnowledgeBase } from '../../triage/knowledge-base';
import type { Urgency } from '../../triage/schema';
import type { Subject } from './subject';

/** Who answers for an assessment. */
export interface Signature {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly signedAt: string;
  /** A later version of what was signed before, or its withdrawal; `signed` if not said. */
  readonly kind?: 'signed' | 'amended' | 'entered-in-error' | undefined;
  /** Where the clinician judged otherwise than the tool, and why. */
  readonly override?: { readonly urgency: Urgency; readonly reason: string } | undefined;
}

/** Everything that a document is made of. */
export interface DocumentSource {
  readonly base: KnowledgeBase;
  /** What was assessed. */
  readonly input: Input;
  /** The questions answered "not sure". */
  readonly unsure?: readonly string[] | undefined;
  readonly assessment: Assessment;
  readonly subject?: Subject | null | undefined;
  /** Without one the document is preliminary and requests nothing. */
  readonly signature?: Signature | undefined;
  readonly titles: DocumentTitles;
}

/** The headings, in the reader's language. */
export interface DocumentTitles {
  readonly document: string;
  readonly urgency: string;
  readonly redFlags: string;
  readonly flagsPresent: string;
  readonly flagsNotExcluded: string;
  readonly flagsExcluded: string;
  readonly conditions: string;
  readonly answers: string;
  readonly examination: string;
  readonly instruments: string;
  readonly referral: string;
  readonly advice: string;
  readonly avoid: string;
  readonly safetyNet: string;
}

/** The level that counts: the clinician's where one judged otherwise. */
export function urgencyOf({ assessment, signature }: DocumentSource): Urgency {
  return signature?.override?.urgency ?? assessment.urgency;
}

/** What a document is while nobody has signed it, and after. */
export function statusOf({
  signature,
}: Pick<DocumentSource, 'signature'>): 'preliminary' | 'final' | 'amended' | 'entered-in-error' {
  if (!signature) return 'preliminary';
  const { kind = 'signed' } = signature;
  return kind === 'signed' ? 'final' : kind;
}
