import { type ReactNode, type Ref, useId } from 'react';

interface ConfirmDialogProps {
  /** By which it is shown. */
  readonly ref: Ref<HTMLDialogElement>;
  readonly question: string;
  /** What follows from it. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly keep: string;
  readonly onConfirm: () => void;
}

/** Asks once before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { ref, question, children, confirm, keep, onConfirm } = props;
  const titleId = useId();
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className="m-auto w-[calc(100%-2.5rem)] max-w-md border border-quiet bg-paper p-6 text-ink backdrop:bg-black/50"
    >
      <h2 id={titleId} className="text-lead break-words">
        {question}
      </h2>
      <div className="pt-2 pb-6 break-words">{children}</div>
      <form method="dialog" className="flex flex-wrap gap-3">
        <button type="submit" className="button-primary" onClick={onConfirm}>
          {confirm}
        </button>
        <button type="submit" className="button-quiet">
          {keep}
        </button>
      </form>
    </dialog>
  );
}
