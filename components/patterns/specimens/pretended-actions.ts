import { LOADED_FIELD } from "@/lib/platform/action/constants";
import type { ActionFailure, ActionResult, FormValues } from "@/lib/platform/action/result";
import type { FormAction } from "../form-submission";
import { formValues, valueText } from "../form-values";

const done: ActionResult<null> = { ok: true, data: null };

/**
 * Actions of the design page: they run in the browser, post nowhere and save nothing. Each ends in its own way, after a
 * moment in which the form can be seen waiting.
 */
export const pretended = {
  /** Refuses the title "taken" as a server would, and accepts everything else. */
  check: pretend((values) =>
    valueText(values.title) === "taken"
      ? refuse("invalid", "Some answers need another look.", { fields: { title: "Another place has this name." } })
      : done,
  ),
  /** Asks once, and accepts what comes with its confirmation. */
  confirm: pretend((values) =>
    valueText(values.confirmed) === "yes"
      ? done
      : refuse("confirmation_required", "You will lose sight of something.", {
          confirmation: "yes",
          reasons: [{ code: "out_of_reach", text: "The place that you take away is the last one you look after." }],
          disappearing: [{ type: "partner", id: "1", name: "Hulme Garden Centre and its 2 calendars" }],
        }),
  ),
  /** Says that Amina was faster, until the version is hers. */
  stale: pretend((values) =>
    valueText(values.version) === "4"
      ? done
      : refuse("conflict", "Somebody changed this in the meantime.", {
          stale: {
            version: 4,
            by: "Amina Yusuf",
            at: "2026-03-11T09:41:00.000Z",
            values: {
              "stale-title": "Birley Fields Community Garden",
              phone: "0161 496 0199",
              "not-in-the-form": "Something that this form does not hold",
              version: "4",
            },
            facts: { "Service areas": "Hulme, Ardwick", Tags: "Gardening" },
          },
        }),
  ),
  /** Gets no answer, as where the network is dead. */
  lose: pretend(() => {
    throw new TypeError("Failed to fetch");
  }),
  /** Fails with an id to quote. */
  fail: pretend(() =>
    refuse("unavailable", "Something went wrong on our side, and nothing was changed.", { requestId: "0199-demo" }),
  ),
} as const satisfies Record<string, FormAction<null>>;

function pretend(judge: (values: FormValues) => ActionResult<null>): FormAction<null> {
  return async (_previous, form) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const values = formValues(form);
    const result = judge(values);
    return result.ok ? result : { ...result, values, loaded: String(form.get(LOADED_FIELD) ?? "") };
  };
}

function refuse(code: ActionFailure["code"], message: string, details: Partial<ActionFailure>): ActionFailure {
  return { ...details, ok: false, code, message };
}
