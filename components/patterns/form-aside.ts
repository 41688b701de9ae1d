import type { ReactNode } from "react";
import type { FormValues } from "@/lib/platform/action/result";
import { type FormAction, type Submission, useSubmission } from "./form-submission";

/** The attribute of the button that asks, which tells it from the button that saves. */
export const ASIDE = "data-aside";

/** What an answer has to bring beside itself: what was sent, because a page that answers a post without scripts forgets it. */
export type AskedData = Readonly<{ values: FormValues }>;

/**
 * A question about a form as it stands, asked by a second button: what a save would do, say. Nothing is saved, and the
 * form may be unfinished: the action judges what it needs. The answer stands below the form.
 */
export type FormAside<Asked extends AskedData> = Readonly<{
  /** The server action itself, as `FormShell` takes its own. */
  action: FormAction<Asked>;
  label: string;
  /** What is said while the answer is awaited. */
  pendingLabel: string;
  show: (answer: Asked) => ReactNode;
}>;

/** How a form's question goes to its action, and what came of it; a form that has none to ask never asks. */
export function useAside<Asked extends AskedData>(aside: FormAside<Asked> | undefined): Submission<Asked> {
  return useSubmission(aside?.action ?? neverAsked, undefined, true);
}

async function neverAsked(): Promise<never> {
  throw new Error("This form has nothing to ask.");
}
