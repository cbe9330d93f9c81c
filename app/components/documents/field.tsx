/** A control with its label above. */
export function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="block">
      <span className="block font-semibold">{label}</span>
      {children}
    </label>
  );
}
