"use client";
import { Button, ButtonLink } from "@/components/ui/button";

/**
 * The end of a form: what saves it, the way out, and whether there is anything to save. In a long form it stays in view
 * at the foot of the window (`globals.css` keeps what has the focus from hiding under it).
 */
export function FormBar({
  submitLabel,
  cancelHref,
  pending,
  changed,
  done,
  sticky,
  tone,
}: {
  submitLabel: string;
  cancelHref?: string;
  pending: boolean;
  changed: boolean;
  done: boolean;
  sticky: boolean;
  tone: "primary" | "danger";
}) {
  const stateOf = () => {
    if (pending) return "Saving…";
    // A small form is all in view, and says by itself that something is typed into it.
    if (changed) return cancelHref === undefined ? "" : "Not saved yet";
    return done ? "Saved" : "";
  };
  const place = sticky
    ? "sticky bottom-0 z-(--z-sticky) short:static -mx-4 border-t border-line bg-canvas px-4 py-3 sm:-mx-6 sm:px-6"
    : "pt-1";
  return (
    <div data-sticky-bar={sticky || undefined} className={`flex flex-wrap items-center gap-x-2 gap-y-2 ${place}`}>
      <Button type="submit" tone={tone} pending={pending}>
        {submitLabel}
      </Button>
      {cancelHref !== undefined && (
        <ButtonLink href={cancelHref} tone="quiet">
          Cancel
        </ButtonLink>
      )}
      <span role="status" className="ms-1 text-sm text-ink-muted">
        {stateOf()}
      </span>
    </div>
  );
}
