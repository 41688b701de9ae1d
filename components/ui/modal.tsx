"use client";
import { X } from "lucide-react";
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { holdPage } from "./hold-page";

/** What a dialog and a drawer share: their title, what they hold, and what to do when their person closes them. */
export type ModalProps = {
  title: ReactNode;
  /** Called on Escape, on the close button and on a press beside it. */
  onClose: () => void;
  children: ReactNode;
};

/**
 * A native modal `dialog`, open for as long as it is rendered. The browser keeps the focus inside, makes the rest inert
 * and gives the focus back. It stands at the end of the document, so that no table, form or closed menu holds it.
 * @param className where it stands and how large it is.
 */
export function Modal({ title, onClose, children, className }: ModalProps & { className: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // In the layout phase, so that it closes before it leaves the document: only then does the focus go back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return;
    const release = holdPage();
    element.showModal();
    firstControl(element)?.focus();
    return () => {
      element.close();
      release();
    };
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      className={`flex-col border-line bg-raised p-0 text-ink shadow-dialog open:flex ${className}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (!isBackdrop(event)) return;
        // What lies under the pointer once the dialog is gone must not take the focus.
        event.preventDefault();
        onClose();
      }}
      // A portal's events go up through React's tree: a form inside is no business of a form around.
      onSubmit={(event) => event.stopPropagation()}
      onInput={(event) => event.stopPropagation()}
    >
      <ModalHead id={heading} title={title} onClose={onClose} />
      <div data-modal-body className="overflow-y-auto overscroll-contain px-5 py-4">
        {children}
      </div>
    </dialog>,
    document.body,
  );
}

function ModalHead({ id, title, onClose }: Pick<ModalProps, "title" | "onClose"> & { id: string }) {
  return (
    <div className="flex items-start justify-between gap-4 border-b border-line px-5 py-2.5">
      <h2 id={id} className="flex min-h-8 items-center text-lg font-semibold wrap-anywhere">
        {title}
      </h2>
      <button
        type="button"
        onClick={onClose}
        className="-me-2 inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-muted transition-colors hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden className="size-4.5" />
        <span className="sr-only">Close</span>
      </button>
    </div>
  );
}

/** The control to begin with: a field, or else a button of the content; the close button only where there is nothing else. */
function firstControl(dialog: HTMLDialogElement): HTMLElement | null {
  const wanted = "[data-first], input:not([type=hidden]), select, textarea";
  return (
    dialog.querySelector<HTMLElement>(wanted) ??
    dialog.querySelector<HTMLElement>("[data-modal-body] :is(a[href], button, summary)") ??
    dialog.querySelector<HTMLElement>("button")
  );
}

/** The backdrop belongs to the dialog element itself; its padding is nought, so that a press on the element is one beside it. */
function isBackdrop({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>): boolean {
  if (target !== currentTarget) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
