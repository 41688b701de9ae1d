import "server-only";
import { z } from "zod";
import { writeTransaction } from "@/db/client";
import { defineJob } from "@/lib/platform/jobs/job";
import { clearDeletions } from "../mutations";

/**
 * Clears away what was kept of deleted partners that can be brought back no more, and of those that were brought back:
 * it holds people's names and contacts, which nobody has a use for then. Runs every hour.
 */
export const clearDeletionsJob = defineJob({
  name: "clear-deletions",
  cron: "37 * * * *",
  payload: z.object({}).loose(),
  run: () => writeTransaction({ actorId: null, requestId: null }, clearDeletions),
});
