import { prepareRun, startSurae } from '../start-surae';

/** Starts Surae on a free port with an empty database for the run, and removes both after. */
export default async function startForTheRun(): Promise<() => Promise<void>> {
  const { environment, url, remove } = await prepareRun();
  const { launcher, prints, ends } = startSurae(environment);
  await prints('Surae is ready');
  process.env.SURAE_TEST_URL = url;
  process.env.SURAE_TEST_DATA = environment.SURAE_DATA;
  return async () => {
    launcher.kill('SIGTERM');
    await ends;
    remove();
  };
}
