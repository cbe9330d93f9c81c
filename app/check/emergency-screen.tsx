'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { KnowledgeBase } from '@/lib/triage/knowledge-base';
import type { Voice } from '@/lib/triage/voice';
import { EmergencyStop } from './emergency-stop';
import { emergencyReasons, findNextPlace } from './find-next-place';
import { goInstead, goTo, hrefTo, reviewPlace } from './places';
import { useAssessmentSoFar } from './use-assessment-so-far';
import type { SelfCheck } from './use-self-check';

interface EmergencyScreenProps {
  readonly base: KnowledgeBase;
  readonly selfCheck: SelfCheck;
  readonly voice: Voice;
  readonly onShowResult: () => void;
}

/** The emergency stop while the answers are an emergency; else the way on. */
export function EmergencyScreen({ base, selfCheck, voice, onShowResult }: EmergencyScreenProps) {
  const t = useTranslations('check');
  const assessment = useAssessmentSoFar(base, selfCheck, voice.language);
  const isOver = assessment && emergencyReasons(assessment).length === 0;

  useEffect(() => {
    if (isOver) findNextPlace(base, selfCheck).then((found) => goInstead(hrefTo(found)));
  }, [isOver, base, selfCheck]);

  if (!assessment || isOver) return <p className="page text-quiet">{t('loading')}</p>;

  const flags = assessment.redFlags.filter(({ urgency }) => urgency === 'emergency-now');
  const causes = new Set(flags.flatMap(({ because }) => because.map(({ fact }) => fact)));
  const lastCause = base.questions.findLast(({ id }) => causes.has(id));
  return (
    <EmergencyStop
      base={base}
      assessment={assessment}
      voice={voice}
      onMistake={() => goTo(hrefTo(lastCause?.id ?? reviewPlace))}
      onShowResult={onShowResult}
    />
  );
}
