/** The files beside an output. */
export function sideFilesOf(output: string) {
  return {
    errors: `${output}.errors.ndjson`,
    progress: `${output}.progress`,
    summary: `${output}.summary.json`,
  };
}
