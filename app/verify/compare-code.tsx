'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Summary } from '@/lib/summary/summary';
import { isSameCode, verificationCode } from '@/lib/summary/verification-code';

const inputId = 'code-on-paper';
/** Letters of a whole code: less is still being typed. */
const codeLength = 12;

/** Whether the code on the paper is that of these answers; never on paper itself. */
export function CompareCode({ summary }: { summary: Summary }) {
  const t = useTranslations('verify');
  const [typed, setTyped] = useState('');
  const code = verificationCode(summary);
  const isWhole = typed.replaceAll(/[^0-9a-z]/gi, '').length >= codeLength;
  return (
    <section aria-label={t('title')} className="mb-8 print:hidden">
      <p className="measure">{t('replayed')}</p>
      <p className="mt-3">
        {t('code')} <strong className="text-lead tracking-wide tabular-nums">{code}</strong>
      </p>
      <label htmlFor={inputId} className="mt-3 block font-semibold">
        {t('onThePaper')}
      </label>
      <input
        id={inputId}
        type="text"
        size={18}
        maxLength={30}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="min-h-12 max-w-full rounded-small border border-quiet bg-paper px-3 text-lead tracking-wide tabular-nums"
      />
      <p role="status" className="measure mt-3 min-h-12 font-semibold">
        {isWhole && (isSameCode(typed, code) ? t('same') : t('different'))}
      </p>
      <p className="measure text-small text-quiet">{t('noSignature')}</p>
    </section>
  );
}
