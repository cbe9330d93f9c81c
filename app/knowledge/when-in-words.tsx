import { useTranslations } from 'next-intl';
import { describeAnswer, describeField } from '@/lib/triage/describe-answer';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Comparison, When } from '@/lib/triage/schema';
import { say, type Voice } from '@/lib/triage/voice';

interface WhenInWordsProps {
  readonly base: KnowledgeBase;
  readonly when: When;
  readonly voice: Voice;
}

/** A rule's logic as nested lists: all of, any of, and what each comparison reads. */
export function WhenInWords({ base, when, voice }: WhenInWordsProps) {
  const t = useTranslations('knowledge.when');
  if ('fact' in when) return <ComparisonInWords base={base} comparison={when} voice={voice} />;
  const parts = 'all' in when ? when.all : when.any;
  const [only] = parts;
  if (only && parts.length === 1) return <WhenInWords base={base} when={only} voice={voice} />;
  return (
    <>
      <span className="text-quiet">{'all' in when ? t('all') : t('any')}</span>
      <ul className="list-disc pl-5 marker:text-quiet">
        {parts.map((part) => (
          <li key={JSON.stringify(part)}>
            <WhenInWords base={base} when={part} voice={voice} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ComparisonInWords({
  base,
  comparison: { fact, operator, value },
  voice,
}: {
  base: KnowledgeBase;
  comparison: Comparison;
  voice: Voice;
}) {
  const t = useTranslations('knowledge.when');
  const field = [...base.questions, ...base.findings].find(({ id }) => id === fact);
  const instrument = base.instruments.find(({ id }) => id === fact);
  const name = field
    ? describeField(field, voice)
    : instrument
      ? say(instrument.name, voice)
      : fact;
  const said =
    typeof value === 'number'
      ? `${value}${field?.unit ? ` ${say(field.unit, voice)}` : ''}`
      : value.map((one) => (field ? describeAnswer(field, one, voice) : one)).join(t('or'));
  return (
    <span>
      {name} <span className="text-quiet">{t(operator)}</span> {said}
    </span>
  );
}
