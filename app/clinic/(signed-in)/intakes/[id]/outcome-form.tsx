'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { makeUuid } from '@/app/components/make-uuid';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { NumberInput } from './number-input';
import { type Signed, sendOutcome } from './sign-intake';

type Item = KnowledgeBase['followUp']['items'][number] & { readonly title: string };

/** How the patient is now; what is left empty was not asked. */
export function OutcomeForm({ intakeId, items }: { intakeId: string; items: readonly Item[] }) {
  const t = useTranslations('followUp');
  const router = useRouter();
  const [outcomeId, setOutcomeId] = useState(makeUuid);
  const [values, setValues] = useState<Readonly<Record<string, number>>>({});
  const [outcome, setOutcome] = useState<Signed | null>(null);

  async function record() {
    if (Object.keys(values).length === 0) return setOutcome('incomplete');
    const done = await sendOutcome(intakeId, { outcomeId, values, note: null });
    setOutcome(done);
    if (done !== 'signed') return;
    setOutcomeId(makeUuid());
    setValues({});
    router.refresh();
  }

  function set(id: string, value: number | null) {
    const { [id]: _old, ...others } = values;
    setValues(value === null ? others : { ...others, [id]: value });
  }

  return (
    <details>
      <summary className="button-text">{t('record')}</summary>
      <div className="grid gap-3 pb-3">
        {items.map((item) => (
          <NumberInput
            key={`${outcomeId} ${item.id}`}
            label={item.title}
            field={item}
            value={values[item.id] ?? null}
            onChange={(value) => set(item.id, value)}
          />
        ))}
        <p>
          <button type="button" className="button-quiet" onClick={() => void record()}>
            {t('store')}
          </button>
        </p>
        <p role="alert" className="font-semibold">
          {outcome && t(`outcomes.${outcome}`)}
        </p>
      </div>
    </details>
  );
}
