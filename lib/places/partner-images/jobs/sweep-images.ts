import "server-only";
import { z } from "zod";
import { writeTransaction } from "@/db/client";
import { defineJob } from "@/lib/platform/jobs/job";
import { sweepImages } from "../mutations";

/** Clears away pictures that nothing shows any more. Runs every hour. */
export const sweepImagesJob = defineJob({
  name: "sweep-images",
  cron: "43 * * * *",
  payload: z.object({}).loose(),
  run: async () => {
    await writeTransaction({ actorId: null, requestId: null }, sweepImages);
  },
});
