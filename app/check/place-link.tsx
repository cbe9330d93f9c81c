'use client';

import type { ReactNode } from 'react';
import { goTo } from './places';

interface PlaceLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link within the self-check that asks the server for nothing. */
export function PlaceLink({ href, className, children }: PlaceLinkProps) {
  return (
    <a
      href={href}
      className={className}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        goTo(href);
      }}
    >
      {children}
    </a>
  );
}
