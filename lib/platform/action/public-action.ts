import "server-only";
import type { z } from "zod";
import { actionClient, flatErrors, type ServerAction, toServerAction } from "./pipeline";
import type { ActionResult } from "./result";

/** A schema of full zod or of its small edition, which forms share with the browser. */
export type ActionSchema = z.core.$ZodType;

/** An action that needs no permission, because it is how one gets in or out, or touches only one's own browser. */
export type PublicActionDefinition<Schema extends ActionSchema, Data> = Readonly<{
  /** Noun and verb, for the log, such as `sign-in.request`. */
  name: string;
  input: Schema;
  /** Does it, and says how it came out; opens its own transactions and limits its own rate. */
  run: (ask: { input: z.core.output<Schema>; requestId: string }) => Promise<ActionResult<Data>>;
}>;

/**
 * A server action for people who are not signed in: parsed, faults logged once, results as values. The only ones are
 * those of signing in and out and the choice of this browser's theme; everything else goes through `defineAction` of
 * lib/permissions.
 */
export function definePublicAction<Schema extends ActionSchema, Data>(
  definition: PublicActionDefinition<Schema, Data>,
): ServerAction<Data> {
  const schema: ActionSchema = definition.input;
  const safeAction = actionClient
    .metadata({ name: definition.name })
    .inputSchema(schema, flatErrors)
    .action(({ parsedInput, ctx }) => {
      // The library's types do not follow a schema that is itself a type parameter; the schema has just parsed it.
      const input = parsedInput as z.core.output<Schema>;
      return definition.run({ input, requestId: ctx.requestId });
    });
  return toServerAction((input) => safeAction(input));
}
