'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { type DocumentKind, documentKinds } from '@/lib/summary/document/document-kind';
import type { Letterhead } from '@/lib/summary/document/letterhead';
import { type PaperSize, paperSizes } from '@/lib/summary/pdf/paper';
import { type Fetched, fetchPaper } from './fetch-paper';
import { Field } from './field';
import { LetterheadFields } from './letterhead-fields';
import { saveFile } from './save-file';
import { useLocalPaper } from './use-local-paper';

interface DownloadPaperProps {
  /** Where the paper is made. */
  readonly address: string;
  /** What is sent besides the choice of paper. */
  readonly content?: object;
  /** What is known of a letterhead already. */
  readonly letterhead?: Partial<Letterhead>;
  /** Which papers are offered. */
  readonly kinds?: readonly DocumentKind[];
  /** The paper that is offered first. */
  readonly firstKind?: DocumentKind;
}

type State = 'idle' | 'working' | Fetched['outcome'];

/** The way to a paper as PDF: which one, on what, and for a letter from whom. */
export function DownloadPaper({
  address,
  content = {},
  letterhead: known = {},
  kinds = documentKinds,
  firstKind = 'summary',
}: DownloadPaperProps) {
  const t = useTranslations('documents');
  const localPaper = useLocalPaper();
  const [kind, setKind] = useState<DocumentKind>(firstKind);
  const [chosen, setChosen] = useState<PaperSize | null>(null);
  const [state, setState] = useState<State>('idle');
  const [messages, setMessages] = useState<readonly string[]>([]);
  const paper = chosen ?? localPaper;

  async function download(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const letterhead = { ...known, ...Object.fromEntries(new FormData(event.currentTarget)) };
    setState('working');
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const fetched = await fetchPaper(address, { kind, paper, timeZone, letterhead, ...content });
    setState(fetched.outcome);
    setMessages(fetched.outcome === 'refused' ? fetched.messages : []);
    if (fetched.outcome === 'made') saveFile(fetched.file, `surae-${kind}.pdf`);
  }

  return (
    <form onSubmit={(event) => void download(event)} className="print:hidden">
      <div className="flex flex-wrap items-end gap-3">
        {kinds.length > 1 && (
          <Field label={t('choose')}>
            <select
              value={kind}
              onChange={({ target }) => setKind(find(documentKinds, target.value))}
              className={control}
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {t(`kinds.${one}`)}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field label={t('paper')}>
          <select
            value={paper}
            onChange={({ target }) => setChosen(find(paperSizes, target.value))}
            className={control}
          >
            {paperSizes.map((one) => (
              <option key={one} value={one}>
                {t(`papers.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <button type="submit" className="button-quiet" disabled={state === 'working'}>
          {t('download')}
        </button>
      </div>
      {kind === 'referral-letter' && <LetterheadFields known={known} />}
      <div aria-live="polite" className="measure mt-2 text-small">
        {state !== 'idle' && <p>{t(`states.${state}`)}</p>}
        {messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </form>
  );
}

const control = 'min-h-12 rounded-small border border-quiet bg-paper px-3';

function find<Value extends string>(values: readonly [Value, ...Value[]], value: string): Value {
  return values.find((one) => one === value) ?? values[0];
}
