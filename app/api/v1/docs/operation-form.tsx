'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Operation } from './operations-of';

interface Answered {
  readonly status: string;
  readonly text: string;
}

/** More of an answer than this is no pleasure to read. */
const shownMax = 20_000;
const field = 'w-full rounded-small border border-quiet bg-paper px-3 py-2 font-mono text-small';

/** Sends what stands in it to this server, and shows what comes back. */
export function OperationForm({ operation }: { operation: Operation }) {
  const t = useTranslations('api');
  const { id, method, path, body } = operation;
  const [isSending, setSending] = useState(false);
  const [answered, setAnswered] = useState<Answered | null>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const form = new FormData(event.currentTarget);
    const key = String(form.get('key') ?? '').trim();
    try {
      const response = await fetch(path, {
        method,
        headers: {
          ...(body && { 'Content-Type': body.mediaType }),
          ...(key && { Authorization: `Bearer ${key}` }),
        },
        ...(body && { body: String(form.get('body')) }),
      });
      const status = `${response.status} ${response.statusText}`.trim();
      setAnswered({ status, text: await textOf(response) });
    } catch {
      setAnswered({ status: t('failed'), text: '' });
    }
    setSending(false);
  }

  async function textOf(response: Response): Promise<string> {
    const type = response.headers.get('content-type') ?? '';
    if (/json|text/.test(type)) return indent(await response.text());
    return t('file', { type, bytes: (await response.blob()).size });
  }

  return (
    <form onSubmit={(event) => void send(event)} className="mt-4 grid gap-4">
      {body && (
        <label className="block">
          <span className="font-semibold">{t('body', { mediaType: body.mediaType })}</span>
          <textarea
            name="body"
            rows={Math.min(12, body.example.split('\n').length + 1)}
            defaultValue={body.example}
            spellCheck={false}
            className={field}
          />
        </label>
      )}
      <label className="block">
        <span className="font-semibold">{t('key')}</span>
        <input name="key" type="text" autoComplete="off" spellCheck={false} className={field} />
      </label>
      <div>
        <button type="submit" className="button-quiet" aria-disabled={isSending}>
          {t(isSending ? 'sending' : 'send')}
        </button>
      </div>
      <div aria-live="polite">
        {answered && (
          <section aria-labelledby={`${id}-answer`}>
            <h3 id={`${id}-answer`} className="font-semibold">
              {t('answer')}: {answered.status}
            </h3>
            {answered.text.length > shownMax && (
              <p>{t('shortened', { shown: shownMax, all: answered.text.length })}</p>
            )}
            <textarea
              readOnly
              aria-labelledby={`${id}-answer`}
              rows={16}
              value={answered.text.slice(0, shownMax)}
              className={field}
            />
          </section>
        )}
      </div>
    </form>
  );
}

function indent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
