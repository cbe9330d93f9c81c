'use client';

import { type ReactNode, useEffect, useRef } from 'react';

let isFirstScreen = true;

interface ScreenHeadingProps {
  readonly id?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The heading of a screen. It takes the focus when it replaces another screen, to be read out. */
export function ScreenHeading({ id, className = 'text-title', children }: ScreenHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstScreen) heading.current?.focus({ preventScroll: true });
    isFirstScreen = false;
  }, []);
  return (
    <h1 ref={heading} id={id} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
