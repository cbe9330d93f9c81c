'use client';

import { passkeyClient } from '@better-auth/passkey/client';
import { createAuthClient } from 'better-auth/client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** Signs in with a passkey of this device. */
export function PasskeyButton({ next }: { next: string }) {
  const t = useTranslations('signIn.passkey');
  const [hasFailed, setFailed] = useState(false);

  async function signIn() {
    const client = createAuthClient({ plugins: [passkeyClient()] });
    const answer = await client.signIn.passkey();
    if (answer?.error) setFailed(true);
    else window.location.assign(next);
  }

  return (
    <div className="mt-6 border-t border-line pt-4">
      <button type="button" className="button-quiet" onClick={() => void signIn()}>
        {t('action')}
      </button>
      <p role="alert">{hasFailed && t('failed')}</p>
    </div>
  );
}
