import { drawTable } from '../draw-table';
import type { Api, Rate } from './measure-api';

export function describeApi({ empty, assess, share, batchRowsPerSecond }: Api): string {
  const cells = ({ perSecond, p50Ms, p99Ms }: Rate) => [
    perSecond.toLocaleString('en'),
    String(p50Ms),
    String(p99Ms),
  ];
  return drawTable(
    ['API', 'requests/s', 'p50 ms', 'p99 ms', 'share'],
    [
      ['an empty handler', ...cells(empty), '1'],
      ['POST /api/v1/assess', ...cells(assess), String(share)],
      ['POST /api/v1/assess/batch, rows', batchRowsPerSecond.toLocaleString('en'), '', '', ''],
    ],
  );
}
