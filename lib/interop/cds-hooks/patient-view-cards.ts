/** The cards when a record is opened. */

import type { Assessment } from '../../triage/assessment';
import { describeField } from '../../triage/describe-answer';
import { dispositionOf, isMoreUrgent } from '../../triage/disposition';
import type { Urgency } from '../../triage/schema';
import { consideredIn } from '../fhir/considered';
import { proposeReferral } from '../fhir/service-request';
import type { Assessed } from './assess-request';
import { type Card, type CardFrame, type Indicator, makeCard, toList, uuidOf } from './card';
import { citationLinks } from './citation-links';
import { describeRecord } from './describe-record';
import type { FoundAnswers } from './find-answers';
import { makeNotAssessedCard } from './not-assessed-card';

const voice = { audience: 'clinician', language: 'en' } as const;

const indicatorOf: Readonly<Record<Urgency, Indicator>> = {
  'emergency-now': 'critical',
  'same-day': 'critical',
  'within-72h': 'warning',
  'within-2-weeks': 'warning',
  'routine-pt': 'info',
  'self-care': 'info',
};

/** What the answers on record mean, and beside it what they leave open. */
export function makePatientViewCards(
  frame: CardFrame,
  assessed: Assessed,
  patientId: string,
): Card[] {
  if (assessed.state !== 'found') {
    return [makeNotAssessedCard(frame, assessed.state, assessed.found)];
  }
  const { assessment, found } = assessed;
  const open = makeOpenCard(frame, assessment);
  return [makeLevelCard(frame, assessment, found, patientId), ...(open ? [open] : [])];
}

function makeLevelCard(
  frame: CardFrame,
  assessment: Assessment,
  found: FoundAnswers,
  patientId: string,
): Card {
  const { base, words, origin } = frame;
  const { urgency, urgencyCeiling, redFlags, referral, urgencyReasons } = assessment;
  const nameOf = (level: Urgency) => dispositionOf(base, level).name.clinician.en;
  const considered = consideredIn(assessment);
  const lead = redFlags[0]?.text ?? considered[0]?.name ?? urgencyReasons[0]?.text ?? referral.to;
  const decisive = urgencyReasons.filter((reason) => reason.urgency === urgency);
  const ceiling = isMoreUrgent(urgencyCeiling, urgency)
    ? [`${words.ceiling}: ${nameOf(urgencyCeiling)}`]
    : [];
  return makeCard(frame, {
    key: 'urgency',
    summary: `${nameOf(urgency)}: ${lead}`,
    detail: [
      ...toList(
        words.redFlags,
        redFlags.map(({ text, action }) => `${text}: ${action}`),
      ),
      ...toList(words.reasons, [...new Set([...decisive.map(({ text }) => text), ...ceiling])]),
      ...toList(
        words.considered,
        considered.map(({ name }) => name),
      ),
      ...toList(words.referral, [referral.to, referral.timeFrame, ...referral.tests]),
      ...toList(words.fromRecord, describeRecord(base, found.record)),
      ...toList(words.answered, [assessment.assessedAt]),
    ],
    indicator: indicatorOf[urgency],
    suggestions:
      urgency === 'self-care' ? [] : [referralSuggestion(frame, 'urgency', assessment, patientId)],
    links: [
      { label: words.knowledge, url: `${origin}/knowledge`, type: 'absolute' },
      ...citationLinks(
        base,
        redFlags.flatMap(({ sources }) => sources),
      ),
    ],
  });
}

/**
 * A draft that the clinician takes over or leaves: until then nothing is ordered.
 * @param card the key of the card that suggests it
 */
export function referralSuggestion(
  frame: CardFrame,
  card: string,
  assessment: Assessment,
  patientId: string,
) {
  const { base, words } = frame;
  const { urgency } = assessment;
  const subject = { reference: `Patient/${patientId}` };
  const proposal = proposeReferral({ base, assessment }, urgency, subject);
  return {
    label: words.refer,
    uuid: uuidOf(frame, `${card} refer`),
    isRecommended: isMoreUrgent(urgency, 'routine-pt'),
    actions: [
      {
        type: 'create' as const,
        description: words.refer,
        resource: { ...proposal, status: 'draft' as const },
      },
    ],
  };
}

/** Null where nothing is left open. */
function makeOpenCard(frame: CardFrame, assessment: Assessment): Card | null {
  const { base, words } = frame;
  const { notExcluded, urgency } = assessment;
  const [first] = notExcluded;
  if (!first) return null;
  const fields = new Map([...base.questions, ...base.findings].map((field) => [field.id, field]));
  const askOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const field = fields.get(id);
      return field ? [describeField(field, voice)] : [];
    });
  const raises = notExcluded.some((flag) => isMoreUrgent(flag.urgency, urgency));
  return makeCard(frame, {
    key: 'not-excluded',
    summary: `${words.notExcluded} (${notExcluded.length}): ${notExcluded.map(({ text }) => text).join('; ')}`,
    detail: toList(
      words.notExcluded,
      notExcluded.map(({ text, ask }) => `${text}: ${askOf(ask).join(', ')}`),
    ),
    indicator: raises ? 'warning' : 'info',
  });
}
