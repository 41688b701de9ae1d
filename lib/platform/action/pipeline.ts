import "server-only";
import { createSafeActionClient, flattenValidationErrors } from "next-safe-action";
import { z } from "zod";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { requestId } from "@/lib/platform/request";
import { type ActionInput, loadedText, toInput, typedValues } from "./form";
import { type ActionFailure, type ActionResult, failure } from "./result";

/** What a form or a caller reaches: the previous result (for `useActionState`; nothing reads it) and the form or a plain object. */
export type ServerAction<Data> = (
  previous: ActionResult<unknown> | null,
  sent: FormData | ActionInput,
) => Promise<ActionResult<Data>>;

/** What next-safe-action returns: at most one of the three. */
type SafeResult<Data> = {
  data?: Data;
  serverError?: ActionFailure;
  validationErrors?: { formErrors: string[]; fieldErrors: Record<string, string[] | undefined> };
};

/**
 * The client that every action is built on. A refusal becomes its value; anything else thrown is a fault: logged
 * here, once, under the request's id, and the person sees a plain sentence and that id, never the error's message.
 */
export const actionClient = createSafeActionClient({
  defineMetadataSchema: () => z.object({ name: z.string() }),
  handleServerError: async (error, { metadata }): Promise<ActionFailure> => {
    if (error instanceof Refusal) return failure(error.code, error.details);
    const id = await requestId();
    log.error({ action: metadata?.name, requestId: id, error }, "An action failed.");
    return failure("unavailable", { requestId: id });
  },
}).use(async ({ next }) => next({ ctx: { requestId: await requestId() } }));

/** The action that a page calls, made of a next-safe-action one: form in, plain value out, nothing typed is lost. */
export function toServerAction<Data>(
  run: (input: ActionInput) => Promise<SafeResult<ActionResult<Data>>>,
): ServerAction<Data> {
  return async (_previous, sent) => {
    const input = toInput(sent);
    const result = settle(await run(input));
    if (result.ok) return result;
    const loaded = loadedText(sent);
    return { ...result, values: typedValues(input), ...(loaded === undefined ? {} : { loaded }) };
  };
}

function settle<Data>({ data, serverError, validationErrors }: SafeResult<ActionResult<Data>>): ActionResult<Data> {
  if (data !== undefined) return data;
  if (serverError !== undefined) return serverError;
  if (validationErrors === undefined) return failure("unavailable");
  const fields = Object.entries(validationErrors.fieldErrors).flatMap(([name, messages]) =>
    messages?.[0] === undefined ? [] : [[name, messages[0]] as const],
  );
  return failure("invalid", { fields: Object.fromEntries(fields), message: validationErrors.formErrors[0] });
}

/** One sentence a field from next-safe-action's tree of errors; nested ones count for the field at the top. */
export const flatErrors = { handleValidationErrorsShape: async (errors: object) => flattenValidationErrors(errors) };
