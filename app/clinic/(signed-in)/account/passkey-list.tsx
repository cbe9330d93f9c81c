'use client';

import { passkeyClient } from '@better-auth/passkey/client';
import { createAuthClient } from 'better-auth/client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LocalTime } from '@/app/check/summary/local-time';
import { Submit } from '@/app/components/forms/submit';
import { removePasskey } from './actions';

interface PasskeyListProps {
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly createdAt: string | null;
  }[];
}

/** The passkeys of the account, and the way to add this device's. */
export function PasskeyList({ passkeys }: PasskeyListProps) {
  const t = useTranslations('account.passkeys');
  const router = useRouter();
  const [hasFailed, setFailed] = useState(false);

  async function add() {
    const client = createAuthClient({ plugins: [passkeyClient()] });
    const added = await client.passkey.addPasskey({ name: navigator.platform || t('unnamed') });
    setFailed(Boolean(added?.error));
    router.refresh();
  }

  return (
    <>
      <p className="measure mt-2">{t('text')}</p>
      <ul className="mt-2">
        {passkeys.map(({ id, name, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-4 border-t border-line py-2">
            <span>
              {name ?? t('unnamed')} {createdAt && <LocalTime iso={createdAt} />}
            </span>
            <form action={removePasskey.bind(null, id)}>
              <Submit quiet>{t('remove')}</Submit>
            </form>
          </li>
        ))}
      </ul>
      <p className="mt-3 flex flex-wrap items-center gap-4">
        <button type="button" className="button-quiet" onClick={() => void add()}>
          {t('add')}
        </button>
        <span role="alert">{hasFailed && t('failed')}</span>
      </p>
    </>
  );
}
