import "server-only";
import { z } from "zod";
import { writeTransaction } from "@/db/client";
import { defineJob } from "@/lib/platform/jobs/job";
import { sweepEvents } from "../mutations";

/** Clears away events that are long over or long gone from their sources. Runs every night, because it looks at all. */
export const sweepEventsJob = defineJob({
  name: "sweep-events",
  cron: "23 2 * * *",
  payload: z.object({}).loose(),
  run: () => writeTransaction({ actorId: null, requestId: null }, sweepEvents),
});
