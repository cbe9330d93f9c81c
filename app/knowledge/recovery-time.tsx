import { useTranslations } from 'next-intl';

/** How long recovery usually takes, or that it has no usual time. */
export function RecoveryTime({ weeks }: { weeks?: { from: number; to: number } | undefined }) {
  const t = useTranslations('knowledge.recoveryTime');
  return weeks ? t('weeks', weeks) : t('varies');
}
