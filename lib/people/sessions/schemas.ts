import * as z from "zod/mini";

/** Which session to end. */
export const endSessionSchema = z.object({ sessionId: z.uuid() });

/** Ending every other session needs nothing. */
export const endOtherSessionsSchema = z.object({});
