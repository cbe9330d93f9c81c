import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type OfferedPatient, offeredMax } from '@/lib/clinic/find-patients';

interface KnownPatientsProps {
  readonly search: string;
  /** Null where nobody was searched. */
  readonly offered: readonly OfferedPatient[] | null;
}

/** The way to invite somebody whom the clinic knows: found by name or date of birth, chosen by a link. */
export function KnownPatients({ search, offered }: KnownPatientsProps) {
  const t = useTranslations('invite.search');
  return (
    <search className="mt-4 block print:hidden">
      <form action="/clinic/invite" className="flex flex-wrap items-end gap-3">
        <div>
          <label htmlFor="known" className="block font-semibold">
            {t('label')}
          </label>
          <input
            id="known"
            name="search"
            type="search"
            defaultValue={search}
            autoComplete="off"
            className="mt-1 min-h-12 w-64 rounded-small border-2 border-quiet bg-paper px-3"
          />
        </div>
        <button type="submit" className="button-quiet">
          {t('find')}
        </button>
      </form>
      {offered && (
        <div role="status" className="mt-2">
          {offered.length === 0 && <p>{t('nobody')}</p>}
          <ul>
            {offered.map(({ id, name, dateOfBirth }) => (
              <li key={id}>
                <Link
                  href={`/clinic/invite?patient=${id}`}
                  className="inline-flex min-h-10 items-center"
                >
                  {dateOfBirth
                    ? t('born', { name, date: dateOfBirth.toISOString().slice(0, 10) })
                    : name}
                </Link>
              </li>
            ))}
          </ul>
          {offered.length === offeredMax && <p className="text-quiet">{t('more')}</p>}
        </div>
      )}
    </search>
  );
}
