import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useActionState, useState, useTransition } from "react";
import type { ActionFailure, ActionResult } from "@/lib/platform/action/result";

/** A server action as a component receives it. */
export type FormAction<Data = unknown> = (
  previous: ActionResult<Data> | null,
  form: FormData,
) => Promise<ActionResult<Data>>;

/** A failure that the server has told, or that the browser found out by itself because no answer came. */
export type FormFailure = Omit<ActionFailure, "code"> & { code: ActionFailure["code"] | "unreached" };

const unreached = "The portal could not be reached. Nothing was saved; what you typed is still here.";
const outdated =
  "The portal was renewed since you opened this page. Nothing was saved. Copy what you typed, then reload the page.";
const unanswered =
  "Something went wrong on our side, and it is not certain whether this was saved. What you typed is still here.";

/** How a form's data go to its action, and what came of it. */
export type Submission = {
  /** For the form's `action`: how the form is posted where no script runs. */
  formAction: (form: FormData) => void;
  /** For where scripts run: the page stays, and a dead network is a failure like any other. */
  post: (form: FormData) => void;
  pending: boolean;
  failure: FormFailure | null;
  /** The last answer was a success, and led nowhere. */
  done: boolean;
  /** Puts the last failure away, because the person has read it. */
  dismiss: () => void;
};

/**
 * Posts a form to a server action in both ways. With scripts the action is called in a transition of its own and not
 * by `useActionState`, because that would give an error on the way to the page's error boundary, and the form with all
 * that was typed would be gone. Where the action redirects, the redirect goes through.
 */
export function useSubmission<Data>(action: FormAction<Data>, onDone?: () => void): Submission {
  const [posted, formAction] = useActionState(action, null);
  const [answer, setAnswer] = useState<ActionResult<unknown> | FormFailure | null>(posted);
  const [pending, startTransition] = useTransition();
  const post = (form: FormData) =>
    startTransition(async () => {
      const came = await answered(() => action(null, form));
      // After an await the updates belong to no transition any more, unless they start one.
      startTransition(() => setAnswer(came));
      if (came.ok) onDone?.();
    });
  return {
    formAction,
    post,
    pending,
    failure: answer === null || answer.ok ? null : answer,
    done: answer?.ok === true,
    dismiss: () => setAnswer(null),
  };
}

/** The button that sent a form, whose name and value are sent along; null where it was sent without one. */
export function submittedBy(event: Event): HTMLElement | null {
  return event instanceof SubmitEvent ? event.submitter : null;
}

async function answered<Data>(ask: () => Promise<ActionResult<Data>>): Promise<ActionResult<Data> | FormFailure> {
  try {
    return await ask();
  } catch (error) {
    // Redirects and the framework's other answers travel as errors, too.
    unstable_rethrow(error);
    // fetch fails with a TypeError where there was no answer at all.
    if (error instanceof TypeError) return { ok: false, code: "unreached", message: unreached };
    const message = unstable_isUnrecognizedActionError(error) ? outdated : unanswered;
    return { ok: false, code: "unavailable", message };
  }
}
