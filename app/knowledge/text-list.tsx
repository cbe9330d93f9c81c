/** Sentences, one below the other. */
export function TextList({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="measure grid list-disc gap-1 pl-5 marker:text-quiet">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
