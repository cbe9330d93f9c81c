import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { knowledgeBase } from '@/lib/knowledge/read-rules';
import { say, sayTo } from '@/lib/triage/voice';
import { ConditionLink } from '../condition-link';
import type { Citer } from './find-citers';

const pages = {
  redFlags: '/knowledge/red-flags',
  instruments: '/knowledge/instruments',
  findings: '/knowledge/examination',
  questions: '/knowledge/questions',
  rehabilitation: '/knowledge/rehabilitation',
} as const;

/** The way to what cites a source, named as it names itself. */
export function CiterLink({ citer: { room, id } }: { citer: Citer }) {
  const t = useTranslations('knowledge.sources');
  const name = useName();
  if (room === 'conditions') return <ConditionLink id={id} />;
  if (room === 'reasoning' || room === 'followUp') return t(room);
  return (
    <Link href={id ? `${pages[room]}#${id}` : pages[room]}>
      {name(room, id) ?? t('contraindications')}
    </Link>
  );
}

function useName() {
  const voice = { audience: 'clinician', language: useLocale() } as const;
  const base = knowledgeBase();
  return (room: keyof typeof pages, id: string): string | undefined => {
    switch (room) {
      case 'redFlags': {
        const flag = base.redFlags.find((one) => one.id === id);
        return flag && sayTo(flag.name, voice);
      }
      case 'questions': {
        const question = base.questions.find((one) => one.id === id);
        return question && say(question.clinician, voice);
      }
      case 'rehabilitation': {
        const option = base.rehabilitation.options.find((one) => one.id === id);
        return option && say(option.name, voice);
      }
      case 'instruments':
      case 'findings': {
        const named = base[room].find((one) => one.id === id);
        return named && say(named.name, voice);
      }
    }
  };
}
