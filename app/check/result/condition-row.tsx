'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePrinting } from '@/app/components/use-printing';
import { EvidenceBar } from '@/app/knowledge/evidence-bar';
import type { Assessment, RankedCondition } from '@/lib/triage/assessment';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import { sayLikelihood } from '@/lib/triage/say-likelihood';
import { sayTo } from '@/lib/triage/voice';
import { EvidenceList } from './evidence-list';

interface ConditionRowProps {
  readonly base: KnowledgeBase;
  readonly assessment: Assessment;
  readonly condition: RankedCondition;
  /** On paper the reasons of the first few are unfolded; those of all would fill thirty pages. */
  readonly printsReasons: boolean;
}

/** One condition: name, likelihood and evidence at a glance, and everything about it unfolded. */
export function ConditionRow({ base, assessment, condition, printsReasons }: ConditionRowProps) {
  const isPrinting = usePrinting();
  const [isOpen, setOpen] = useState(false);
  const t = useTranslations('result.condition');
  const { audience, language } = assessment;
  const voice = { audience, language };
  const { supports, opposes, open } = condition;
  const about = base.conditions.find(({ id }) => id === condition.condition);
  const flags = assessment.redFlags.filter((flag) => flag.condition === condition.condition);
  const counts = { for: supports.length, against: opposes.length, open: open.length };
  const reading = { sources: base.sources, showsWeights: audience === 'clinician' };
  return (
    <li className="border-t border-line">
      <details
        className="group"
        open={isOpen || (isPrinting && printsReasons)}
        onToggle={({ currentTarget }) => isPrinting || setOpen(currentTarget.open)}
      >
        <summary className="grid min-h-12 list-none grid-cols-[1.25rem_1fr] gap-x-2 py-3 [&::-webkit-details-marker]:hidden">
          <svg
            aria-hidden="true"
            width="12"
            height="12"
            viewBox="0 0 12 12"
            className="mt-2 fill-none stroke-quiet stroke-2 group-open:rotate-90 print:invisible"
          >
            <path d="m4 1 5 5-5 5" />
          </svg>
          <span className="grid gap-x-6 gap-y-1 @xl:grid-cols-[1fr_8rem_13rem] @xl:items-center">
            <span className="font-semibold">
              {condition.name}
              {flags.length > 0 && (
                <span className="block text-small font-normal">{t('pinned')}</span>
              )}
            </span>
            <span>{sayLikelihood(base, assessment, condition, voice)}</span>
            <EvidenceBar
              present={[...supports, ...opposes].filter(({ counted }) => counted)}
              open={open}
              fullWeight={base.reasoning.evidenceCap}
              label={t('bar', counts)}
            />
          </span>
        </summary>
        <div className="grid gap-5 pb-6 pl-7">
          {about && (
            <div className="measure">
              <p>
                {sayTo(about.definition, voice)} {sayTo(about.presentation, voice)}
              </p>
              <p>
                <Link href={`/knowledge/conditions/${about.id}`} className="button-text">
                  {t('more', { name: condition.name })}
                </Link>
              </p>
            </div>
          )}
          {flags.length > 0 && (
            <div>
              <h3 className="font-semibold">{t('flags')}</h3>
              <ul className="list-disc pl-5">
                {flags.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            </div>
          )}
          <EvidenceList title={t('for')} evidence={supports} {...reading} />
          <EvidenceList title={t('against')} evidence={opposes} {...reading} />
          <EvidenceList title={t('open')} evidence={open} {...reading} isOpen />
        </div>
      </details>
    </li>
  );
}
