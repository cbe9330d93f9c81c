/** Assessment -> Summary: the one content model that page, PDF and note text are drawn from. */
import type { Input } from '../triage/answers';
import { assess } from '../triage/assess';
import type { Assessment } from '../triage/assessment';
import { dispositionOf, isMoreUrgent } from '../triage/disposition';
import type { KnowledgeBase } from '../triage/knowledge-base';
import { questionsToAsk } from '../triage/self-check';
import { say, sayTo, type Voice } from '../triage/voice';
import { describeLeg } from './describe-leg';
import { fieldPlaces, hasOwnPlace } from './field-places';
import { decidingUnknowns, evidenceFacts, findingsToExamine } from './key-facts';
import { listChanges } from './list-changes';
import { outcomeOf } from './outcome';
import { writeReplay } from './replay';
import { listAnswers, readAnswers } from './state-answers';
import { summarizeCondition } from './summarize-condition';
import { summarizeFlags } from './summarize-flags';
import { summarizeInstruments } from './summarize-instruments';
import { summarizeUrgency } from './summarize-urgency';
import type { SignedConclusion, Summary, Told } from './summary';
import { isWorthShowing } from './worth-showing';

export interface SummaryContext {
  readonly reference?: string | undefined;
  /** The questions that somebody answered "not sure". */
  readonly unsure?: readonly string[] | undefined;
  /** What a clinician concluded and signed. */
  readonly conclusion?: SignedConclusion | null | undefined;
}

/**
 * What a provider needs to know of one assessment.
 * @param assessment of this input, in clinical wording
 * @param voice whose language the summary speaks; its audience is the clinician
 */
export async function summarize(
  base: KnowledgeBase,
  input: Input,
  assessment: Assessment,
  voice: Voice,
  { reference, unsure = [], conclusion = null }: SummaryContext = {},
): Promise<Summary> {
  const at = new Date(assessment.assessedAt);
  const patientRead = await assess(base, input, at, voice.language, 'patient');
  const toBeExamined = { ...input, audience: 'clinician' } as const;
  const examined = await assess(base, toBeExamined, at, voice.language, voice.audience);
  const asked = new Set(questionsToAsk(base, input.answers).map(({ id }) => id));
  const reader = readAnswers(base, input.answers, unsure, voice);
  const isAsked = (id: string) => asked.has(id) || reader.isKnown(id);
  const shown = assessment.ranking.filter(isWorthShowing);
  const flagFacts = new Set(
    assessment.redFlags.flatMap(({ because }) => because.map(({ fact }) => fact)),
  );
  const { clock, to, tests, notTests, therapy, practiceBasis } = assessment.referral;
  return {
    version: 1,
    language: voice.language,
    reference: reference ?? null,
    filledInBy: input.audience,
    assessedAt: assessment.assessedAt,
    outcome: outcomeOf(assessment),
    headline: summarizeUrgency(base, assessment, voice),
    conclusion,
    levels: base.dispositions.map(({ id, name }) => ({ urgency: id, name: sayTo(name, voice) })),
    ask: {
      to,
      tests: [...askOfFlag(base, assessment), ...tests],
      notTests,
      therapy,
      practiceBasis,
      deadline: clock?.deadline ?? null,
      why: clock?.why ?? null,
    },
    redFlags: summarizeFlags(base, assessment, examined, reader),
    conditions: shown.map((condition) => summarizeCondition(base, assessment, condition, voice)),
    leg: describeLeg(base, input.answers, voice),
    person: fieldPlaces.person.filter(isAsked).map(reader.state),
    timeline: fieldPlaces.timeline.filter(isAsked).map(reader.state),
    keyAnswers: evidenceFacts(base, shown)
      .filter((fact) => reader.isKnown(fact) && !hasOwnPlace(fact) && !flagFacts.has(fact))
      .map(reader.state),
    keyUnknowns: decidingUnknowns(base, assessment, reader.isKnown).map(reader.state),
    toExamine: findingsToExamine(base, shown, reader.isKnown).map(reader.state),
    changes: listChanges(base, input, voice),
    answers: listAnswers(base, reader, asked, voice),
    instruments: summarizeInstruments(base, examined, reader, voice),
    told: pickTold(base, patientRead),
    knowledgeBase: {
      name: base.name,
      ...assessment.knowledgeBase,
      review: base.review,
      notice: base.review === null ? say(base.notReviewedNotice, voice) : null,
    },
    disclaimer: say(base.disclaimer, voice),
    replay: writeReplay(base, { input, unsure, at, language: voice.language }),
  };
}

/** What the red flag that sets the level asks, where the condition that leads is calmer, or none does. */
function askOfFlag({ conditions }: KnowledgeBase, assessment: Assessment): string[] {
  const { redFlags, urgency, referral } = assessment;
  const leading = conditions.find(({ id }) => id === referral.condition);
  if (leading && !isMoreUrgent(urgency, leading.referral.urgency)) return [];
  const asking = redFlags.find((flag) => flag.urgency === urgency);
  return asking ? [asking.action] : [];
}

/** What the patient was told, out of the assessment in the patient's wording. */
function pickTold(base: KnowledgeBase, patientRead: Assessment): Told {
  const { urgency, language, referral, advice, avoid, safetyNet, rehabilitation, recovery } =
    patientRead;
  const { name } = dispositionOf(base, urgency);
  return {
    urgency: sayTo(name, { audience: 'patient', language }),
    to: referral.to,
    advice,
    avoid,
    safetyNet,
    rehabilitation: rehabilitation.map((option) => ({ name: option.name, status: option.status })),
    recovery,
  };
}
