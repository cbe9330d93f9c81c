'use client';

import { useSyncExternalStore } from 'react';
import { CopyLink } from '@/app/check/share/copy-link';

interface SecretLinkProps {
  readonly path: string;
  /** What it is for. */
  readonly text: string;
}

/** A link that is shown once, to be copied. */
export function SecretLink({ path, text }: SecretLinkProps) {
  const origin = useSyncExternalStore(neverChanges, siteOrigin, () => '');
  const address = `${origin}${path}`;
  return (
    <div className="mt-4 border-2 border-accent p-4">
      <p className="measure">{text}</p>
      <p className="my-2 text-small break-all select-all">{address}</p>
      <CopyLink address={address} />
    </div>
  );
}

function siteOrigin(): string {
  return window.location.origin;
}

function neverChanges() {
  return () => {};
}
