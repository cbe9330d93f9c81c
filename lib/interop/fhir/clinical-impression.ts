import type { ClinicalImpression, Condition, Observation, Reference } from 'fhir/r4';
import type { RankedCondition } from '../../triage/assessment';
import { dispositionOf } from '../../triage/disposition';
import { sayLikelihood } from '../../triage/say-likelihood';
import { say, sayTo } from '../../triage/voice';
import { canonicalOf, versionOf } from './canonical';
import { consideredIn } from './considered';
import { type DocumentSource, statusOf, urgencyOf } from './document-source';
import { type Entry, referTo } from './entry';
import type { Frame } from './frame';

interface Grounds {
  readonly response: Reference;
  readonly observations: readonly Entry<Observation>[];
  /** In the order of the ranking. */
  readonly conditions: readonly Entry<Condition>[];
}

/**
 * The assessment as a whole: the level, and each condition with what speaks for and against it. In
 * progress until somebody has signed.
 */
export function toClinicalImpression(
  source: DocumentSource,
  { subject, practitioner }: Frame,
  { response, observations, conditions }: Grounds,
): ClinicalImpression {
  const { base, assessment, signature, titles } = source;
  const { audience, language, assessedAt } = assessment;
  const voice = { audience, language };
  const level = dispositionOf(base, urgencyOf(source));
  const shown = consideredIn(assessment);
  const override = signature?.override;
  return {
    resourceType: 'ClinicalImpression',
    status: impressionStatusOf(source),
    subject,
    effectiveDateTime: assessedAt,
    date: signature?.signedAt ?? assessedAt,
    ...(practitioner && { assessor: referTo(practitioner) }),
    problem: conditions.map(referTo),
    investigation: [
      { code: { text: titles.answers }, item: [response, ...observations.map(referTo)] },
    ],
    protocol: [`${canonicalOf('Library', 'knowledge-base')}|${versionOf(base)}`],
    summary: `${sayTo(level.name, voice)}. ${sayTo(level.instruction, voice)}`,
    finding: conditions.flatMap((condition, place) => {
      const ranked = shown[place];
      if (!ranked) return [];
      return [{ itemReference: referTo(condition), basis: basisOf(source, ranked) }];
    }),
    note: [
      ...(override ? [{ text: override.reason }] : []),
      ...(base.review ? [] : [{ text: say(base.notReviewedNotice, voice) }]),
      { text: say(base.disclaimer, voice) },
    ],
  };
}

function impressionStatusOf(source: DocumentSource): ClinicalImpression['status'] {
  const status = statusOf(source);
  if (status === 'entered-in-error') return status;
  return status === 'preliminary' ? 'in-progress' : 'completed';
}

/**
 * The word for its likelihood, then what counts: "+" speaks for it, "-" against it, each with what
 * its weight rests on.
 */
function basisOf({ base, assessment }: DocumentSource, ranked: RankedCondition): string {
  const list = (sign: string, evidence: RankedCondition['supports']) =>
    evidence
      .filter(({ counted }) => counted)
      .map(({ text, basis }) => `${sign} ${text} (${basis})`);
  const word = sayLikelihood(base, assessment, ranked, assessment);
  return [word, ...list('+', ranked.supports), ...list('-', ranked.opposes)].join('; ');
}
