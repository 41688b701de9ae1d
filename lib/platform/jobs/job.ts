import "server-only";
import type { z } from "zod";

/** A kind of work for the worker: its name, what its payload must look like, and what is done. */
export type Job = Readonly<{
  name: string;
  /** When it runs by itself, as a line of a crontab gives the time; a job without it waits to be put in. */
  cron?: string;
  /** Waits for other people's servers: it has places of its own in the worker, so that mail never waits behind it. */
  slow?: boolean;
  /**
   * Does the work. It may run twice for one job, and then must do no harm. Anything thrown means: try again later.
   * @param stopping aborts when the worker is asked to stop and has waited a while: whatever takes long must then end.
   */
  run: (payload: unknown, stopping?: AbortSignal) => Promise<void>;
}>;

/** A job whose payload is parsed before anything is done; a payload that does not fit is a fault and is tried again like one. */
export function defineJob<Schema extends z.ZodType>(definition: {
  name: string;
  cron?: string;
  slow?: boolean;
  payload: Schema;
  run: (payload: z.output<Schema>, stopping?: AbortSignal) => Promise<void>;
}): Job {
  const { name, cron, slow } = definition;
  return {
    name,
    cron,
    slow,
    run: async (payload, stopping) => definition.run(definition.payload.parse(payload), stopping),
  };
}
