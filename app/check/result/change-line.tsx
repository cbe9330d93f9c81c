import { useTranslations } from 'next-intl';
import { UrgencyMark } from '@/app/components/urgency-mark';
import type { Audience } from '@/lib/triage/answers';
import type { Assessment } from '@/lib/triage/assessment';
import { describeAnswer, describeField } from '@/lib/triage/describe-answer';
import { dispositionOf } from '@/lib/triage/disposition';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Supposition } from '@/lib/triage/suppositions';
import { say, sayTo } from '@/lib/triage/voice';
import type { Change } from '@/lib/triage/what-if';

interface ChangeLineProps {
  readonly base: KnowledgeBase;
  readonly change: Change;
  readonly assessment: Assessment;
  readonly audience: Audience;
}

/** If this were answered so: the urgency, and the condition that would come first if it is another. */
export function ChangeLine({ base, change, assessment, audience }: ChangeLineProps) {
  const t = useTranslations('result.whatWouldChange');
  const voice = { audience, language: assessment.language };
  const { outcome, when } = change;
  const fields = [...base.questions, ...base.findings];
  const describe = (field: (typeof fields)[number], answer: Supposition['answer']): string => {
    if (typeof answer !== 'object' || !('min' in answer))
      return describeAnswer(field, answer, voice);
    const unit = field.unit ? ` ${say(field.unit, voice)}` : '';
    const values = { from: answer.min, to: answer.max, unit };
    if (answer.max === field.maximum) return t('from', values);
    return t(answer.min === field.minimum ? 'to' : 'between', values);
  };
  const first = base.conditions.find(({ id }) => id === outcome.condition);
  const isAnotherFirst = outcome.condition !== assessment.ranking[0]?.condition;
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-line py-3 @xl:grid-cols-[1fr_15rem]">
      <span className="grid gap-1">
        {when.map(({ field: id, answers }, place) => {
          const field = fields.find((one) => one.id === id);
          if (!field) return null;
          return (
            <span key={id}>
              {place > 0 && `${t('and')} `}
              <span className="text-quiet">{describeField(field, voice)}</span>{' '}
              <span className="font-semibold">
                {answers.map((answer) => describe(field, answer)).join(t('or'))}
              </span>
            </span>
          );
        })}
      </span>
      <span>
        <UrgencyMark
          urgency={outcome.urgency}
          name={sayTo(dispositionOf(base, outcome.urgency).name, voice)}
          size="small"
        />
        {first && isAnotherFirst && (
          <span className="block text-small">{t('first', { name: sayTo(first.name, voice) })}</span>
        )}
      </span>
    </li>
  );
}
