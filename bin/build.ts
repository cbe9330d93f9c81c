/** `npm run build`: builds what `npm start` would build, for an image that only starts. */
import { buildPages, generateClient } from './build-if-stale';
import { runCommand } from './run-command';

await runCommand(async (signal) => {
  await generateClient(signal);
  await buildPages(signal);
});
