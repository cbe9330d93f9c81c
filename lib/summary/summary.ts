/**
 * The Summary: what a provider reads, as plain JSON. Page, PDF and note text are drawn from it.
 * Texts are in clinical wording, whoever filled in the answers; what is unknown says so.
 */
import type { Audience } from '../triage/answers';
import type { Likelihood, RehabilitationStatus, Urgency } from '../triage/schema';
import type { Outcome } from './outcome';

export interface Summary {
  /** Of this form, not of the knowledge base. */
  readonly version: 1;
  readonly language: string;
  /** By which the provider finds the answers again; null where they never left the device. */
  readonly reference: string | null;
  readonly filledInBy: Audience;
  /** ISO 8601, UTC. */
  readonly assessedAt: string;
  readonly outcome: Outcome;
  readonly headline: Headline;
  /** The words of all six levels, the most urgent first. */
  readonly levels: readonly Level[];
  /** What a clinician concluded and signed; null where nobody has. */
  readonly conclusion: SignedConclusion | null;
  readonly ask: Ask;
  readonly redFlags: RedFlagColumns;
  /** The conditions worth a provider's thought, in the order of the ranking. */
  readonly conditions: readonly SummaryCondition[];
  readonly leg: Leg;
  readonly person: readonly Statement[];
  readonly timeline: readonly Statement[];
  /** The answers that the ranking rests on, where they have no other place. */
  readonly keyAnswers: readonly Statement[];
  /** What nobody has answered and could still raise the urgency. */
  readonly keyUnknowns: readonly Statement[];
  /** The findings that would confirm or exclude the first conditions, and are not known yet. */
  readonly toExamine: readonly Statement[];
  /** What would change the urgency or the first condition, the most urgent outcome first. */
  readonly changes: readonly SummaryChange[];
  /** Every answer, by block of the questionnaire and of the examination. */
  readonly answers: readonly AnswerBlock[];
  readonly instruments: readonly SummaryInstrument[];
  readonly told: Told;
  readonly knowledgeBase: {
    readonly name: string;
    readonly version: string;
    readonly hash: string;
    /** Null while no clinician has signed it off; `notice` then says so. */
    readonly review: { readonly reviewer: string; readonly on: string } | null;
    readonly notice: string | null;
  };
  readonly disclaimer: string;
  /** The answers in a few characters, for a code on paper; null in a summary stored without them. */
  readonly replay: string | null;
}

export interface SignedConclusion {
  /** The name of the condition, or the clinician's own words. */
  readonly condition: string;
  /** The disposition that the clinician decided on. */
  readonly level: Level;
  /** In what it differs from the tool's. */
  readonly differs: {
    readonly condition: boolean;
    readonly urgency: 'same' | 'more-urgent' | 'less-urgent';
  };
  /** The code of the reason why; null where it does not differ. */
  readonly reason: ReasonCode | null;
  readonly comment: string | null;
  readonly plan: string | null;
  readonly signedBy: string;
  /** ISO 8601, UTC. */
  readonly signedAt: string;
  /** 1, 2, 3 …: an amendment is the next version. */
  readonly version: number;
  /** Why it was amended; null in the first version. */
  readonly amendedBecause: string | null;
}

/** Why a clinician may decide otherwise than the tool says. */
export const reasonCodes = [
  'examination-says-otherwise',
  'history-says-otherwise',
  'already-investigated',
  'already-under-care',
  'patient-declines',
  'local-pathway',
  'tool-is-wrong',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface Level {
  readonly urgency: Urgency;
  readonly name: string;
}

export interface Headline extends Level {
  readonly timeFrame: string;
  /** The worst that the unknown could bring; null where that is no worse than the urgency. */
  readonly ceiling: Level | null;
  readonly reasons: readonly {
    readonly text: string;
    /** Set by what is unknown, not by what was found. */
    readonly isFloor: boolean;
  }[];
}

export interface Ask {
  readonly to: string;
  readonly tests: readonly string[];
  /** Which test not, and why. */
  readonly notTests: readonly string[];
  /** Whether a physical therapist may treat now, and how; null where no condition leads. */
  readonly therapy: string | null;
  /** Of what the two last say; null where no condition leads. */
  readonly practiceBasis: 'published' | 'consensus' | null;
  /** ISO 8601, UTC; null where nobody has to be seen by a certain time. */
  readonly deadline: string | null;
  readonly why: string | null;
}

export interface RedFlagColumns {
  readonly present: readonly {
    readonly id: string;
    readonly text: string;
    readonly action: string;
    readonly urgency: Urgency;
    /** The answers that made it fire, in words. */
    readonly because: readonly string[];
  }[];
  readonly notExcluded: readonly {
    readonly id: string;
    readonly text: string;
    readonly urgency: Urgency;
    /** The questions and findings that would settle it, in words. */
    readonly settledBy: readonly string[];
    /** The answers leave nothing open: only findings that nobody has looked for do. */
    readonly needsExamination: boolean;
  }[];
  readonly excluded: readonly {
    readonly id: string;
    readonly text: string;
    readonly urgency: Urgency;
  }[];
}

export interface SummaryCondition {
  readonly id: string;
  readonly name: string;
  readonly likelihood: Likelihood;
  readonly likelihoodName: string;
  /** The red flags that point to it. */
  readonly flaggedBy: readonly string[];
  /** A red flag points to it, and yet it stands where its odds put it. */
  readonly isToRuleOut: boolean;
  /** The strongest, what speaks for it before what speaks against it. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly text: string;
  readonly side: 'for' | 'against';
  readonly basis: 'published' | 'consensus';
  /** What it multiplies the odds by. */
  readonly weight: number;
}

export interface Leg {
  /** Where it hurts: options of the question, in words for reading and by value for a map. */
  readonly areas: readonly { readonly value: string; readonly name: string }[];
  readonly side: string | null;
  readonly sideName: string | null;
}

export interface Statement {
  readonly id: string;
  readonly label: string;
  /** In words; null while unknown. */
  readonly answer: string | null;
  readonly state: 'known' | 'not-sure' | 'unanswered';
}

/** What would follow from something that is not known yet. */
export interface SummaryChange {
  readonly when: readonly {
    readonly field: string;
    readonly label: string;
    /** In words; each of them would do. */
    readonly answers: readonly string[];
  }[];
  readonly level: Level;
  /** The condition that would come first; null where it is the one that does now. */
  readonly first: string | null;
}

export interface AnswerBlock {
  readonly name: string;
  readonly emergency: boolean;
  /** Findings, not answers to questions. */
  readonly isExamination: boolean;
  readonly statements: readonly Statement[];
}

export interface SummaryInstrument {
  readonly id: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** The name of the band that holds the whole range, if one does. */
  readonly band: string | null;
  readonly unknownItems: readonly string[];
  /** Whether it says in another form what an instrument before it says. */
  readonly isVariant: boolean;
}

/** What the patient was told, in the words that the patient read. */
export interface Told {
  /** The level. */
  readonly urgency: string;
  /** Whom to go to. */
  readonly to: string;
  readonly advice: readonly string[];
  readonly avoid: readonly string[];
  readonly safetyNet: readonly string[];
  readonly rehabilitation: readonly {
    readonly name: string;
    readonly status: RehabilitationStatus;
  }[];
  readonly recovery: string | null;
}
