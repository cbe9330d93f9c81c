'use client';

import { useEffect, useState } from 'react';

/** Modules of white around the code, which readers need. */
const margin = 4;

interface Drawing {
  /** Modules a side, with the margin. */
  readonly size: number;
  readonly path: string;
}

interface QrCodeProps {
  text: string;
  /** What it is, for who cannot see it. */
  label: string;
  /** Its size, where it is not that of a screen. */
  className?: string | undefined;
}

/** The text as a QR code, black on white by day and by night; nothing until it is drawn. */
export function QrCode({ text, label, className = 'size-44 shrink-0' }: QrCodeProps) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);

  useEffect(() => {
    let isCurrent = true;
    drawQrCode(text).then(
      (drawn) => isCurrent && setDrawing(drawn),
      // Offline the drawing may not load: the reference stands beside it in letters.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [text]);

  return (
    <div className={className}>
      {drawing && (
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${drawing.size} ${drawing.size}`}
          shapeRendering="crispEdges"
        >
          <rect width="100%" height="100%" fill="#ffffff" />
          <path d={drawing.path} fill="#000000" />
        </svg>
      )}
    </div>
  );
}

async function drawQrCode(text: string): Promise<Drawing> {
  const { create } = await import('qrcode');
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = Array.from(data, (isDark, place) => {
    const x = (place % size) + margin;
    const y = Math.floor(place / size) + margin;
    return isDark ? `M${x} ${y}h1v1h-1z` : '';
  });
  return { size: size + 2 * margin, path: squares.join('') };
}
