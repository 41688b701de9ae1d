import "server-only";
import type { z } from "zod";

/** A kind of work for the worker: its name, what its payload must look like, and what is done. */
export type Job = Readonly<{
  name: string;
  /** Does the work. It may run twice for one job, and then must do no harm. Anything thrown means: try again later. */
  run: (payload: unknown) => Promise<void>;
}>;

/** A job whose payload is parsed before anything is done; a payload that does not fit is a fault and is tried again like one. */
export function defineJob<Schema extends z.ZodType>(definition: {
  name: string;
  payload: Schema;
  run: (payload: z.output<Schema>) => Promise<void>;
}): Job {
  return { name: definition.name, run: async (payload) => definition.run(definition.payload.parse(payload)) };
}
