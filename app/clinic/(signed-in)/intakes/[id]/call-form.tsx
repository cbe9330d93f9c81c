'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PageCall } from '@/app/clinic/page-calls';
import { makeUuid } from '@/app/components/make-uuid';
import { callNoteMax, callResults } from '@/lib/clinic/call-results';
import type { CallResult } from '@/lib/intake/generated/enums';
import { DecisionField } from './decision-field';
import { type CallSent, sendCall } from './send-call';

interface CallFormProps {
  readonly intakeId: string;
  readonly readsNotes: boolean;
  readonly onRecorded: (calls: readonly PageCall[]) => void;
}

const blank = { result: null, at: '', note: '' } satisfies Written;

interface Written {
  readonly result: CallResult | null;
  /** As the field has it, in the device's zone; empty for now. */
  readonly at: string;
  readonly note: string;
}

/** One call: what came of it, when, and what is worth noting. */
export function CallForm({ intakeId, readsNotes, onRecorded }: CallFormProps) {
  const t = useTranslations('calls');
  const [callId, setCallId] = useState(makeUuid);
  const [written, setWritten] = useState<Written>(blank);
  const [outcome, setOutcome] = useState<CallSent['outcome'] | 'no-result' | null>(null);
  const [isSending, setSending] = useState(false);

  async function record() {
    const { result, note } = written;
    if (result === null) return setOutcome('no-result');
    setSending(true);
    const at = written.at ? new Date(written.at).toISOString() : null;
    const sent = await sendCall(intakeId, { callId, result, at, note: note.trim() || null });
    setSending(false);
    setOutcome(sent.outcome);
    if (sent.outcome !== 'recorded') return;
    onRecorded(sent.calls);
    setCallId(makeUuid());
    setWritten(blank);
  }

  return (
    <div className="measure grid gap-3 pb-3">
      <fieldset>
        <legend className="font-semibold">{t('result')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {callResults.map((one) => (
            <label key={one} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="call-result"
                checked={written.result === one}
                onChange={() => setWritten({ ...written, result: one })}
                className="size-5"
              />
              {t(`results.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <DecisionField
        id="call-at"
        label={t('at')}
        fault={outcome === 'unlikely-time' ? t('unlikelyTime') : null}
      >
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            value={written.at}
            onChange={({ target }) => setWritten({ ...written, at: target.value })}
          />
        )}
      </DecisionField>
      <DecisionField id="call-note" label={t(readsNotes ? 'note' : 'noteUnread')} fault={null}>
        {(control) => (
          <input
            {...control}
            maxLength={callNoteMax}
            autoComplete="off"
            value={written.note}
            onChange={({ target }) => setWritten({ ...written, note: target.value })}
          />
        )}
      </DecisionField>
      <p>
        <button
          type="button"
          className="button-quiet"
          aria-disabled={isSending}
          onClick={() => isSending || void record()}
        >
          {t('store')}
        </button>
      </p>
      <p role="alert" className="font-semibold">
        {outcome && t(`outcomes.${outcome}`)}
      </p>
    </div>
  );
}
