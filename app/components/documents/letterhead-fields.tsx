import { useTranslations } from 'next-intl';
import type { Letterhead } from '@/lib/summary/document/letterhead';
import { Field } from './field';

const fields = ['clinic', 'phone', 'clinician', 'patient', 'dateOfBirth'] as const;

/** Who writes the letter and about whom; what is left empty becomes a line to write on. */
export function LetterheadFields({ known }: { known: Partial<Letterhead> }) {
  const t = useTranslations('documents.letterhead');
  return (
    <fieldset className="mt-4">
      <legend className="font-semibold">{t('title')}</legend>
      <p className="measure text-small text-quiet">{t('hint')}</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        {fields.map((name) => (
          <Field key={name} label={t(name)}>
            <input
              name={name}
              type="text"
              defaultValue={known[name]}
              maxLength={200}
              autoComplete="off"
              className={control}
            />
          </Field>
        ))}
        <Field label={t('address')}>
          <textarea
            name="address"
            defaultValue={known.address}
            rows={3}
            maxLength={600}
            autoComplete="off"
            className={control}
          />
        </Field>
      </div>
    </fieldset>
  );
}

const control = 'min-h-12 w-full rounded-small border border-quiet bg-paper px-3 py-2';
