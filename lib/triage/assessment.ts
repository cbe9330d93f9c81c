/**
 * The Assessment: plain JSON, the one thing that every view is drawn from.
 * Texts are in the wording of its audience.
 */
import type { Audience } from './answers';
import type { Truth } from './engine';
import type {
  Citation,
  Likelihood,
  RehabilitationOptionId,
  RehabilitationStatus,
  Urgency,
} from './schema';

export interface Assessment {
  /** Of this form, not of the knowledge base. */
  readonly version: 1;
  readonly id: string | null;
  readonly audience: Audience;
  readonly language: string;
  readonly knowledgeBase: { readonly version: string; readonly hash: string };
  /** ISO 8601, UTC. */
  readonly assessedAt: string;
  /** `out`: the tool is not made for this person or this part of the body. */
  readonly scope: 'in' | 'out';
  readonly urgency: Urgency;
  /** The worst that any way of filling in the unknown could bring. */
  readonly urgencyCeiling: Urgency;
  /** What sets the urgency, the most urgent first; rules under `knowledge-base/floors` are floors. */
  readonly urgencyReasons: readonly UrgencyReason[];
  readonly redFlags: readonly PresentFlag[];
  readonly notExcluded: readonly OpenFlag[];
  readonly excluded: readonly ExcludedFlag[];
  /** Conditions pinned by a red flag first, then by odds. */
  readonly ranking: readonly RankedCondition[];
  readonly instruments: readonly AssessedInstrument[];
  readonly referral: Referral;
  readonly advice: readonly string[];
  readonly avoid: readonly string[];
  readonly safetyNet: readonly string[];
  readonly rehabilitation: readonly RehabilitationAdvice[];
  readonly recovery: string | null;
  /** When somebody may come back to what; empty while a danger is open. */
  readonly milestones: readonly Milestone[];
  readonly next: readonly NextQuestion[];
  readonly trace: readonly { readonly rule: string; readonly fired: Truth }[];
}

export interface UrgencyReason {
  readonly rule: string;
  readonly text: string;
  readonly urgency: Urgency;
}

export interface PresentFlag {
  readonly id: string;
  readonly text: string;
  readonly action: string;
  readonly urgency: Urgency;
  /** The condition that it points to. */
  readonly condition: string | null;
  /** The answers that made it fire. */
  readonly because: readonly { readonly fact: string; readonly text: string }[];
  readonly sources: readonly Citation[];
}

export interface OpenFlag {
  readonly id: string;
  readonly text: string;
  readonly urgency: Urgency;
  readonly condition: string | null;
  /** The questions and findings that would settle it. */
  readonly ask: readonly string[];
}

export interface ExcludedFlag {
  readonly id: string;
  readonly text: string;
  readonly urgency: Urgency;
}

export interface RankedCondition {
  readonly condition: string;
  readonly name: string;
  readonly likelihood: Likelihood;
  /** Natural logarithm of the odds. */
  readonly logOdds: number;
  /** A red flag that is present points to it. */
  readonly pinned: boolean;
  /** The evidence for it alone makes its referral count. */
  readonly plausible: boolean;
  readonly supports: readonly WeighedEvidence[];
  readonly opposes: readonly WeighedEvidence[];
  readonly open: readonly WeighedEvidence[];
}

export interface WeighedEvidence {
  readonly id: string;
  readonly text: string;
  /** What it multiplies the odds by. */
  readonly weight: number;
  readonly basis: 'published' | 'consensus';
  /** False where a stronger finding of its group counts in its place, or it is open. */
  readonly counted: boolean;
  readonly sources: readonly Citation[];
}

export interface AssessedInstrument {
  readonly id: string;
  readonly name: string;
  /** False where it does not apply, or nobody knows whether it does. */
  readonly applies: boolean;
  /** Points, or the measured value; null while a measure is unknown, or where it does not apply. */
  readonly min: number | null;
  readonly max: number | null;
  /** The band that holds the whole range, if one does. */
  readonly band: string | null;
  readonly unknownItems: readonly string[];
}

export interface Referral {
  readonly to: string;
  readonly timeFrame: string;
  readonly tests: readonly string[];
  /** Which test not, and why. */
  readonly notTests: readonly string[];
  /** Whether a physical therapist may treat now, and how; null where no condition leads. */
  readonly therapy: string | null;
  /** Of what the two last say; null where no condition leads. */
  readonly practiceBasis: 'published' | 'consensus' | null;
  /** ISO 8601, UTC; null where nobody has to be seen by a certain time. */
  readonly clock: { readonly deadline: string; readonly why: string } | null;
  /** The condition whose referral this is. */
  readonly condition: string | null;
}

export interface RehabilitationAdvice {
  readonly option: RehabilitationOptionId;
  readonly name: string;
  readonly status: RehabilitationStatus;
  readonly note: string;
}

export interface Milestone {
  readonly to: 'walking' | 'work' | 'running' | 'sport';
  readonly text: string;
  readonly basis: 'published' | 'consensus';
}

export interface NextQuestion {
  readonly question: string;
  readonly why: string;
  readonly couldChange: 'urgency' | 'ranking';
}
