/** What went wrong with a form as a whole; it is read out when it appears. */
export function FormFault({ children }: { children: string | null | undefined }) {
  return (
    <div role="alert">
      {children && <p className="measure border-l-8 border-ink pl-3 font-semibold">{children}</p>}
    </div>
  );
}
