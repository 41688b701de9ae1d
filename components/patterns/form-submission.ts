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
export type Submission<Data = unknown> = {
  /** For the form's `action`: how the form is posted where no script runs. */
  formAction: (form: FormData) => void;
  /** For where scripts run: the page stays, and a dead network is a failure like any other. */
  post: (form: FormData) => void;
  pending: boolean;
  failure: FormFailure | null;
  /** The last answer was a success, and led nowhere. */
  done: boolean;
  /** What that success gave; null after any other answer. */
  data: Data | null;
  /** Puts the last failure away, because the person has read it. */
  dismiss: () => void;
};

/**
 * Posts a form to a server action in both ways. With scripts the action is called in a transition of its own and not
 * by `useActionState`, because that would give an error on the way to the page's error boundary, and the form with all
 * that was typed would be gone. Where the action redirects, the redirect goes through.
 * @param shared whether the form has another action beside this one. Without scripts the framework finds an answer's place
 * by one key of the form alone, and would drop that of its second action: so both have the same, and differ by the action.
 */
export function useSubmission<Data>(action: FormAction<Data>, onDone?: () => void, shared = false): Submission<Data> {
  const [posted, formAction] = useActionState(action, null, shared ? "" : undefined);
  const [answer, setAnswer] = useState<ActionResult<Data> | FormFailure | null>(posted);
  const [pending, startTransition] = useTransition();
  const post = (form: FormData) =>
    startTransition(async () => {
      const came = await answered(() => action(null, form));
      // After an await the updates belong to no transition any more, unless they start one. What follows from a success is
      // shown with it, and with the page that came along: not before them, on what was there.
      startTransition(() => {
        setAnswer(came);
        if (came.ok) onDone?.();
      });
    });
  return {
    formAction,
    post,
    pending,
    failure: answer === null || answer.ok ? null : answer,
    done: answer?.ok === true,
    data: answer?.ok === true ? answer.data : null,
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
